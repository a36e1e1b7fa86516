import { parseIsoDay } from "../src/core/date/day.ts";
import { fieldOf, type TableId } from "../src/core/roster/fields.ts";
import { canonicalSheet, notice, type SampleRow } from "./canonical-sheet.ts";
import { sampleCode } from "./sample-code.ts";
import type { SampleSheet } from "./write-sheets.ts";

const FIRST_SERIAL = 9000;

/** Code of firm 1 to 30. */
const firm = (number: number): string => sampleCode(FIRST_SERIAL + number);

const ordinary: SampleRow = {
  entityForm: "企业法人",
  industryCode: "6513",
  employees: 50,
  revenue: 2000,
  assets: 1500,
  declaredSize: "小型",
  registered: true,
  taxed: true,
  independent: true,
  abnormal: false,
  residentStartup: false,
  founded: "2015-01-05",
};

/** What sets a firm apart from the ordinary one; docs/hand-check.md works each of them by hand. */
const peculiar: Readonly<Record<number, SampleRow>> = {
  6: { taxed: undefined },
  7: { cityTitleDate: "2023-06-28", cityTitleExpiry: "2026-06-28", contribution2022: 100 },
  8: { cityTitleDate: "2021-06-15", cityTitleExpiry: "2024-06-15" },
  9: { scaleUpAward: 50, scaleUpDate: "2023-08-15" },
  10: { scaleUpAward: 150, scaleUpDate: "2024-12-01" },
  11: { cityTitleDate: "2024-03-15", cityTitleExpiry: "2027-03-15", contribution2023: 12.34 },
  12: {
    cityTitleDate: "2023-06-15",
    cityTitleExpiry: "2026-06-15",
    nationalGiantDate: "2025-03-15",
    nationalGiantExpiry: "2028-03-15",
    contribution2022: 500,
    contribution2024: 600,
  },
  13: {
    movedIn: "2024-09-01",
    cityGiantDate: "2023-01-10",
    cityGiantExpiry: "2026-01-10",
    sameKindReceived: 20,
    contribution2023: 200,
  },
  14: { cityTitleDate: "2025-06-28", cityTitleExpiry: "2028-06-28" },
  15: { certificateFirst: "2023-12-20", certificateLatest: "2023-12-20" },
  16: { certificateFirst: "2024-11-05", certificateLatest: "2024-11-05", movedOut: "2026-03-31" },
  17: { certificateFirst: "2020-12-02", certificateLatest: "2023-11-30", certificateFirstAward: "2021-08-30" },
  18: { movedIn: "2024-05-06", certificateFirst: "2022-11-10", certificateLatest: "2022-11-10" },
  19: { neeqDate: "2024-07-01" },
  20: { listingMarket: "境内", listingAccepted: "2023-10-10", listedDate: "2024-12-12" },
  21: { listingMarket: "境外", listedDate: "2025-05-20", paid12: 50 },
  23: { cityTitleDate: "2022-06-15", cityTitleExpiry: "2025-06-15" },
  26: { residentStartup: true, founded: "2022-08-01", annualRent: 6 },
  27: { residentStartup: true, founded: "2021-03-01", annualRent: 2.4, entityForm: "个体工商户" },
  28: { industryCode: "7262" },
  29: { abnormal: true, cityTitleDate: "2024-06-15", cityTitleExpiry: "2027-06-15" },
  30: { employees: 400, revenue: 20_000, declaredSize: "大型", scaleUpAward: 50, scaleUpDate: "2024-05-05" },
};

const enterprises = Array.from({ length: 30 }, (_, index): SampleRow => {
  const number = index + 1;
  return {
    uscc: firm(number),
    name: `示例核对${String(number).padStart(2, "0")}号公司`,
    ...ordinary,
    ...peculiar[number],
  };
});

