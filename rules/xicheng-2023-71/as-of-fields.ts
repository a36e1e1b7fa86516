import type { Policy } from "../../src/core/policy/policy.ts";

const enterpriseDates = [
  "cityTitleDate",
  "cityGiantDate",
  "nationalGiantDate",
  "certificateFirst",
  "certificateLatest",
  "scaleUpDate",
  "neeqDate",
  "listingAccepted",
  "listedDate",
  "movedIn",
] as const;

/** Dates whose newest is the default as-of date (section 2). */
export const asOfFields: Policy["asOfFields"] = [
  ...enterpriseDates.map((field) => ({ table: "enterprises", field }) as const),
  { table: "projects", field: "acceptedDate" },
  { table: "guarantees", field: "compensationDate" },
  { table: "employment", field: "jobStart" },
  { table: "hrServices", field: "serviceDate" },
];
