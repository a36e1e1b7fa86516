/** Pages of the rail, in its order; each is the hash of its address. */
export const places = ["overview", "roster", "policy"] as const;
export type PlaceName = (typeof places)[number];

const placeOf = (hash: string): PlaceName | undefined => places.find((place) => `#${place}` === hash);

/** The page that the address names; a hash that names none leaves the page as it is. */
export class Place {
  current: PlaceName = $state(placeOf(location.hash) ?? "overview");

  follow(): void {
    this.current = placeOf(location.hash) ?? this.current;
  }
}
