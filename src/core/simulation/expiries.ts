import { edate, monthIndexOf } from "../date/day.ts";
import type { Context } from "../policy/block.ts";
import { validityMonths, type ReviewProcess } from "../policy/process.ts";
import { fieldOf, type FieldId } from "../roster/fields.ts";
import type { Horizon } from "./horizon.ts";

/**
 * By enterprise, the day in the horizon on which its title or certificate ends, else NaN. A title already of UNKNOWN
 * validity is not reviewed; a certificate renewed within the term is not renewed again, since Art. 11 pays once.
 */
export function expiriesOf(context: Context, horizon: Horizon, process: ReviewProcess): Float64Array {
  const column = (field: FieldId | undefined): Float64Array | undefined =>
    field === undefined ? undefined : context.bound.operand("enterprises", fieldOf("enterprises", field).label)?.values;
  const [dates, expiries, renewals] = [column(process.date), column(process.expiry), column(process.renewed)];
  return Float64Array.from(dates ?? [], (date, row) => {
    const renewed = renewals?.[row] ?? Number.NaN;
    if (renewed > date && renewed >= context.termStart) return Number.NaN;
    const from = renewed > date ? renewed : date;
    const written = expiries?.[row] ?? Number.NaN;
    const expiry = Number.isNaN(written) ? edate(from, validityMonths) : written;
    const month = monthIndexOf(expiry) - horizon.firstMonth;
    return expiry > context.asOf && month >= 0 && month < horizon.monthCount ? expiry : Number.NaN;
  });
}
