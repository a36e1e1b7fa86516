let doomed = false;

/** Heard before a worker's own listener, if imported first: throws now, or when the worker gets a block. */
addEventListener("message", (event: MessageEvent<unknown>) => {
  const { data } = event;
  if (data === "crash at the next block") doomed = true;
  if (data === "crash" || (doomed && isBlockCall(data))) {
    event.stopImmediatePropagation();
    throw new Error("crashed as asked");
  }
});

const isBlockCall = (data: unknown): boolean =>
  typeof data === "object" &&
  data !== null &&
  "path" in data &&
  Array.isArray(data.path) &&
  data.path.join(".") === "block";
