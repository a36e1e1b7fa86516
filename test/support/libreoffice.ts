export { recalculate } from "./recalculate.ts";
