import type { Page } from "playwright";

/** One look at the page: where it is opened, and what is done there before the picture. */
export interface Scene {
  readonly name: string;
  readonly hash: string;
  readonly prepare?: (page: Page) => Promise<void>;
}

/** Scenes that follow from one start of the page, in the order they are taken. */
export interface Start {
  readonly name: string;
  readonly begin: (page: Page, address: string) => Promise<void>;
  readonly scenes: readonly Scene[];
}

const patience = { timeout: 60_000 };
const samplePattern = "**/*demo-district*";
const fileField = "input[type=file]";
const idle = (page: Page): Promise<void> =>
  page
    .locator("progress")
    .first()
    .waitFor({ ...patience, state: "detached" });

async function openSample(page: Page, address: string): Promise<void> {
  await page.goto(`${address}#overview`);
  await page.locator("h1 b").first().waitFor(patience);
  await idle(page);
}

async function openFile(
  page: Page,
  address: string,
  file: { name: string; mimeType: string; buffer: Buffer } | string,
) {
  await openSample(page, address);
  await page.goto(`${address}#roster`);
  await page.locator(fileField).setInputFiles(file);
  await page.waitForTimeout(500);
  await idle(page);
}

const wizardButton = "section .actions .primary";

/** A file that needs decisions waits for them. */
async function openUndecided(page: Page, address: string): Promise<void> {
  await openFile(page, address, "samples/disordered-roster.xlsx");
  await page.locator(wizardButton).waitFor(patience);
}

async function goOn(page: Page): Promise<void> {
  await press(page, wizardButton);
  await page.locator("h1 progress").waitFor({ ...patience, state: "detached" });
}

async function openDisordered(page: Page, address: string): Promise<void> {
  await openUndecided(page, address);
  for (let step = 0; step < 3; step++) await goOn(page);
  await page
    .locator(fileField)
    .first()
    .waitFor({ ...patience, state: "attached" });
  await idle(page);
}

async function openEmpty(page: Page, address: string): Promise<void> {
  await page.route(samplePattern, () => undefined);
  await page.goto(`${address}#overview`);
  await page.locator(".run button").click(patience);
}

async function openFailed(page: Page, address: string): Promise<void> {
  await page.route(samplePattern, (route) => route.abort());
  await page.goto(`${address}#overview`);
  await page.getByRole("alert").or(page.locator(".problem")).first().waitFor(patience);
}

async function openLoading(page: Page, address: string): Promise<void> {
  await page.route(samplePattern, () => undefined);
  await page.goto(`${address}#overview`);
}

const press = (page: Page, selector: string): Promise<void> => page.locator(selector).first().click(patience);

/** The enterprise page of the firm that is owed most in the list of payments. */
async function openFirstFirm(page: Page): Promise<void> {
  await press(page, "section .sum button");
  const address = await page.locator("tbody td a").first().getAttribute("href", patience);
  await page.goto(new URL(address ?? "#enterprise", page.url()).href);
  await page.locator("h2").first().waitFor(patience);
}

/** The same firm under a hypothesis: what is missing, supposed. */
async function supposeForFirm(page: Page): Promise<void> {
  await openFirstFirm(page);
  await page.locator("tr button[aria-label]").first().click(patience);
  await page.locator("#hypothesis table, #hypothesis li + li").first().waitFor(patience);
}

const everyPlace = ["overview", "roster", "policy", "scenarios", "risk", "enterprise", "report"].map((hash) => ({
  name: hash,
  hash,
}));

/** All of a few trials are in: no run is under way, and the charts are there. */
async function forecastReady(page: Page): Promise<void> {
  await page.locator("main input[id$=trials]").fill("1000", patience);
  await page.keyboard.press("Enter");
  const finished = /^\s*1,000 (次试验，种子|trials, seed)/u;
  await page.locator("main .state", { hasText: finished }).first().waitFor({ timeout: 180_000 });
  await page.locator("main figure").first().waitFor(patience);
}

/** A scenario of two changes, read from a file and compared with the published policy. */
async function compareTwo(page: Page): Promise<void> {
  const parameters = { "m06.补助比例": 0.2, "m10.档次金额.市级专精特新": 150_000 };
  const text = JSON.stringify({ format: "exposure-scenario/1", name: "少补一点", parameters });
  const file = { name: "少补一点.json", mimeType: "application/json", buffer: Buffer.from(text) };
  await page.locator("main input[accept^='.json']").setInputFiles(file);
  await page.locator("main figure").first().waitFor(patience);
}

