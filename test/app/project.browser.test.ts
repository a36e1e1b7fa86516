import axe from "axe-core";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { KeptWork } from "../../src/app/state/kept-work.ts";
import {
  buttonOf,
  clearStores,
  drop,
  dropDisordered,
  eventually,
  goToAccept,
  headline,
  press,
  startImportPage,
  text,
  type ImportPage,
} from "./import-page.ts";

const database = "project-test";
let page: ImportPage;
let saved: Blob[];

const scenario = (name: string, share: number): object => ({
  name,
  values: { "m06.补助比例": share },
  readings: {},
  budgets: { 2027: { total: 5_000_000, departments: {} } },
});
/** Two edits on the desk, two saved scenarios in an order of their own, one of them the baseline. */
const work = JSON.stringify({
  ...scenario("乙", 0.25),
  readings: { 单户上限口径: "年度" },
  saved: [
    { id: "2", scenario: scenario("乙", 0.2) },
    { id: "1", scenario: scenario("甲", 0.1) },
  ],
  opened: "2",
  baseline: "1",
});

async function start(text?: string): Promise<void> {
  if (text !== undefined) {
    const kept = await KeptWork.open(database);
    await kept.keepScenario(text);
    kept.close();
  }
  page = await startImportPage(database);
}

async function restart(): Promise<void> {
  await page.end();
  await clearStores(database);
  await start();
}

const names = (): string[] =>
  [...document.querySelectorAll<HTMLInputElement>('main tbody th input[type="text"]')].map(({ value }) => value);
const rows = (): Promise<readonly number[]> =>
  page.engine.numbers("enterprises").then((columns) => columns.map(({ values }) => values.length));
const visit = (place: string): void => void (location.hash = `#${place}`);

/** What the page hands out when the project is saved, as a file. */
async function savedProject(): Promise<File> {
  saved = [];
  await press("保存项目文件");
  await eventually(() => expect(text(".notice")).toContain("已保存 策算项目-"));
  const [bytes] = saved;
  if (!bytes) throw new Error("nothing was handed out");
  return new File([bytes], "我的项目.cesuan");
}

beforeEach(async () => {
  await clearStores(database);
  const original = URL.createObjectURL.bind(URL);
  vi.spyOn(URL, "createObjectURL").mockImplementation((object) => {
    if (object instanceof Blob && object.type === "") saved.push(object);
    return original(object);
  });
});
afterEach(async () => {
  vi.restoreAllMocks();
  await page.end();
});

it(
  "carries scenarios, baseline, unit and the roster as it is read to another browser",
  { timeout: 120_000 },
  async () => {
    await start(work);
    await dropDisordered();
    await goToAccept();
    await press("确认导入");
    await headline("各科室名册.xlsx：企业 60 家");
    const read = await rows();
    visit("overview");
    await eventually(() => expect(text("h1 b")).toMatch(/\d/));
    visit("roster");
    await headline("各科室名册.xlsx：企业 60 家");
    const issues = text("h1"); // with what the evaluation found
    visit("scenarios");
    await eventually(() => expect(names()).toEqual(["乙", "甲"]));
    const file = await savedProject();
    await restart();
    visit("scenarios");
    await eventually(() => expect(text("h1")).toContain("还没有保存的情景"));
    drop(file);
    await eventually(() => expect(text(".notice")).toContain("已打开 我的项目.cesuan：2 个已保存的情景"));
    expect(text(".notice")).toContain("名册为文件中的 各科室名册.xlsx");
    expect(names()).toEqual(["乙", "甲"]);
    expect(text("header .edited")).toContain("已改 2 处");
    expect(document.querySelector<HTMLInputElement>('input[type="radio"][aria-label="基准：甲"]')?.checked).toBe(true);
    expect(await rows()).toEqual(read);
    const { violations } = await axe.run(document.body);
    expect(violations).toEqual([]);
    visit("roster");
    await eventually(() => expect(text("h1")).toBe(issues));
    await press("撤销");
    expect(text("header .edited")).toBe("");
    await press("重做");
    expect(text("header .edited")).toContain("已改 2 处");
  },
);

it(
  "leaves the page as it was and says why where a file is damaged, foreign or newer",
  { timeout: 120_000 },
  async () => {
    await start(work);
    visit("scenarios");
    await eventually(() => expect(names()).toEqual(["乙", "甲"]));
    const whole = await savedProject();
    const bytes = await whole.arrayBuffer();
    const before = names();
    for (const [content, said] of [
      [bytes.slice(0, bytes.byteLength / 2), "缺失或已损坏"],
      [new TextEncoder().encode("不是项目文件").buffer, "不是策算的项目文件"],
    ] as const) {
      drop(new File([content], "坏.cesuan"));
      await eventually(() => expect(text(".notice")).toContain("坏.cesuan 没有打开"));
      expect(text(".notice")).toContain(said);
      await press("知道了");
      await eventually(() => expect(document.querySelector(".notice")).toBeNull());
    }
    expect(names()).toEqual(before);
    expect(text("header .edited")).toContain("已改 2 处");
    visit("roster");
    await headline("demo-district.xlsx");
  },
);

it(
  "without the roster: keeps the one on the page, and reads the named one as the project says once it comes",
  { timeout: 120_000 },
  async () => {
    await start();
    await dropDisordered();
    await goToAccept();
    await press("确认导入");
    await headline("各科室名册.xlsx：企业 60 家");
    visit("scenarios");
    await buttonOf("保存项目文件");
    document.querySelector<HTMLInputElement>('main input[type="checkbox"][aria-describedby]')?.click();
    const file = await savedProject();
    await restart();
    drop(file);
    await eventually(() => expect(text(".notice")).toContain("请导入 各科室名册.xlsx"));
    await headline("demo-district.xlsx");
    const { default: disordered } = await import("../../samples/disordered-roster.xlsx?url");
    drop(new File([await (await fetch(disordered)).arrayBuffer()], "各科室名册.xlsx"));
    await headline("可采用");
    await press("确认导入");
    await headline("各科室名册.xlsx：企业 60 家");
  },
);
