import { expect, it } from "vitest";
import { failureText } from "../../../src/app/shell/failure-text.ts";
import { failureOf } from "../../../src/app/state/failure.ts";
import { SimulationMemoryError } from "../../../src/core/simulation/trial-collector.ts";
import { EngineLostError } from "../../../src/engine/worker-session.ts";

const said = (error: unknown): string => failureText.zh(failureOf(error));

it("says in words that the worker ended, that nothing is lost and what happens next, here or told by another thread", () => {
  const told = Object.assign(new Error("crashed"), { name: "EngineLostError" });
  for (const error of [new EngineLostError("crashed"), told]) {
    expect(said(error)).toMatch(/后台计算进程中断了.*没有丢失.*重试/u);
    expect(said(error)).not.toContain("crashed");
  }
});

it("says that trials do not fit, with how many do", () => {
  expect(said(new SimulationMemoryError(5_000_000, 9e9, 2 ** 31, 1_000_000))).toMatch(
    /内存放不下.*1000000 trials fit/u,
  );
});

it("gives any other reason as it is", () => {
  expect([said(new Error("断开")), said("文字")]).toEqual(["断开", "文字"]);
});
