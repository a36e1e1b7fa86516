import { describe, expect, it } from "vitest";
import { movedSelection, rectangleOf, selectionAt } from "../../../src/app/table/grid-selection.ts";

const last = { row: 99, column: 9 };
const moved = (row: number, column: number, key: string, held: { shift?: boolean; control?: boolean } = {}) =>
  movedSelection(selectionAt({ row, column }), { key, shift: false, control: false, ...held }, last, 20);
const cursor = (...move: Parameters<typeof moved>) => {
  const to = moved(...move)?.cursor;
  return to && [to.row, to.column];
};

describe("keys in a grid", () => {
  it("move by one cell, by a page, and to the ends, never out of the grid", () => {
    expect(cursor(5, 5, "ArrowDown")).toEqual([6, 5]);
    expect(cursor(0, 0, "ArrowLeft")).toEqual([0, 0]);
    expect(cursor(99, 9, "ArrowRight")).toEqual([99, 9]);
    expect(cursor(5, 5, "PageDown")).toEqual([25, 5]);
    expect(cursor(90, 5, "PageDown")).toEqual([99, 5]);
    expect(cursor(5, 5, "Home")).toEqual([5, 0]);
    expect(cursor(5, 5, "End")).toEqual([5, 9]);
  });

  it("lead to the header above the first row, and by control to the edges", () => {
    expect(cursor(0, 3, "ArrowUp")).toEqual([-1, 3]);
    expect(cursor(5, 5, "ArrowDown", { control: true })).toEqual([99, 5]);
    expect(cursor(5, 5, "Home", { control: true })).toEqual([-1, 0]);
    expect(cursor(5, 5, "End", { control: true })).toEqual([99, 9]);
  });

  it("draw the selection along with shift, over everything with control-A", () => {
    const drawn = moved(5, 5, "ArrowUp", { shift: true });
    expect(drawn && rectangleOf(drawn)).toEqual({ top: 4, bottom: 5, left: 5, right: 5 });
    const all = moved(5, 5, "a", { control: true });
    expect(all && rectangleOf(all)).toEqual({ top: -1, bottom: 99, left: 0, right: 9 });
  });

  it("leave other keys alone", () => {
    expect(moved(5, 5, "x")).toBeUndefined();
    expect(moved(5, 5, "Tab")).toBeUndefined();
  });
});
