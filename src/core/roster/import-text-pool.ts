/** Distinct texts of a roster under construction, numbered in the order they were met. */
export class TextPool {
  readonly texts: string[] = [];
  private readonly numbers = new Map<string, number>();

  /** Number of the text, the same for equal texts. */
  intern(text: string): number {
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    this.numbers.set(text, this.texts.length);
    return this.texts.push(text) - 1;
  }

  textOf(number: number): string {
    return this.texts[number] ?? "";
  }
}
