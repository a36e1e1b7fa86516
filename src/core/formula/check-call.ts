import type { Checker } from "./checker.ts";
import { describe, report } from "./checker.ts";
import type { CheckedNode, FormulaNode, FunctionName } from "./node.ts";
import { unitLabels } from "./problem.ts";
import type { Unit } from "./types.ts";
import { commonUnit, isCount, isQuantity } from "./unit-algebra.ts";

type Call = Extract<FormulaNode, { kind: "call" }>;

/** What an argument must be; `same` ones must agree and give the function its unit. */
type Role = "same" | "same-quantity" | "quantity" | "count" | "date" | "truth";

interface Signature {
  readonly minimum: number;
  readonly maximum: number;
  /** Role of the argument at an index. */
  readonly role: (index: number) => Role;
  /** Unit of the value; absent: the unit its `same` or `quantity` arguments agree on. */
  readonly unit?: Unit;
}

const MOST_ARGUMENTS = 255;
const all = (role: Role) => (): Role => role;
const one = (role: Role, unit?: Unit): Signature => ({
  minimum: 1,
  maximum: 1,
  role: all(role),
  ...(unit === undefined ? {} : { unit }),
});
const many = (role: Role, unit?: Unit): Signature => ({ ...one(role, unit), maximum: MOST_ARGUMENTS });
const rounding: Signature = { minimum: 2, maximum: 2, role: (index) => (index === 0 ? "quantity" : "count") };

const signatures: Readonly<Record<FunctionName, Signature>> = {
  MIN: many("same"),
  MAX: many("same"),
  SUM: many("same-quantity"),
  IF: { minimum: 3, maximum: 3, role: (index) => (index === 0 ? "truth" : "same") },
  IFS: { minimum: 2, maximum: 254, role: (index) => (index % 2 === 0 ? "truth" : "same") },
  CHOOSE: { minimum: 2, maximum: 255, role: (index) => (index === 0 ? "count" : "same") },
  AND: many("truth", "truth"),
  OR: many("truth", "truth"),
  NOT: one("truth", "truth"),
  ROUND: rounding,
  ROUNDUP: rounding,
  ROUNDDOWN: rounding,
  INT: one("quantity"),
  ABS: one("quantity"),
  EDATE: { minimum: 2, maximum: 2, role: (index) => (index === 0 ? "date" : "count"), unit: "date" },
  DATE: { minimum: 3, maximum: 3, role: all("count"), unit: "date" },
  YEAR: one("date", "count"),
  MONTH: one("date", "count"),
  DAY: one("date", "count"),
};

const ordersValues = (name: FunctionName): boolean => name === "MIN" || name === "MAX";

/** Checks the arguments of a call one by one against what the function takes. */
export function checkCall(node: Call, checker: Checker): CheckedNode | undefined {
  const signature = signatures[node.function];
  if (!hasRightCount(node, signature, checker)) return undefined;
  const found: CheckedNode[] = [];
  let unit = signature.unit;
  let sound = true;
  for (const [index, argument] of node.arguments.entries()) {
    const checked = checker.check(argument, checker, { mayBeUnset: node.function === "MIN" });
    if (checked === undefined) {
      sound = false;
      continue;
    }
    const agreed = agree(signature.role(index), checked.unit, unit, node.function);
    if (agreed === "refused") {
      reportArgument(node, index, checked.unit, unit, checker);
      sound = false;
    } else if (signature.unit === undefined) unit = agreed;
    found.push(checked);
  }
  if (!sound || unit === undefined) return undefined;
  const text = checker.text.slice(node.start, node.end);
  return { kind: "call", function: node.function, arguments: found, unit, text };
}

function hasRightCount(node: Call, { minimum, maximum }: Signature, checker: Checker): boolean {
  const count = node.arguments.length;
  const pairs = node.function !== "IFS" || count % 2 === 0;
  if (count >= minimum && count <= maximum && pairs) return true;
  const wanted = minimum === maximum ? `${minimum}` : `${minimum}–${maximum}`;
  const even = node.function === "IFS" ? { zh: "（成对）", en: " (in pairs)" } : { zh: "", en: "" };
  const zh = `${node.function}需要${wanted}个参数${even.zh}，现有${count}个`;
  report(checker, "argument-count", node, zh, `${node.function} takes ${wanted} arguments${even.en}, found ${count}`);
  return false;
}

/** The unit agreed on after this argument, or "refused". */
function agree(role: Role, found: Unit, agreed: Unit | undefined, name: FunctionName): Unit | undefined | "refused" {
  switch (role) {
    case "count":
      return isCount(found) ? agreed : "refused";
    case "date":
    case "truth":
      return found === role ? agreed : "refused";
    case "quantity":
      return isQuantity(found) ? found : "refused";
    case "same-quantity":
      return isQuantity(found) ? join(found, agreed) : "refused";
    case "same":
      if (found === "text" || (found === "truth" && ordersValues(name))) return "refused";
      return join(found, agreed);
  }
}

const join = (found: Unit, agreed: Unit | undefined): Unit | "refused" =>
  agreed === undefined ? found : (commonUnit(found, agreed) ?? "refused");

function reportArgument(node: Call, index: number, found: Unit, agreed: Unit | undefined, checker: Checker): void {
  const role = signatures[node.function].role(index);
  const wanted = wantedUnit(role, agreed);
  const zh = `${node.function}的第${index + 1}个参数应为${unitLabels[wanted].zh}，实为${unitLabels[found].zh}`;
  const en = `argument ${index + 1} of ${node.function} should be ${describe(wanted)}, found ${describe(found)}`;
  report(checker, "unit-mismatch", node.arguments[index] ?? node, zh, en);
}

function wantedUnit(role: Role, agreed: Unit | undefined): Unit {
  if (role === "count" || role === "date" || role === "truth") return role;
  return agreed ?? "number";
}