const projects: readonly SampleRow[] = [
  { uscc: firm(1), projectName: "示例甲", projectType: "节能技改", investment: 1000, acceptedDate: "2024-05-10" },
  {
    uscc: firm(2),
    projectName: "示例乙",
    projectType: "新能源",
    investment: 500,
    citySubsidy: 400,
    acceptedDate: "2025-03-15",
  },
  {
    uscc: firm(3),
    projectName: "示例丙",
    projectType: "清洁生产中高费",
    investment: 800,
    citySubsidy: 160,
    acceptedDate: "2024-11-20",
  },
  {
    uscc: firm(4),
    projectName: "示例丁",
    projectType: "清洁生产中高费",
    investment: 300,
    citySubsidy: 0,
    acceptedDate: "2024-11-20",
  },
  { uscc: firm(5), projectName: "示例戊", projectType: "能源审计", auditFee: 15, acceptedDate: "2023-09-01" },
  { uscc: firm(6), projectName: "示例己", projectType: "能源审计", auditFee: 8.5, acceptedDate: "2026-02-10" },
  { uscc: firm(7), projectName: "示例庚", projectType: "数字化转型", investment: 600, acceptedDate: "2024-04-01" },
  { uscc: firm(7), projectName: "示例辛", projectType: "数字化转型", investment: 900, acceptedDate: "2025-10-15" },
  { uscc: firm(8), projectName: "示例壬", projectType: "数字化转型", investment: 100, acceptedDate: "2025-01-10" },
];

const guarantees: readonly SampleRow[] = [
  {
    uscc: firm(22),
    guaranteeNumber: "示例保01",
    governmentGuarantor: true,
    guaranteed: 1000,
    startDate: "2024-01-15",
    endDate: "2025-01-15",
    compensationDate: "2025-04-20",
    compensation: 900,
    recovered: 100,
    recoveredDate: "2026-01-05",
  },
  {
    uscc: firm(23),
    guaranteeNumber: "示例保02",
    governmentGuarantor: true,
    guaranteed: 3000,
    startDate: "2023-08-01",
    endDate: "2024-08-01",
    compensationDate: "2024-10-10",
    compensation: 2500,
  },
  {
    uscc: firm(23),
    guaranteeNumber: "示例保03",
    governmentGuarantor: false,
    guaranteed: 200,
    startDate: "2023-11-01",
    endDate: "2024-11-01",
    compensationDate: "2025-02-02",
    compensation: 200,
  },
];

const employment: readonly SampleRow[] = [
  { uscc: firm(24), employmentType: "岗位二档", headcount: 3, jobStart: "2024-04-10" },
  { uscc: firm(25), employmentType: "岗位一档", headcount: 2, jobStart: "2025-11-03", jobEnd: "2026-02-20" },
  { uscc: firm(25), employmentType: "职业培训", headcount: 25, jobStart: "2025-06-05" },
];

const hrServices: readonly SampleRow[] = [
  { agency: firm(28), employer: firm(29), serviceFee: 12.5, serviceDate: "2024-03-03" },
  { agency: firm(28), employer: firm(1), serviceFee: 8, serviceDate: "2025-09-09" },
];

/** Dates above are written as people write them; a workbook holds days. */
const withDays = (table: TableId, rows: readonly SampleRow[]): SampleRow[] =>
  rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([id, value]) => [
        id,
        fieldOf(table, id).type === "date" && typeof value === "string" ? parseIsoDay(value) : value,
      ]),
    ),
  );

/** 30 firms whose payments docs/hand-check.md derives without the program. */
export const handCheck = (): readonly SampleSheet[] => [
  notice("策算示例：三十户手工核对名册", ["每户应付金额的逐项手工推算见 docs/hand-check.md。"]),
  canonicalSheet("enterprises", withDays("enterprises", enterprises)),
  canonicalSheet("projects", withDays("projects", projects)),
  canonicalSheet("guarantees", withDays("guarantees", guarantees)),
  canonicalSheet("employment", withDays("employment", employment)),
  canonicalSheet("hrServices", withDays("hrServices", hrServices)),
];
