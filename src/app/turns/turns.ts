const waiting: (() => void)[] = [];

/** The next task is asked for first, so that a piece that throws holds up none of those behind it. */
function takeNext(): void {
  const piece = waiting.shift();
  if (waiting.length > 0) setTimeout(takeNext);
  piece?.();
}

/**
 * Does a piece of work after those asked for before, in a task of its own: what would hold up the page together does
 * not apart.
 * @returns takes the piece back, if it was not done yet
 */
export function inTurn(piece: () => void): () => void {
  waiting.push(piece);
  if (waiting.length === 1) setTimeout(takeNext);
  return () => {
    const place = waiting.indexOf(piece);
    if (place >= 0) waiting[place] = () => undefined;
  };
}

/** Lets the page answer before the work goes on. */
export const ownTurn = (): Promise<void> => new Promise((resolve) => void inTurn(resolve));
