import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { Request } from "playwright-core";
import { CLIENT_SOURCE } from "#core/web/site.ts";
import type { Visit } from "#test/e2e/support/visit.ts";
import { MISSION } from "#test/support/evidence.ts";
import { openClient } from "./client-page.ts";
import { IN_USE, PAGES_IN_USE } from "./in-use.ts";

/** What pages load before anybody does anything. */

/** The most script of the first page and of any other, in bytes of gzip. */
const FIRST_PAGE_BYTES = 150_000;
const PAGE_BYTES = 250_000;

let home: Visit;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ home, close } = await openClient(() => IN_USE));
});
afterAll(() => close?.());

/** The scripts of a page, by their paths, with the bytes of each as it is sent. */
async function scriptsOf(path: string): Promise<ReadonlyMap<string, number>> {
  const { page } = home;
  const scripts = new Map<string, number>();
  const onRequest = (request: Request) => {
    const { pathname } = new URL(request.url());
    if (pathname.endsWith(".js"))
      scripts.set(pathname, gzipSync(readFileSync(join(CLIENT_SOURCE, pathname))).length);
  };
  page.on("request", onRequest);
  await page.goto(new URL(path, page.url()).href);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.waitForLoadState("load");
  page.off("request", onRequest);
  return scripts;
}

const sum = (scripts: ReadonlyMap<string, number>) =>
  [...scripts.values()].reduce((all, each) => all + each, 0);

describe("the script", () => {
  it("of the first page is small, in few files", async () => {
    const scripts = await scriptsOf("/");
    expect(sum(scripts)).toBeLessThan(FIRST_PAGE_BYTES);
    // A measurement of nothing would be small as well.
    expect(sum(scripts)).toBeGreaterThan(50_000);
    expect(scripts.size).toBeLessThan(12);
  });

  it.each(PAGES_IN_USE.map(([path]) => path))("of %s is small", async (path) => {
    expect(sum(await scriptsOf(path))).toBeLessThan(PAGE_BYTES);
  });

  it("of a mission has no verifier of evidence before somebody verifies", async () => {
    const names = [...(await scriptsOf(`/missions/${MISSION}`)).keys()];
    expect(names.filter((name) => /verif|palette|catalogue/.test(name))).toEqual([]);
  });
});
