import "../../../workers/engine-worker.ts";

/** The engine's own worker, with a way to make it crash as a fault of its own would. */
addEventListener("message", ({ data }: MessageEvent<unknown>) => {
  if (data === "crash") throw new Error("crashed as asked");
});
