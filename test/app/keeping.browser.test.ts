import { deleteDB } from "idb";
import { mount, unmount } from "svelte";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { xicheng202371 } from "../../rules/xicheng-2023-71/policy.ts";
import demo from "../../samples/demo-district.xlsx?url";
import handCheck from "../../samples/hand-check-30.xlsx?url";
import App from "../../src/app/App.svelte";
import { KeptWork } from "../../src/app/state/kept-work.ts";
import type { Engine } from "../../src/engine/port.ts";
import { createWorkerEngine } from "../../src/engine/worker-client.ts";
import "../../src/app/styles/tokens.css";
import "../../src/app/styles/base.css";

const database = "keeping-test";
let app: Record<string, unknown>;
let kept: KeptWork;
let engine: Engine;
let worker: Worker;

/** The page as at a start of the browser: a new engine, and what the visit before left. */
async function start(): Promise<void> {
  location.hash = "#roster";
  kept = await KeptWork.open(database);
  engine = createWorkerEngine(xicheng202371, () => {
    worker = new Worker(new URL("./engine/crashing-worker.ts", import.meta.url), { type: "module" });
    return worker;
  });
  app = mount(App, { target: document.body, props: { policy: xicheng202371, engine, sample: demo, kept } });
  await headline("家");
}

async function end(): Promise<void> {
  await unmount(app);
  engine.close();
  kept.close();
}

const text = (selector: string): string => document.querySelector(selector)?.textContent ?? "";
const eventually = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 40_000, interval: 50 });
const headline = (part: string): Promise<void> => eventually(() => expect(text("h1")).toContain(part));
const press = (name: string): void =>
  [...document.querySelectorAll<HTMLElement>("button")].find((button) => button.textContent?.includes(name))?.click();

function drop(file: File): void {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(file);
  document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
}

const handCheckFile = async (): Promise<File> =>
  new File([await (await fetch(handCheck)).arrayBuffer()], "我的名册.xlsx");

async function dropHandCheck(): Promise<void> {
  drop(await handCheckFile());
  await headline("我的名册.xlsx");
  await vi.waitFor(
    async () => {
      const other = await KeptWork.open(database);
      other.close();
      expect(other.roster?.fileName).toBe("我的名册.xlsx");
    },
    { timeout: 40_000, interval: 50 },
  );
}

beforeEach(async () => {
  localStorage.clear();
  await deleteDB(database);
  await start();
});
afterEach(end);

it("restores the roster and the edits of the last visit", async () => {
  await dropHandCheck();
  expect(await kept.keepScenario('{"values":{"m06.补助比例":0.1},"readings":{}}')).toBe("kept");
  await end();
  await start();
  await headline("我的名册.xlsx");
  expect(text("header .edited")).toContain("已改 1 处");
});

it("forgets what was kept and shows the sample again", async () => {
  await dropHandCheck();
  press("清除本机数据");
  await eventually(() => expect(text(".bar")).toContain("不能恢复"));
  press("确定清除");
  await headline("demo-district.xlsx");
  await end();
  await start();
  await headline("demo-district.xlsx");
});

it("says why a broken file is refused, and leaves the roster and what is kept as they were", async () => {
  await dropHandCheck();
  const whole = new Uint8Array(await (await fetch(demo)).arrayBuffer());
  for (const [name, content] of [
    ["坏.xlsx", whole.slice(0, whole.length / 2)],
    ["空.xlsx", new Uint8Array()],
    ["说明.xlsx", new TextEncoder().encode("不是工作簿")],
  ] as const) {
    drop(new File([content], name));
    await eventually(() => expect(text("h2.refused")).toContain(name));
    expect(text("h1")).toContain("我的名册.xlsx");
  }
  await end();
  await start();
  await headline("我的名册.xlsx");
});

it("says when another window has kept other work, and writes over it only when told to", async () => {
  const other = await KeptWork.open(database);
  await other.keepScenario('{"values":{"m06.补助比例":0.2},"readings":{}}');
  other.close();
  drop(await handCheckFile());
  await headline("我的名册.xlsx");
  await eventually(() => expect(text(".notice")).toContain("另一个窗口"));
  press("以本窗口为准");
  await eventually(() => expect(document.querySelector(".notice")).toBeNull());
});

it("computes again after its worker has crashed, with the same roster and the same amounts", async () => {
  await eventually(() => expect(document.querySelector(".profile")).not.toBeNull());
  const before = text(".profile");
  location.hash = "#overview";
  await eventually(() => expect(text("h1 b")).not.toBe(""));
  const committed = text("h1 b");
  const crashed = new Promise((resolve) => worker.addEventListener("error", resolve, { once: true }));
  worker.postMessage("crash");
  await crashed;
  location.hash = "#roster";
  await eventually(() => expect(text(".profile")).toBe(before));
  location.hash = "#overview";
  await eventually(() => expect(text("h1 b")).toBe(committed));
});
