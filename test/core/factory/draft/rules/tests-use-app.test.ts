import { describe, expect, it } from "@jest/globals";
import { TESTS_USE_APP } from "#core/factory/draft/rules/tests-use-app.ts";
import type { Manifest } from "#core/factory/manifest/manifest.ts";
import { MANIFEST, PLAN } from "#test/support/samples.ts";

const CASE = 'test("adds", () => assert.equal(add(1, 2), 3));\n';
const APP = {
  "public/index.html": '<script type="module" src="app.js"></script>',
  "public/app.js": 'import { sum } from "./sum.js";\nexport const add = (a, b) => sum([a, b]);',
  "public/sum.js": "export const sum = (all) => all.reduce((a, b) => a + b, 0);",
};

const draftOf = (files: Record<string, string>, stack: Manifest["stack"] = "static"): Manifest => ({
  ...MANIFEST,
  stack,
  files: Object.entries(files).map(([path, content]) => ({ path, content })),
});
const testedBy = (head: string) => draftOf({ ...APP, "test/a.test.js": `${head}\n${CASE}` });
const faults = (manifest: Manifest, before: Manifest | null = null) =>
  TESTS_USE_APP.faults({ plan: PLAN, manifest, before });

describe("a test file", () => {
  it.each([
    ["imports nothing", ""],
    ["contains a copy of what it tests", "const add = (a, b) => a + b;"],
    ["imports only packages", 'import assert from "node:assert";'],
    ["names no file of the app", 'const title = "public page";'],
    ["replaces what it imports", 'import { add } from "../public/app.js";\nvi.mock("../public/app.js");'],
    [
      "replaces what it imports by its own function",
      'mock.module("../public/app.js", {});\nconst { add } = await import("../public/app.js");',
    ],
  ])("that %s tests nothing of the app", (_, head) => {
    expect(faults(testedBy(head))).toEqual([
      "test/a.test.js tests nothing of the app: import the files whose behaviour it checks, and do not replace them.",
    ]);
  });

  it.each([
    ["imports a file of the app", 'import { add } from "../public/app.js";'],
    ["imports it later", 'const { add } = await import("../public/app.js");'],
    ["requires it", 'const { add } = require("../public/app.js");'],
    ["replaces only another file", 'import { add } from "../public/app.js";\nvi.mock("../public/sum.js");'],
    ["reads a page of the app", 'const html = await readFile("public/index.html", "utf8");'],
    ["names a page below a folder", 'const html = await readFile(join("public", "index.html"));'],
    ["names a page by its address", 'const url = new URL("../public/index.html", import.meta.url);'],
    ["reads the folder of the app", 'const files = await readdir("public");'],
  ])("that %s tests the app", (_, head) => expect(faults(testedBy(head))).toEqual([]));

  it("may import the app by a helper, which needs no import of its own cases", () => {
    const helper = { "test/support/app.js": 'export { add } from "../../public/app.js";' };
    const head = 'import { add } from "./support/app.js";\n';
    expect(faults(draftOf({ ...APP, ...helper, "test/a.test.js": head + CASE }))).toEqual([]);
    const fake = { "test/support/app.js": "export const add = () => 3;" };
    expect(faults(draftOf({ ...APP, ...fake, "test/a.test.js": head + CASE }))).toHaveLength(1);
  });

  it.each(['import App from "./App";', 'import { App } from "@/App";'])(
    "may import without an extension where the stack adds it: %s",
    (head) => {
      const files = { "src/App.tsx": "export default () => null;", "src/App.test.tsx": `${head}\n${CASE}` };
      expect(faults(draftOf(files, "vite-react"))).toEqual([]);
    },
  );
});

describe("a repair of the import of a test", () => {
  const before = testedBy('import { add } from "../public/app.js";');

  it.each([
    ["another file of the app", 'import { add } from "../public/sum.js";', {}],
    [
      "a new file that the app uses",
      'import { add } from "../public/add.js";',
      { "public/add.js": "export const add = 1;", "public/app.js": 'export { add } from "./add.js";' },
    ],
  ])("may name %s", (_, head, files) => {
    expect(faults(draftOf({ ...APP, ...files, "test/a.test.js": `${head}\n${CASE}` }), before)).toEqual([]);
  });

  it("may name the file under which it has moved what is tested", () => {
    const { "public/app.js": app, ...rest } = APP;
    const head = 'import { add } from "../public/main.js";\n';
    expect(
      faults(draftOf({ ...rest, "public/main.js": app, "test/a.test.js": head + CASE }), before),
    ).toEqual([]);
  });

  it("may not name a copy that the app does not use", () => {
    const fake = { "public/fake.js": "export const add = () => 3;" };
    const head = 'import { add } from "../public/fake.js";\n';
    expect(faults(draftOf({ ...APP, ...fake, "test/a.test.js": head + CASE }), before)).toEqual([
      "The repair makes test/a.test.js test public/fake.js, which the app does not use, instead of public/app.js: repair public/app.js.",
    ]);
  });
});
