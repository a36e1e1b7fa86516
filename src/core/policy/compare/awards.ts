import type { Fen } from "../../money/money.ts";
import { bookingsOf } from "../cells.ts";
import { Eligibility, type Ledger } from "../ledger.ts";
import type { Policy } from "../policy.ts";
import type { Scenario } from "../scenario.ts";

/** Which amount of an award counts. */
export type AwardBasis = "planning" | "statutory";

/** TRUE money by enterprise, measure and department, struct-of-arrays; one entry for each that occurs. */
export interface Awards {
  /** Index of the enterprise; −1 is 无主体. */
  readonly enterprise: Int32Array;
  /** Index into `policy.measures`. */
  readonly measure: Uint8Array;
  /** Index into `departments`. */
  readonly department: Uint8Array;
  /** 分. */
  readonly planning: Float64Array;
  /** 分. */
  readonly statutory: Float64Array;
  readonly departments: readonly string[];
}

interface Award {
  readonly enterprise: number;
  readonly measure: number;
  readonly department: number;
  planning: Fen;
  statutory: Fen;
}

/** Sums a ledger by who is paid for what by whom. */
export function awardsOf(policy: Policy, ledger: Ledger, scenario: Scenario): Awards {
  const booked = bookingsOf(policy, scenario);
  const departments = [...new Set(booked.flat().map(({ department }) => department))];
  const awards: Award[] = [];
  const found = new Map<number, Award>();
  // one pass over up to a million payments
  for (let entry = 0; entry < ledger.count; entry++) {
    if (ledger.eligibility[entry] !== Eligibility.true) continue;
    const [enterprise, measure] = [ledger.enterprise[entry] ?? -1, ledger.measure[entry] ?? 0];
    for (const { department: name, part } of booked[measure] ?? []) {
      const department = departments.indexOf(name);
      const key = ((enterprise + 1) * policy.measures.length + measure) * departments.length + department;
      let award = found.get(key);
      if (!award) {
        award = { enterprise, measure, department, planning: 0, statutory: 0 };
        found.set(key, award);
        awards.push(award);
      }
      award.planning += part(ledger.net[entry] ?? 0);
      award.statutory += part(ledger.statutory[entry] ?? 0);
    }
  }
  return {
    enterprise: Int32Array.from(awards, (award) => award.enterprise),
    measure: Uint8Array.from(awards, (award) => award.measure),
    department: Uint8Array.from(awards, (award) => award.department),
    planning: Float64Array.from(awards, (award) => award.planning),
    statutory: Float64Array.from(awards, (award) => award.statutory),
    departments,
  };
}

/** Which awards count. */
export interface AwardFilter {
  readonly department?: string;
  readonly measure?: number;
}

/** Money by enterprise, 无主体 left out; enterprises whose awards come to 0 are absent. */
export function amountsByFirm(awards: Awards, basis: AwardBasis, filter: AwardFilter = {}): ReadonlyMap<number, Fen> {
  const department = filter.department === undefined ? undefined : awards.departments.indexOf(filter.department);
  const amounts = new Map<number, Fen>();
  for (let at = 0; at < awards.enterprise.length; at++) {
    const [enterprise, amount] = [awards.enterprise[at] ?? -1, awards[basis][at] ?? 0];
    const isWanted =
      (department === undefined || awards.department[at] === department) &&
      (filter.measure === undefined || awards.measure[at] === filter.measure);
    if (enterprise >= 0 && amount !== 0 && isWanted) amounts.set(enterprise, (amounts.get(enterprise) ?? 0) + amount);
  }
  return amounts;
}
