import axe from "axe-core";
import { afterEach, beforeEach, expect, it } from "vitest";
import { userEvent } from "vitest/browser";
import { A, B } from "../../support/imported-roster.ts";
import { clearStores, drop, eventually, goToAccept, headline, press, startImportPage, text } from "../import-page.ts";
import type { ImportPage } from "../import-page.ts";

const database = "palette-test";
/** Would leave this in the page's title if any of it ran. */
const mark = "palette-ran";
const hostile = `<img src=x onerror="document.title='${mark}'">`;
let page: ImportPage;

const dialog = (): HTMLDialogElement => {
  const found = document.querySelector("dialog");
  if (!found) throw new Error("the page must hold the palette");
  return found;
};
const options = (): string[] =>
  [...document.querySelectorAll("dialog [role=option] bdi")].map(({ textContent }) => textContent.trim());
/** The option that the field names as the one that Enter takes. */
const active = (): Element | null => {
  const id = document.querySelector("dialog input")?.getAttribute("aria-activedescendant") ?? "";
  return document.getElementById(id);
};

/** How far an element begins from the top of the page's window, in pixels. */
function belowTop(id: string): number {
  const [main, element] = [document.getElementById("main"), document.getElementById(id)];
  if (!main || !element) return Infinity;
  return Math.abs(element.getBoundingClientRect().top - main.getBoundingClientRect().top);
}

async function openByKey(): Promise<void> {
  await userEvent.keyboard("{Control>}k{/Control}");
  await eventually(() => expect(document.activeElement?.getAttribute("role")).toBe("combobox"));
}

async function type(words: string): Promise<void> {
  const field = document.querySelector<HTMLInputElement>("dialog input");
  if (!field) throw new Error("the palette must be open");
  await userEvent.fill(field, words);
}

async function importHostile(): Promise<void> {
  const header = "统一社会信用代码,企业名称,营业收入,从业人员,市级专精特新认定日期,国家级小巨人认定日期";
  const rows = [
    [A, `"${hostile.replaceAll('"', '""')}"`, "5000", "50", "2024-03-01", ""],
    [B, "示例企业乙", "6000", "60", "2024-03-01", "2025-05-01"],
  ];
  drop(new File([[header, ...rows.map((row) => row.join(","))].join("\n")], "示例.csv"));
  await eventually(() => expect(text("h1")).toMatch(/请核对|可采用|企业 2 家/u));
  if (!text("h1").includes("企业 2 家")) {
    await goToAccept();
    await press("确认导入");
  }
  await headline("企业 2 家");
}

beforeEach(async () => {
  await clearStores(database);
  page = await startImportPage(database);
});
afterEach(() => page.end());

it("opens by its key, goes to an article by words of either language, and goes on there", async () => {
  await openByKey();
  expect([options().length > 40, options()[0]]).toEqual([true, "总览"]);
  await type("article 21");
  await eventually(() => expect(options()).toHaveLength(1));
  await userEvent.keyboard("{Enter}");
  expect([dialog().open, location.hash]).toEqual([false, "#policy/21"]);
  await eventually(() => expect(belowTop("article-21")).toBeLessThan(8));
  expect(document.activeElement?.id).toBe("main");
  // the same article again, from wherever the page was scrolled to
  document.getElementById("main")?.scrollTo(0, 0);
  await eventually(() => expect(belowTop("article-21")).toBeGreaterThan(100));
  await openByKey();
  await type("第二十一条");
  await userEvent.keyboard("{Enter}");
  await eventually(() => expect(belowTop("article-21")).toBeLessThan(8));
});

