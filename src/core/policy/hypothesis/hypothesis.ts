import { isoDay } from "../../date/day.ts";
import type { Fen } from "../../money/money.ts";
import type { Roster } from "../../roster/roster.ts";
import { accountSteps, joinedLedger } from "../accounts.ts";
import type { Evaluation } from "../evaluation.ts";
import { explainEnterprise } from "../explanation/explain-enterprise.ts";
import type { EnterpriseExplanation } from "../explanation/explanation.ts";
import { Eligibility, type Ledger } from "../ledger.ts";
import { forgetful } from "../memory.ts";
import type { PreparedPolicy } from "../prepare.ts";
import { contextOf } from "../recorded-work.ts";
import type { Scenario } from "../scenario.ts";
import { between, type Steps } from "../steps.ts";
import { editedRoster, enterpriseOf } from "./edited-roster.ts";
import type { FirmEdit } from "./firm-edit.ts";

/** A firm whose rows would hold something else. */
export interface HypothesisRequest {
  readonly scenario: Scenario;
  /** Credit code. */
  readonly code: string;
  readonly edits: readonly FirmEdit[];
  /** Name under which added rows stand. */
  readonly sheet: string;
}

/** What a hypothesis comes to. */
export interface HypothesisOutcome {
  /** The firm under the hypothesis; undefined for a code that no row names. */
  readonly explanation: EnterpriseExplanation | undefined;
  /** Edits that could not be made: rows that are not the firm's, values that no cell holds. */
  readonly unplaced: readonly FirmEdit[];
  /** What all other firms get more, 分: what the pool and shared envelopes move to or from them. */
  readonly others: Fen;
}

/**
 * What one firm would get with other cells and further rows: the whole roster is priced with them under the same
 * scenario and as-of date, so that pool and envelopes are shared as they then would be. The roster stays as it is.
 * @param evaluation of the roster as it is, under the same scenario
 */
export function* hypothesisSteps(
  prepared: PreparedPolicy,
  whole: Roster,
  evaluation: Pick<Evaluation, "asOf" | "ledger">,
  { scenario, code, edits, sheet }: HypothesisRequest,
): Steps<HypothesisOutcome> {
  const { roster, unplaced } = editedRoster(whole, code, edits, sheet);
  const { asOf } = evaluation;
  // a new date must not move the day on which the district stands
  const fixed = { ...scenario, asOf: isoDay(asOf) };
  yield 0;
  const { context } = contextOf(prepared, roster, fixed);
  const booked = yield* between(0.1, 1, accountSteps(context, prepared.measures, forgetful));
  const ledger = joinedLedger(booked.accounts);
  const { pools, allocations } = booked;
  const explanation = explainEnterprise(prepared, roster, fixed, { asOf, ledger, pools, allocations }, code);
  const firm = enterpriseOf(whole, code);
  return { explanation, unplaced, others: paidToOthers(ledger, firm) - paidToOthers(evaluation.ledger, firm) };
}

/** TRUE payments to all but one enterprise, planning basis. */
function paidToOthers({ count, net, eligibility, enterprise }: Ledger, firm: number): Fen {
  let sum = 0;
  for (let entry = 0; entry < count; entry++) {
    if (eligibility[entry] === Eligibility.true && enterprise[entry] !== firm) sum += net[entry] ?? 0;
  }
  return sum;
}
