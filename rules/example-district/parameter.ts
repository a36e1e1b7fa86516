import { statedIn } from "../parameter.ts";

/** A number printed in the clause of the made-up text. */
export const stated = statedIn("示例〔2024〕1号（虚构）");
