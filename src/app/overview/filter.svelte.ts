import type { Selection } from "../payments/selection.ts";
import { toggled, without, type Dimension } from "./narrowing.ts";

/** What the overview is narrowed to; every chart, table and list follows it. */
export class Filter {
  current: Selection = $state.raw({});
  readonly isActive = $derived(Object.keys(this.current).length > 0);

  toggle(picked: Selection): void {
    this.current = toggled(this.current, picked);
  }

  /** Narrows the page to a selection alone. */
  only(selection: Selection): void {
    this.current = selection;
  }

  remove(dimension: Dimension): void {
    this.current = without(this.current, dimension);
  }

  clear(): void {
    this.current = {};
  }
}
