import axe from "axe-core";
import { flushSync, mount, unmount } from "svelte";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { xicheng202371 } from "../../rules/xicheng-2023-71/policy.ts";
import sample from "../../samples/hand-check-30.xlsx?url";
import App from "../../src/app/App.svelte";
import "../../src/app/styles/tokens.css";
import "../../src/app/styles/base.css";
import { createWorkerEngine } from "../../src/engine/worker-client.ts";
import type { Engine } from "../../src/engine/port.ts";

let app: Record<string, unknown>;
let engine: Engine;
const soon = { timeout: 50_000, interval: 20 };

function open(): void {
  location.hash = "#scenarios";
  engine = createWorkerEngine(xicheng202371);
  app = mount(App, { target: document.body, props: { policy: xicheng202371, engine, sample, trials: 100 } });
}

const main = (): string => (document.querySelector("main")?.textContent ?? "").replaceAll(/\s+/gu, " ");
const button = (name: string): HTMLButtonElement => {
  const found = [...document.querySelectorAll<HTMLButtonElement>("main button")].find(
    (each) => (each.ariaLabel ?? each.textContent).trim() === name,
  );
  if (!found) throw new Error(`the page must have a button ${name}`);
  return found;
};
const press = (name: string): void => {
  button(name).click();
  flushSync();
};
const field = (selector: string): HTMLInputElement => {
  const found = document.querySelector<HTMLInputElement>(selector);
  if (!found) throw new Error(`the page must have a field ${selector}`);
  return found;
};
function enter(selector: string, value: string, event: "input" | "change"): void {
  const input = field(selector);
  input.value = value;
  input.dispatchEvent(new Event(event, { bubbles: true }));
  flushSync();
}
const scenarioNames = (): readonly string[] =>
  [...document.querySelectorAll<HTMLInputElement>("main tbody th input")].map(({ value }) => value);

/** Reads a scenario file as if it were chosen by hand. */
async function readFile(name: string, members: object | string): Promise<void> {
  const files = new DataTransfer();
  files.items.add(
    new File(
      [typeof members === "string" ? members : JSON.stringify({ format: "exposure-scenario/1", ...members })],
      name,
    ),
  );
  const input = field("main input[accept^='.json']");
  input.files = files.files;
  input.dispatchEvent(new Event("change", { bubbles: true }));
  await vi.waitFor(() => expect(input.value).toBe(""), soon);
}

beforeEach(async () => {
  localStorage.clear();
  open();
  await vi.waitFor(() => expect(document.querySelector("main form input")).not.toBeNull(), soon);
});
afterEach(async () => {
  await unmount(app);
  engine.close();
});

it("says at first what the page is for, and saves, renames, copies, orders and deletes what undo brings back", async () => {
  await vi.waitFor(() => expect(main()).toContain("还没有保存的情景"), soon);
  enter("main form input", "甲案", "input");
  press("另存为");
  press("复制：甲案");
  expect(scenarioNames()).toEqual(["甲案", "甲案 副本"]);
  press("上移：甲案 副本");
  expect(scenarioNames()).toEqual(["甲案 副本", "甲案"]);
  enter("main tbody th input", "乙案", "change");
  expect(scenarioNames()).toEqual(["乙案", "甲案"]);
  press("删除：乙案");
  expect(scenarioNames()).toEqual(["甲案"]);
  for (let undone = 0; undone < 4; undone++) {
    window.dispatchEvent(new KeyboardEvent("keydown", { key: "z", ctrlKey: true }));
    flushSync();
  }
  expect(scenarioNames()).toEqual(["甲案"]);
});

it("lets the bar choose among the saved scenarios and the published text", async () => {
  const picker = field("header select[aria-label=情景]");
  const choices = (): string[] => [...picker.querySelectorAll("option")].map(({ text }) => text);
  expect(choices()).toEqual(["现行政策"]);
  await readFile("减半.json", { name: "减半", parameters: { "m06.补助比例": 0.15 } });
  await vi.waitFor(() => expect(choices()).toEqual(["现行政策", "减半"]), soon);
  enter("header select[aria-label=情景]", "published", "change");
  expect(document.querySelector("header .edited")?.textContent).toBe("");
  const saved = [...picker.querySelectorAll("option")].find(({ text }) => text === "减半")?.value ?? "";
  enter("header select[aria-label=情景]", saved, "change");
  expect(document.querySelector("header .edited")?.textContent).toContain("已改 1 处");
  expect(picker.value).toBe(saved);
});

it("compares a file's scenario with the published policy: difference, changes, waterfall, firms that lose", async () => {
  await readFile("减半.json", {
    name: "减半",
    parameters: { "m10.档次金额.市级专精特新": 100_000, "m06.补助比例": 0.15 },
    grounds: { "m06.补助比例": { reason: "控制支出", document: "西财发〔2026〕8号" } },
  });
  await vi.waitFor(() => expect(main()).toMatch(/「减半」比「现行政策」少 [\d.]+ 万元/u), soon);
  expect(main()).toContain("「减半」的 2 处改动");
  expect(main()).toContain("控制支出 · 西财发〔2026〕8号");
  await vi.waitFor(() => expect(main()).toContain("2 处改动依次合计 -"), soon);
  expect(main()).toMatch(/0 家企业多得，\d+ 家企业少得/u);
  expect(document.querySelector("main a[href^='#enterprise/']")).not.toBeNull();
  press("算出所有先后的平均（Shapley）");
  for (const table of document.querySelectorAll<HTMLDetailsElement>("main figure details")) table.open = true;
  await vi.waitFor(() => expect(main()).toContain("各种先后的平均"), soon);
});

