import axe from "axe-core";
import { afterEach, beforeEach, expect, it } from "vitest";
import { page as window } from "vitest/browser";
import { A, B, C } from "../support/imported-roster.ts";
import {
  clearStores,
  drop,
  eventually,
  headline,
  press,
  startImportPage,
  text,
  type ImportPage,
} from "./import-page.ts";

const database = "changes-test";
let page: ImportPage;

const head = "统一社会信用代码,企业名称,从业人员,营业收入,行业代码";
const file = (name: string, ...rows: string[]): File => new File([`${[head, ...rows].join("\n")}\n`], name);

beforeEach(async () => {
  await window.viewport(1280, 720);
  await clearStores(database);
  page = await startImportPage(database);
});
afterEach(() => page.end());

async function bring(roster: File): Promise<void> {
  drop(roster);
  await headline(`${roster.name}：`);
}

const section = (): string => text("#main section:has(.scroll) p:nth-of-type(1)");

it("after the sample nothing is compared; a second file is, by code, in counts, cells and money", async () => {
  await bring(file("企业1月.csv", `${A},甲,10,100,I65`, `${B},乙,20,200,I65`));
  expect(document.body.textContent).not.toContain("与上一份名册相比");
  await bring(file("企业2月.csv", `${C},丙,5,1,I65`, `${A},甲公司,12,100,I65`));
  await eventually(() =>
    expect(section()).toContain("与「企业1月.csv」相比：新增 1 行，减少 1 行，1 行有变动，共 2 格。"),
  );
  const changed = (column: number): string =>
    text(`section select ~ .grid [data-row='1'][data-column='${column}']`).trim();
  await eventually(() => expect([1, 2, 3].map(changed)).toEqual(["从业人员 (人)", "10", "12"]));
  const { violations } = await axe.run("#main", { runOnly: ["wcag2a", "wcag2aa"] });
  expect(violations).toEqual([]);
});

it("says so when nothing changed, and forgets the earlier file with the sample", async () => {
  await bring(file("企业1月.csv", `${A},甲,10,100,I65`, `${B},乙,20,200,I65`));
  await bring(file("企业3月.csv", `${B},乙,20,200,I65`, `${A},甲,10,100,I65`));
  await eventually(() =>
    expect(document.body.textContent).toContain("与「企业1月.csv」相比，各表没有变动，金额没有变动。"),
  );
  await press("回到示例名册");
  await headline("demo-district.xlsx：");
  await eventually(() => expect(document.body.textContent).not.toContain("与上一份名册相比"));
});
