import axe from "axe-core";
import { mount, unmount } from "svelte";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { xicheng202371 } from "../../rules/xicheng-2023-71/policy.ts";
import handCheck from "../../samples/hand-check-30.xlsx?url";
import sample from "../../samples/demo-district.xlsx?url";
import App from "../../src/app/App.svelte";
import { createEngine } from "../../src/engine/in-process.ts";
import { departmentsOf } from "../../src/core/policy/cells.ts";
import { departmentName } from "../../src/core/policy/department-name.ts";
import { unpackParts } from "../../src/spreadsheet/part-package.ts";
import { readWorkbook } from "../../src/spreadsheet/read-workbook.ts";
import "../../src/app/styles/tokens.css";
import "../../src/app/styles/base.css";

/** Writing takes some seconds of a quiet machine. */
const PATIENCE = 120_000;

let app: Record<string, unknown>;
const saved: Blob[] = [];

function open(props: { sample?: string } = { sample }): void {
  location.hash = "#report";
  app = mount(App, {
    target: document.body,
    props: { policy: xicheng202371, engine: createEngine(xicheng202371), ...props },
  });
}

const button = (): HTMLButtonElement | null => document.querySelector("main .primary");
const state = (): string => document.querySelector("main section [role=status]")?.textContent?.trim() ?? "";
const ready = (): Promise<void> =>
  vi.waitFor(() => expect(button()?.disabled).toBe(false), { timeout: 60_000, interval: 50 });

async function savedSheets(): Promise<readonly string[]> {
  const file = saved[0];
  if (!file) throw new Error("a file must have been handed to the browser");
  const workbook = await readWorkbook(new Uint8Array(await file.arrayBuffer()), "report.xlsx");
  if ("refused" in workbook) throw new Error(workbook.refused.code);
  return workbook.sheets.map(({ name }) => name);
}

beforeEach(() => {
  localStorage.clear();
  saved.length = 0;
  // the browser's own door for files, watched
  const original = URL.createObjectURL.bind(URL);
  vi.spyOn(URL, "createObjectURL").mockImplementation((object) => {
    if (object instanceof Blob && object.type === "") saved.push(object);
    return original(object);
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  return unmount(app);
});

it(
  "writes a workbook with every kind of sheet, pictures among them, and saves it",
  { timeout: 2 * PATIENCE },
  async () => {
    open();
    await ready();
    button()?.click();
    await vi.waitFor(() => expect(state()).toMatch(/^已保存 惠企政策测算报告-.*\.xlsx/), { timeout: PATIENCE });
    const names = await savedSheets();
    expect(names.slice(0, 6)).toEqual(["封面与摘要", "情景与变更", "参数", "假设与口径", "措施×年度", "部门×年度"]);
    for (const name of [
      "第六条明细",
      "担保池台账",
      "基金台账",
      "图表",
      "企业汇总",
      "数据质量",
      "核对",
      "条款原文",
      "运行记录",
    ])
      expect(names).toContain(name);
  },
);

it("stops when asked and saves nothing", async () => {
  open();
  await ready();
  button()?.click();
  const stop = await vi.waitFor(() => {
    const found = document.querySelector<HTMLButtonElement>("main section [role=status] button");
    if (!found) throw new Error("there must be a button to stop");
    return found;
  });
  stop.click();
  await vi.waitFor(() => expect(state()).toContain("已停止"), { timeout: 60_000 });
  expect(saved).toEqual([]);
});

it("says why nothing can be written while there is no roster", async () => {
  open({});
  await expect.poll(() => button()?.disabled).toBe(true);
  expect(document.getElementById(button()?.getAttribute("aria-describedby") ?? "")?.textContent).toContain(
    "还没有名册",
  );
});

it.each(["light", "dark"])("has no barrier that axe can find in the %s theme", async (theme) => {
  localStorage.setItem("cesuan.theme", theme);
  open();
  await ready();
  const { violations } = await axe.run();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
});

it(
  "writes a workbook of every department into one archive, names in the report's language",
  { timeout: PATIENCE },
  async () => {
    open({ sample: handCheck });
    await ready();
    const choose = (text: string): void => {
      for (const label of document.querySelectorAll<HTMLLabelElement>("main fieldset label"))
        if (label.textContent.trim() === text) label.click();
    };
    choose("English");
    const each = [...document.querySelectorAll<HTMLButtonElement>("main .actions button")].find(({ textContent }) =>
      textContent.includes("逐部门各写一本"),
    );
    each?.click();
    await vi.waitFor(() => expect(state()).toMatch(/^已保存 policy-exposure-report-.*-departments\.zip/u), {
      timeout: PATIENCE,
    });
    const open2 = unpackParts(new Uint8Array((await saved[0]?.arrayBuffer()) ?? new ArrayBuffer()));
    if (typeof open2 !== "function") throw open2;
    const day = /report-(\d{4}-\d\d-\d\d)-/u.exec(state())?.[1] ?? "";
    for (const department of departmentsOf(xicheng202371)) {
      const english = departmentName(xicheng202371, department, "en");
      expect(english).not.toMatch(/\p{Script=Han}/u);
      expect(open2(`policy-exposure-report-${day}-${english}.xlsx`)?.subarray(0, 2), english).toEqual(
        new Uint8Array([0x50, 0x4b]),
      );
    }
  },
);
