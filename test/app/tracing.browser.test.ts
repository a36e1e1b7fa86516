import { mount, tick, unmount } from "svelte";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { xicheng202371 } from "../../rules/xicheng-2023-71/policy.ts";
import sample from "../../samples/hand-check-30.xlsx?url";
import App from "../../src/app/App.svelte";
import "../../src/app/styles/tokens.css";
import "../../src/app/styles/base.css";
import { createEngine } from "../../src/engine/in-process.ts";

let app: Record<string, unknown>;
const patience = { timeout: 30_000, interval: 50 };

/** 分 of an amount in 元 as it is shown. */
const fen = (text: string | undefined): number => Math.round(100 * Number((text ?? "").replaceAll(/[^\d.-]/gu, "")));

const found = <Kind extends Element>(selector: string, words = ""): Promise<Kind> =>
  vi.waitFor(() => {
    const element = [...document.querySelectorAll<Kind>(selector)].find(({ textContent }) =>
      textContent.replaceAll(/\s+/gu, " ").includes(words),
    );
    if (!element) throw new Error(`there is no ${selector} ${words}`);
    return element;
  }, patience);

/** Gross, due and statutory 分 of what is surely due, as the list below the table sums them. */
async function listed(): Promise<number[]> {
  const row = await found<HTMLTableRowElement>("tfoot tr", "符合条件合计");
  return [...row.cells].filter(({ textContent }) => /\d/u.test(textContent)).map(({ textContent }) => fen(textContent));
}

/** Due 分 of every listed payment that is surely due, all shown. */
async function rowsDue(): Promise<number> {
  for (;;) {
    const more = [...document.querySelectorAll<HTMLButtonElement>("main button.more")].at(0);
    if (!more) break;
    more.click();
    await tick();
  }
  const rows = [...document.querySelectorAll<HTMLTableRowElement>("main section .scroll tbody tr")].filter(
    ({ cells }) => [...cells].some(({ textContent }) => textContent.trim() === "符合"),
  );
  return rows.reduce((sum, { cells }) => sum + fen(cells[cells.length - 4]?.textContent), 0);
}

beforeEach(() => {
  localStorage.clear();
  localStorage.setItem("cesuan.unit", "元");
  location.hash = "#overview";
  app = mount(App, {
    target: document.body,
    props: { policy: xicheng202371, engine: createEngine(xicheng202371), sample },
  });
});
afterEach(() => unmount(app));

it("leads from the first total to its rows, to a firm, to the firm's year of a measure, and back, to the 分", async () => {
  const total = await found<HTMLButtonElement>("h1 button");
  const committed = fen(total.textContent);
  total.click();
  const [, due] = await listed();
  expect(due).toBe(committed);
  expect(await rowsDue()).toBe(committed);
  expect(location.hash).toContain("all");

  const link = await found<HTMLAnchorElement>("main td a");
  const firm = link.textContent.trim();
  link.click();
  await found("h1", firm);
  const year = await found<HTMLAnchorElement>('article td a[href^="#overview/"]');
  const cells = [...(year.closest("tr")?.cells ?? [])].map(({ textContent }) => textContent);
  const own = fen(cells[3]);
  year.click();
  const back = await found<HTMLAnchorElement>("main td a", firm);
  expect(fen(back.closest("tr")?.cells[4]?.textContent)).toBe(own);
  const [, ofYear] = await listed();
  expect(await rowsDue()).toBe(ofYear);

  history.go(-2);
  await vi.waitFor(() => expect(location.hash).toContain("all"), patience);
  await vi.waitFor(async () => expect((await listed())[1]).toBe(committed), patience);
});

it("lists every payment under the sum of all sums, and an article's under its amounts", async () => {
  const corner = await vi.waitFor(() => {
    const button = [...(document.querySelector("tr.sum")?.querySelectorAll("button") ?? [])].at(-1);
    if (!button) throw new Error("the table must have a sum of all sums");
    return button;
  }, patience);
  const sum = fen(corner.textContent);
  corner.click();
  await vi.waitFor(async () => expect((await listed())[1]).toBe(sum), patience);
  location.hash = "#policy/10";
  const amount = await found<HTMLButtonElement>("#article-10 td .listed");
  const ofArticle = fen(amount.textContent);
  amount.click();
  await vi.waitFor(async () => expect((await listed())[1]).toBe(ofArticle), patience);
});
