const roundConstants = Int32Array.of(
  0x428a2f98,
  0x71374491,
  0xb5c0fbcf,
  0xe9b5dba5,
  0x3956c25b,
  0x59f111f1,
  0x923f82a4,
  0xab1c5ed5,
  0xd807aa98,
  0x12835b01,
  0x243185be,
  0x550c7dc3,
  0x72be5d74,
  0x80deb1fe,
  0x9bdc06a7,
  0xc19bf174,
  0xe49b69c1,
  0xefbe4786,
  0x0fc19dc6,
  0x240ca1cc,
  0x2de92c6f,
  0x4a7484aa,
  0x5cb0a9dc,
  0x76f988da,
  0x983e5152,
  0xa831c66d,
  0xb00327c8,
  0xbf597fc7,
  0xc6e00bf3,
  0xd5a79147,
  0x06ca6351,
  0x14292967,
  0x27b70a85,
  0x2e1b2138,
  0x4d2c6dfc,
  0x53380d13,
  0x650a7354,
  0x766a0abb,
  0x81c2c92e,
  0x92722c85,
  0xa2bfe8a1,
  0xa81a664b,
  0xc24b8b70,
  0xc76c51a3,
  0xd192e819,
  0xd6990624,
  0xf40e3585,
  0x106aa070,
  0x19a4c116,
  0x1e376c08,
  0x2748774c,
  0x34b0bcb5,
  0x391c0cb3,
  0x4ed8aa4a,
  0x5b9cca4f,
  0x682e6ff3,
  0x748f82ee,
  0x78a5636f,
  0x84c87814,
  0x8cc70208,
  0x90befffa,
  0xa4506ceb,
  0xbef9a3f7,
  0xc67178f2,
);
const initialState = [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19];

const rotate = (word: number, bits: number): number => (word >>> bits) | (word << (32 - bits));

/** SHA-256 (FIPS 180-4) of the UTF-8 bytes of the texts it is given, one after the other. */
export class Sha256 {
  private readonly state = Int32Array.from(initialState);
  private readonly block = new Uint8Array(64);
  private readonly schedule = new Int32Array(64);
  private filled = 0;
  private blocks = 0;

  /** Appends the UTF-8 bytes of a text; a lone surrogate counts as U+FFFD. */
  update(text: string): this {
    for (let index = 0; index < text.length; index++) {
      const unit = text.charCodeAt(index);
      if (unit < 0x80) {
        this.byte(unit);
      } else {
        const point = text.codePointAt(index) ?? unit;
        if (point > 0xffff) index++;
        this.multiByte(point >= 0xd800 && point <= 0xdfff ? 0xfffd : point);
      }
    }
    return this;
  }

  updateBytes(bytes: Uint8Array): this {
    for (let index = 0; index < bytes.length; index++) this.byte(bytes[index] ?? 0);
    return this;
  }

  /** The digest as 64 hexadecimal characters; nothing can be appended afterwards. */
  hex(): string {
    const bits = (this.blocks * 64 + this.filled) * 8;
    this.byte(0x80);
    while (this.filled !== 56) this.byte(0);
    const high = Math.floor(bits / 2 ** 32);
    for (const word of [high, bits >>> 0]) {
      for (let shift = 24; shift >= 0; shift -= 8) this.byte((word >>> shift) & 0xff);
    }
    return Array.from(this.state, (word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
  }

  private multiByte(point: number): void {
    if (point < 0x800) {
      this.byte(0xc0 | (point >> 6));
    } else {
      if (point < 0x10000) {
        this.byte(0xe0 | (point >> 12));
      } else {
        this.byte(0xf0 | (point >> 18));
        this.byte(0x80 | ((point >> 12) & 0x3f));
      }
      this.byte(0x80 | ((point >> 6) & 0x3f));
    }
    this.byte(0x80 | (point & 0x3f));
  }

  private byte(value: number): void {
    this.block[this.filled++] = value;
    if (this.filled === 64) {
      this.compress();
      this.filled = 0;
      this.blocks++;
    }
  }

  private compress(): void {
    this.expandBlock();
    const { state, schedule } = this;
    let a = state[0] ?? 0;
    let b = state[1] ?? 0;
    let c = state[2] ?? 0;
    let d = state[3] ?? 0;
    let e = state[4] ?? 0;
    let f = state[5] ?? 0;
    let g = state[6] ?? 0;
    let h = state[7] ?? 0;
    for (let round = 0; round < 64; round++) {
      const sum1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
      const choice = (e & f) ^ (~e & g);
      const first = (h + sum1 + choice + (roundConstants[round] ?? 0) + (schedule[round] ?? 0)) | 0;
      const sum0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
      const majority = (a & b) ^ (a & c) ^ (b & c);
      h = g;
      g = f;
      f = e;
      e = (d + first) | 0;
      d = c;
      c = b;
      b = a;
      a = (first + sum0 + majority) | 0;
    }
    this.addToState(a, b, c, d, e, f, g, h);
  }

  private addToState(...words: readonly number[]): void {
    for (let index = 0; index < 8; index++) this.state[index] = (this.state[index] ?? 0) + (words[index] ?? 0);
  }

  private expandBlock(): void {
    const { block, schedule } = this;
    for (let index = 0; index < 16; index++) {
      const at = index * 4;
      schedule[index] =
        ((block[at] ?? 0) << 24) | ((block[at + 1] ?? 0) << 16) | ((block[at + 2] ?? 0) << 8) | (block[at + 3] ?? 0);
    }
    for (let index = 16; index < 64; index++) {
      const early = schedule[index - 15] ?? 0;
      const late = schedule[index - 2] ?? 0;
      const sigma0 = rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3);
      const sigma1 = rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10);
      schedule[index] = (schedule[index - 16] ?? 0) + sigma0 + (schedule[index - 7] ?? 0) + sigma1;
    }
  }
}

/** SHA-256 of the UTF-8 bytes of a text, hexadecimal. */
export const sha256 = (text: string): string => new Sha256().update(text).hex();
