import type { Policy } from "./policy.ts";

/** A department as a page or file of the language names it; one without an English name keeps the name as written. */
export const departmentName = (
  { departmentEnglish }: Pick<Policy, "departmentEnglish">,
  department: string,
  language: "zh" | "en",
): string => (language === "zh" ? department : (departmentEnglish[department] ?? department));
