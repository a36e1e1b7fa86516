import { mount, unmount } from "svelte";
import { expect, it, vi } from "vitest";
import { xicheng202371 } from "../../rules/xicheng-2023-71/policy.ts";
import sample from "../../samples/demo-district.xlsx?url";
import { describeInWorker } from "../../src/analysis/describe-in-worker.ts";
import App from "../../src/app/App.svelte";
import "../../src/app/styles/tokens.css";
import { createEngine } from "../../src/engine/in-process.ts";

it("describes columns in a worker of the browser, and brings its errors back", async () => {
  const described = await describeInWorker([Float64Array.of(10, 4, 2, 5, 4), new Float64Array()]);
  expect(described).toMatchObject([{ count: 5, mean: 5, standardDeviation: 3, median: 4 }, undefined]);
  await expect(describeInWorker([Float64Array.of(NaN)])).rejects.toThrow(/finite numbers only/);
});

it("shows on the roster's page, when opened, how the numbers of the sample are spread", async () => {
  localStorage.clear();
  location.hash = "#roster";
  const engine = createEngine(xicheng202371);
  const app = mount(App, { target: document.body, props: { policy: xicheng202371, engine, sample } });
  const details = await vi.waitUntil(() => document.querySelector("details"), { timeout: 30_000 });
  expect(details.querySelector("tbody")).toBeNull();
  details.open = true;
  const row = await vi.waitUntil(() => details.querySelector("tbody tr"), { timeout: 30_000 });
  const cells = [...row.querySelectorAll("td")].map(({ textContent }) => Number(textContent.replaceAll(",", "")));
  const [count = 0, , , least = 0, lower = 0, median = 0, upper = 0, most = 0] = cells;
  const employees = (await engine.numbers("enterprises")).find(({ field }) => field.id === "employees");
  expect(row.querySelector("th")?.textContent).toContain("从业人员");
  expect(count).toBe(employees?.values.length);
  expect([least, most]).toEqual([Math.min(...(employees?.values ?? [])), Math.max(...(employees?.values ?? []))]);
  expect([least, lower, median, upper, most]).toEqual([least, lower, median, upper, most].toSorted((a, b) => a - b));
  await unmount(app);
});
