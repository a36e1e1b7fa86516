import axe from "axe-core";
import ExcelJS from "exceljs";
import { mount, tick, unmount } from "svelte";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { xicheng202371 } from "../../rules/xicheng-2023-71/policy.ts";
import sample from "../../samples/hand-check-30.xlsx?url";
import App from "../../src/app/App.svelte";
import { sumOf } from "../../src/core/policy/totals.ts";
import { createEngine } from "../../src/engine/in-process.ts";
import type { Engine, Evaluated } from "../../src/engine/port.ts";
import "../../src/app/styles/tokens.css";
import "../../src/app/styles/base.css";

let app: Record<string, unknown>;
const evaluated: Evaluated[] = [];
const saved: Blob[] = [];
const patience = { timeout: 25_000, interval: 50 };

/** The engine, with what it answers kept. */
function listenedEngine(): Engine {
  const engine = createEngine(xicheng202371);
  return {
    ...engine,
    evaluate: async (scenario, task) => {
      const answer = await engine.evaluate(scenario, task);
      evaluated.push(answer);
      return answer;
    },
  };
}

const committed = (): number => sumOf(evaluated.at(-1)?.totals.total.committed ?? new Map());
const form = (): HTMLFormElement | null => document.querySelector("#added-measures form");
const status = (): string => form()?.querySelector("[role=status]")?.textContent ?? "";
const article = (): string => document.querySelector("#added-measures article")?.textContent ?? "";

function press(name: string): void {
  const found = [...document.querySelectorAll<HTMLButtonElement>("button")].find(
    ({ textContent }) => textContent.trim() === name,
  );
  if (!found) throw new Error(`there is no button ${name}`);
  found.click();
}

function field(label: string): HTMLInputElement {
  const found = [...(form()?.querySelectorAll("label") ?? [])].find((each) => each.textContent.trim() === label);
  const input = found?.control ?? found?.querySelector("input");
  if (!(input instanceof HTMLInputElement)) throw new Error(`there is no field ${label}`);
  return input;
}

async function fill(label: string, text: string): Promise<void> {
  const input = field(label);
  input.value = text;
  input.dispatchEvent(new InputEvent("input", { bubbles: true }));
  input.dispatchEvent(new Event("change", { bubbles: true }));
  await tick();
}

async function open(theme: "light" | "dark" = "light", language: "zh" | "en" = "zh"): Promise<void> {
  localStorage.setItem("cesuan.theme", theme);
  localStorage.setItem("cesuan.language", language);
  location.hash = "#policy";
  app = mount(App, { target: document.body, props: { policy: xicheng202371, engine: listenedEngine(), sample } });
  await vi.waitFor(() => expect(evaluated.length).toBeGreaterThan(0), patience);
  await vi.waitFor(() => expect(document.querySelector("#added-measures button")).not.toBeNull(), patience);
}

/** One firm of the sample was listed on the new third board: 1 × 10万元. */
async function addReward(): Promise<void> {
  press("新增措施");
  await vi.waitFor(() => expect(status()).toBe("已计入测算"), patience);
  await fill("触发日期列", "新三板挂牌日期");
  await fill("数值", "10");
  await vi.waitFor(() => expect(article()).toContain("应付 10.0 万元"), patience);
}

