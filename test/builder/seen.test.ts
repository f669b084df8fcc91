import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { noObservations, noteBuilt } from "#builder/observations.ts";
import { takeStamps } from "#builder/stamps.ts";

let workspace: string;
const put = (path: string) => {
  mkdirSync(dirname(join(workspace, path)), { recursive: true });
  writeFileSync(join(workspace, path), path);
};
beforeEach(() => {
  workspace = mkdtempSync(join(tmpdir(), "gantry-seen-"));
  for (const path of ["src/one.ts", "dist/old.js", "node_modules/react/index.js"]) put(path);
});
afterEach(() => rmSync(workspace, { recursive: true, force: true }));

/** What is held against a build that writes this file. */
function changedBy(path: string): readonly string[] {
  const observed = noObservations();
  const written = takeStamps(workspace);
  put(path);
  expect(noteBuilt(observed, written, workspace, "dist")).toBe(observed.changed.length === 0);
  return observed.changed;
}

describe("the paths that a build may change", () => {
  it.each(["dist/index.html", "dist/assets/a.js", "node_modules/.vite/deps/a.js", "tsconfig.tsbuildinfo"])(
    "include %s",
    (path) => expect(changedBy(path)).toEqual([]),
  );

  it.each([
    "src/one.ts",
    "src/one.js",
    "dist/old.js",
    "stats.html",
    "node_modules/react/index.js",
    "node_modules/react/more.js",
  ])("exclude %s", (path) => expect(changedBy(path)).toEqual([path]));

  it("exclude package folders in the source, and folders that only begin like the output's name", () => {
    expect(changedBy("src/node_modules/react/index.js")).toContain("src/node_modules/react/index.js");
    expect(changedBy("dist-2/index.html")).toEqual(["dist-2", "dist-2/index.html"]);
  });
});
