// Reads flowcharts with Mermaid itself: each line of standard input is one, as a JSON string, and
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
  (text ?? "")
    .replace(/<br\s*\/?>/g, "\n")
    .replace(/ﬂ°°(\d+)¶ß/g, (_, code) => String.fromCodePoint(Number(code)));

function asRead(diagram) {
  const nodes = [...diagram.db.getVertices().values()];
  return {
    ok: true,
    nodes: nodes.map((node) => [node.id, node.type, shown(node.text)]),
    arrows: diagram.db.getEdges().map((edge) => [edge.start, edge.end, shown(edge.text)]),
  };
}

async function read(text) {
  try {
    await mermaid.parse(text); // also loads the parser of flowcharts
    return asRead(await mermaid.mermaidAPI.getDiagramFromText(text));
  } catch (error) {
    return { ok: false, error: String(error.message ?? error) };
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  console.log(JSON.stringify(await read(JSON.parse(line))));
}
