/** Trials a scenario may ask for; 0: the recorded part alone. */
export const MOST_TRIALS = 10_000_000;
export const MOST_SEED = Number.MAX_SAFE_INTEGER;
/** 元. */
export const MOST_BUDGET = 1e12;

const isWhole = (value: unknown, most: number): value is number =>
  typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= most;

export const isTrials = (value: unknown): value is number => isWhole(value, MOST_TRIALS);
export const isSeed = (value: unknown): value is number => isWhole(value, MOST_SEED);

/** Whether a value may be a budget, 元. */
export const isBudget = (value: unknown): value is number =>
  typeof value === "number" && value >= 0 && value <= MOST_BUDGET;

/** Whether a text may be a budget year: 2000 to 2099. */
export const isBudgetYear = (text: string): boolean => /^20\d\d$/.test(text);
