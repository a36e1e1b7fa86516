import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { delimiter, extname, join, resolve } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { xicheng202371 } from "../../rules/xicheng-2023-71/policy.ts";
import { createEngine } from "../../src/engine/in-process.ts";
import { buildPage, launchBrowser } from "../support/built-page.ts";
import { figuresText } from "../support/same-bits/figures-text.ts";

const folder = resolve(".cache/same-bits");
const types: Readonly<Record<string, string>> = { ".html": "text/html", ".js": "text/javascript" };
let server: Server;
let address: string;
let taken: (figures: string) => void;
let expected: string;

/** Hands out the folder, and takes what a page sends back. */
function serve(): Server {
  return createServer((request, response) => {
    if (request.method === "POST") {
      const pieces: Buffer[] = [];
      request.on("data", (piece: Buffer) => pieces.push(piece));
      request.on("end", () => {
        response.end();
        taken(Buffer.concat(pieces).toString("utf8"));
      });
      return;
    }
    const path = join(folder, new URL(request.url ?? "/", "http://localhost").pathname);
    readFile(path).then(
      (bytes) => response.setHeader("Content-Type", types[extname(path)] ?? "application/octet-stream").end(bytes),
      () => response.writeHead(404).end(),
    );
  });
}

beforeAll(async () => {
  await buildPage(folder, "--config", "test/support/same-bits/vite.config.ts");
  server = serve();
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const at = server.address();
  address = `http://127.0.0.1:${typeof at === "object" ? at?.port : at}/index.html`;
  const roster = new Uint8Array(await readFile("samples/hand-check-30.xlsx"));
  expected = await figuresText(createEngine(xicheng202371), roster, 1);
}, 300_000);
afterAll(() => server.close());

/** What the page sends back once a browser has opened it. */
const figuresFrom = async (open: () => Promise<() => Promise<void>>): Promise<string> => {
  const sent = new Promise<string>((resolved) => (taken = resolved));
  const close = await open();
  try {
    return await sent;
  } finally {
    await close();
  }
};

const firefox = [
  process.env["FIREFOX_PATH"] ?? "",
  ...(process.env["PATH"] ?? "")
    .split(delimiter)
    .flatMap((path) => ["firefox", "firefox-esr"].map((name) => join(path, name))),
].find((path) => path !== "" && existsSync(path));

async function openFirefox(path: string): Promise<() => Promise<void>> {
  const profile = await mkdtemp(join(tmpdir(), "firefox-"));
  const browser = spawn(path, ["--headless", "--no-remote", "--profile", profile, address], {
    env: { ...process.env, HOME: profile },
    stdio: "ignore",
  });
  const ended = new Promise<void>((resolved) => browser.once("exit", () => resolved()));
  return async () => {
    browser.kill();
    await ended;
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
}

it("computes in workers of Chromium what Node computes, to the bit", { timeout: 300_000 }, async () => {
  const figures = await figuresFrom(async () => {
    const browser = await launchBrowser();
    await (await browser.newPage()).goto(address);
    return () => browser.close();
  });
  expect(JSON.parse(figures)).toMatchObject({ seed: "7", trials: "500" });
  expect(figures).toBe(expected);
});

it.skipIf(firefox === undefined)("and in workers of Firefox", { timeout: 300_000 }, async () => {
  expect(await figuresFrom(() => openFirefox(firefox ?? ""))).toBe(expected);
});
