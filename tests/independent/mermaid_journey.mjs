// Reads a Mermaid journey from standard input with Mermaid itself and prints it as JSON.
// The folder of the npm packages `mermaid` and `jsdom` stands in CJEDITOR_NODE_MODULES.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const folder = resolve(process.env.CJEDITOR_NODE_MODULES);
const require = createRequire(resolve(folder, "package.json"));
const { JSDOM } = require("jsdom");
const { window } = new JSDOM("");
globalThis.window = window;
globalThis.document = window.document;

const module = resolve(folder, "mermaid", "dist", "mermaid.core.mjs");
const mermaid = (await import(pathToFileURL(module))).default;
const shown = (text) =>
  (text ?? "").replace(/ﬂ°°(\d+)¶ß/g, (_, code) => String.fromCodePoint(Number(code)));

function asRead(diagram) {
  const tasks = diagram.db.getTasks().map((task) => ({
    section: shown(task.section),
    task: shown(task.task),
    score: Number.isNaN(task.score) ? "NaN" : task.score,
    people: task.people.map(shown),
  }));
  return {
    ok: true,
    title: shown(diagram.db.getDiagramTitle()),
    accTitle: shown(diagram.db.getAccTitle()),
    accDescr: shown(diagram.db.getAccDescription()),
    sections: diagram.db.getSections().map(shown),
    tasks,
  };
}

try {
  const text = readFileSync(0, "utf-8");
  await mermaid.parse(text); // also loads the parser of journeys
  const diagram = await mermaid.mermaidAPI.getDiagramFromText(text);
  console.log(JSON.stringify(asRead(diagram)));
} catch (error) {
  console.log(JSON.stringify({ ok: false, error: String(error.message ?? error) }));
}
