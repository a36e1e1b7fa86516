import { serveBlocks } from "../src/engine/block-server.ts";

serveBlocks();
