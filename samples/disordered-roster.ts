import { fieldOf, type FieldId, type TableId } from "../src/core/roster/fields.ts";
import { notice, type SampleRow } from "./canonical-sheet.ts";
import { untidyCell } from "./disorder.ts";
import { Dice } from "./random.ts";
import { makeEmployment, makeGuarantees, makeProjects } from "./sample-children.ts";
import { makeFirm } from "./sample-firm.ts";
import { withHonours } from "./sample-honours.ts";
import type { SampleCell, SampleSheet } from "./write-sheets.ts";

interface UntidyColumn {
  readonly header: string;
  readonly field: FieldId;
  /** Units of the header in one 万元. */
  readonly scale?: number;
}

interface UntidySheet {
  readonly name: string;
  readonly title: string;
  readonly table: TableId;
  readonly columns: readonly UntidyColumn[];
  readonly rows: readonly SampleRow[];
  /** The column a totals row adds up. */
  readonly totalled: FieldId;
}

const FIRST_SERIAL = 5001;
const FIRMS = 60;
const SEED = 2023;
const YUAN = 10_000;
const HEADER_ROW = 4;

const firmColumns: readonly UntidyColumn[] = [
  { header: "企业全称", field: "name" },
  { header: "营业收入（万元）", field: "revenue" },
  { header: "从业人数(人)", field: "employees" },
  { header: "企业信用代码*", field: "uscc" },
  { header: "所属行业代码", field: "industryCode" },
  { header: "企业规模", field: "declaredSize" },
  { header: "资产总计（元）", field: "assets", scale: YUAN },
  { header: "金融业资产总额", field: "financialAssets" },
  { header: "是否区内注册", field: "registered" },
  { header: "是否区内纳税", field: "taxed" },
  { header: "是否独立核算", field: "independent" },
  { header: "是否经营异常", field: "abnormal" },
  { header: "成立时间", field: "founded" },
  { header: "２０２４年营业收入（元）", field: "revenue2024", scale: YUAN },
  { header: "2025年营业收入 (元)", field: "revenue2025", scale: YUAN },
  { header: "2024年区级综合贡献（元）", field: "contribution2024", scale: YUAN },
  { header: "2025年区级综合贡献（元）", field: "contribution2025", scale: YUAN },
  { header: "专精特新认定时间", field: "cityTitleDate" },
  { header: "专精特新有效期至", field: "cityTitleExpiry" },
  { header: "国高新首次认定日期", field: "certificateFirst" },
  { header: "高新证书发证日期", field: "certificateLatest" },
];

const projectColumns: readonly UntidyColumn[] = [
  { header: "项目类别", field: "projectType" },
  { header: "项目名称", field: "projectName" },
  { header: "信用代码", field: "uscc" },
  { header: "项目验收日期", field: "acceptedDate" },
  { header: "项目总投资（元）", field: "investment", scale: YUAN },
  { header: "市级补贴（万元）", field: "citySubsidy" },
  { header: "审计费(元)", field: "auditFee", scale: YUAN },
];

const guaranteeColumns: readonly UntidyColumn[] = [
  { header: "合同编号", field: "guaranteeNumber" },
  { header: "借款人信用代码", field: "uscc" },
  { header: "担保公司", field: "guarantor" },
  { header: "担保额（万元）", field: "guaranteed" },
  { header: "是否政府性担保", field: "governmentGuarantor" },
  { header: "起始日", field: "startDate" },
  { header: "到期日", field: "endDate" },
];

const employmentColumns: readonly UntidyColumn[] = [
  { header: "用工类别", field: "employmentType" },
  { header: "税号", field: "uscc" },
  { header: "用工人数", field: "headcount" },
  { header: "入职日期", field: "jobStart" },
  { header: "离职日期", field: "jobEnd" },
];

/** The tables of the disordered roster, before many hands keyed them. */
export function disorderedTables(): readonly UntidySheet[] {
  const dice = new Dice(SEED);
  const firms = Array.from({ length: FIRMS }, (_, index) => withHonours(dice, makeFirm(dice, FIRST_SERIAL + index)));
  return [
    {
      name: "2026年企业名册",
      title: "示例区中小微企业名册（示例数据）",
      table: "enterprises",
      columns: firmColumns,
      rows: firms.map(({ row }) => row),
      totalled: "revenue",
    },
    {
      name: "项目清单",
      title: "示例区项目清单（示例数据）",
      table: "projects",
      columns: projectColumns,
      rows: makeProjects(dice, firms),
      totalled: "citySubsidy",
    },
    {
      name: "担保业务明细",
      title: "示例区担保业务明细（示例数据）",
      table: "guarantees",
      columns: guaranteeColumns,
      rows: makeGuarantees(dice, firms),
      totalled: "guaranteed",
    },
    {
      name: "用工情况",
      title: "示例区用工情况（示例数据）",
      table: "employment",
      columns: employmentColumns,
      rows: makeEmployment(dice, firms),
      totalled: "headcount",
    },
  ];
}

/** 60 firms as rosters come: titles above, other words and orders, texts for numbers, totals and notes. */
export const disorderedRoster = (): readonly SampleSheet[] => [
  notice("策算示例：一份未经整理的名册", [
    "用于查看导入：表头、列序、单位、日期和数字的写法各不相同，含空行、合计行、隐藏行和表下附注。",
  ]),
  ...disorderedTables().map(untidySheet),
];

function untidySheet({ name, title, table, columns, rows, totalled }: UntidySheet): SampleSheet {
  const body = rows.flatMap((row, index) => {
    const cells = columns.map(({ field, scale = 1 }, position) =>
      untidyCell(fieldOf(table, field), row[field], index * 7 + position, scale),
    );
    const filled: SampleCell[] = [index + 1, ...cells];
    return index % 20 === 19 ? [filled, []] : [filled];
  });
  return {
    name,
    width: 18,
    headerRow: HEADER_ROW,
    hiddenRows: table === "enterprises" ? [HEADER_ROW + 12] : [],
    merges: ["A1:E1"],
    rows: [
      [title],
      ["填报单位：示例街道"],
      [],
      ["序号", ...columns.map(({ header }) => header)],
      ...body,
      ["合 计", ...columns.map(({ field }) => (field === totalled ? sum(rows, field) : undefined))],
      [],
      ["注：1. 本表为示例数据。"],
      ["2. 空白表示未填报。"],
    ],
  };
}

function sum(rows: readonly SampleRow[], field: FieldId): number {
  const amounts = rows.map((row) => row[field]).filter((value) => typeof value === "number");
  return Math.round(amounts.reduce((total, amount) => total + amount, 0) * 100) / 100;
}