/** One cell of the roster read as typed, and another with something that cannot be taken. */
async function editCells(page: Page): Promise<void> {
  const grid = page.getByRole("grid").first();
  await page.locator('[data-row="0"][data-column="4"]').first().click(patience);
  await grid.press("7");
  await page.keyboard.press("Enter");
  await page.locator("table td s").first().waitFor(patience);
  await idle(page);
  await grid.press("F2");
  await page.keyboard.type("很多");
  await grid.evaluate((element) => element.scrollIntoView({ block: "start" }));
}

/** A measure of two triggers that ranks its claims, with a mistake in its score, and takes payments back. */
async function addCompeting(page: Page): Promise<void> {
  const form = page.locator("#added-measures form");
  await page.locator("#added-measures > .row > button").first().click(patience);
  await form.locator("input.number").first().fill("20");
  await form.locator("input.number").first().press("Enter");
  await form.locator("select", { has: page.locator("option[value=score]") }).selectOption("score");
  await form.locator(".check input").last().check();
  await form.locator(".trigger ~ .fields button").first().click();
  const score = form.locator("input[aria-invalid=true]").first();
  await score.fill("从业人员+没有");
  await score.evaluate((element) => {
    element.scrollIntoView({ block: "end" });
  });
}

/** The first number of an article changed in the field that stands below it. */
async function editClause(page: Page): Promise<void> {
  const figure = page.locator("#article-6 .figure").first();
  await figure.click(patience);
  const field = page.locator("#article-6 .figure + * input[type=text]").first();
  await field.fill("20", patience);
  await field.press("Enter");
}

/** The palette with the firms that are found. */
async function findInPalette(page: Page): Promise<void> {
  await page.keyboard.press("Control+k");
  await page.keyboard.type("示例 ");
  await page.keyboard.press("ArrowDown");
}

const sampleScenes: readonly Scene[] = [
  ...everyPlace,
  { name: "scenarios-compared", hash: "scenarios", prepare: compareTwo },
  { name: "risk-ready", hash: "risk", prepare: forecastReady },
  { name: "policy-limits", hash: "policy/10", prepare: (page) => press(page, "#article-10 [role=group] button") },
  { name: "enterprise-firm", hash: "overview", prepare: openFirstFirm },
  { name: "enterprise-supposed", hash: "overview", prepare: supposeForFirm },
  { name: "enterprise-unknown", hash: "enterprise/91110102MA00000000" },
  { name: "drawer", hash: "overview", prepare: (page) => press(page, "header button[aria-expanded=false]") },
  { name: "drawer-policy", hash: "policy" },
  {
    name: "payments",
    hash: "overview",
    prepare: async (page) => {
      await press(page, "header button[aria-expanded=true]");
      await press(page, "section tbody td button");
    },
  },
  { name: "roster-edited", hash: "roster", prepare: editCells },
  { name: "filters", hash: "overview", prepare: (page) => press(page, "figure ul button") },
  { name: "policy-adding", hash: "policy", prepare: addCompeting },
  { name: "clause-edited", hash: "policy/6", prepare: editClause },
  { name: "palette", hash: "overview", prepare: findInPalette },
];

/** Every question of the risk page answered, on a few firms. */
async function answerAll(page: Page): Promise<void> {
  await page.locator("main input[id$=trials]").fill("250", patience);
  await page.keyboard.press("Enter");
  for (const button of [".sensitivity .controls button", ".grid form > button"]) await press(page, button);
  await page.locator(".sensitivity figure").waitFor(patience);
  await page.locator(".grid figure").waitFor(patience);
  for (const section of [".goal", ".affordable"]) {
    await page.locator(`${section} input[type=number]`).last().fill("100000", patience);
    await press(page, `${section} .fields > button`);
    await page.locator(`${section} .answer`).waitFor({ timeout: 300_000 });
  }
}

export const starts: readonly Start[] = [
  { name: "sample", begin: openSample, scenes: sampleScenes },
  {
    name: "small",
    begin: (page, address) => openFile(page, address, "samples/hand-check-30.xlsx"),
    scenes: [{ name: "risk-answers", hash: "risk", prepare: answerAll }],
  },
  { name: "empty", begin: openEmpty, scenes: everyPlace },
  { name: "failed", begin: openFailed, scenes: everyPlace },
  { name: "loading", begin: openLoading, scenes: everyPlace },
  {
    name: "refused",
    begin: (page, address) =>
      openFile(page, address, { name: "名册.xlsx", mimeType: "application/octet-stream", buffer: Buffer.from("abc") }),
    scenes: [{ name: "roster", hash: "roster" }],
  },
  {
    name: "disordered",
    begin: openDisordered,
    scenes: everyPlace,
  },
  {
    name: "import",
    begin: openUndecided,
    scenes: [
      { name: "sheets", hash: "roster" },
      { name: "columns", hash: "roster", prepare: goOn },
      { name: "accept", hash: "roster", prepare: goOn },
    ],
  },
];
