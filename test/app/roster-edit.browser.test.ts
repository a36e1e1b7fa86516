import { afterEach, beforeEach, expect, it } from "vitest";
import { userEvent } from "vitest/browser";
import { clearStores, eventually, press, startImportPage, text, type ImportPage } from "./import-page.ts";

const database = "cesuan-roster-edit";
let page: ImportPage;

const cellOf = (row: number, column: number): HTMLElement | null =>
  document.querySelector(`[data-row="${row}"][data-column="${column}"]`);
const shown = (row: number, column: number): string => (cellOf(row, column)?.textContent ?? "").trim();
const field = (): HTMLInputElement | null => document.querySelector(".editor input");
const grid = (): HTMLElement | null => document.querySelector("[role=grid]");
const edits = (): string[] =>
  [...document.querySelectorAll('table[aria-label="改过的单元格"] tbody tr')].map((row) =>
    [...row.querySelectorAll("th, td")]
      .slice(0, 4)
      .map((cell) => cell.textContent)
      .join(" | "),
  );

/** Column of a field in the table of enterprises, 0 names the row. */
async function columnOf(id: string): Promise<number> {
  const { fields } = await page.engine.window({ table: "enterprises", search: "" }, 0, 1);
  return fields.indexOf(id) + 1;
}

/** The cursor on a cell of the first row. */
async function goTo(column: number): Promise<void> {
  await eventually(() => expect(shown(0, 0)).not.toBe(""));
  grid()?.focus();
  await userEvent.keyboard("{Control>}{Home}{/Control}{ArrowDown}");
  for (let at = 0; at < column; at++) await userEvent.keyboard("{ArrowRight}");
}

beforeEach(async () => {
  await clearStores(database);
  page = await startImportPage(database);
});
afterEach(() => page.end());

it("tells at once what is expected, loses nothing, takes what is right, and the figures follow", async () => {
  const column = await columnOf("employees");
  await goTo(column);
  const before = shown(0, column);
  await userEvent.keyboard("{F2}");
  expect(field()?.value).toBe(before.replaceAll(",", ""));
  await userEvent.fill(field() ?? document.body, "很多");
  await eventually(() => expect(text(".editor [role=alert]")).toContain("数字"));
  await userEvent.keyboard("{Enter}");
  expect(field()?.value).toBe("很多");
  await userEvent.keyboard("{Escape}");
  expect([field(), shown(0, column), document.activeElement === grid()]).toEqual([null, before, true]);
  await userEvent.keyboard("7{Enter}");
  await eventually(() => expect(edits()).toHaveLength(1));
  expect(edits()[0]).toMatch(/^企业 \| [A-Z]+\d+ \| .+ \| 7$/);
  await eventually(() =>
    expect([shown(0, column), cellOf(0, column)?.classList.contains("edited")]).toEqual(["7", true]),
  );
  expect(grid()?.getAttribute("aria-activedescendant")).toMatch(new RegExp(`-1-${column}$`));
});

it("an edit of a cell is a step of the one history: undo, redo, and taking it back alone", async () => {
  const column = await columnOf("employees");
  await goTo(column);
  const before = [shown(0, column), shown(1, column)];
  await userEvent.keyboard("7{Enter}8{Enter}");
  await eventually(() => expect(edits()).toHaveLength(2));
  await eventually(() => expect([shown(0, column), shown(1, column)]).toEqual(["7", "8"]));
  await userEvent.keyboard("{Control>}z{/Control}");
  await eventually(() => expect([shown(0, column), shown(1, column)]).toEqual(["7", before[1]]));
  await userEvent.keyboard("{Control>}{Shift>}z{/Shift}{/Control}");
  await eventually(() => expect([shown(0, column), shown(1, column)]).toEqual(["7", "8"]));
  await press("恢复原样");
  await eventually(() => expect([shown(0, column), shown(1, column)]).toEqual([before[0], "8"]));
  expect(edits()).toHaveLength(1);
});

it("edits are there again after the page is opened anew, and gone with the roster they were made in", async () => {
  const column = await columnOf("employees");
  await goTo(column);
  await userEvent.keyboard("7{Enter}");
  await eventually(() => expect(shown(0, column)).toBe("7"));
  await eventually(() => expect(edits()).toHaveLength(1));
  await page.end();
  page = await startImportPage(database);
  await goTo(column);
  await eventually(() => expect([shown(0, column), edits().length]).toEqual(["7", 1]));
  await press("回到示例名册");
  await eventually(() => expect(edits()).toHaveLength(0));
  await eventually(() => expect(shown(0, column)).not.toBe("7"));
});

it("an edit that costs its row is told with the way back", async () => {
  const column = await columnOf("uscc");
  const [first, second] = (await page.engine.window({ table: "enterprises", search: "" }, 0, 2)).rows;
  await goTo(column);
  await userEvent.keyboard("{F2}");
  await userEvent.fill(field() ?? document.body, second?.cells[column - 1] ?? "");
  await userEvent.keyboard("{Enter}");
  await eventually(() => expect(document.body.textContent).toContain("改后整行不采用"));
  await press("撤销");
  await eventually(() => expect(shown(0, 0)).toContain(first?.title));
  expect(document.body.textContent).not.toContain("改后整行不采用");
});

const issues = (): HTMLElement[] =>
  [...document.querySelectorAll<HTMLElement>("li")].filter((item) => item.querySelector(".severity"));

it("lists the issues that decide the most money first", async () => {
  await eventually(() => expect(document.body.textContent).toContain("按涉及金额从大到小排列"));
  const amounts = issues().map((item) =>
    Number(/涉及 ([\d,.]+)/.exec(item.querySelector(".amount")?.textContent ?? "")?.[1]?.replaceAll(",", "") ?? 0),
  );
  expect(amounts[0]).toBeGreaterThan(0);
  expect(amounts).toEqual(amounts.toSorted((a, b) => b - a));
});

it("a row that was refused is brought back from its issue, with what is wrong told there, too", async () => {
  const projects = async (): Promise<number> =>
    (await page.engine.window({ table: "projects", search: "" }, 0, 0)).total;
  const before = await projects();
  const refused = (): HTMLElement | undefined =>
    issues().find((item) => /「项目」D103（总投资）.*该行未计入/u.test(item.textContent ?? ""));
  await eventually(() => expect(refused()).toBeDefined());
  refused()?.querySelector<HTMLButtonElement>("button:last-of-type")?.click();
  await eventually(() => expect(document.activeElement).toBe(document.querySelector("form input")));
  await userEvent.keyboard("ab");
  await eventually(() => expect(text("form [role=alert]")).toContain("数字"));
  await userEvent.keyboard("{Enter}");
  expect(document.querySelector("form input")).not.toBeNull();
  await userEvent.keyboard("{Backspace}{Backspace}86.5{Enter}");
  await eventually(() => expect(edits()).toEqual(["项目 | D103 | （空） | 86.5万元"]));
  await expect.poll(projects, { timeout: 40_000 }).toBe(before + 1);
  await eventually(() => expect(refused()).toBeUndefined());
});

it("gives the focus back once the workbook with the errors is written", async () => {
  await eventually(() => expect(document.body.textContent).toContain("按涉及金额从大到小排列"));
  await press("下载标错的名册");
  await eventually(() => expect(document.activeElement?.textContent).toContain("下载标错的名册"));
});
