/**
 * What may happen to enterprises in the trials of one block, struct-of-arrays in the order of drawing. Grows as it
 * is filled; only the first `count` entries are meant.
 */
export class Candidates {
  count = 0;
  /** Row in 企业, −1 where the code of the row's owner is not in 企业. */
  enterprise = new Int32Array(1024);
  /** Trial within the block. */
  trial = new Uint16Array(1024);
  /** Month of the horizon. */
  month = new Uint8Array(1024);
  /** Position among the policy's processes. */
  process = new Uint8Array(1024);
  /** Row it copies or concerns, −1 for an event of the enterprise itself. */
  template = new Int32Array(1024);
  /** Address of further draws of this very candidate. */
  serial = new Int32Array(1024);

  add(enterprise: number, trial: number, month: number, process: number, template: number, serial: number): void {
    if (this.count === this.enterprise.length) this.grow();
    const at = this.count++;
    this.enterprise[at] = enterprise;
    this.trial[at] = trial;
    this.month[at] = month;
    this.process[at] = process;
    this.template[at] = template;
    this.serial[at] = serial;
  }

  /** Positions by enterprise, trial, month, process, then order of drawing. */
  inOrder(): Int32Array {
    const { enterprise, trial, month, process } = this;
    const at = (array: { readonly [i: number]: number }, i: number): number => array[i] ?? 0;
    return Int32Array.from({ length: this.count }, (_, i) => i).sort(
      (a, b) =>
        at(enterprise, a) - at(enterprise, b) ||
        at(trial, a) - at(trial, b) ||
        at(month, a) - at(month, b) ||
        at(process, a) - at(process, b) ||
        a - b,
    );
  }

  private grow(): void {
    const capacity = this.enterprise.length * 2;
    const wider = <T extends Int32Array | Uint16Array | Uint8Array>(next: T, from: T): T => {
      next.set(from);
      return next;
    };
    this.enterprise = wider(new Int32Array(capacity), this.enterprise);
    this.trial = wider(new Uint16Array(capacity), this.trial);
    this.month = wider(new Uint8Array(capacity), this.month);
    this.process = wider(new Uint8Array(capacity), this.process);
    this.template = wider(new Int32Array(capacity), this.template);
    this.serial = wider(new Int32Array(capacity), this.serial);
  }
}
