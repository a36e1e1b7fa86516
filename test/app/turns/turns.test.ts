import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { inTurn } from "../../../src/app/turns/turns.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it("does pieces in the order asked, each in a task of its own, those asked for on the way last", () => {
  const done: string[] = [];
  inTurn(() => {
    done.push("first");
    inTurn(() => done.push("third"));
  });
  inTurn(() => done.push("second"));
  for (const expected of [["first"], ["first", "second"], ["first", "second", "third"]]) {
    vi.advanceTimersToNextTimer();
    expect(done).toEqual(expected);
  }
  expect(vi.getTimerCount()).toBe(0);
});

it("leaves out a piece that was taken back", () => {
  const done: string[] = [];
  const takeBack = inTurn(() => done.push("taken back"));
  inTurn(() => done.push("kept"));
  takeBack();
  vi.runAllTimers();
  expect(done).toEqual(["kept"]);
});

it("goes on behind a piece that throws", () => {
  const done: string[] = [];
  inTurn(() => {
    throw new Error("of its own");
  });
  inTurn(() => done.push("behind"));
  expect(() => vi.advanceTimersToNextTimer()).toThrow("of its own");
  vi.runAllTimers();
  expect(done).toEqual(["behind"]);
});
