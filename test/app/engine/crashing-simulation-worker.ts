// A thread that simulates, with ways to make it crash as a fault of its own would.
import "./crash-as-asked.ts";
import "../../../workers/simulation-worker.ts";
