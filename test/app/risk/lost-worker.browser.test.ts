import { mount, unmount } from "svelte";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { xicheng202371 } from "../../../rules/xicheng-2023-71/policy.ts";
import sample from "../../../samples/hand-check-30.xlsx?url";
import App from "../../../src/app/App.svelte";
import { createWorkerEngine } from "../../../src/engine/worker-client.ts";
import type { Engine } from "../../../src/engine/port.ts";

const started: Worker[] = [];
let app: Record<string, unknown>;
let engine: Engine;
const soon = { timeout: 50_000, interval: 20 };
const state = (): string => document.querySelector("main .state")?.textContent.replaceAll(/\s+/gu, " ") ?? "";

beforeEach(() => {
  localStorage.clear();
  location.hash = "#risk";
  engine = createWorkerEngine(xicheng202371, () => {
    const worker = new Worker(new URL("../engine/crashing-worker.ts", import.meta.url), { type: "module" });
    started.push(worker);
    return worker;
  });
  app = mount(App, { target: document.body, props: { policy: xicheng202371, engine, sample, trials: 1_000_000 } });
});
afterEach(async () => {
  await unmount(app);
  engine.close();
});

it("says that the worker ended during a simulation, and goes on with another one when asked", async () => {
  await vi.waitFor(() => expect(state()).toContain("正在模拟"), soon);
  started.at(-1)?.postMessage("crash");
  await vi.waitFor(() => expect(state()).toMatch(/后台计算进程中断了.*没有丢失/u), soon);
  document.querySelector<HTMLButtonElement>("main .state button")?.click();
  await vi.waitFor(() => expect(state()).toContain("正在模拟"), soon);
  expect(started.length).toBe(2);
});
