import axe from "axe-core";
import { mount, unmount } from "svelte";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { xicheng202371 } from "../../rules/xicheng-2023-71/policy.ts";
import sample from "../../samples/demo-district.xlsx?url";
import App from "../../src/app/App.svelte";
import "../../src/app/styles/tokens.css";
import "../../src/app/styles/base.css";
import { publishedScenario } from "../../src/core/policy/scenario.ts";
import { createEngine } from "../../src/engine/in-process.ts";

let app: Record<string, unknown>;
const patience = { timeout: 30_000, interval: 50 };
const article = (): HTMLElement => {
  const found = document.getElementById("article-10");
  if (!found) throw new Error("the page must show article 10");
  return found;
};
const limits = (): HTMLButtonElement[] => [...article().querySelectorAll<HTMLButtonElement>("[role=group] button")];

async function open(theme: "light" | "dark" = "light"): Promise<void> {
  localStorage.setItem("cesuan.theme", theme);
  location.hash = "#policy/10";
  app = mount(App, {
    target: document.body,
    props: { policy: xicheng202371, engine: createEngine(xicheng202371), sample },
  });
  await vi.waitFor(() => expect(limits().length).toBeGreaterThan(0), patience);
}

beforeEach(() => localStorage.clear());
afterEach(() => unmount(app));

it("keeps the article of the address at the top while those above it grow, until the reader scrolls", async () => {
  await open();
  const page = document.querySelector("main");
  const above = document.getElementById("article-1");
  if (!page || !above) throw new Error("the page must show article 1");
  const place = (): number => Math.round(article().getBoundingClientRect().top - page.getBoundingClientRect().top);
  const painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  page.style.overflowAnchor = "none"; // the browser's own holding is not what is tested
  await vi.waitFor(() => expect(document.querySelector("#article-31 h3")).not.toBeNull(), patience);
  await painted();
  expect(place()).toBe(0);
  above.style.paddingTop = "300px";
  await painted();
  expect(place()).toBe(0);
  dispatchEvent(new WheelEvent("wheel"));
  above.style.paddingTop = "500px";
  await painted();
  expect(place()).toBe(200);
});

it("lists the payments under a limit, as many as it counts, and names measure and limit above them", async () => {
  const engine = createEngine(xicheng202371);
  await engine.load(new Uint8Array(await (await fetch(sample)).arrayBuffer()), "demo-district.xlsx");
  const { boundTriggers } = await engine.evaluate(publishedScenario);
  const measure = xicheng202371.measures.findIndex(({ id }) => id === "m10");
  const count = boundTriggers[measure]?.get("contribution") ?? 0;
  expect(count).toBeGreaterThan(0);
  await open();
  const limit = limits().find(({ textContent }) => textContent.startsWith("区级贡献上限"));
  expect(limit?.textContent).toBe(`区级贡献上限 ${count}`);
  limit?.click();
  await vi.waitFor(() => expect(article().querySelector("tfoot")).not.toBeNull());
  expect(article().querySelector("[aria-label=付款] h2")?.textContent).toBe(
    "付款 · 专精特新奖励 · 受限于区级贡献上限 · 全部年度",
  );
  article().querySelector<HTMLButtonElement>("[aria-label=付款] .more")?.click();
  const rows = (): string[][] =>
    [...article().querySelectorAll<HTMLTableRowElement>("[aria-label=付款] tbody tr")].map((row) =>
      [...row.cells].slice(-2).map(({ textContent }) => textContent),
    );
  // this measure pays each trigger once; unverified payments are listed too, and counted apart
  await vi.waitFor(() =>
    expect(rows().filter(([eligibility]) => eligibility === "符合")).toEqual(
      Array.from({ length: count }, () => ["符合", "区级贡献上限"]),
    ),
  );
  expect(new Set(rows().map(([, binds]) => binds))).toEqual(new Set(["区级贡献上限"]));
});

it.each(["light", "dark"] as const)("has no barrier that axe can find among amounts in the %s theme", async (theme) => {
  await open(theme);
  limits()[0]?.click();
  await vi.waitFor(() => expect(article().querySelector("tfoot")).not.toBeNull());
  const { violations } = await axe.run();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
});
