import axe from "axe-core";
import { mount, unmount } from "svelte";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { xicheng202371 } from "../../rules/xicheng-2023-71/policy.ts";
import sample from "../../samples/hand-check-30.xlsx?url";
import App from "../../src/app/App.svelte";
import "../../src/app/styles/tokens.css";
import "../../src/app/styles/base.css";
import { createEngine } from "../../src/engine/in-process.ts";

let app: Record<string, unknown>;

function open(hash: string, props: { sample?: string } = { sample }): void {
  location.hash = hash;
  app = mount(App, {
    target: document.body,
    props: { policy: xicheng202371, engine: createEngine(xicheng202371), ...props },
  });
}

const text = (selector: string): string =>
  (document.querySelector(selector)?.textContent ?? "").replaceAll(/\s+/gu, " ");
const says = (selector: string, words: string): Promise<void> =>
  vi.waitFor(() => expect(text(selector)).toContain(words), { timeout: 30_000, interval: 50 });

beforeEach(() => localStorage.clear());
afterEach(() => unmount(app));

it("leads from a payment of the overview to the firm's derivation with its clause, and on to the article", async () => {
  open("#overview");
  await vi.waitFor(() => expect(document.querySelector("main td button")).not.toBeNull(), { timeout: 30_000 });
  const rows = [...document.querySelectorAll("main tr")].filter(({ textContent }) =>
    textContent.includes("专精特新奖励"),
  );
  // 12.34 of this firm and 30 of another in 2024
  const cell = rows
    .flatMap((row) => [...row.querySelectorAll<HTMLButtonElement>("td button")])
    .find(({ textContent }) => textContent.trim() === "42.3");
  if (!cell) throw new Error("the overview must show the awards of 2024");
  cell.click();
  const link = await vi.waitFor(() => {
    const found = document.querySelector<HTMLAnchorElement>('a[href="#enterprise/91110102999990117A"]');
    if (!found) throw new Error("the payment of the firm must link to it");
    return found;
  });
  link.click();
  await says("h1", "五年期应得 12.3 万元");
  expect(text("#measure-m10")).toContain("MAX(0, 12.34万元 − 0元) 降到 12.34万元");
  expect(text("#measure-m10")).toContain("第十条 给予20万元一次性资金奖励");
  expect(text("#measure-m10 .clause")).toContain("综合贡献");
  document.querySelector<HTMLAnchorElement>("#measure-m10 h3 a")?.click();
  await vi.waitFor(() => expect(document.querySelector("#article-10")?.getBoundingClientRect().top).toBeLessThan(200), {
    timeout: 30_000,
  });
});

it("finds a firm by part of its name with the keyboard", async () => {
  open("#enterprise");
  await says("h1", "输入企业名称或代码");
  const field = document.querySelector<HTMLInputElement>("input[role=combobox]");
  if (!field) throw new Error("the page must have a search field");
  field.value = "99999022";
  field.dispatchEvent(new Event("input", { bubbles: true }));
  await vi.waitFor(() => expect(document.querySelectorAll("[role=option]").length).toBe(1));
  field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
  await says("h1", "五年期应得 270.0 万元");
  expect(text("#measure-m14")).toContain("当时池内余额 4300万元");
});

it("says which cell leaves a measure without a trigger, and that a code is unknown", async () => {
  open("#enterprise/91110102999990117A");
  await says("main", "新三板挂牌：“新三板挂牌日期”为空");
  location.hash = "#enterprise/NONE";
  await says("h1", "名册各表都没有 NONE");
});

it("invites a roster when there is none", async () => {
  open("#enterprise", {});
  await says("h1", "还没有名册");
});

it.each(["light", "dark"] as const)("has no barrier that axe can find in the %s theme", async (theme) => {
  localStorage.setItem("cesuan.theme", theme);
  open("#enterprise/91110102999990117A");
  await says("h1", "五年期应得");
  for (const details of document.querySelectorAll("details")) details.open = true;
  const { violations } = await axe.run();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
});

it("says which cells together would make a measure due, and what would lift an amount that is held down", async () => {
  open("#enterprise/91110102999990117A");
  await says('section[aria-label="差什么、差多少"]', "一格不够，须同时：“国高新最近发证日期”改为 20");
  expect(text('section[aria-label="差什么、差多少"]')).toContain("“国高新首次取得日期”改为 2023-05-29");
  // Art. 10: 20万元, but the contribution of 2023 was 12.34万元
  await says('section[aria-label="为什么不更多"]', "不超过上年区级综合贡献");
  const row = [...document.querySelectorAll('section[aria-label="为什么不更多"] tbody tr')].find(({ textContent }) =>
    textContent.includes("区级综合贡献2023"),
  );
  expect([...(row?.children ?? [])].map(({ textContent }) => textContent.replaceAll(/\s+/gu, " ").trim())).toEqual([
    "第十条 专精特新奖励",
    "不超过上年区级综合贡献",
    "20.0",
    "12.3",
    "区级综合贡献2023 企业 第 12 行",
    "12.34万元",
    "20万元",
    "7.66万元",
    "20.0",
    "试一试",
  ]);
});

it("says which cell keeps a measure from being due and what it would have to hold", async () => {
  open("#enterprise/91110102999990117A");
  await says('section[aria-label="差什么、差多少"]', "新三板挂牌日期");
  const row = [...document.querySelectorAll("tr")].find(({ textContent }) => textContent.includes("新三板挂牌日期"));
  expect(row?.textContent.replaceAll(/\s+/gu, " ")).toMatch(/空白20\d\d-\d\d-\d\d–/u);
});
