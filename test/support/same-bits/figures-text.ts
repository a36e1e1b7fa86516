import { publishedScenario } from "../../../src/core/policy/scenario.ts";
import type { Engine } from "../../../src/engine/port.ts";

const request = { scenario: publishedScenario, trials: 500, seed: 7 };

/** Every number as it is: the shortest decimals that name a double, and the values that JSON has no word for. */
function written(_: string, value: unknown): unknown {
  if (value instanceof Map) return [...value];
  if (value instanceof Float64Array || value instanceof Int32Array) return Array.from(value, String);
  if (ArrayBuffer.isView(value)) throw new Error("another array must be written number by number, too");
  return typeof value === "number" ? String(value) : value;
}

/** All figures of 500 trials of a roster, as text: equal texts are equal bits. */
export async function figuresText(engine: Engine, roster: Uint8Array, workers: number): Promise<string> {
  const card = await engine.load(roster, "roster.xlsx");
  if ("refused" in card) throw new Error("the roster must load");
  return JSON.stringify(await engine.simulate({ ...request, workers }), written);
}
