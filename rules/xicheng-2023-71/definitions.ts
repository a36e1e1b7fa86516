import type { Definition, YearLookup } from "../../src/core/policy/policy.ts";

/** A title is valid from its date to its expiry; expiry blank: three years, from then on unknown. */
const titleValid = (name: string, english: string, title: string): Definition => ({
  name,
  label: { zh: `${title}称号在检验日有效`, en: `${english} valid on the test day` },
  formula:
    `AND(${title}认定日期<>"",${title}认定日期<=检验日,` +
    `IF(${title}到期日期="",IF(检验日<EDATE(${title}认定日期,36),TRUE,待核实),检验日<${title}到期日期))`,
});

const certificateValid = (column: string): string => `AND(${column}<>"",${column}<=检验日,检验日<EDATE(${column},36))`;

/** Names over 检验日, section 2 and 3 of the calculation model. */
export const definitions: readonly Definition[] = [
  {
    name: "在区",
    label: { zh: "检验日在区", en: "In the district on the test day" },
    formula:
      'IF(AND(迁入日期<>"",迁出日期<>"",迁出日期<=迁入日期),待核实,' +
      'AND(OR(迁入日期="",迁入日期<=检验日),OR(迁出日期="",迁出日期>检验日)))',
  },
  titleValid("市级专精特新有效", "Municipal 专精特新 title", "市级专精特新"),
  titleValid("市级小巨人有效", "Municipal little giant title", "市级小巨人"),
  titleValid("国家级小巨人有效", "National little giant title", "国家级小巨人"),
  {
    name: "持有专精特新称号",
    label: { zh: "检验日持有任一专精特新称号", en: "Holds any of the three titles on the test day" },
    formula: "OR(市级专精特新有效,市级小巨人有效,国家级小巨人有效)",
  },
  {
    name: "国高新证书有效",
    label: { zh: "检验日国高新证书有效", en: "High-tech certificate valid on the test day" },
    formula: `OR(${certificateValid("国高新首次取得日期")},${certificateValid("国高新最近发证日期")})`,
  },
];

export const baseEligibility = "AND(是中小微企业,区内注册,区内纳税,独立核算,在区,NOT(经营异常或失信))";

export const soleTraderTest = 'OR(组织形式="",组织形式<>"个体工商户")';

export const yearLookups: readonly YearLookup[] = [
  { name: "上年区级综合贡献", english: "contribution of the year before", family: "区级综合贡献", offset: -1 },
  { name: "前年区级综合贡献", english: "contribution two years before", family: "区级综合贡献", offset: -2 },
];
