import { mount, unmount } from "svelte";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { xicheng202371 } from "../../../rules/xicheng-2023-71/policy.ts";
import sample from "../../../samples/hand-check-30.xlsx?url";
import App from "../../../src/app/App.svelte";
import { createWorkerEngine } from "../../../src/engine/worker-client.ts";
import type { Engine } from "../../../src/engine/port.ts";

let app: Record<string, unknown>;
let engine: Engine;
const soon = { timeout: 50_000, interval: 20 };
const text = (selector: string): string =>
  (document.querySelector(selector)?.textContent ?? "").replaceAll(/\s+/gu, " ");
const cell = (label: string): HTMLInputElement => {
  const found = document.querySelector<HTMLInputElement>(`input[aria-label="${label}"]`);
  if (!found) throw new Error(`the page must have a field for ${label}`);
  return found;
};
const button = (name: RegExp): HTMLButtonElement | undefined =>
  [...document.querySelectorAll<HTMLButtonElement>("button")].find(({ textContent }) => name.test(textContent));

function type(label: string, value: string): void {
  const input = cell(label);
  input.value = value;
  input.dispatchEvent(new Event("change", { bubbles: true }));
}

function paste(label: string, block: string): void {
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/plain", block);
  cell(label).dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
}

async function open(): Promise<void> {
  location.hash = "#risk";
  engine = createWorkerEngine(xicheng202371);
  app = mount(App, { target: document.body, props: { policy: xicheng202371, engine, sample, trials: 250 } });
  await vi.waitFor(() => expect(text("main .state")).toContain("250 次试验，种子 1"), soon);
}

beforeEach(() => localStorage.clear());
afterEach(async () => {
  await unmount(app);
  engine.close();
});

it("says how likely a typed budget is passed, in the table, at its field and at its line in the chart; undo takes it back", async () => {
  await open();
  type("全区合计 2027 年预算", "1");
  await vi.waitFor(() => expect(text("section.budgets")).toContain("2027 年最可能超出预算的是全区合计：概率"), soon);
  await vi.waitFor(
    () => expect(cell("全区合计 2027 年预算").parentElement?.textContent).toMatch(/超出 \d+\.\d%/u),
    soon,
  );
  const [, exceedance] = document.querySelectorAll("main figure");
  const period = exceedance?.querySelectorAll("select")[1];
  if (!period) throw new Error("the curve must have a choice of periods");
  period.selectedIndex = 5;
  period.dispatchEvent(new Event("change", { bubbles: true }));
  await vi.waitFor(() => expect(exceedance?.querySelector("h2")?.textContent).toMatch(/超过预算 1\.0 万元 的概率/u));
  button(/^撤销$/u)?.click();
  await vi.waitFor(() => expect(cell("全区合计 2027 年预算").value).toBe(""));
  await vi.waitFor(() => expect(text("section.budgets h2")).toBe("还没有年度预算"), soon);
});

it("takes a block pasted from a spreadsheet as one edit, by its heads", async () => {
  await open();
  paste("全区合计 2023 年预算", "部门\t2026\t2027\n合计\t100\t200\n区发展改革委\t30\t40\n");
  await vi.waitFor(() => expect(cell("区发展改革委 2027 年预算").value).toBe("40"));
  expect([cell("全区合计 2026 年预算").value, cell("全区合计 2023 年预算").value]).toEqual(["100", ""]);
  button(/^撤销$/u)?.click();
  await vi.waitFor(() => expect(cell("区发展改革委 2027 年预算").value).toBe(""));
  expect(cell("全区合计 2026 年预算").value).toBe("");
});

it("refuses what is no amount, says where, and changes nothing", async () => {
  await open();
  type("全区合计 2026 年预算", "约一百");
  await vi.waitFor(() =>
    expect(text("section.budgets [role=alert]")).toContain("全区合计 2026 年预算：“约一百”不是数"),
  );
  expect(cell("全区合计 2026 年预算").getAttribute("aria-invalid")).toBe("true");
  paste("全区合计 2026 年预算", "部门\t2026\n某某局\t1\n");
  await vi.waitFor(() => expect(text("section.budgets [role=alert]")).toContain("“某某局”"));
  expect(button(/^撤销$/u)?.disabled).toBe(true);
});
