import { flushSync, mount, unmount } from "svelte";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { xicheng202371 } from "../../rules/xicheng-2023-71/policy.ts";
import { createEngine } from "../../src/engine/in-process.ts";
import App from "../../src/app/App.svelte";
import "../../src/app/styles/tokens.css";
import "../../src/app/styles/base.css";

let app: Record<string, unknown>;

const editor = (): HTMLElement | undefined =>
  document.querySelectorAll<HTMLElement>("#article-14 .figure")[1]?.nextElementSibling as HTMLElement | undefined;
const fields = (): readonly HTMLInputElement[] => [
  ...(editor()?.querySelectorAll<HTMLInputElement>("details input[type=text]") ?? []),
];
function enter(field: HTMLInputElement | null | undefined, value: string): void {
  if (!field) throw new Error("there must be a field");
  field.value = value;
  field.dispatchEvent(new Event("change", { bubbles: true }));
  flushSync();
}

beforeEach(async () => {
  localStorage.clear();
  location.hash = "#policy";
  app = mount(App, { target: document.body, props: { policy: xicheng202371, engine: createEngine(xicheng202371) } });
  await vi.waitFor(() => expect(editor()).toBeDefined(), { timeout: 30_000 });
});
afterEach(() => unmount(app));

it("asks for the grounds of an edit where it was made, and gives them up with it", () => {
  expect(fields()).toHaveLength(0);
  enter(editor()?.querySelector<HTMLInputElement>("input[type=text]"), "40");
  expect(fields()).toHaveLength(2);
  enter(fields()[0], "鼓励担保机构");
  enter(fields()[1], "西财发〔2026〕8号");
  window.dispatchEvent(new KeyboardEvent("keydown", { key: "z", ctrlKey: true }));
  flushSync();
  expect(fields().map(({ value }) => value)).toEqual(["鼓励担保机构", ""]);
  enter(editor()?.querySelector<HTMLInputElement>("input[type=text]"), "30");
  expect(fields()).toHaveLength(0);
});
