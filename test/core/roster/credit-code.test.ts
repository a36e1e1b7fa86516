import { describe, expect, it } from "vitest";
import { checkCharacter, isCreditCode, normaliseCode } from "../../../src/core/roster/credit-code.ts";

const valid = [
  "91110000600037341L",
  "9144030071526726XG",
  "91110000802100433B",
  "911000001000013428",
  "91100000100003962T",
  "91330100799655058B",
  "914403001922038216",
  "91110102999900003H",
  "91110102999900011C",
  "9111010299990002X4",
];
const validWithCheckZero = ["911101029999001690", "911101029999006360"];

describe("the check character of a credit code", () => {
  it.each([...valid, ...validWithCheckZero])("accepts %s", (code) => {
    expect(isCreditCode(code)).toBe(true);
  });

  it.each([...valid, ...validWithCheckZero])("refuses %s with every other last character", (code) => {
    const others = [..."0123456789ABCDEFGHJKLMNPQRTUWXY"].filter((character) => character !== code.charAt(17));
    expect(others.filter((character) => isCreditCode(code.slice(0, 17) + character))).toEqual([]);
  });

  it("is 0 when the weighted sum is a multiple of 31", () => {
    expect(checkCharacter("91110102999900169")).toBe("0");
  });

  it("does not exist for a body of another length or with a letter outside the alphabet", () => {
    expect(checkCharacter("9111000060003734")).toBeUndefined();
    expect(checkCharacter("9111000060003734O")).toBeUndefined();
  });

  it("does not accept a code of 17 or 19 characters, or a blank", () => {
    expect(["", "91110000600037341", "91110000600037341L0"].some(isCreditCode)).toBe(false);
  });
});

describe("normalising a code", () => {
  it("trims, makes full-width forms half-width and upper case", () => {
    expect(normaliseCode("\u3000９１110000600037341ｌ ")).toBe("91110000600037341L");
  });

  it("keeps a mistaken letter as it stands", () => {
    expect(normaliseCode("9111OOOO60003734IL")).toBe("9111OOOO60003734IL");
  });
});
