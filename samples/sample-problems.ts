import type { SampleRow } from "./canonical-sheet.ts";
import { damagedCode, sampleCode } from "./sample-code.ts";
import type { Firm } from "./sample-firm.ts";
import { sizeRuleOf } from "./sample-size.ts";

const edits: Readonly<Record<number, (row: SampleRow) => SampleRow>> = {
  41: (row) => ({ ...row, uscc: damagedCode(String(row["uscc"])) }),
  97: (row) => ({ ...row, employees: undefined, revenue: undefined, declaredSize: undefined }),
  143: (row) => ({ ...row, name: undefined }),
  211: (row) => ({ ...row, revenue: "约三百万" }),
  305: (row) => ({ ...row, declaredSize: "中小型" }),
  412: (row) => ({ ...row, entityForm: "分公司" }),
  518: (row) => ({ ...row, founded: "2019年6月" }),
  633: (row) => ({ ...row, contribution2025: "待核" }),
  // 亿元 written under a header in 万元
  704: (row) => ({ ...row, revenue: 0.86, revenue2025: 0.86 }),
  866: (row) => ({ ...row, uscc: damagedCode(String(row["uscc"])) }),
  951: (row) => ({ ...row, industryCode: "66" }),
  1004: (row) => ({ ...row, registered: "不详" }),
};

/** The district's firms with the slips a real roster has: wrong, blank and doubled rows. */
export function withSlips(firms: readonly Firm[]): SampleRow[] {
  const rows = firms.map(({ row }, index) => edits[index]?.(row) ?? row);
  const [same, differing] = [rows[1200] ?? {}, rows[1300] ?? {}];
  return [...rows, same, { ...differing, employees: 5, name: "示例重复登记公司" }];
}

/** Rows of the other tables that an importer has to refuse, keep apart or warn of. */
export const slips = {
  projects: [
    { uscc: sampleCode(4001), projectName: "示例外区项目", projectType: "节能技改", investment: 300 },
    { uscc: sampleCode(12), projectName: "示例类别不明项目", projectType: "技术改造", investment: 120 },
    { uscc: sampleCode(13), projectName: "示例无投资额项目", projectType: "新能源" },
  ],
  guarantees: [
    {
      uscc: sampleCode(4002),
      guaranteeNumber: "示例保9001",
      governmentGuarantor: true,
      guaranteed: 50,
      startDate: 45_400,
    },
  ],
  employment: [{ uscc: sampleCode(14), employmentType: "岗位一档", headcount: 2, jobStart: 45_600, jobEnd: 45_500 }],
} satisfies Record<string, SampleRow[]>;

const flooredCodes = ["6513", "5176", "5211", "6210", "6110", "7020", "7251", "4710", "5431", "8391"];
const flooredIndicators = ["employees", "revenue", "assets"] as const;

/** Figures exactly at the floor of 大型, and again with the first one short by one. */
export const figuresAtFloors: readonly SampleRow[] = flooredCodes.flatMap((industryCode) => {
  const { floors } = sizeRuleOf(industryCode);
  const at = Object.fromEntries(
    flooredIndicators.flatMap((indicator) => (floors[indicator] ? [[indicator, floors[indicator][0]] as const] : [])),
  );
  const short = Object.entries(at)
    .slice(0, 1)
    .map(([indicator, floor]) => [indicator, floor - 1] as const);
  const common = { industryCode, declaredSize: undefined };
  return [
    { ...common, ...at },
    { ...common, ...at, ...Object.fromEntries(short) },
  ];
});
