import { strToU8 } from "fflate";

import type { ReportDrawing, ReportSheet } from "../core/report/report-model.ts";
import { chartXml } from "./chart-xml.ts";
import { cellText, xmlText } from "./report-text.ts";

const DRAWING = "http://schemas.openxmlformats.org/drawingml/2006";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";
const TYPES = "application/vnd.openxmlformats-officedocument";
const HEAD = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n`;
/** Of a pixel. */
const UNITS = 9525;

/** Pictures and charts of all sheets, as the parts they become; the library has no charts. */
export class DrawingParts {
  readonly #parts = new Map<string, Uint8Array>();
  readonly #types: string[] = [];
  #drawings = 0;
  #images = 0;
  #charts = 0;

  /**
   * Takes what floats over a sheet.
   * @param position of the sheet, from 0 on
   * @returns what the XML of the sheet says of it, nothing where there is nothing
   */
  add({ images = [], charts = [] }: ReportSheet, position: number): string {
    if (images.length + charts.length === 0) return "";
    const relationships: string[] = [];
    const related = (kind: string, path: string): string => {
      relationships.push(relationship(relationships.length + 1, kind, path));
      return `rId${relationships.length}`;
    };
    const anchors = [
      ...images.map((image, index) =>
        anchorXml(image, pictureXml(image, index + 1, related("image", this.#image(image.png)))),
      ),
      ...charts.map((chart, index) =>
        anchorXml(chart, frameXml(chart, images.length + index + 1, related("chart", this.#chart(chartXml(chart))))),
      ),
    ];
    const path = `xl/drawings/drawing${++this.#drawings}.xml`;
    this.#part(
      path,
      `<xdr:wsDr xmlns:xdr="${DRAWING}/spreadsheetDrawing" xmlns:a="${DRAWING}/main">${anchors.join("")}</xdr:wsDr>`,
    );
    this.#declare(path, "drawing+xml");
    this.#relate("xl/drawings/_rels", `drawing${this.#drawings}.xml`, relationships);
    this.#relate("xl/worksheets/_rels", `sheet${position + 1}.xml`, [relationship(1, "drawing", path)]);
    return `<drawing r:id="rId1"/>`;
  }

  /** The types of the package with those of the parts. */
  contentTypes(xml: string): string {
    const png =
      this.#images > 0 && !xml.includes('Extension="png"') ? `<Default Extension="png" ContentType="image/png"/>` : "";
    return xml.replace(/<Types[^>]*>/, `$&${png}`).replace("</Types>", `${this.#types.join("")}</Types>`);
  }

  get parts(): Iterable<readonly [path: string, content: Uint8Array]> {
    return this.#parts;
  }

  #image(png: Uint8Array): string {
    const path = `xl/media/image${++this.#images}.png`;
    this.#parts.set(path, png);
    return path;
  }

  #chart(xml: string): string {
    const path = `xl/charts/chart${++this.#charts}.xml`;
    this.#parts.set(path, strToU8(xml));
    this.#declare(path, "drawingml.chart+xml");
    return path;
  }

  #part(path: string, xml: string): void {
    this.#parts.set(path, strToU8(HEAD + xml));
  }

  #relate(folder: string, name: string, relationships: readonly string[]): void {
    this.#part(`${folder}/${name}.rels`, `<Relationships xmlns="${PACKAGE}">${relationships.join("")}</Relationships>`);
  }

  #declare(path: string, type: string): void {
    this.#types.push(`<Override PartName="/${path}" ContentType="${TYPES}.${type}"/>`);
  }
}

const relationship = (number: number, kind: string, path: string): string =>
  `<Relationship Id="rId${number}" Type="${OFFICE}/${kind}" Target="/${path}"/>`;

const anchorXml = ({ column, row, width, height }: ReportDrawing, content: string): string =>
  `<xdr:oneCellAnchor><xdr:from><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row>` +
  `<xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:ext cx="${width * UNITS}" cy="${height * UNITS}"/>${content}<xdr:clientData/>` +
  `</xdr:oneCellAnchor>`;

const namedXml = ({ description }: ReportDrawing, number: number, name: string): string =>
  `<xdr:cNvPr id="${number}" name="${name} ${number}" descr="${xmlText(cellText(description))}"/>`;

const pictureXml = (image: ReportDrawing, number: number, id: string): string =>
  `<xdr:pic><xdr:nvPicPr>${namedXml(image, number, "Picture")}<xdr:cNvPicPr><a:picLocks noChangeAspect="1"/></xdr:cNvPicPr>` +
  `</xdr:nvPicPr><xdr:blipFill><a:blip xmlns:r="${OFFICE}" r:embed="${id}"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill>` +
  `<xdr:spPr><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic>`;

const frameXml = (chart: ReportDrawing, number: number, id: string): string =>
  `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr>${namedXml(chart, number, "Chart")}<xdr:cNvGraphicFramePr/>` +
  `</xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic>` +
  `<a:graphicData uri="${DRAWING}/chart"><c:chart xmlns:c="${DRAWING}/chart" xmlns:r="${OFFICE}" r:id="${id}"/>` +
  `</a:graphicData></a:graphic></xdr:graphicFrame>`;
