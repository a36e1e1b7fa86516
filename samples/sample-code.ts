import { checkCharacter } from "../src/core/roster/credit-code.ts";

/** District of the samples, and the beginning of a subject code that no register gives out. */
const REGION = "91110102";
const MADE_UP = "9999";
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];

/** A made-up code with right check characters, GB 11714 and GB 32100-2015; `serial` is 0 to 9999. */
export function sampleCode(serial: number): string {
  const subject = MADE_UP + String(serial).padStart(4, "0");
  const sum = organisationWeights.reduce((total, weight, index) => total + weight * Number(subject.charAt(index)), 0);
  const body = REGION + subject + "0123456789X0".charAt(11 - (sum % 11));
  const check = checkCharacter(body);
  if (check === undefined || subject.length !== 8) throw new Error(`no sample code has the serial ${serial}`);
  return body + check;
}

/** The same code with a wrong check character. */
export const damagedCode = (code: string): string => code.slice(0, 17) + (code.endsWith("0") ? "1" : "0");
