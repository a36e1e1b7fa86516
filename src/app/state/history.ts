/** Every state an edit has led through; the present is shown, the future is what undo took back. */
export interface History<T> {
  readonly past: readonly T[];
  readonly present: T;
  readonly future: readonly T[];
}

export const historyOf = <T>(present: T): History<T> => ({ past: [], present, future: [] });

/** A new edit forgets what was undone. */
export const recorded = <T>(history: History<T>, present: T): History<T> => ({
  past: [...history.past, history.present],
  present,
  future: [],
});

/** Replaces the present: the steps of one slide are one edit. */
export const amended = <T>(history: History<T>, present: T): History<T> => ({ ...history, present, future: [] });

/** Every state changed alike; steps that then change nothing are gone. */
export function rewritten<T>({ past, present, future }: History<T>, change: (state: T) => T): History<T> {
  const now = change(present);
  const isSame = (a: T | undefined, b: T): boolean => JSON.stringify(a) === JSON.stringify(b);
  const before = past.map(change);
  const after = future.map(change);
  return {
    past: before.filter((state, at) => !isSame(before[at + 1] ?? now, state)),
    present: now,
    future: after.filter((state, at) => !isSame(at === 0 ? now : after[at - 1], state)),
  };
}

export function undone<T>(history: History<T>): History<T> {
  const present = history.past.at(-1);
  if (present === undefined) return history;
  return { past: history.past.slice(0, -1), present, future: [history.present, ...history.future] };
}

export function redone<T>(history: History<T>): History<T> {
  const [present, ...future] = history.future;
  if (present === undefined) return history;
  return { past: [...history.past, history.present], present, future };
}
