import { isoDay } from "../../date/day.ts";
import type { Day } from "../../date/day.ts";
import type { Fen } from "../../money/money.ts";
import type { Roster } from "../../roster/roster.ts";
import { accountSteps, joinedLedger } from "../accounts.ts";
import { Eligibility } from "../ledger.ts";
import { forgetful } from "../memory.ts";
import type { CompiledMeasure, PreparedPolicy } from "../prepare.ts";
import { contextOf } from "../recorded-work.ts";
import type { Scenario } from "../scenario.ts";
import { finished } from "../steps.ts";
import { explainEnterprise } from "./explain-enterprise.ts";
import type { MeasureExplanation } from "./explanation.ts";

/** One measure of one firm, priced from its own rows: what changes of them are tried with. */
export class FirmAlone {
  readonly #narrow: PreparedPolicy;
  readonly #scenario: Scenario;

  /** @param asOf stays, whatever dates are tried */
  constructor(
    prepared: PreparedPolicy,
    scenario: Scenario,
    private readonly asOf: Day,
    private readonly code: string,
    readonly measure: CompiledMeasure,
  ) {
    const { after, chain } = measure.measure;
    const reads = ({ measure: other, index }: CompiledMeasure): boolean =>
      index === measure.index ||
      other.id === after?.measure ||
      (chain !== undefined && other.chain?.group === chain.group);
    this.#narrow = { ...prepared, measures: prepared.measures.filter(reads) };
    this.#scenario = { ...scenario, asOf: isoDay(asOf) };
  }

  /** How the measure comes out over a roster of the firm's rows. */
  explained(roster: Roster): MeasureExplanation | undefined {
    const { context } = contextOf(this.#narrow, roster, this.#scenario);
    const { accounts, ...shared } = finished(accountSteps(context, this.#narrow.measures, forgetful));
    const evaluation = { asOf: this.asOf, ledger: joinedLedger(accounts), ...shared };
    const firm = explainEnterprise(this.#narrow, roster, this.#scenario, evaluation, this.code);
    return firm?.measures.find(({ measure }) => measure === this.measure.index);
  }

  /** TRUE payments, planning basis. */
  net(roster: Roster): Fen {
    const { context } = contextOf(this.#narrow, roster, this.#scenario);
    const { accounts } = finished(accountSteps(context, this.#narrow.measures, forgetful));
    const ledger = accounts.find(({ measure }) => measure === this.measure.index)?.ledger;
    const codes = roster.tables[this.measure.measure.table].columns.get(this.measure.measure.owner)?.values;
    let sum = 0;
    for (let entry = 0; entry < (ledger?.count ?? 0); entry++) {
      const isOwn = roster.texts[codes?.[ledger?.row[entry] ?? -1] ?? -1] === this.code;
      if (isOwn && ledger?.eligibility[entry] === Eligibility.true) sum += ledger.net[entry] ?? 0;
    }
    return sum;
  }
}
