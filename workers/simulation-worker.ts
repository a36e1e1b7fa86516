import { expose } from "comlink";
import { blockServer } from "../src/engine/block-server.ts";

expose(blockServer());