beforeEach(() => {
  localStorage.clear();
  evaluated.length = 0;
  saved.length = 0;
  const original = URL.createObjectURL.bind(URL);
  vi.spyOn(URL, "createObjectURL").mockImplementation((object) => {
    if (object instanceof Blob && object.type === "") saved.push(object);
    return original(object);
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  return unmount(app);
});

it("adds a measure by the form: the total rises by 10万元, and undo brings back the same bits", async () => {
  await open();
  const [before] = evaluated;
  const base = committed();
  await addReward();
  expect(committed() - base).toBe(10_000_000);
  while (form()) {
    dispatchEvent(new KeyboardEvent("keydown", { key: "z", ctrlKey: true }));
    await new Promise((resolve) => setTimeout(resolve));
  }
  await vi.waitFor(() => expect(committed()).toBe(base), patience);
  expect(evaluated.at(-1)?.ledger.net).toEqual(before?.ledger.net);
  expect(evaluated.at(-1)?.totals).toEqual(before?.totals);
});

it("marks where a formula is wrong, keeps the draft and counts what was right before", async () => {
  await open();
  await addReward();
  const total = committed();
  await fill("金额公式", "奖励金额*没有的名称");
  await vi.waitFor(() => expect(form()?.querySelector("mark")?.textContent).toBe("没有的名称"), patience);
  expect(status()).toContain("草稿尚未计入");
  expect(field("金额公式").value).toBe("奖励金额*没有的名称");
  expect(article()).toContain("应付 10.0 万元");
  await fill("金额公式", "奖励金额*0.5");
  await vi.waitFor(() => expect(article()).toContain("应付 5.0 万元"), patience);
  expect(committed() - total).toBe(-5_000_000);
});

it("starts from a copy of a measure of the law, which pays as much again", async () => {
  await open();
  const base = committed();
  const select = document.querySelector<HTMLSelectElement>("#added-measures > .row select");
  const source = xicheng202371.measures.find(({ label }) => label.zh === "新三板挂牌支持");
  if (!select || !source) throw new Error("there must be a measure to copy");
  select.value = source.id;
  select.dispatchEvent(new Event("change", { bubbles: true }));
  press("复制现有措施");
  await vi.waitFor(() => expect(status()).toBe("已计入测算"), patience);
  // the listed firm gets 90万元 under the law and 90万元 under the copy
  await vi.waitFor(() => expect(committed() - base).toBe(90_000_000), patience);
});

/** Sets a parameter of the measure by its name. */
async function setParameter(name: string, text: string): Promise<void> {
  const input = form()?.querySelector<HTMLInputElement>(`[aria-label="参数 ${name}"] input.number`);
  if (!input) throw new Error(`there is no parameter ${name}`);
  input.value = text;
  input.dispatchEvent(new Event("change", { bubbles: true }));
  await tick();
}

function control<Kind extends HTMLElement>(kind: new () => Kind, label: string): Kind {
  const found = [...(form()?.querySelectorAll("label") ?? [])].find(({ textContent }) => textContent.includes(label));
  const wanted = found?.control;
  if (!(wanted instanceof kind)) throw new Error(`there is no control ${label}`);
  return wanted;
}

/** Four firms of the sample were recognised, two of them in 2023: 4 × 10万元. */
async function addRecognitions(): Promise<void> {
  press("新增措施");
  await vi.waitFor(() => expect(status()).toBe("已计入测算"), patience);
  await fill("触发日期列", "市级专精特新认定日期");
  await fill("数值", "10");
  await vi.waitFor(() => expect(article()).toContain("应付 40.0 万元"), patience);
}

it("ranks claims by a score by keys alone, marks where its formula is wrong, and pays the best of each year", async () => {
  await open();
  await addRecognitions();
  control(HTMLSelectElement, "名额与资金").focus();
  await userEvent.keyboard("{ArrowDown}");
  await vi.waitFor(() => expect(status()).toContain("草稿尚未计入"), patience);
  await userEvent.keyboard("{Tab}{Tab}{Tab}{Tab}从业人员+没有");
  await vi.waitFor(() => expect(form()?.querySelector("mark")?.textContent).toBe("没有"), patience);
  expect(article()).toContain("应付 40.0 万元");
  await userEvent.keyboard("{Backspace}{Backspace}{Backspace}");
  await vi.waitFor(() => expect(status()).toBe("已计入测算"), patience);
  expect(article()).toContain("按 从业人员 由高到低，每年取 名额 项");
  await setParameter("名额", "1");
  // of the two of 2023 one is paid, those of 2024 and 2025 have no rival
  await vi.waitFor(() => expect(article()).toContain("应付 30.0 万元"), patience);
});

it("shares money by date over the term, and takes a payment back in a later year", async () => {
  await open();
  await addRecognitions();
  await userEvent.selectOptions(control(HTMLSelectElement, "名额与资金"), "date");
  await userEvent.selectOptions(control(HTMLSelectElement, "竞争范围"), "term");
  await setParameter("资金额度", "25");
  await vi.waitFor(() => expect(article()).toContain("应付 25.0 万元"), patience);
  await userEvent.selectOptions(control(HTMLSelectElement, "名额与资金"), "none");
  await vi.waitFor(() => expect(article()).toContain("应付 40.0 万元"), patience);
  await userEvent.click(control(HTMLInputElement, "追回已付款项"));
  await fill("追回事由日期列", "国家级小巨人认定日期");
  // one of 2023 has this date in 2025, within three years: 40 − 10万元
  await vi.waitFor(() => expect(article()).toContain("应付 30.0 万元"), patience);
  await setParameter("追回年限", "1");
  await vi.waitFor(() => expect(article()).toContain("应付 40.0 万元"), patience);
});

it("takes more triggers with conditions of their own, and months up to an end date", async () => {
  await open();
  await addReward();
  press("加触发日期");
  await vi.waitFor(() => expect(form()?.textContent).toContain("触发日期列 2"), patience);
  await fill("触发日期列 2", "市级专精特新认定日期");
  await vi.waitFor(() => expect(article()).toContain("应付 50.0 万元"), patience);
  await fill("触发条件 2（可空）", "市级专精特新认定日期<DATE(2024,1,1)");
  await vi.waitFor(() => expect(article()).toContain("应付 30.0 万元"), patience);
  await fill("触发 2 的金额公式（可空）", "奖励金额*0.5");
  await vi.waitFor(() => expect(article()).toContain("应付 20.0 万元"), patience);
  await fill("触发条件 2（可空）", "FALSE+");
  await vi.waitFor(() => expect(status()).toContain("草稿尚未计入"), patience);
  form()?.querySelector<HTMLButtonElement>("[aria-label='删去触发日期 2']")?.click();
  await vi.waitFor(() => expect(status()).toBe("已计入测算"), patience);
  await userEvent.selectOptions(control(HTMLSelectElement, "兑付方式"), "months");
  await vi.waitFor(() => expect(control(HTMLSelectElement, "结束日期列").value).toBe("movedOut"), patience);
  expect(status()).toBe("已计入测算");
});

it("heads the numbers of an added measure in the drawer with its title, those of the law with their article", async () => {
  await open();
  await addReward();
  press("全部参数");
  const heads = (): string[] => [...document.querySelectorAll("aside h2")].map(({ textContent }) => textContent.trim());
  await vi.waitFor(() => expect(heads()).toContain("第十条"), patience);
  expect(heads().filter((head) => head.includes("（情景新增）"))).toEqual(["第三十二条 新增措施（情景新增）"]);
});

it("stands in the report as a sheet of live formulas", { timeout: 240_000 }, async () => {
  await open();
  await addReward();
  location.hash = "#report";
  const button = (): HTMLButtonElement | null => document.querySelector("main .primary");
  await vi.waitFor(() => expect(button()?.disabled).toBe(false), patience);
  button()?.click();
  await vi.waitFor(() => expect(saved.length).toBe(1), { timeout: 120_000, interval: 100 });
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(await (saved[0] ?? new Blob()).arrayBuffer());
  const formulas: string[] = [];
  workbook.getWorksheet("第三十二条明细")?.eachRow((row) => row.eachCell(({ formula }) => formulas.push(formula)));
  expect(formulas.filter((formula) => formula?.includes("x01_奖励金额")).length).toBeGreaterThan(0);
});

for (const [language, theme] of [
  ["zh", "light"],
  ["en", "dark"],
] as const) {
  it(`has no barrier that axe can find, in ${language}, ${theme}`, async () => {
    await open(theme, language);
    press(language === "zh" ? "新增措施" : "Add a measure");
    await vi.waitFor(() => expect(form()).not.toBeNull(), patience);
    form()?.querySelector<HTMLInputElement>("[type=checkbox]")?.click();
    await userEvent.selectOptions(
      control(HTMLSelectElement, language === "zh" ? "名额与资金" : "Places and money"),
      "score",
    );
    const section = document.querySelector("#added-measures");
    if (!section) throw new Error("there must be a section of added measures");
    const { violations } = await axe.run(section);
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });
}
