import axe from "axe-core";
import { mount, unmount } from "svelte";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { xicheng202371 } from "../../rules/xicheng-2023-71/policy.ts";
import handCheck from "../../samples/hand-check-30.xlsx?url";
import App from "../../src/app/App.svelte";
import { publishedScenario } from "../../src/core/policy/scenario.ts";
import { createEngine } from "../../src/engine/in-process.ts";
import "../../src/app/styles/tokens.css";
import "../../src/app/styles/base.css";

let app: Record<string, unknown>;
beforeEach(() => {
  localStorage.clear();
  location.hash = "#report";
  app = mount(App, { target: document.body, props: { policy: xicheng202371, engine: createEngine(xicheng202371) } });
});
afterEach(() => unmount(app));

const page = (): string => document.querySelector("main")?.textContent ?? "";
const button = (name: string): HTMLButtonElement | undefined =>
  [...document.querySelectorAll("main button")].find(
    (each): each is HTMLButtonElement => each instanceof HTMLButtonElement && each.textContent.trim() === name,
  );

async function choose(text: string): Promise<void> {
  await vi.waitFor(() => expect(button("选择文件…")).toBeDefined(), { timeout: 20_000 });
  const field = document.querySelector('main input[type="file"]');
  if (!(field instanceof HTMLInputElement)) throw new Error("the page must have a field for a file");
  const files = new DataTransfer();
  files.items.add(new File([text], "试算二五.csv"));
  field.files = files.files;
  field.dispatchEvent(new Event("change", { bubbles: true }));
}

it("lists what was edited in a sheet of parameters, and keeps its scenario", { timeout: 60_000 }, async () => {
  await choose("键,值\nm06.补助比例,25%\n资金池口径,都行\n");
  await vi.waitFor(() => expect(page()).toContain("试算二五.csv：导出后改动了 1 处。"), { timeout: 20_000 });
  const [line] = document.querySelectorAll("main section li");
  expect(line?.textContent).toContain("由 30% 改为 25%");
  expect(page()).toContain("B3");
  expect(page()).toContain("「都行」不能采用");
  const { violations } = await axe.run(document.body);
  expect(violations).toEqual([]);
  button("存入情景列表")?.click();
  await vi.waitFor(() => expect(page()).toContain("已存入情景列表"));
  location.hash = "#scenarios";
  await vi.waitFor(() => expect(page()).toContain("已保存 1 个情景"), { timeout: 20_000 });
});

it("says that a roster is no report", async () => {
  await choose("统一社会信用代码,企业名称\n");
  await vi.waitFor(() => expect(page()).toContain("没有可以打开的参数"), { timeout: 20_000 });
});

it(
  "offers a report that is dropped as a roster, warns of another policy and roster, and makes it the scenario",
  { timeout: 120_000 },
  async () => {
    await unmount(app);
    location.hash = "#roster";
    const props = { policy: xicheng202371, engine: createEngine(xicheng202371), sample: handCheck };
    app = mount(App, { target: document.body, props });
    await vi.waitFor(() => expect(document.querySelector("main .drop")).not.toBeNull(), { timeout: 60_000 });
    const other = createEngine({ ...xicheng202371, title: "另一版" });
    const roster = new TextEncoder().encode("统一社会信用代码,企业名称,从业人员\n91110000600037341L,甲,5\n");
    await other.load(roster, "另一份.csv");
    const scenario = { ...publishedScenario, name: "试算", values: { "m06.补助比例": 0.2 } };
    const bytes = await other.report({ scenario, language: "zh", masked: false, charts: [], writtenAt: "" });
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([new Uint8Array(bytes)], "报告.xlsx"));
    window.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
    await vi.waitFor(() => expect(page()).toContain("报告.xlsx：导出后参数没有改动"), { timeout: 60_000 });
    expect(location.hash).toBe("#report");
    expect(page()).toContain("这份报告由另一版规则写出，请核对各项参数");
    await vi.waitFor(() => expect(page()).toContain("这份报告写的是另一份名册（另一份.csv）"), { timeout: 60_000 });
    button("作为当前情景")?.click();
    await vi.waitFor(() => expect(document.querySelector("header")?.textContent).toContain("已改 1 处"));
  },
);
