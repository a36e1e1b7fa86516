import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { preProcessFile } from "typescript";
import { describe, expect, it } from "vitest";

interface Layer {
  readonly name: string;
  readonly folders: readonly string[];
  /** Layers it may import beside itself. */
  readonly below: readonly string[];
  /** Packages it may import. */
  readonly packages: readonly string[];
}

const ground = ["money", "date", "issue"];
const core = [...ground, "formula", "roster", "policy", "simulation", "report"];

/** From the ground up: imports point down only. */
const layers: readonly Layer[] = [
  { name: "money", folders: ["src/core/money"], below: [], packages: [] },
  { name: "date", folders: ["src/core/date"], below: [], packages: [] },
  { name: "issue", folders: ["src/core/issue"], below: [], packages: [] },
  { name: "formula", folders: ["src/core/formula"], below: ground, packages: ["@borgar/fx"] },
  { name: "roster", folders: ["src/core/roster"], below: core.slice(0, 4), packages: [] },
  { name: "policy", folders: ["src/core/policy"], below: core.slice(0, 5), packages: [] },
  { name: "simulation", folders: ["src/core/simulation"], below: core.slice(0, 6), packages: [] },
  { name: "report", folders: ["src/core/report"], below: core.slice(0, 7), packages: [] },
  { name: "rules", folders: ["rules"], below: core, packages: [] },
  { name: "spreadsheet", folders: ["src/spreadsheet"], below: core, packages: ["exceljs", "fflate", "@e965/xlsx"] },
  {
    name: "engine",
    folders: ["src/engine"],
    below: [...core, "spreadsheet", "samples", "workers"],
    packages: ["comlink"],
  },
  { name: "analysis", folders: ["src/analysis"], below: ["workers"], packages: ["danfojs", "comlink"] },
  {
    name: "workers",
    folders: ["workers"],
    below: [...core, "spreadsheet", "engine", "analysis"],
    packages: ["comlink"],
  },
  {
    name: "app",
    folders: ["src/app"],
    below: [...core, "rules", "engine", "analysis", "samples"],
    packages: ["svelte", "echarts", "bits-ui", "idb", "comlink"],
  },
  { name: "offline", folders: ["src/offline"], below: [], packages: ["vite", "node:"] },
  {
    name: "cli",
    folders: ["src/cli"],
    below: [...core, "rules", "spreadsheet", "engine"],
    packages: ["node:"],
  },
];

const root = join(import.meta.dirname, "..");

function filesBelow(folder: string, pattern: RegExp): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => pattern.test(name))
    .map((name) => join(folder, name).split(sep).join("/"));
}

const read = (file: string): string => readFileSync(join(root, file), "utf8");
const layerOf = (file: string): Layer | undefined =>
  layers.find(({ folders }) => folders.some((folder) => file.startsWith(`${folder}/`)));

/** Every module a file names: imports, re-exports, dynamic imports, and the addresses of workers. */
function modulesNamedBy(file: string): string[] {
  const source = read(file);
  const script = file.endsWith(".svelte")
    ? [...source.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1]).join("\n")
    : source;
  const addresses = script.matchAll(/new URL\(\s*"(\.[^"]+)",\s*import\.meta\.url/g);
  return [
    ...preProcessFile(script).importedFiles.map(({ fileName }) => fileName),
    ...[...addresses].map((match) => match[1] ?? ""),
  ];
}

const isPackageOf = (layer: Layer, specifier: string): boolean =>
  layer.packages.some((name) =>
    name.endsWith(":") ? specifier.startsWith(name) : specifier === name || specifier.startsWith(`${name}/`),
  );

function faultOf(file: string, layer: Layer, specifier: string): string | undefined {
  if (!specifier.startsWith(".")) {
    return isPackageOf(layer, specifier)
      ? undefined
      : `${file} imports the package ${specifier}; ${layer.name} may not`;
  }
  const target = relative(root, join(root, dirname(file), specifier))
    .split(sep)
    .join("/");
  const other = target.startsWith("samples/") ? "samples" : layerOf(target)?.name;
  if (other === layer.name || (other !== undefined && layer.below.includes(other))) return undefined;
  return `${file} imports ${target}: ${layer.name} may not import ${other ?? "from outside the layers"}`;
}

const sources = ["src", "workers", "rules"].flatMap((folder) => filesBelow(folder, /\.(ts|svelte)$/));
const written = [
  ...sources,
  ...["test", "docs", "samples", "bench"].flatMap((folder) => filesBelow(folder, /\.(ts|md|mjs)$/)),
];

describe("the layers", () => {
  it("hold every source file", () => {
    expect(sources.length).toBeGreaterThan(100);
    expect(sources.filter((file) => layerOf(file) === undefined)).toEqual([]);
  });

  it("import only downwards, and only their packages", () => {
    const faults = sources.flatMap((file) => {
      const layer = layerOf(file);
      return layer === undefined ? [] : modulesNamedBy(file).flatMap((name) => faultOf(file, layer, name) ?? []);
    });
    expect(faults).toEqual([]);
  });

  it("notice an import that points up, and a package that is not theirs", () => {
    const file = "src/core/formula/parse.ts";
    const formula = layerOf(file);
    if (formula === undefined) throw new Error("src/core/formula must be a layer");
    expect(faultOf(file, formula, "../policy/policy.ts")).toMatch(/formula may not import policy/);
    expect(faultOf(file, formula, "exceljs")).toMatch(/formula may not/);
    expect(faultOf(file, formula, "../money/money.ts")).toBeUndefined();
  });
});

describe("the files", () => {
  it("are at most 400 lines long", () => {
    const long = written.map((file) => ({ file, lines: read(file).split("\n").length - 1 }));
    expect(long.filter(({ lines }) => lines > 400)).toEqual([]);
  });

  it("silence no check", () => {
    const silenced = new RegExp(["eslint-dis" + "able", "@ts-" + "(ignore|nocheck|expect-error)"].join("|"));
    expect(written.filter((file) => silenced.test(read(file)))).toEqual([]);
  });

  it("leave nothing for later", () => {
    const later = new RegExp(`\\b(${["TO" + "DO", "FIX" + "ME", "HA" + "CK", "X" + "XX"].join("|")})\\b`);
    expect(written.filter((file) => later.test(read(file)))).toEqual([]);
  });

  it("name no folder of the machine they were written on", () => {
    const folder = /(?:^|[\s"'`(])\/(?:home|work|root|Users)\/\w/m;
    expect(written.filter((file) => folder.test(read(file)))).toEqual([]);
  });

  it("record no download address in the lock file", () => {
    expect(read("package-lock.json")).not.toMatch(/"resolved"\s*:\s*"http/);
  });
});
