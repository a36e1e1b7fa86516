import { expose } from "comlink";
import { describeColumns } from "../src/analysis/describe-columns.ts";

expose(describeColumns);