it("moves by arrow keys from the last entry to the first, tells an empty result, and gives the focus back", async () => {
  const opener = [...document.querySelectorAll("nav button")].find(({ textContent }) => textContent.includes("查找"));
  if (!(opener instanceof HTMLButtonElement)) throw new Error("the rail must hold the button");
  await userEvent.click(opener);
  await eventually(() => expect(document.activeElement?.getAttribute("role")).toBe("combobox"));
  expect(active()?.textContent).toContain("总览");
  await userEvent.keyboard("{ArrowDown}");
  await eventually(() => expect(active()?.textContent).toContain("名册"));
  await userEvent.keyboard("{ArrowUp}{ArrowUp}");
  await eventually(() => expect(active()?.textContent).toContain("第三十一条"));
  expect(active()?.getAttribute("aria-selected")).toBe("true");
  await type("没有这样的内容");
  await eventually(() => expect(text("dialog [role=status]")).toContain("没有匹配的内容"));
  expect([options(), active()]).toEqual([[], null]);
  await userEvent.keyboard("{Enter}{ArrowDown}");
  expect(dialog().open).toBe(true);
  await userEvent.keyboard("{Escape}");
  await eventually(() => expect([dialog().open, document.activeElement]).toEqual([false, opener]));
});

it("leaves Enter to the input method while it composes", async () => {
  await openByKey();
  await type("第十条");
  const field = document.querySelector("dialog input");
  field?.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", isComposing: true, bubbles: true }));
  expect([dialog().open, location.hash]).toEqual([true, "#roster"]);
});

it("finds a firm by name or code, and shows a hostile name as text only", async () => {
  await importHostile();
  await openByKey();
  await type("<img");
  await eventually(() => expect(options()).toEqual([hostile]));
  expect([document.querySelectorAll('img[src="x"]').length, document.title.includes(mark)]).toEqual([0, false]);
  await type(B.toLowerCase());
  await eventually(() => expect(options()).toEqual(["示例企业乙"]));
  await userEvent.keyboard("{Enter}");
  await eventually(() =>
    expect([location.hash, text("main h1")].join()).toMatch(new RegExp(`#enterprise/${B}.*乙`, "u")),
  );
});

it("lays a saved scenario on the desk, and offers to undo and redo only what can be", async () => {
  await openByKey();
  await type("撤销");
  await eventually(() => expect(options()).toEqual([]));
  await userEvent.keyboard("{Escape}");
  location.hash = "#scenarios";
  await eventually(() => expect(document.querySelector('main form input[type="text"]')).not.toBeNull());
  const name = document.querySelector<HTMLInputElement>('main form input[type="text"]');
  if (!name) throw new Error("there must be a field for the name");
  await userEvent.fill(name, "示例情景");
  await press("另存为");
  const picked = (): string => document.querySelector<HTMLSelectElement>("header .title select")?.value ?? "";
  await eventually(() => expect(picked()).toBe("1"));
  await openByKey();
  await type("现行政策");
  await userEvent.keyboard("{Enter}");
  await eventually(() => expect(picked()).toBe("published"));
  await openByKey();
  await type("示例情景");
  await userEvent.keyboard("{Enter}");
  await eventually(() => expect(picked()).toBe("1"));
  await openByKey();
  await type("undo");
  await userEvent.keyboard("{Enter}");
  await eventually(() => expect(picked()).toBe("published"));
});

it("has no barrier that axe can find in either theme, with entries and without", async () => {
  const barriers = async (): Promise<unknown[]> =>
    (await axe.run()).violations.map(({ id, nodes }) => [id, nodes[0]?.html]);
  await openByKey();
  expect(await barriers()).toEqual([]);
  await type("改用深色");
  await userEvent.keyboard("{Enter}");
  await eventually(() => expect(document.documentElement.dataset["theme"]).toBe("dark"));
  await openByKey();
  await type("english");
  await userEvent.keyboard("{Enter}");
  await eventually(() => expect(document.documentElement.lang).toBe("en"));
  await openByKey();
  await userEvent.keyboard("{ArrowDown}");
  expect(await barriers()).toEqual([]);
  await type("nothing of that name");
  await eventually(() => expect(text("dialog [role=status]")).toContain("Nothing matches"));
  expect(await barriers()).toEqual([]);
});
