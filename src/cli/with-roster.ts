import { basename } from "node:path";
import { createEngine } from "../engine/in-process.ts";
import type { Engine } from "../engine/port.ts";
import type { Arguments } from "./arguments.ts";
import { threadsOf } from "./block-thread.ts";
import { say, tell } from "./files.ts";
import { givenIn, type Given } from "./given.ts";
import { usualWorkers } from "./simulate.ts";

/** Work on an engine that holds the roster of a command line. Exit codes: 0 done, 1 no enterprise was accepted. */
export async function withRoster(
  words: Arguments,
  bundle: URL,
  work: (engine: Engine, given: Given) => Promise<void>,
): Promise<number> {
  const given = await givenIn(words);
  const engine = createEngine(given.published, threadsOf(bundle, words.workers ?? usualWorkers()));
  try {
    const card = await engine.load(given.bytes, given.fileName, undefined, given.mapping);
    tell(words.file, card.issues);
    if ("refused" in card || card.codes.length === 0) {
      say(`${basename(words.file)}: 没有可用的企业行，未产生结果 (no enterprise was accepted)`);
      return 1;
    }
    await work(engine, given);
    return 0;
  } finally {
    engine.close();
  }
}
