import type { CellRange, SheetChart } from "../core/report/report-model.ts";
import { cellText, xmlText } from "./report-text.ts";

const DRAWING = "http://schemas.openxmlformats.org/drawingml/2006";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006";

/** The quiet ramp of the page's charts, and the ink of its axes. */
const RAMP = [
  "174F66",
  "2F8F8B",
  "5B9FC4",
  "8CC7BD",
  "2A6F9E",
  "B3D3E0",
  "4F7F86",
  "A7C4A0",
  "8A8F98",
  "C9B88A",
  "0F6E5C",
  "7B6FA0",
  "D3D7DB",
];
const INK = "5C5953";
const LINE = "DCD8D0";

const [CATEGORY_AXIS, VALUE_AXIS] = [1, 2];

/** A chart as its part of the package: elements in the order of the schema, without which Excel repairs the file. */
export function chartXml(chart: SheetChart): string {
  const { kind, title } = chart;
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n` +
    `<c:chartSpace xmlns:c="${DRAWING}/chart" xmlns:a="${DRAWING}/main" xmlns:r="${OFFICE}/relationships">` +
    `<c:roundedCorners val="0"/><c:chart><c:title><c:tx>${richXml(title, 1200)}</c:tx><c:overlay val="0"/></c:title>` +
    `<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>` +
    `${kind === "lines" ? linesXml(chart) : barsXml(chart)}${categoryAxisXml(kind)}${valueAxisXml(chart)}</c:plotArea>` +
    `<c:legend><c:legendPos val="${kind === "columns" ? "r" : "b"}"/><c:overlay val="0"/>${textXml(900)}</c:legend>` +
    `<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>` +
    `<c:spPr>${fillXml("FFFFFF")}<a:ln w="6350">${fillXml(LINE)}</a:ln></c:spPr></c:chartSpace>`
  );
}

function barsXml({ kind, categories, series }: SheetChart): string {
  const isStacked = kind === "columns";
  const all = series.map(
    ({ name, values }, index) =>
      `<c:ser>${headXml(name, index)}<c:spPr>${fillXml(colour(index))}</c:spPr><c:invertIfNegative val="0"/>` +
      `${dataXml(categories, values)}</c:ser>`,
  );
  return (
    `<c:barChart><c:barDir val="${isStacked ? "col" : "bar"}"/>` +
    `<c:grouping val="${isStacked ? "stacked" : "clustered"}"/><c:varyColors val="0"/>${all.join("")}` +
    `<c:gapWidth val="60"/>${isStacked ? '<c:overlap val="100"/>' : ""}${axesXml}</c:barChart>`
  );
}

function linesXml({ categories, series }: SheetChart): string {
  const all = series.map(
    ({ name, values }, index) =>
      `<c:ser>${headXml(name, index)}<c:spPr><a:ln w="22225">${fillXml(colour(index))}</a:ln></c:spPr>` +
      `<c:marker><c:symbol val="none"/></c:marker>${dataXml(categories, values)}<c:smooth val="0"/></c:ser>`,
  );
  return (
    `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${all.join("")}<c:marker val="1"/>` +
    `${axesXml}</c:lineChart>`
  );
}

const axesXml = `<c:axId val="${CATEGORY_AXIS}"/><c:axId val="${VALUE_AXIS}"/>`;

const headXml = (name: CellRange, index: number): string =>
  `<c:idx val="${index}"/><c:order val="${index}"/><c:tx>${textsXml(name)}</c:tx>`;

const dataXml = (categories: CellRange, values: CellRange): string =>
  `<c:cat>${textsXml(categories)}</c:cat><c:val><c:numRef>${rangeXml(values, "num", "<c:formatCode>#,##0</c:formatCode>")}</c:numRef></c:val>`;

const textsXml = (range: CellRange): string => `<c:strRef>${rangeXml(range, "str", "")}</c:strRef>`;

/** A reference with what its cells hold. */
function rangeXml({ reference, values }: CellRange, kind: "str" | "num", format: string): string {
  const points = values.map(
    (value, index) => `<c:pt idx="${index}"><c:v>${xmlText(cellText(String(value)))}</c:v></c:pt>`,
  );
  return (
    `<c:f>${xmlText(reference)}</c:f>` +
    `<c:${kind}Cache>${format}<c:ptCount val="${values.length}"/>${points.join("")}</c:${kind}Cache>`
  );
}

/** Bars lie: their categories run down from the top, and the amounts stay below. */
const categoryAxisXml = (kind: SheetChart["kind"]): string =>
  `<c:catAx><c:axId val="${CATEGORY_AXIS}"/><c:scaling><c:orientation val="${kind === "bars" ? "maxMin" : "minMax"}"/></c:scaling>` +
  `<c:delete val="0"/><c:axPos val="${kind === "bars" ? "l" : "b"}"/><c:numFmt formatCode="General" sourceLinked="0"/>` +
  `<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>${lineXml(INK)}${textXml(900)}` +
  `<c:crossAx val="${VALUE_AXIS}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/>` +
  `<c:noMultiLvlLbl val="1"/></c:catAx>`;

/** 元 as 万元 with one decimal: a thousandth, with a point before the last digit. Display units are not known to LibreOffice. */
const TEN_THOUSANDS = "0\\.0,";

const valueAxisXml = ({ kind, unit }: SheetChart): string =>
  `<c:valAx><c:axId val="${VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/>` +
  `<c:axPos val="${kind === "bars" ? "b" : "l"}"/><c:majorGridlines>${lineXml(LINE)}</c:majorGridlines>` +
  `<c:title><c:tx>${richXml(unit, 900)}</c:tx><c:overlay val="0"/></c:title>` +
  `<c:numFmt formatCode="${TEN_THOUSANDS}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>` +
  `<c:tickLblPos val="nextTo"/>${lineXml(LINE)}${textXml(900)}<c:crossAx val="${CATEGORY_AXIS}"/>` +
  `<c:crosses val="${kind === "bars" ? "max" : "autoZero"}"/><c:crossBetween val="between"/></c:valAx>`;

const colour = (index: number): string => RAMP[index % RAMP.length] ?? INK;
const fillXml = (colour: string): string => `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`;
const lineXml = (colour: string): string => `<c:spPr><a:ln w="6350">${fillXml(colour)}</a:ln></c:spPr>`;

/** @param size hundredths of a point */
const textXml = (size: number): string =>
  `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${size}" b="0">${fillXml(INK)}</a:defRPr></a:pPr>` +
  `<a:endParaRPr lang="zh-CN"/></a:p></c:txPr>`;

const richXml = (text: string, size: number): string =>
  `<c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${size}" b="0"/></a:pPr>` +
  `<a:r><a:rPr lang="zh-CN" sz="${size}" b="0"/><a:t>${xmlText(cellText(text))}</a:t></a:r></a:p></c:rich>`;
