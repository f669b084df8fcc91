import { mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { browserFolder } from "#local/browser-folder.ts";

const folder = () => mkdtempSync(join(tmpdir(), "gantry-browser-"));

describe("the folder of the browser", () => {
  it("is in the checkout, empty, where that is writable", () => {
    const root = folder();
    const chosen = browserFolder({ root, home: folder() });
    expect(chosen).toBe(join(root, "node_modules/.cache/chromium"));
    expect(readdirSync(chosen)).toEqual([]);
  });

  it("is in the data folder where the checkout is not writable", () => {
    const [root, home] = [folder(), folder()];
    // Below a file nothing can be made, not even by root.
    writeFileSync(join(root, "node_modules"), "");
    expect(browserFolder({ root, home })).toBe(join(home, "chromium"));
  });
});
