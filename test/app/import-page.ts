import { deleteDB } from "idb";
import { mount, unmount } from "svelte";
import { expect, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { xicheng202371 } from "../../rules/xicheng-2023-71/policy.ts";
import demo from "../../samples/demo-district.xlsx?url";
import disordered from "../../samples/disordered-roster.xlsx?url";
import App from "../../src/app/App.svelte";
import { KeptWork } from "../../src/app/state/kept-work.ts";
import type { Engine } from "../../src/engine/port.ts";
import { createWorkerEngine } from "../../src/engine/worker-client.ts";
import "../../src/app/styles/tokens.css";
import "../../src/app/styles/base.css";

/** The page with its engine in a worker and a store of its own, on the roster page with the sample. */
export interface ImportPage {
  readonly engine: Engine;
  readonly kept: KeptWork;
  readonly end: () => Promise<void>;
}

export async function startImportPage(database: string): Promise<ImportPage> {
  location.hash = "#roster";
  const kept = await KeptWork.open(database);
  const engine = createWorkerEngine(xicheng202371);
  const app = mount(App, { target: document.body, props: { policy: xicheng202371, engine, sample: demo, kept } });
  await headline("家");
  const end = async (): Promise<void> => {
    await unmount(app);
    engine.close();
    kept.close();
  };
  return { engine, kept, end };
}

export async function clearStores(database: string): Promise<void> {
  localStorage.clear();
  await deleteDB(database);
  await deleteDB(`${database}-layouts`);
}

export const text = (selector: string): string => document.querySelector(selector)?.textContent ?? "";
/** The machine may be slow. */
export const eventually = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 40_000, interval: 50 });
export const headline = (part: string): Promise<void> => eventually(() => expect(text("h1")).toContain(part));
export const focused = (): string => (document.activeElement?.textContent ?? "").trim();

/** The button of these words, once it is there. */
export async function buttonOf(words: string): Promise<HTMLButtonElement> {
  return await vi.waitUntil(
    () => [...document.querySelectorAll("button")].find(({ textContent }) => textContent.includes(words)),
    { timeout: 40_000, interval: 50 },
  );
}

export const press = async (words: string): Promise<void> => userEvent.click(await buttonOf(words));

export function drop(file: File): void {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(file);
  document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
}

export async function dropDisordered(): Promise<void> {
  drop(new File([await (await fetch(disordered)).arrayBuffer()], "各科室名册.xlsx"));
  await headline("5 张工作表中读取 4 张");
}

/** From the first step of the wizard to the last. */
export async function goToAccept(): Promise<void> {
  await headline("请核对每张表");
  await press("下一步");
  await headline("请核对每列");
  await press("下一步");
  await headline("可采用");
}
