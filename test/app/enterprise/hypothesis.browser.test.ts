import axe from "axe-core";
import { mount, tick, unmount } from "svelte";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { xicheng202371 } from "../../../rules/xicheng-2023-71/policy.ts";
import sample from "../../../samples/hand-check-30.xlsx?url";
import App from "../../../src/app/App.svelte";
import "../../../src/app/styles/tokens.css";
import "../../../src/app/styles/base.css";
import { createEngine } from "../../../src/engine/in-process.ts";

let app: Record<string, unknown>;
const firm = "#enterprise/91110102999990117A";
const patience = { timeout: 30_000, interval: 50 };

function open(hash: string): void {
  location.hash = hash;
  app = mount(App, {
    target: document.body,
    props: { policy: xicheng202371, engine: createEngine(xicheng202371), sample },
  });
}

const text = (selector: string): string =>
  (document.querySelector(selector)?.textContent ?? "").replaceAll(/\s+/gu, " ");
const says = (selector: string, words: string): Promise<void> =>
  vi.waitFor(() => expect(text(selector)).toContain(words), patience);

/** A field by its words, inside a form of that name. */
function field(form: string, label: string): HTMLInputElement | HTMLSelectElement {
  const labels = [...document.querySelectorAll<HTMLLabelElement>(`form[aria-label="${form}"] label`)];
  const control = labels
    .find(({ textContent }) => textContent.trim().startsWith(label))
    ?.querySelector<HTMLInputElement | HTMLSelectElement>("input, select");
  if (!control) throw new Error(`${form} has no field ${label}`);
  return control;
}

async function fill(form: string, label: string, value: string): Promise<void> {
  const control = field(form, label);
  control.value = value;
  control.dispatchEvent(new Event("input", { bubbles: true }));
  control.dispatchEvent(new Event("change", { bubbles: true }));
  await tick();
}

function press(name: string, within = "main"): void {
  const found = [...document.querySelectorAll<HTMLButtonElement>(`${within} button`)].find(
    ({ textContent, ariaLabel }) => textContent.trim() === name || ariaLabel === name,
  );
  if (!found) throw new Error(`there is no button ${name}`);
  found.click();
}

beforeEach(() => localStorage.clear());
afterEach(() => unmount(app));

it("supposes what is missing by one key, and is gone when it is taken back; what is due stays as it is", async () => {
  open(firm);
  await says('section[aria-label="差什么、差多少"]', "新三板挂牌日期");
  [...document.querySelectorAll<HTMLButtonElement>("tr button")]
    .find(({ ariaLabel }) => ariaLabel?.startsWith("试一试：新三板挂牌日期"))
    ?.click();
  // Art. 12: 150万元 × 0.6
  await says("#hypothesis", "假设下应付金额增加 90.0 万元；新得到 第十二条 新三板挂牌支持。");
  expect(text("#hypothesis")).toContain("新三板挂牌日期 20");
  expect(text("h1")).toContain("五年期应得 12.3 万元");
  expect(location.hash.split("/")).toHaveLength(3);
  press("全部取消");
  await vi.waitFor(() => expect(text("#hypothesis")).not.toContain("假设下应付金额"), patience);
  expect(location.hash).toBe(firm);
});

it("takes a cell and a row as they are typed, and stands in the address", async () => {
  open(firm);
  await says("#hypothesis", "改这家企业的任何单元格");
  await fill("改一个单元格", "单元格", "taxed");
  await fill("改一个单元格", "改为", "0");
  press("改");
  await says("#hypothesis", "假设下应付金额减少 12.3 万元；不再得到 第十条");
  press("取消：区内纳税 否");
  document.querySelector<HTMLElement>("#hypothesis summary")?.click();
  await vi.waitFor(() => field("添一行", "表"), patience);
  await fill("添一行", "项目类型", "0");
  await fill("添一行", "总投资", "100");
  await fill("添一行", "验收日期", "2025-02-30");
  press("添");
  await says("#hypothesis", "这一格装不下这个值");
  await fill("添一行", "验收日期", "2025-03-01");
  press("添");
  // Art. 5: 100万元 × 30% × 0.8
  await says("#hypothesis", "假设下应付金额增加 24.0 万元；新得到 第五条");
  const address = location.hash;
  await unmount(app);
  open(address);
  await says("#hypothesis", "假设下应付金额增加 24.0 万元；新得到 第五条");
  await says("#hypothesis", "项目添第 1 行：项目类型 节能技改");
});

it("says that a link's row is not the firm's, and that a part of it cannot be read", async () => {
  open(`${firm}/${encodeURIComponent(JSON.stringify([["enterprises", "企业", 9999, "taxed", 0], 7]))}`);
  await says("#hypothesis", "名册里没有这家企业的这一行");
  expect(text("#hypothesis")).toContain("链接里的假设有读不懂的部分");
  expect(text("#hypothesis")).toContain("这些改动不影响任何一项措施的应付金额");
});

it.each([
  ["light", "zh"],
  ["dark", "en"],
])("has no barrier that axe can find under a hypothesis, %s, %s", async (theme, language) => {
  localStorage.setItem("cesuan.theme", theme);
  localStorage.setItem("cesuan.language", language);
  open(
    `${firm}/${encodeURIComponent(JSON.stringify([["projects", { projectType: 0, investment: 1e8, acceptedDate: 45717 }]]))}`,
  );
  await says("#hypothesis", "24");
  await vi.waitFor(() => expect(document.querySelector("#hypothesis table")).not.toBeNull(), patience);
  for (const details of document.querySelectorAll("details")) details.open = true;
  await tick();
  const { violations } = await axe.run();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
});
