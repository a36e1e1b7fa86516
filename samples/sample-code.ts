import { checkCharacter } from "../src/core/roster/credit-code.ts";

/** District of the samples, and the beginning of a subject code that no register gives out. */
const REGION = "91110102";
const MADE_UP = "9999";
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];
/** What GB 32100-2015 writes codes with; a character's place is its value. */
const characters = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const organisationValue = (character: string): number => Number.parseInt(character, 36);

/** Eight characters that begin with 9999, from the ten thousandth firm on with 999 and a letter. */
function subjectOf(serial: number): string {
  if (serial < 10_000) return MADE_UP + String(serial).padStart(4, "0");
  let rest = serial;
  let subject = "";
  for (let place = 0; place < 4; place++) {
    subject = characters.charAt(rest % characters.length) + subject;
    rest = Math.floor(rest / characters.length);
  }
  return MADE_UP.slice(1) + characters.charAt(10 + rest) + subject;
}

/** A made-up code with right check characters, GB 11714 and GB 32100-2015; `serial` is less than 19 million. */
export function sampleCode(serial: number): string {
  const subject = subjectOf(serial);
  const sum = organisationWeights.reduce(
    (total, weight, index) => total + weight * organisationValue(subject.charAt(index)),
    0,
  );
  const body = REGION + subject + "0123456789X0".charAt(11 - (sum % 11));
  const check = checkCharacter(body);
  if (check === undefined || subject.length !== 8) throw new Error(`no sample code has the serial ${serial}`);
  return body + check;
}

/** The same code with a wrong check character. */
export const damagedCode = (code: string): string => code.slice(0, 17) + (code.endsWith("0") ? "1" : "0");
