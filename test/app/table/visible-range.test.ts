import { expect, it } from "vitest";
import { columnEdges, scrolledTo, visibleColumns, visibleRows } from "../../../src/app/table/visible-range.ts";

const edges = columnEdges([100, 50, 200]);

it("shows the rows of the viewport and a few beside it, within the table", () => {
  expect(visibleRows(0, 320, 32, 100_000, 2)).toEqual({ first: 0, end: 12 });
  expect(visibleRows(3200, 320, 32, 100_000, 2)).toEqual({ first: 98, end: 112 });
  expect(visibleRows(3_199_680, 320, 32, 100_000, 2)).toEqual({ first: 99_988, end: 100_000 });
  expect(visibleRows(0, 320, 32, 0, 2)).toEqual({ first: 0, end: 0 });
});

it("shows the columns that any part of the viewport touches", () => {
  expect(visibleColumns(0, 100, edges)).toEqual({ first: 0, end: 1 });
  expect(visibleColumns(99, 2, edges)).toEqual({ first: 0, end: 2 });
  expect(visibleColumns(149, 500, edges)).toEqual({ first: 1, end: 3 });
});

it("scrolls no further than is needed to bring a cell in, past what is covered", () => {
  expect(scrolledTo(100, 300, 200, 250, 50)).toBe(100);
  expect(scrolledTo(100, 300, 120, 150, 50)).toBe(70);
  expect(scrolledTo(100, 300, 380, 450, 50)).toBe(150);
});
