// Reads journeys with Mermaid itself: each line of standard input is one, as a JSON string, and
// is answered with a line of JSON that says what Mermaid takes it for.
// The folder of the npm packages `mermaid` and `jsdom` stands in CJEDITOR_NODE_MODULES.
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { createInterface } from "node:readline";
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

async function read(text) {
  try {
    await mermaid.parse(text); // also loads the parser of journeys
    return asRead(await mermaid.mermaidAPI.getDiagramFromText(text));
  } catch (error) {
    return { ok: false, error: String(error.message ?? error) };
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  console.log(JSON.stringify(await read(JSON.parse(line))));
}
