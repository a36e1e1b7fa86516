/**
 * Brings an element of the page to the top of its window and keeps it there while the parts around it come and grow,
 * until the reader takes over by wheel, touch, pointer or key.
 * @returns lets go of it
 */
export function holdInView(element: HTMLElement): () => void {
  const page = element.closest("main");
  const grown = new ResizeObserver(() => element.scrollIntoView({ behavior: "instant" }));
  for (const part of page?.children ?? []) grown.observe(part);
  const release = new AbortController();
  const letGo = (): void => {
    grown.disconnect();
    release.abort();
  };
  for (const kind of ["wheel", "touchmove", "pointerdown", "keydown"])
    addEventListener(kind, letGo, { passive: true, signal: release.signal });
  return letGo;
}
