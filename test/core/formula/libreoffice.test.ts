import ExcelJS from "exceljs";
import { beforeAll, describe, expect, it } from "vitest";
import { toWorkbook } from "../../../src/core/formula/formula.ts";
import { recalculate } from "../../support/recalculate.ts";
import { checked, numberOf } from "./toy-scope.ts";

const numbers = ["0", "0.5", "1.005", "2.675", "0.285", "-1.005", "1250", "-1250", "123456.785", "3"];
const rounded = ["ROUND", "ROUNDUP", "ROUNDDOWN"].flatMap((name) =>
  numbers.flatMap((value) => [`${name}(${value},2)`, `${name}(${value},-2)`]),
);
const days = [
  "DATE(2024,1,31)",
  "DATE(2024,2,29)",
  "DATE(2023,12,31)",
  "DATE(2023,14,31)",
  "DATE(2024,3,0)",
  "DATE(2024,0,15)",
];
const dated = days.flatMap((day) => [
  `${day}-DATE(2000,1,1)`,
  `EDATE(${day},1)-DATE(2000,1,1)`,
  `EDATE(${day},-11)-DATE(2000,1,1)`,
  `EDATE(${day},36)-DATE(2000,1,1)`,
  `YEAR(${day})+MONTH(${day})+DAY(${day})`,
]);
const arithmetic = [
  "-2^2",
  "-(2^2)",
  "0-2^2",
  "2^3^2",
  "2^-1",
  "-50%*2",
  "7-2-1",
  "7-(2-1)",
  "8/4/2",
  "8/(4/2)",
  "INT(-2.1)",
  "INT(2.9)",
  "ABS(-2.5)",
  "SUM(1,2,3)",
  "MIN(3,-1,2)",
  "MAX(3,-1,2)",
  "IF(0.1+0.2=0.3,1,2)",
  "IF(0.1+0.2>0.3,1,2)",
  "IF(AND(1<2,2<=2),1,2)",
  "IF(OR(1>2,NOT(2<>2)),1,2)",
  "IFS(1>2,1,2>1,7,TRUE,3)",
  "CHOOSE(2.9,10,20,30)",
];
const formulas = [...new Set([...rounded, ...dated, ...arithmetic])];

async function computed(texts: readonly string[]): Promise<number[]> {
  const written = new ExcelJS.Workbook();
  const sheet = written.addWorksheet("formulas");
  for (const [index, text] of texts.entries()) {
    const cell = sheet.getCell(index + 1, 1);
    // a stored result that no formula here has, so that a workbook left as it was fails
    cell.value = { formula: text, result: -987_654 };
    cell.numFmt = "0.00"; // days between dates would else be read as a date
  }
  const read = new ExcelJS.Workbook();
  const bytes = await recalculate(new Uint8Array(await written.xlsx.writeBuffer()));
  await read.xlsx.load(Uint8Array.from(bytes).buffer);
  return texts.map((_, index) => Number(read.worksheets[0]?.getCell(index + 1, 1).result));
}

describe("LibreOffice", () => {
  const results = new Map<string, number>();

  beforeAll(async () => {
    const texts = formulas.map((text) => toWorkbook(checked(text, "number"), (name) => name));
    for (const [index, value] of (await computed(texts)).entries()) results.set(formulas[index] ?? "", value);
  }, 180_000);

  it.each(formulas)("gives what the kernel gives for %s", (text) => {
    expect(results.get(text)).toBeCloseTo(numberOf(text), 12);
  });
});
