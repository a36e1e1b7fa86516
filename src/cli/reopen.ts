import { basename } from "node:path";
import { policyUnderAll } from "../core/policy/added-measure.ts";
import type { Policy } from "../core/policy/policy.ts";
import type { Scenario } from "../core/policy/scenario.ts";
import { scenarioText } from "../core/policy/scenario-text.ts";
import { budgetText, changeText } from "../core/report/change-words.ts";
import { isLocked } from "../core/report/reopen-report.ts";
import { reopenFile, type ReopenedFile } from "../engine/reopen.ts";
import { UsageError, type Arguments } from "./arguments.ts";
import { bytesOf, say, tell, write } from "./files.ts";
import { policyIn } from "./policy.ts";

/** A report read back, with what was edited in it and what could not be read told. */
async function reopened(policy: Policy, file: string): Promise<ReopenedFile> {
  const found = await reopenFile(policy, await bytesOf(file), basename(file));
  tell(file, found.issues);
  if ("refused" in found) throw new UsageError(`${basename(file)}: 未能打开 (cannot be opened)`);
  const name = basename(file);
  if (found.ofOtherPolicy) say(`${name}: 由另一规则包写出，请核对各项 (written under another rule pack)`);
  for (const change of found.changes) {
    const locked = isLocked(change) ? "（锁定项：工作簿没有按此重算）" : "";
    say(
      `${name}: 已改: ${changeText(change, policyUnderAll(policy, [found.exported, found.scenario]), "zh").sentence}${locked}`,
    );
  }
  for (const change of found.budgetChanges) say(`${name}: 已改: ${budgetText(change, policy, "zh")}`);
  return found;
}

const hasErrors = ({ issues }: ReopenedFile): boolean => issues.some(({ severity }) => severity === "error");

/** The scenario of a report or a sheet of parameters. @throws UsageError where a cell of it cannot be read */
export async function scenarioIn(published: Policy, file: string): Promise<Scenario> {
  const found = await reopened(published, file);
  if (hasErrors(found))
    throw new UsageError(`--scenario: 请先改正 ${basename(file)} 中的上列单元格 (correct its cells)`);
  return found.scenario;
}

/** Writes the scenario of a report as a scenario file; 1 where a cell could not be read and what was exported stays. */
export async function reopen(words: Arguments): Promise<number> {
  const { file, json } = words;
  const published = await policyIn(words);
  const found = await reopened(published, file);
  const text = scenarioText(published, found.scenario);
  if (json === undefined) process.stdout.write(text);
  else await write(json, text);
  return hasErrors(found) ? 1 : 0;
}
