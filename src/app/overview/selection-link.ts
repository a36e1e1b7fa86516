import { bindNames } from "../../core/policy/ledger.ts";
import type { Policy } from "../../core/policy/policy.ts";
import type { Selection } from "../payments/selection.ts";

/** A selection as the part of an address after the page's name; empty where it narrows nothing. */
export function selectionText(
  { measure, department, year, tail, binds, all }: Selection,
  { measures }: Policy,
): string {
  const parts = new URLSearchParams();
  const id = measures[measure ?? -1]?.id;
  if (id !== undefined) parts.set("measure", id);
  if (department !== undefined) parts.set("department", department);
  if (year !== undefined) parts.set("year", String(year));
  if (tail) parts.set("tail", "1");
  if (binds !== undefined) parts.set("binds", binds);
  if (all) parts.set("all", "1");
  return parts.toString();
}

/** The selection of {@link selectionText}, decoded; what names nothing that there is, is left out. */
export function linkedSelection(text: string, { measures }: Policy): Selection {
  const parts = new URLSearchParams(text);
  const measure = measures.findIndex(({ id }) => id === parts.get("measure"));
  const department = parts.get("department");
  const year = Number(parts.get("year") ?? Number.NaN);
  const binds = bindNames.find((name) => name === parts.get("binds"));
  return {
    ...(measure >= 0 && { measure }),
    ...(department !== null && { department }),
    ...(Number.isInteger(year) && { year }),
    ...(parts.get("tail") === "1" && { tail: true }),
    ...(binds !== undefined && { binds }),
    ...(parts.get("all") === "1" && { all: true }),
  };
}

/** Address of the overview narrowed to a selection, with its payments listed. */
export function overviewAddress(selection: Selection, policy: Policy): string {
  const text = selectionText(selection, policy);
  return text === "" ? "#overview" : `#overview/${encodeURIComponent(text)}`;
}
