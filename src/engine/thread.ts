import type { Endpoint } from "comlink";

/** A thread of any platform that answers calls. */
export interface Thread {
  readonly endpoint: Endpoint;
  /** Hears why the thread died, if it does. */
  onLost(listener: (reason: string) => void): void;
  terminate(): void;
}

/** A worker of a page. */
export const webThread = (worker: Worker): Thread => ({
  endpoint: worker,
  onLost: (listener) => {
    const lost = (event: Event): void => {
      event.preventDefault();
      listener(event instanceof ErrorEvent ? event.message : event.type);
    };
    worker.addEventListener("error", lost);
    worker.addEventListener("messageerror", lost);
  },
  terminate: () => worker.terminate(),
});
