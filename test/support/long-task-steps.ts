import type { Page } from "playwright";

/** What an officer does, one thing after another on the same page. */
export interface LongTaskStep {
  readonly name: string;
  readonly run: (page: Page) => Promise<void>;
}

const patience = { timeout: 240_000 };

const settled = async (page: Page): Promise<void> => {
  await page.waitForTimeout(400);
  await page
    .locator("progress")
    .first()
    .waitFor({ ...patience, state: "detached" });
  await page.waitForTimeout(1500);
};

const pressed = (selector: string) => async (page: Page) => {
  await page.locator(selector).first().click(patience);
  await settled(page);
};

const opened = (place: string, seen: string): LongTaskStep => ({
  name: `open ${place}`,
  run: async (page) => {
    await page.locator(`nav a[href="#${place}"]`).click(patience);
    await page.locator(seen).first().waitFor(patience);
    await settled(page);
  },
});

/** Drops a file anywhere on the page. */
async function drop(page: Page, roster: string): Promise<void> {
  await page.evaluate(() => {
    const field = Object.assign(document.createElement("input"), { type: "file", id: "dropped" });
    document.body.append(field);
  });
  await page.locator("#dropped").setInputFiles(roster);
  await page.evaluate(() => {
    const field = document.querySelector<HTMLInputElement>("#dropped");
    const dataTransfer = new DataTransfer();
    for (const file of field?.files ?? []) dataTransfer.items.add(file);
    field?.remove();
    window.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  });
  await settled(page);
}

/** Slides a share that decides on money by one step, as the arrow keys do. */
async function slideOneStep(page: Page): Promise<void> {
  await page.locator("aside section:nth-of-type(2) input[type=range]").first().press("ArrowRight");
  await settled(page);
}

export const longTaskSteps = (address: string, roster: string): readonly LongTaskStep[] => [
  {
    name: "start",
    run: async (page) => {
      await page.goto(`${address}#overview`);
      await page.locator("h1 b").first().waitFor(patience);
      await settled(page);
    },
  },
  { name: "drop and load", run: (page) => drop(page, roster) },
  ...["roster", "policy", "risk", "enterprise", "report"].map((place) => opened(place, "h1")),
  opened("overview", "h1 b"),
  { name: "filter by department", run: pressed("figure ul button") },
  { name: "clear filter", run: pressed("figure ul button[aria-pressed=true]") },
  { name: "filter by cell", run: pressed("section tbody td button") },
  { name: "open drawer", run: pressed("header button[aria-expanded=false]") },
  { name: "slide one step", run: slideOneStep },
  { name: "slide another", run: slideOneStep },
  { name: "undo", run: (page) => page.keyboard.press("Control+z").then(() => settled(page)) },
  opened("report", "h1"),
  { name: "write report", run: pressed("main button.primary") },
];
