import { afterEach, beforeEach, expect, it } from "vitest";
import { places } from "../../src/app/state/place.svelte.ts";
import { A, B } from "../support/imported-roster.ts";
import {
  clearStores,
  drop,
  eventually,
  goToAccept,
  headline,
  press,
  startImportPage,
  text,
  type ImportPage,
} from "./import-page.ts";

const database = "hostile-test";
/** Would leave this in the page's title if any of it ran. */
const mark = "hostile-ran";
const hostile = [
  `<img src=x onerror="document.title='${mark}'">`,
  `=cmd|'/C calc'!A0 {{document.title='${mark}'}} <script>document.title='${mark}'</script>`,
];
const long = "\u202e<b>长".repeat(300);
let page: ImportPage;

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const roster = (): File => {
  const header = "统一社会信用代码,企业名称,营业收入,从业人员,市级专精特新认定日期,国家级小巨人认定日期";
  const rows = [
    [A, quoted(hostile[0] ?? ""), "5000", "50", "2024-03-01", ""],
    [B, quoted(hostile[1] ?? ""), "6000", "60", "2024-03-01", "2025-05-01"],
  ];
  return new File([[header, ...rows.map((row) => row.join(","))].join("\n")], "<img src=x>企业.csv");
};

/** Elements that only a name could have made. */
const made = (): number => document.querySelectorAll('img[src="x"], main script, main b[data-x], [onerror]').length;

/** Over every chart, from one end to the other, so that each tooltip comes. */
async function hover(): Promise<void> {
  for (const chart of document.querySelectorAll("main canvas")) {
    chart.scrollIntoView();
    const { left, top, width, height } = chart.getBoundingClientRect();
    for (let step = 1; step < 8; step++) {
      const at = { clientX: left + (width * step) / 8, clientY: top + height / 2, bubbles: true };
      chart.dispatchEvent(new MouseEvent("mousemove", at));
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

beforeEach(async () => {
  await clearStores(database);
  page = await startImportPage(database);
});
afterEach(() => page.end());

it("lets no name of a firm, a file or a scenario become markup on any page", { timeout: 180_000 }, async () => {
  drop(roster());
  await eventually(() => expect(text("h1")).toMatch(/请核对|可采用|企业 2 家/u));
  if (!text("h1").includes("企业 2 家")) {
    await goToAccept();
    await press("确认导入");
  }
  await headline("企业 2 家");
  location.hash = "#scenarios";
  await eventually(() => expect(document.querySelector('main form input[type="text"]')).not.toBeNull());
  for (const name of [...hostile, long]) {
    const field = document.querySelector<HTMLInputElement>('main form input[type="text"]');
    if (!field) throw new Error("there must be a field for the name");
    field.value = name;
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    await press("另存为");
  }
  await eventually(() => expect(document.querySelectorAll("main tbody tr").length).toBeGreaterThan(3));
  for (const place of [...places, `enterprise/${A}`, `enterprise/${B}`]) {
    location.hash = `#${place}`;
    await eventually(() => expect(text("main h1")).not.toBe(""));
    await new Promise((resolve) => setTimeout(resolve, 1500));
    for (const details of document.querySelectorAll("main details")) details.setAttribute("open", "");
    await hover();
    expect([place, made(), document.title.includes(mark)]).toEqual([place, 0, false]);
  }
  // the name stands there as it was typed
  await eventually(() => expect(text("main")).toContain(hostile[1] ?? ""));
  expect(made()).toBe(0);
});
