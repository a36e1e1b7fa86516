import { execFile } from "node:child_process";
import { expect, test, vi } from "vitest";

// each test starts a process or two
vi.setConfig({ testTimeout: 120_000 });

const sample = "samples/hand-check-30.xlsx";

function explain(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, ["src/cli/launch.mjs", "explain", ...words], (error, out, err) => {
      resolve({ code: typeof error?.code === "number" ? error.code : 0, out, err });
    });
  });
}

test("explain prints the derivation with values, limits, the reason for what is missing and the clause", async () => {
  const { code, out } = await explain(sample, "--uscc", "91110102999990117A");
  expect(code).toBe(0);
  expect(out).toContain("应付 12.34万元，法定口径 20万元，待核实 0元");
  expect(out).toContain("MAX(0, 12.34万元 − 0元)，降到 12.34万元");
  expect(out).toContain(
    "付款 2024：限额前 20万元，应付 12.34万元，未享受 7.66万元，法定口径 20万元，受限于区级贡献上限",
  );
  expect(out).toContain("m10.档次金额.市级专精特新 = 20万元，第十条“给予20万元一次性资金奖励”");
  expect(out).toContain("新三板挂牌：“新三板挂牌日期”为空");
});

test("explain shows what the pool had for a claim, and why another is refused", async () => {
  const { out } = await explain(sample, "--uscc", " 9111010299999023x6 ");
  expect(out).toContain("申请 700万元，当时池内余额 5000万元，支付 700万元");
  expect(out).toContain("本项条件：否（“政府性担保”为否）");
});

test("explain applies the scenario's as-of date", async () => {
  const { out } = await explain(sample, "--uscc", "91110102999990117A", "--as-of", "2024-01-01");
  expect(out).toContain("认定市级专精特新：2024-03-15 晚于基准日，未计入");
});

test("a code that no row names, and a missing code, exit with 2 and say so", async () => {
  const unknown = await explain(sample, "--uscc", "91110102999990000X");
  expect([unknown.code, unknown.out]).toEqual([2, ""]);
  expect(unknown.err).toContain("各表都没有 91110102999990000X");
  const none = await explain(sample);
  expect(none.code).toBe(2);
  expect(none.err).toContain("--uscc");
});

test("explain says which instalment a payment is, with its share, and that the last takes the rest", async () => {
  const { out } = await explain(sample, "--uscc", "9111010299999015XJ");
  expect(out).toContain("付款 2024（第 1 期，33.33%）：限额前 10万元");
  expect(out).toContain("付款 2026（第 3 期，余额）：限额前 10万元");
});
