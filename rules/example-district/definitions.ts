import type { Definition } from "../../src/core/policy/policy.ts";

/** Names over 检验日 of the made-up text. */
export const definitions: readonly Definition[] = [
  {
    name: "在区",
    label: { zh: "检验日在区", en: "In the district on the test day" },
    formula: 'AND(OR(迁入日期="",迁入日期<=检验日),OR(迁出日期="",迁出日期>检验日))',
  },
];

export const baseEligibility = "AND(是中小微企业,区内注册,区内纳税,独立核算,在区,NOT(经营异常或失信))";

export const soleTraderTest = 'OR(组织形式="",组织形式<>"个体工商户")';
