import { canonicalSheet, notice, type SampleRow } from "./canonical-sheet.ts";
import { districtTables, makeFirms } from "./district-tables.ts";
import { Dice } from "./random.ts";
import { lastDay, type Firm } from "./sample-firm.ts";
import { figuresAtFloors, slips, withSlips } from "./sample-problems.ts";
import type { SampleSheet } from "./write-sheets.ts";

const FIRMS = 3000;
const SEED = 71;

/** A made-up district of 3,000 firms with all seven tables and a few ordinary slips. */
export function demoDistrict(): readonly SampleSheet[] {
  const dice = new Dice(SEED);
  const firms = makeFirms(dice, 1, FIRMS).map(atFloor);
  const tables = districtTables(dice, firms);
  return [
    notice("策算示例：一个虚构区的企业名册", [
      `企业约${FIRMS}户，七张表齐全；最新日期 2026-06-30；行业、规模、称号的构成为规划假设。`,
      "名册中有意保留少量常见问题（重复、错码、空白、不可读单元格等），供查看导入提示。",
    ]),
    canonicalSheet("enterprises", withSlips(firms)),
    canonicalSheet("projects", [...acceptedOnLastDay(tables.projects), ...slips.projects]),
    canonicalSheet("guarantees", [...tables.guarantees, ...slips.guarantees]),
    canonicalSheet("employment", [...tables.employment, ...slips.employment]),
    canonicalSheet("hrServices", tables.hrServices),
    canonicalSheet("fundInvestments", tables.fundInvestments),
    canonicalSheet("disbursements", tables.disbursements),
  ];
}

function atFloor(firm: Firm, index: number): Firm {
  const figures = figuresAtFloors[index - 20];
  return figures ? { ...firm, row: { ...firm.row, ...figures } } : firm;
}

/** The newest fact of the roster is the last project accepted. */
function acceptedOnLastDay(projects: readonly SampleRow[]): SampleRow[] {
  const last = projects.findLastIndex(({ acceptedDate }) => acceptedDate !== undefined);
  return projects.map((row, index) => (index === last ? { ...row, acceptedDate: lastDay } : row));
}
