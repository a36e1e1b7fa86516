import { statedIn } from "../parameter.ts";

export { assumed, locksRows, needsSimulation, simulated, unstated } from "../parameter.ts";

/** A number printed in the clause. */
export const stated = statedIn("西发改文〔2023〕71号");
