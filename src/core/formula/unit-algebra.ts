import type { ArithmeticOperator } from "./node.ts";
import type { Unit } from "./types.ts";

const amounts: ReadonlySet<Unit> = new Set<Unit>(["yuan", "share", "count", "number"]);

/** Units that can be added to themselves and scaled; a date is a place in time, not a quantity. */
export const isQuantity = (unit: Unit): boolean => amounts.has(unit);

/** Units that stand for a number of things: a bare number takes this role too. */
export const isCount = (unit: Unit): boolean => unit === "count" || unit === "number";

/** The unit both sides share; a bare number takes the unit of its neighbour. Undefined where they differ. */
export function commonUnit(one: Unit, other: Unit): Unit | undefined {
  if (one === other) return one;
  if (one === "number" && isQuantity(other)) return other;
  if (other === "number" && isQuantity(one)) return one;
  return undefined;
}

const products: Readonly<Record<string, Unit>> = {
  "yuan*share": "yuan",
  "yuan*count": "yuan",
  "share*share": "share",
  "share*count": "share",
  "count*share": "count",
  "count*count": "count",
};

const quotients: Readonly<Record<string, Unit>> = {
  "yuan/yuan": "share",
  "yuan/share": "yuan",
  "yuan/count": "yuan",
  "share/share": "share",
  "share/count": "share",
  "count/count": "share",
  "count/share": "count",
  "number/share": "share",
  "number/count": "share",
};

const arithmetic: Readonly<Record<ArithmeticOperator, (left: Unit, right: Unit) => Unit | undefined>> = {
  "+": (left, right) => (left === "date" || right === "date" ? shiftedDate(left, right) : quantityUnit(left, right)),
  "-": (left, right) => {
    if (left === "date" && right === "date") return "count";
    return left === "date" && isCount(right) ? "date" : quantityUnit(left, right);
  },
  "*": (left, right) => {
    if (left === "number") return isQuantity(right) ? right : undefined;
    if (right === "number") return isQuantity(left) ? left : undefined;
    return products[`${left}*${right}`] ?? (right === "yuan" ? products[`${right}*${left}`] : undefined);
  },
  "/": (left, right) => (right === "number" && isQuantity(left) ? left : quotients[`${left}/${right}`]),
  "^": (left, right) => ((left === "share" || left === "number") && isCount(right) ? left : undefined),
};

function quantityUnit(left: Unit, right: Unit): Unit | undefined {
  const common = commonUnit(left, right);
  return common !== undefined && isQuantity(common) ? common : undefined;
}

function shiftedDate(left: Unit, right: Unit): Unit | undefined {
  return isCount(left) || isCount(right) ? "date" : undefined;
}

/** Unit of `left operator right`; undefined where it makes no sense, such as 元 + count or 元 × 元. */
export const arithmeticUnit = (operator: ArithmeticOperator, left: Unit, right: Unit): Unit | undefined =>
  arithmetic[operator](left, right);

/** Whether a formula of unit `found` can stand where `expected` is wanted. */
export function fits(found: Unit, expected: Unit): boolean {
  if (expected === "number") return found !== "yuan" && isQuantity(found);
  return found === expected || (found === "number" && isQuantity(expected));
}
