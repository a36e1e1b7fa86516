import type { FieldId, TableId } from "../fields.ts";

/**
 * Fields that say which row is which from one roster to the next. 统一社会信用代码 and 担保编号 are unique in their
 * tables; rows of other tables may share a key.
 */
export const keyFields: Readonly<Record<TableId, readonly FieldId[]>> = {
  enterprises: ["uscc"],
  projects: ["uscc", "projectName", "projectType"],
  guarantees: ["guaranteeNumber"],
  employment: ["uscc", "employmentType", "jobStart"],
  hrServices: ["agency", "employer", "serviceDate"],
  fundInvestments: ["investee", "form", "contributedDate"],
  disbursements: ["uscc", "clause", "paidDate"],
};