it("shows exactly no difference for a scenario that changes nothing, in amounts and in every trial", async () => {
  await readFile("不变.json", { name: "不变", parameters: { "m06.补助比例": 0.3 } });
  await vi.waitFor(() => expect(main()).toContain("「不变」与「现行政策」相同，差额 0.00"), soon);
  expect(main()).toContain("没有企业的金额变动");
  press("用 100 次相同的试验比较");
  await vi.waitFor(() => expect(main()).toContain("每次试验都相同"), soon);
  expect(main()).toContain("「不变」与「现行政策」在每次试验中都相同，差额为 0");
});

it("draws what a scenario moves over the same trials, by year, department and measure, with the table behind", async () => {
  await readFile("减半.json", { name: "减半", parameters: { "m06.补助比例": 0.15 } });
  await vi.waitFor(() => expect(main()).toContain("「减半」比「现行政策」少"), soon);
  press("用 100 次相同的试验比较");
  const drawn = /「减半」与「现行政策」逐次相减，平均差 -[\d.,]+ 万元（95% 区间 -[\d.,]+ 万元 … -[\d.,]+ 万元）/u;
  await vi.waitFor(() => expect(main()).toMatch(drawn), soon);
  const figure = (): HTMLElement => {
    const found = [...document.querySelectorAll<HTMLElement>("main figure")].find(({ textContent }) =>
      textContent.includes("逐次相减"),
    );
    if (!found) throw new Error("the page must draw the paired differences");
    return found;
  };
  const grouping = figure().closest("section")?.querySelector("select");
  for (const [by, expected] of [
    ["year", "2027"],
    ["department", "区中小企业服务中心"],
    ["measure", "补助"],
  ] as const) {
    if (grouping) grouping.value = by;
    grouping?.dispatchEvent(new Event("change", { bubbles: true }));
    flushSync();
    for (const details of figure().querySelectorAll("details")) details.open = true;
    await vi.waitFor(() => expect(figure().querySelector("tbody")?.textContent).toContain(expected), soon);
    expect([...figure().querySelectorAll("thead th")].map(({ textContent }) => textContent)).toContain("P95 之差");
  }
  // the one measure that moves, and the term
  expect(figure().querySelectorAll("tbody tr")).toHaveLength(2);
  press("写成比较工作簿（Excel）");
  await vi.waitFor(() => expect(main()).toMatch(/已保存 情景比较-[\d-]+\.xlsx/u), soon);
});

it("refuses a file that is no scenario, names the key, and keeps what was there", async () => {
  await readFile("错.json", { parameters: { "m06.没有": 1 } });
  await vi.waitFor(() => expect(main()).toContain("错.json 没有读入：unknown key m06.没有"), soon);
  expect(scenarioNames()).toEqual([]);
});

it("takes a sheet of parameters as a scenario, and says which cell was not taken", async () => {
  await readFile("试算.csv", "键,值\nm06.补助比例,25%\n资金池口径,都行\n");
  await vi.waitFor(() => expect(scenarioNames()).toEqual(["试算"]), soon);
  expect(main()).toContain("试算.csv 已读入，但有单元格没有采用：");
  await vi.waitFor(() => expect(main()).toContain("「试算」的 1 处改动"), soon);
});

it("takes a scenario that adds a measure, and compares it by that measure", async () => {
  const measure = {
    id: "x01",
    article: 32,
    label: "示例",
    departments: ["示例部门"],
    table: "enterprises",
    triggers: [{ id: "on", label: "挂牌", date: "新三板挂牌日期" }],
    gross: "1000+0*已获同类补助",
  };
  await readFile("新增.json", { added: [{ measure }] });
  // one firm of the sample was listed: 1,000 元
  await vi.waitFor(() => expect(main()).toContain("「新增」比「现行政策」多 0.1 万元"), soon);
  expect(main()).toContain("示例（情景新增）–0.10.1");
  expect(main()).toContain("新增措施「示例」");
});

it("prices a reading under each of its options, and anew after an edit", async () => {
  location.hash = "#policy/10";
  const article = (): HTMLElement | null => document.querySelector("#article-10");
  const price = (): HTMLButtonElement | undefined =>
    [...(article()?.querySelectorAll("button") ?? [])].find(({ textContent }) => textContent === "各读法的金额");
  await vi.waitFor(() => expect(price()).toBeDefined(), soon);
  price()?.click();
  await vi.waitFor(() => expect(article()?.textContent).toMatch(/已承诺(相差 [\d.]+ 万元|相同)：/u), soon);
  article()?.querySelector<HTMLInputElement>("input[type=radio]:not(:checked)")?.click();
  await vi.waitFor(() => expect(article()?.textContent).not.toMatch(/已承诺(相差|相同)/u), soon);
});

it("measures against any saved scenario, and compares five at most", async () => {
  for (const [at, rate] of [0.1, 0.15, 0.2, 0.25, 0.28].entries())
    await readFile(`${at}.json`, { name: `方案${at}`, parameters: { "m06.补助比例": rate } });
  await vi.waitFor(() => expect(main()).toContain("已选五个"), soon);
  expect(document.querySelectorAll("main tbody input[type=checkbox]:checked")).toHaveLength(5);
  field("main input[type=radio][aria-label='基准：方案0']").click();
  await vi.waitFor(() => expect(main()).toMatch(/「现行政策」比「方案0」多/u), soon);
});

it.each(["zh", "en"] as const)("has no barrier that axe can find, in %s", async (language) => {
  await readFile("减半.json", {
    name: "减半",
    parameters: { "m10.档次金额.市级专精特新": 100_000, "m06.补助比例": 0.15 },
  });
  enter("header select[aria-label='语言']", language, "change");
  await vi.waitFor(() => expect(document.querySelector("main figure")).not.toBeNull(), soon);
  const { violations } = await axe.run();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
});
