import { strToU8, Zip, ZipDeflate } from "fflate";

/** Time stamp of every part, so that the same report gives the same bytes: the first that zip can say. */
const PART_TIME = "1980-01-01T00:00:00";
const CHARACTERS_A_PIECE = 1 << 16;

/** Packs parts one after the other, compressed while they are written: none is ever held whole. */
export class PackageWriter {
  readonly #pieces: Uint8Array[] = [];
  readonly #zip = new Zip((error, piece) => {
    if (error) throw error;
    this.#pieces.push(piece);
  });

  add(path: string, content: Uint8Array): void {
    this.#begin(path).push(content, true);
  }

  /** A part whose text comes in pieces; `turn` is awaited now and then. */
  async addText(path: string, pieces: Iterable<string>, turn: () => Promise<void>): Promise<void> {
    const part = this.#begin(path);
    let waiting = "";
    for (const piece of pieces) {
      waiting += piece;
      if (waiting.length < CHARACTERS_A_PIECE) continue;
      part.push(strToU8(waiting));
      waiting = "";
      await turn();
    }
    part.push(strToU8(waiting), true);
  }

  /** The whole package. */
  finish(): Uint8Array {
    this.#zip.end();
    const bytes = new Uint8Array(this.#pieces.reduce((size, { length }) => size + length, 0));
    let start = 0;
    for (const piece of this.#pieces) {
      bytes.set(piece, start);
      start += piece.length;
    }
    return bytes;
  }

  #begin(path: string): ZipDeflate {
    const part = new ZipDeflate(path, { level: 6 });
    part.mtime = PART_TIME;
    this.#zip.add(part);
    return part;
  }
}
