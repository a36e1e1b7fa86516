/** Long work reports how far it is and can be stopped; a stop ends in an AbortError within 200 ms. */
export interface Task {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

export interface Progress {
  readonly step: "read" | "recognise" | "convert" | "check" | "evaluate" | "simulate" | "report";
  /** 0 to 1. */
  readonly done: number;
  /** What is being worked on, e.g. a sheet's name. */
  readonly what?: string;
}
