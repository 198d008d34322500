// Reads a workbook from standard input with ExcelJS and SheetJS and prints what they found as JSON.
// The folder of the npm packages `exceljs` and `xlsx` stands in CJEDITOR_NODE_MODULES.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";

const folder = resolve(process.env.CJEDITOR_NODE_MODULES);
const require = createRequire(resolve(folder, "package.json"));
const ExcelJS = require("exceljs");
const SheetJS = require("xlsx");
const content = readFileSync(0);

const book = new ExcelJS.Workbook();
await book.xlsx.load(content);
const exceljs = {};
book.eachSheet((sheet) => {
  exceljs[sheet.name] = {
    state: sheet.state,
    tables: Object.keys(sheet.tables ?? {}),
    merges: sheet.model.merges ?? [],
    texts: sheet.getSheetValues().flat().filter((value) => typeof value === "string"),
  };
});

const other = SheetJS.read(content, { type: "buffer" });
const sheetjs = Object.fromEntries(
  other.SheetNames.map((name) => [
    name,
    Object.values(other.Sheets[name]).filter((cell) => cell.t === "s").map((cell) => cell.v),
  ]),
);
process.stdout.write(JSON.stringify({ exceljs, sheetjs }));
