/** Pages of the rail, in its order; each is the hash of its address. */
export const places = ["overview", "roster", "policy", "scenarios", "risk", "enterprise", "report"] as const;
export type PlaceName = (typeof places)[number];

const placeOf = (hash: string): PlaceName | undefined => places.find((place) => `#${place}` === hash.split("/")[0]);

/** What of the page the address names after its slash, e.g. a credit code or the number of an article. */
function subjectOf(hash: string): string {
  const [, subject = ""] = hash.split("/");
  return decodeURIComponent(subject);
}

/** What the address says further of its subject, after a second slash, e.g. a hypothesis about a firm. */
const detailOf = (hash: string): string => decodeURIComponent(hash.split("/")[2] ?? "");

/** A page opens at its top; who followed a link inside the page before goes on from there by the keyboard. */
function openAtTop(): void {
  const main = document.getElementById("main");
  main?.scrollTo({ top: 0, behavior: "instant" });
  if (main?.contains(document.activeElement)) main.focus({ preventScroll: true });
}

/** The page that the address names; a hash that names none leaves the page as it is. */
export class Place {
  current: PlaceName = $state(placeOf(location.hash) ?? "overview");
  subject = $state(subjectOf(location.hash));
  detail = $state(detailOf(location.hash));

  follow(): void {
    const place = placeOf(location.hash);
    if (place === undefined) return;
    this.current = place;
    this.subject = subjectOf(location.hash);
    this.detail = detailOf(location.hash);
    openAtTop();
  }

  /** More or less said of the same page: the address says it, without a step of the browser's history. */
  detailed(address: string): void {
    history.replaceState(history.state, "", address);
    this.subject = subjectOf(address);
    this.detail = detailOf(address);
  }
}
