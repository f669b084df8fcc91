import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { unpackChromium } from "#adapters/browser/unpack.ts";
import { FUNCTIONS } from "#deployment/functions.ts";
import { describeUnless, noLinux } from "#test/support/unless.ts";

/** The package carries a Linux program; elsewhere the installed Chrome is used. */
describeUnless(noLinux)("unpacking the bundled Chromium", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "gantry-unpack-"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("gives all concurrent callers the complete program, and leaves no other file", async () => {
    const paths = await Promise.all([unpackChromium(folder), unpackChromium(folder)]);
    expect(paths).toEqual(Array(2).fill(join(folder, "chromium")));
    expect(statSync(paths[0] as string).size).toBeGreaterThan(100 * 2 ** 20);
    expect(readdirSync(folder).filter((name) => name.startsWith("gantry-"))).toEqual([]);
  });

  it("fits on the function's disk twice, beside an incomplete copy", () => {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    const bytes = files.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
    expect(2 * bytes).toBeLessThan(FUNCTIONS.verify.disk * 2 ** 20);
  });

  it("provides the libraries that Lambda's Linux lacks", () => {
    expect(readdirSync(join(folder, "al2023", "lib"))).toContain("libnss3.so");
  });

  it("restores a file that was deleted", async () => {
    rmSync(join(folder, "vk_swiftshader_icd.json"));
    await unpackChromium(folder);
    expect(readdirSync(folder)).toContain("vk_swiftshader_icd.json");
  });
});
