import { mount, unmount } from "svelte";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { xicheng202371 } from "../../rules/xicheng-2023-71/policy.ts";
import sample from "../../samples/demo-district.xlsx?url";
import App from "../../src/app/App.svelte";
import "../../src/app/styles/tokens.css";
import "../../src/app/styles/base.css";
import { createEngine } from "../../src/engine/in-process.ts";

let app: Record<string, unknown>;
const patience = { timeout: 30_000, interval: 50 };
const text = (selector: string): string => document.querySelector(selector)?.textContent ?? "";
const button = (name: string): HTMLButtonElement | undefined =>
  [...document.querySelectorAll("button")].find(({ textContent }) => textContent.trim() === name);
const day = (): HTMLInputElement => {
  const field = document.querySelector<HTMLInputElement>("input[type=date]");
  if (!field) throw new Error("the top bar must hold the as-of date");
  return field;
};

function open(address: string, hash = "#overview"): void {
  location.hash = hash;
  app = mount(App, {
    target: document.body,
    props: { policy: xicheng202371, engine: createEngine(xicheng202371), sample: address },
  });
}

function enter(value: string): void {
  day().value = value;
  day().dispatchEvent(new Event("change", { bubbles: true }));
}

beforeEach(() => localStorage.clear());
afterEach(() => unmount(app));

it("evaluates as of a date that is set, and undo and the button for the roster's own date both take it back", async () => {
  open(sample);
  await vi.waitFor(() => expect(text("h1")).toContain("2026-06-30"), patience);
  expect(text(".as-of span")).toMatch(/表第 \d+ 行/u);
  const whole = text("h1 b");
  enter("2024-12-31");
  await vi.waitFor(() => expect(text("h1")).toContain("2024-12-31"), patience);
  expect(text("h1 b")).not.toBe(whole);
  button("撤销")?.click();
  await vi.waitFor(() => expect(text("h1 b")).toBe(whole), patience);
  enter("2025-01-31");
  await vi.waitFor(() => expect(text("h1")).toContain("2025-01-31"), patience);
  button("用名册的")?.click();
  await vi.waitFor(() => expect(text("h1")).toContain("2026-06-30"), patience);
});

it("says from which day on a date may be where it lies before the term, and computes nothing for it", async () => {
  open(sample);
  await vi.waitFor(() => expect(text("h1")).toContain("2026-06-30"), patience);
  enter("2020-01-01");
  await vi.waitFor(() => expect(text(".as-of .problem")).toBe("请输入 2023-05-29 或以后的日期"));
  expect(day().getAttribute("aria-invalid")).toBe("true");
  expect(text("h1")).toContain("2026-06-30");
});

it.each(["#overview", "#enterprise"])("gives %s a way on where the roster could not be read", async (hash) => {
  open("blob:nothing", hash);
  const failed = "计算没有完成，还没有结果。";
  await vi.waitFor(() => expect(text("main h1")).toBe(failed), patience);
  expect(document.querySelector("main [role=alert] a")?.getAttribute("href")).toBe("#roster");
  const seen: string[] = [];
  const observer = new MutationObserver(() => seen.push(text("main h1")));
  observer.observe(document.body, { childList: true, subtree: true });
  button("重新计算")?.click();
  await vi.waitFor(() => expect([seen.includes("正在计算"), text("main h1")]).toEqual([true, failed]), patience);
  observer.disconnect();
});

it("opens a page at its top, wherever the one before was scrolled to", async () => {
  open(sample);
  await vi.waitFor(() => expect(document.querySelector("td button")).not.toBeNull(), patience);
  const main = document.getElementById("main");
  main?.scrollTo(0, 900);
  expect(main?.scrollTop).toBeGreaterThan(0);
  location.hash = "#roster";
  await vi.waitFor(() => expect(text("main h1")).toContain("demo-district.xlsx"), patience);
  expect(main?.scrollTop).toBe(0);
});
