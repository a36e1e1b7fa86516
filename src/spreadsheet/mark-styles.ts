/** The colour of a marked cell. */
const FILL =
  '<fill><patternFill patternType="solid"><fgColor rgb="FFFFD5C8"/><bgColor indexed="64"/></patternFill></fill>';

const counted = (open: string, count: number): string =>
  /\bcount\s*=/.test(open) ? open.replace(/\bcount\s*=\s*["']\d*["']/, `count="${count}"`) : open;

/** The cell styles of a package, to which filled copies are added; undefined for styles written in another form. */
export class MarkedStyles {
  readonly #xml: string;
  readonly #styles: readonly string[];
  readonly #fillId: number;
  readonly #copies: string[] = [];
  readonly #copyOf = new Map<number, number>();

  private constructor(xml: string, styles: readonly string[], fillId: number) {
    this.#xml = xml;
    this.#styles = styles;
    this.#fillId = fillId;
  }

  static of(xml: string): MarkedStyles | undefined {
    const fills = /<fills\b[^>]*>([\s\S]*?)<\/fills>/.exec(xml)?.[1];
    const formats = /<cellXfs\b[^>]*>([\s\S]*?)<\/cellXfs>/.exec(xml)?.[1];
    if (fills === undefined || formats === undefined) return undefined;
    const styles = formats.match(/<xf\b[^>]*?(?:\/>|>[\s\S]*?<\/xf>)/g) ?? [];
    return new MarkedStyles(xml, styles, fills.match(/<fill\b/g)?.length ?? 0);
  }

  /** Number of the filled copy of a style. */
  readonly filled = (style: number): number => {
    const known = this.#copyOf.get(style);
    if (known !== undefined) return known;
    const own = this.#styles[style] ?? this.#styles[0] ?? "<xf/>";
    const bare = own.replace(/^(<xf\b[^>]*)/, (open) =>
      open.replace(/\s(?:fillId|applyFill)\s*=\s*["'][^"']*["']/g, ""),
    );
    this.#copies.push(bare.replace(/^<xf\b/, `<xf fillId="${this.#fillId}" applyFill="1"`));
    const copy = this.#styles.length + this.#copies.length - 1;
    this.#copyOf.set(style, copy);
    return copy;
  };

  get xml(): string {
    const all = this.#styles.length + this.#copies.length;
    return this.#xml
      .replace(/<fills\b[^>]*>/, (open) => counted(open, this.#fillId + 1))
      .replace("</fills>", `${FILL}</fills>`)
      .replace(/<cellXfs\b[^>]*>/, (open) => counted(open, all))
      .replace("</cellXfs>", () => `${this.#copies.join("")}</cellXfs>`);
  }
}
