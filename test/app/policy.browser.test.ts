import axe from "axe-core";
import { flushSync, mount, unmount } from "svelte";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { xicheng202371 } from "../../rules/xicheng-2023-71/policy.ts";
import { createEngine } from "../../src/engine/in-process.ts";
import App from "../../src/app/App.svelte";
import "../../src/app/styles/tokens.css";
import "../../src/app/styles/base.css";

let app: Record<string, unknown>;

/** Opens the page and waits for its last article, which comes in its turn. */
async function open(theme: "light" | "dark"): Promise<void> {
  localStorage.setItem("cesuan.theme", theme);
  location.hash = "#policy";
  app = mount(App, { target: document.body, props: { policy: xicheng202371, engine: createEngine(xicheng202371) } });
  await vi.waitFor(() => expect(document.querySelector("#article-31 h3")).not.toBeNull(), { timeout: 30_000 });
}

const rate = (): HTMLElement => {
  const figure = document.querySelectorAll<HTMLElement>("#article-14 .figure")[1];
  if (!figure) throw new Error("article 14 must show its rate");
  return figure;
};

beforeEach(() => localStorage.clear());
afterEach(() => unmount(app));

it("strikes the printed rate through beside an edit, and undo restores it exactly", async () => {
  await open("light");
  const field = rate().nextElementSibling?.querySelector<HTMLInputElement>("input[type=text]");
  if (!field) throw new Error("the rate must have a field");
  field.value = "40";
  field.dispatchEvent(new Event("change", { bubbles: true }));
  flushSync();
  expect(rate().textContent).toBe("30% 40%");
  window.dispatchEvent(new KeyboardEvent("keydown", { key: "z", ctrlKey: true }));
  flushSync();
  expect(rate().textContent).toBe("30%");
});

it("shows the published, the saved and the edited rate, in words too, and goes back to the saved one", async () => {
  localStorage.setItem("cesuan.language", "zh");
  await open("light");
  const set = (value: string): void => {
    const field = rate().nextElementSibling?.querySelector<HTMLInputElement>("input[type=text]");
    if (!field) throw new Error("the rate must have a field");
    field.value = value;
    field.dispatchEvent(new Event("change", { bubbles: true }));
    flushSync();
  };
  set("35");
  expect(rate().getAttribute("aria-label")).toBe("公布 30%，我的改动 35%");
  location.hash = "#scenarios";
  const save = await vi.waitFor(
    () => {
      const found = document.querySelector<HTMLButtonElement>("main form .primary");
      if (!found) throw new Error("the page of scenarios must offer to save");
      return found;
    },
    { timeout: 30_000 },
  );
  save.click();
  location.hash = "#policy";
  await vi.waitFor(() => expect(rate().getAttribute("aria-label")).toBe("公布 30%，已存情景 35%"), { timeout: 30_000 });
  set("40");
  expect(rate().textContent).toBe("30% 35% 40%");
  expect(rate().getAttribute("aria-label")).toBe("公布 30%，已存情景 35%，我的改动 40%");
  const back = [...(rate().nextElementSibling?.querySelectorAll("button") ?? [])].find(
    ({ textContent }) => textContent === "恢复已存",
  );
  back?.click();
  flushSync();
  expect(rate().textContent).toBe("30% 35%");
});

it.each(["light", "dark"] as const)("has no barrier that axe can find in the %s theme", async (theme) => {
  await open(theme);
  const { violations } = await axe.run();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
});
