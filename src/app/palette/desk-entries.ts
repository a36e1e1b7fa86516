import { articleName } from "../../core/policy/article-name.ts";
import { publishedScenario } from "../../core/policy/scenario.ts";
import { enterpriseAddress, matchingEnterprises } from "../enterprise/enterprise-search.ts";
import type { Desk } from "../state/desk.ts";
import { places } from "../state/place.svelte.ts";
import { laidOut, openedFrom } from "../state/workbench.ts";
import { en } from "../text/en.ts";
import { scenarioName } from "../text/scenario-name.ts";
import { zh } from "../text/zh.ts";
import type { PaletteEntry } from "./palette-entries.ts";
import { commandKey, paletteText } from "./palette-text.ts";

/** Firms that are listed at most. */
export const firmLimit = 8;

/** What entries do outside of the desk: open an address of the page, ask for a file. */
export interface PaletteHands {
  readonly go: (address: string) => void;
  readonly chooseFile: () => void;
}

const pageEntries = ({ preferences }: Desk, { go }: PaletteHands): PaletteEntry[] =>
  places.map((name) => ({
    group: "pages",
    title: preferences.messages[name],
    found: `${zh[name]} ${en[name]}`,
    run: () => go(`#${name}`),
  }));

const articleEntries = ({ policy, preferences: { language } }: Desk, { go }: PaletteHands): PaletteEntry[] =>
  policy.articles.map(({ number, title }) => ({
    group: "articles",
    title: `${articleName(number, language)}\u2003${title[language]}`,
    found: `${articleName(number, "zh")} ${title.zh} ${articleName(number, "en")} ${title.en}`,
    run: () => go(`#policy/${number}`),
  }));

/** The policy as published, then the saved scenarios; each is laid on the desk. */
function scenarioEntries({ scenario, preferences: { messages } }: Desk): PaletteEntry[] {
  const saved = scenario.bench.saved.map((each): PaletteEntry => {
    const title = scenarioName(each.scenario, messages);
    return {
      group: "scenarios",
      title,
      found: `${title} ${zh.scenarioName} ${en.scenarioName}`,
      run: () => scenario.arrange((bench) => openedFrom(bench, each.id)),
    };
  });
  const published: PaletteEntry = {
    group: "scenarios",
    title: messages.published,
    found: `${zh.published} ${en.published} ${zh.scenarioName} ${en.scenarioName}`,
    run: () => scenario.arrange((bench) => laidOut(bench, publishedScenario)),
  };
  return [published, ...saved];
}

type ActionName = Exclude<keyof typeof paletteText.zh, "groups" | "count" | "moreFirms">;

/** What can be done now; what cannot, e.g. redo, is not offered. */
function actionEntries({ scenario, exposure, projects, preferences }: Desk, hands: PaletteHands): PaletteEntry[] {
  const action = (name: ActionName, run: () => void, note?: string): PaletteEntry => ({
    group: "actions",
    title: paletteText[preferences.language][name],
    found: `${paletteText.zh[name]} ${paletteText.en[name]}`,
    run,
    ...(note !== undefined && { note }),
  });
  const isBusy = projects.status.kind === "reading" || projects.status.kind === "writing";
  const saving = exposure.card
    ? [
        action("saveWithRoster", () => void projects.save(true)),
        action("saveWithoutRoster", () => void projects.save(false)),
      ]
    : [action("saveProject", () => void projects.save(false))];
  return [
    action("chooseFile", hands.chooseFile),
    action("writeReport", () => hands.go("#report")),
    ...(scenario.canUndo ? [action("undo", () => scenario.undo(), commandKey("Z"))] : []),
    ...(scenario.canRedo ? [action("redo", () => scenario.redo(), commandKey("Shift Z"))] : []),
    ...(isBusy ? [] : saving),
    preferences.language === "zh"
      ? action("toEnglish", () => (preferences.language = "en"))
      : action("toChinese", () => (preferences.language = "zh")),
    preferences.theme === "light"
      ? action("toDark", () => (preferences.theme = "dark"))
      : action("toLight", () => (preferences.theme = "light")),
  ];
}

/** Everything that the palette offers but firms, which are looked for by what is typed. */
export const deskEntries = (desk: Desk, hands: PaletteHands): PaletteEntry[] => [
  ...pageEntries(desk, hands),
  ...actionEntries(desk, hands),
  ...scenarioEntries(desk),
  ...articleEntries(desk, hands),
];

/** Firms of the roster whose name or code holds what is typed: one more than are listed where there are more. */
export const firmEntries = ({ exposure: { card } }: Desk, { go }: PaletteHands, typed: string): PaletteEntry[] =>
  (card ? matchingEnterprises(card, typed) : []).slice(0, firmLimit + 1).map(({ code, name }) => ({
    group: "firms",
    title: name,
    note: code,
    found: "",
    run: () => go(enterpriseAddress(code)),
  }));
