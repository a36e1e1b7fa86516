/** Most instalments that a list of shares can have; each has a cell of its own. */
export const longestList = 10;

/** Workbook name of a key: `m05a.补助比例` is `m05a_补助比例`; a reading is called by its own name. */
export const parameterName = (key: string): string => key.replaceAll(".", "_");

/** Workbook name of the n-th share of a list, n from 1. */
export const shareName = (key: string, position: number): string => `${parameterName(key)}_${position}`;

/** Workbook name of a cell that stays empty: a cap that does not exist. */
export const noLimitName = "无上限";

/** Workbook name of the as-of date. */
export const asOfName = "基准日";

/** Names of cells that no edit can move: the policy's term, and the cap that does not exist. */
export const constantNames = ["政策起始日", "政策截止日", noLimitName] as const;
