import { describe, expect, it } from "vitest";
import { xicheng202371 } from "../../../rules/xicheng-2023-71/policy.ts";
import { clauseSegments } from "../../../src/app/policy/clause-segments.ts";

const { articles, parameters } = xicheng202371;

describe("the clause cut at its numbers", () => {
  it.each(articles)("joins again to the text as printed in article $number", ({ number, text }) => {
    expect(
      clauseSegments(number, text, parameters)
        .map((segment) => segment.text)
        .join(""),
    ).toBe(text);
  });

  it("offers the four numbers of article 14 in the order of the text", () => {
    const text = articles.find(({ number }) => number === 14)?.text ?? "";
    const figures = clauseSegments(14, text, parameters).flatMap((segment) =>
      segment.kind === "figure" ? [[segment.text, segment.parameters.map(({ key }) => key)]] : [],
    );
    expect(figures).toEqual([
      ["5000万元", ["m14.资金池规模"]],
      ["30%", ["m14.补偿比例"]],
      ["500万元", ["m14.单项上限"]],
      ["700万元", ["m14.专精特新单项上限"]],
    ]);
  });

  it("leaves no parameter with a clause out of reach", () => {
    const shown = articles.flatMap(({ number, text }) =>
      clauseSegments(number, text, parameters).flatMap((segment) =>
        segment.kind === "figure" ? segment.parameters.map(({ key }) => key) : [],
      ),
    );
    expect(shown.sort()).toEqual(
      parameters
        .filter(({ clause }) => clause)
        .map(({ key }) => key)
        .sort(),
    );
  });
});
