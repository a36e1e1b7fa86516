import { mount, unmount } from "svelte";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { xicheng202371 } from "../../../rules/xicheng-2023-71/policy.ts";
import sample from "../../../samples/hand-check-30.xlsx?url";
import App from "../../../src/app/App.svelte";
import { createWorkerEngine } from "../../../src/engine/worker-client.ts";
import type { Engine } from "../../../src/engine/port.ts";

const policy = { ...xicheng202371, stressCases: xicheng202371.stressCases.slice(0, 1) };
let app: Record<string, unknown>;
let engine: Engine;
const soon = { timeout: 50_000, interval: 20 };
const section = (): string => document.querySelector("section.stress")?.textContent.replaceAll(/\s+/gu, " ") ?? "";
const rows = (): number => document.querySelectorAll("section.stress tbody tr").length;
const press = (name: RegExp): void =>
  [...document.querySelectorAll<HTMLButtonElement>("section.stress button")]
    .find(({ textContent }) => name.test(textContent))
    ?.click();

beforeEach(() => {
  localStorage.clear();
  location.hash = "#risk";
  engine = createWorkerEngine(xicheng202371);
  app = mount(App, { target: document.body, props: { policy, engine, sample, trials: 100 } });
});
afterEach(async () => {
  await unmount(app);
  engine.close();
});

it("runs the stress cases when asked, and ends in a table of all, the scenario first with exactly no difference", async () => {
  await vi.waitFor(
    () => expect(document.querySelector("main .state")?.textContent).toContain("100 次试验，种子"),
    soon,
  );
  press(/运行压力情景/u);
  await vi.waitFor(() => expect(rows()).toBe(policy.stressCases.length + 1), soon);
  await vi.waitFor(() => expect(section()).toMatch(/使政策期支出平均增加|没有一种压力情景/u));
  const [base] = document.querySelectorAll("section.stress tbody tr");
  const cells = [...(base?.querySelectorAll("td") ?? [])].map(({ textContent }) => textContent.trim());
  expect(cells.slice(2, 5)).toEqual(["–", "–", "–"]);
});
