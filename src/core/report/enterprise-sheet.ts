import type { Fen } from "../money/money.ts";
import { yuanOf } from "../money/money.ts";
import type { Evaluation } from "../policy/evaluation.ts";
import { Eligibility } from "../policy/ledger.ts";
import { countCell, emptyCell, formulaCell, headingRow, quotedSheet, textCell, yuanCell } from "./report-cells.ts";
import type { ReportCell, ReportSheet } from "./report-model.ts";
import { identitiesOf, type Identities } from "./identity.ts";
import type { ReportInput } from "./report-input.ts";
import type { ReportRow } from "./report-section.ts";
import { sheetName } from "./sheet-names.ts";

const words = {
  zh: {
    title: "企业汇总（元）",
    note: "每行一家有触发的企业，按已承诺金额从大到小；为导出时的数值。未享受是限额、补差、不重复享受等原因没有支付的部分。",
    heads: ["序号", "企业名称", "统一社会信用代码", "划型", "已承诺", "法定口径", "待核实", "未享受", "涉及措施数"],
    sum: "合计",
    nobody: "无主体（额度类或不在企业表的主体）",
    sizes: ["大型", "中型", "小型", "微型", "未划型"],
  },
  en: {
    title: "Enterprises (yuan)",
    note: "One row an enterprise with a trigger, largest committed amount first; values as exported. Forgone is what caps, top-ups and no-double-benefit kept from being paid.",
    heads: [
      "No.",
      "Enterprise",
      "Credit code",
      "Size",
      "Committed",
      "Statutory basis",
      "Unverified",
      "Forgone",
      "Measures",
    ],
    sum: "Total",
    nobody: "no enterprise (envelopes, and bodies outside 企业)",
    sizes: ["large", "medium", "small", "micro", "unclassified"],
  },
} as const;

/** What one enterprise comes to; −1 is 无主体. */
interface EnterpriseSum {
  readonly enterprise: number;
  readonly committed: Fen;
  readonly statutory: Fen;
  readonly unverified: Fen;
  readonly forgone: Fen;
  /** Indices of the measures it has TRUE or UNKNOWN triggers of. */
  readonly measures: ReadonlySet<number>;
}

type Draft = { -readonly [Member in keyof EnterpriseSum]: EnterpriseSum[Member] } & { measures: Set<number> };

/** Enterprises with a trigger that is not refused, largest committed amount first, 无主体 last. */
export function enterpriseSums({ ledger }: Evaluation): readonly EnterpriseSum[] {
  const sums = new Map<number, Draft>();
  // plain loop: one pass over every payment
  for (let entry = 0; entry < ledger.count; entry++) {
    if (ledger.eligibility[entry] === Eligibility.false) continue;
    const enterprise = ledger.enterprise[entry] ?? -1;
    const sum = sums.get(enterprise) ?? {
      enterprise,
      committed: 0,
      statutory: 0,
      unverified: 0,
      forgone: 0,
      measures: new Set<number>(),
    };
    sums.set(enterprise, sum);
    const net = ledger.net[entry] ?? 0;
    sum.measures.add(ledger.measure[entry] ?? 0);
    if (ledger.eligibility[entry] === Eligibility.unknown) sum.unverified += net;
    else {
      sum.committed += net;
      sum.statutory += ledger.statutory[entry] ?? 0;
      sum.forgone += Math.max(0, (ledger.gross[entry] ?? 0) - net);
    }
  }
  return [...sums.values()].sort(
    (a, b) =>
      Number(a.enterprise < 0) - Number(b.enterprise < 0) || b.committed - a.committed || a.enterprise - b.enterprise,
  );
}

const HEADING_ROW = 3;
const SUM_ROW = HEADING_ROW + 1;
const money = ["committed", "statutory", "unverified", "forgone"] as const;
const letters = { committed: "E", statutory: "F", unverified: "G", forgone: "H" } as const;

/** Cell of 企业汇总 with the sum of a column, as other sheets write it. */
export const enterpriseTotalCell = (column: (typeof money)[number], language: ReportInput["language"]): string =>
  `${quotedSheet(sheetName("enterprises", language))}!$${letters[column]}$${SUM_ROW}`;

/** 企业汇总: one row an enterprise, under a row with their sum. */
export function enterpriseSheet(input: ReportInput): ReportSheet {
  const { language, evaluation } = input;
  const said = words[language];
  const sums = enterpriseSums(evaluation);
  const who = identitiesOf(input);
  return {
    name: sheetName("enterprises", language),
    widths: [8, 38, 24, 10, 18, 18, 18, 18, 12],
    rows: [
      [textCell(said.title, "title")],
      [textCell(said.note, "note")],
      headingRow(said.heads),
      sumRow(sums, said.sum),
    ],
    body: {
      count: sums.length,
      row: (index) => {
        const sum = sums[index];
        return sum ? enterpriseRow(sum, index, input, who) : [];
      },
    },
    frozen: { rows: SUM_ROW, columns: 2 },
    landscape: true,
  };
}

function sumRow(sums: readonly EnterpriseSum[], label: string): ReportRow {
  const last = SUM_ROW + Math.max(1, sums.length);
  const total = (column: (typeof money)[number]): ReportCell =>
    formulaCell(
      `SUM(${letters[column]}${SUM_ROW + 1}:${letters[column]}${last})`,
      yuanOf(sums.reduce((sum, one) => sum + one[column], 0)),
      "yuan",
      "total",
    );
  const blank = textCell("", "total");
  return [blank, textCell(label, "total"), blank, blank, ...money.map(total), blank];
}

function enterpriseRow(
  sum: EnterpriseSum,
  index: number,
  { language, evaluation }: ReportInput,
  who: Identities,
): ReportRow {
  const { nobody, sizes } = words[language];
  const isNobody = sum.enterprise < 0;
  return [
    countCell(index + 1),
    textCell(isNobody ? nobody : who.name(sum.enterprise)),
    isNobody ? emptyCell : textCell(who.code(sum.enterprise)),
    isNobody ? emptyCell : textCell(sizes[evaluation.sizeClass[sum.enterprise] ?? 4] ?? ""),
    ...money.map((column) => yuanCell(sum[column])),
    countCell(sum.measures.size),
  ];
}
