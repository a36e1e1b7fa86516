import type { TrialFacts } from "../policy/block.ts";
import type { FieldId, TableId } from "../roster/fields.ts";

/** New cells of one column, one entry a row: used where `set` is 1; NaN is an emptied cell. */
export interface ChangedColumn {
  readonly set: Uint8Array;
  readonly values: Float64Array;
}

/** Columns by header; money in 元. */
export interface Changes {
  get(label: string): ChangedColumn | undefined;
}

/** Child rows of a batch; every array has one entry a row. */
export interface TrialRows {
  /** Row of the roster that this one is a copy of; −1: it has only the cells that its process wrote. */
  readonly template: Int32Array;
  readonly trial: Int32Array;
  /** By owner column: position in the batch, −1 where the code is not in 企业, `somebodyElse` where it counts elsewhere. */
  readonly owners: ReadonlyMap<FieldId, Int32Array>;
  /** 1 where the row is simulated, 0 where it is the roster's own. */
  readonly simulated: Uint8Array;
  readonly changes: Changes;
}

/**
 * Enterprises as they are in single trials, to be priced together. Every array has one entry an enterprise and
 * trial; an enterprise stands in it once a trial in which something happens to it.
 */
export interface TrialBatch {
  /** Row in 企业 that it is, or is a copy of. */
  readonly enterprise: Int32Array;
  readonly trial: Int32Array;
  /** 1 for an enterprise that is new in its trial: it has no recorded money. */
  readonly arrived: Uint8Array;
  readonly changes: Changes;
  /** See `TrialFacts`. */
  readonly isSmeOn?: TrialFacts["isSmeOn"];
  /** Absent tables have no rows in this batch. */
  readonly rows: ReadonlyMap<TableId, TrialRows>;
}
