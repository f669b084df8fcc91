import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { boundedCache } from "#adapters/cache/bounded-cache.ts";

let dir: string;
let file: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "gantry-cache-test-"));
  file = join(dir, "cache", "deep", "file");
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

function download(bytes: number): void {
  mkdirSync(join(dir, "cache", "deep"), { recursive: true });
  writeFileSync(file, "x".repeat(bytes));
}

describe("a cache with a size limit", () => {
  it("keeps its content up to the limit, and is emptied before the next use once it is above it", async () => {
    const use = boundedCache(join(dir, "cache"), 10);
    await use(async () => download(10));
    expect(await use(async () => existsSync(file))).toBe(true);
    await use(async () => download(11));
    expect(existsSync(file)).toBe(true);
    expect(await use(async () => existsSync(file))).toBe(false);
  });

  it("is never emptied while it is in use", async () => {
    const use = boundedCache(join(dir, "cache"), 10);
    await use(async () => {
      download(11);
      expect(await use(async () => existsSync(file))).toBe(true);
    });
    expect(await use(async () => existsSync(file))).toBe(false);
  });

  it("makes concurrent users wait until it is emptied", async () => {
    const use = boundedCache(join(dir, "cache"), 10);
    download(11);
    const both = Promise.all([use(async () => existsSync(file)), use(async () => existsSync(file))]);
    expect(await both).toEqual([false, false]);
  });

  it("is released after work that failed", async () => {
    const use = boundedCache(join(dir, "cache"), 10);
    await expect(
      use(async () => {
        download(11);
        throw new TypeError("failed");
      }),
    ).rejects.toThrow("failed");
    expect(await use(async () => existsSync(file))).toBe(false);
  });
});
