import { fieldOf } from "../src/core/roster/fields.ts";
import { industryMeaning } from "../src/core/roster/industry-code.ts";
import { sizeRules, type SizeIndicator, type SizeRule } from "../src/core/roster/size-standard.ts";

const sizes = fieldOf("enterprises", "declaredSize").choices ?? [];
const indicators = ["employees", "revenue", "assets", "financialAssets", "trustAssets"] as const;

/** The row of the size standards an industry code stands under. */
export function sizeRuleOf(industryCode: string): SizeRule {
  const { rule } = industryMeaning(industryCode);
  return sizeRules[rule === "open" || rule === "uncovered" ? "other" : rule];
}

/** What an honest firm declares: its class by the standards, from figures in 万元 and 亿元. */
export function declaredSize(
  industryCode: string,
  figures: Readonly<Partial<Record<SizeIndicator, number>>>,
): string | undefined {
  const rule = sizeRuleOf(industryCode);
  const level = [0, 1, 2].find((tier) =>
    indicators.every((indicator) => (figures[indicator] ?? 0) >= (rule.floors[indicator]?.[tier] ?? 0)),
  );
  return sizes[level ?? 3];
}
