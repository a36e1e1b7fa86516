import "../../../workers/simulation-worker.ts";

/** A thread that simulates, with a way to make it crash as a fault of its own would. */
addEventListener("message", ({ data }: MessageEvent<unknown>) => {
  if (data === "crash") throw new Error("crashed as asked");
});
