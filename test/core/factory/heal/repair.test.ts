import { describe, expect, it } from "@jest/globals";
import type { StepResult } from "#core/factory/build/result.ts";
import { repair } from "#core/factory/heal/repair.ts";
import type { StackName } from "#core/factory/stacks/stacks.ts";
import type { SourceFile } from "#core/kernel/files.ts";
import { fc } from "#test/support/property.ts";

function failing(output: string): StepResult {
  return {
    name: "audit",
    command: ["node", "--test"],
    exit_code: 1,
    signal: null,
    killed: null,
    ms: 10,
    peak_memory_mb: 1,
    oom_kills: 0,
    stdout: { bytes: 0, head: "", tail: "" },
    stderr: { bytes: output.length, head: output, tail: "" },
    tests: null,
  };
}
function heal(files: Record<string, string>, output: string, stack: StackName = "static") {
  const list: SourceFile[] = Object.entries(files).map(([path, content]) => ({ path, content }));
  const result = repair(list, { steps: [failing(output)], reason: "", stack });
  return {
    rules: result?.fixes.map(({ rule }) => rule) ?? [],
    file: (path: string) => result?.files.find((file) => file.path === path)?.content,
    json: (path: string) => JSON.parse(result?.files.find((file) => file.path === path)?.content ?? "null"),
  };
}
const MODULE = '{"type":"module"}';

describe("a repair by rule", () => {
  it.each([
    ["a trailing comma", '{"type":"module","scripts":{"test":"x",},}'],
    ["comments", '{\n// why\n"type":"module", /* and */ "scripts":{"test":"x"}}'],
    ["brackets that were never closed", '{"type":"module","scripts":{"test":"x"'],
    ["a byte order mark", '\ufeff{"type":"module","scripts":{"test":"x"}}'],
  ])("fixes package.json with %s", (_, text) => {
    expect(heal({ "package.json": text }, "JSON.parse").json("package.json")).toEqual({
      type: "module",
      scripts: { test: "x" },
    });
  });

  it("keeps // inside strings", () => {
    const fixed = heal({ "package.json": '{"homepage":"https://a.example/,}",}' }, "JSON");
    expect(fixed.json("package.json")).toEqual({ homepage: "https://a.example/,}" });
  });

  it("adds a package that is imported and named by the failure", () => {
    const files = { "package.json": MODULE, "src/a.ts": 'import { useState } from "react";' };
    const fixed = heal(
      files,
      "error TS2307: Cannot find module 'react' or its corresponding types",
      "vite-react",
    );
    expect(fixed.rules).toEqual(["missing-dependency"]);
    expect(fixed.json("package.json").dependencies).toEqual({ react: "19.3.1" });
  });

  it("adds no package that only the output names, and none of Node's own", () => {
    const files = { "package.json": MODULE, "src/a.js": 'import fs from "node:fs";' };
    expect(heal(files, "Cannot find package 'evil-package'").rules).toEqual([]);
    expect(heal(files, "Cannot find module 'node:fs'").rules).toEqual([]);
  });

  it.each([
    ["reactt", "vite-react"],
    ["lodash", "vite-react"],
    ["@types/node", "vite-react"],
    ["react", "static"],
    ["vitest", "node-api"],
  ] as const)("adds no package outside the stack: %s to %s", (name, stack) => {
    const files = { "package.json": MODULE, "src/a.ts": `import x from "${name}";` };
    expect(heal(files, `Cannot find package '${name}'`, stack).rules).toEqual([]);
  });

  it("adds the types of an installed package of the stack", () => {
    const manifest = '{"dependencies":{"react":"19.3.1"}}';
    const files = { "package.json": manifest, "src/a.ts": 'import { useState } from "react";' };
    const fixed = heal(files, "Could not find a declaration file for module 'react'", "vite-react");
    expect(fixed.json("package.json").dependencies).toEqual({ react: "19.3.1", "@types/react": "19.3.0" });
  });

  it.each([
    ["case", "./Tasks.js", "public/tasks.js", "./tasks.js"],
    ["case of a folder", "./Model/tasks.js", "public/model/tasks.js", "./model/tasks.js"],
    ["ending", "./tasks", "public/tasks.js", "./tasks.js"],
    ["another ending of code", "./tasks.ts", "public/tasks.js", "./tasks.js"],
    ["index", "./tasks", "public/tasks/index.js", "./tasks/index.js"],
    ["depth", "../../lib/tasks.js", "public/lib/tasks.js", "./lib/tasks.js"],
  ])("corrects the path of an import: %s", (_, specifier, path, next) => {
    const files = {
      "package.json": MODULE,
      "public/app.js": `import { a } from "${specifier}";`,
      [path]: "export const a = 1;",
    };
    const fixed = heal(files, "Error [ERR_MODULE_NOT_FOUND]: Cannot find module '/x/public/Tasks.js'");
    expect(fixed.rules).toEqual(["import-path"]);
    expect(fixed.file("public/app.js")).toBe(`import { a } from "${next}";`);
  });

  it("corrects the depth of an import, but not to a file outside the served folder", () => {
    const missing = "Error [ERR_MODULE_NOT_FOUND]: Cannot find module";
    const fixed = heal(
      { "public/views/app.js": 'import "./lib/tasks.js";', "public/lib/tasks.js": "" },
      missing,
    );
    expect(fixed.file("public/views/app.js")).toBe('import "../lib/tasks.js";');
    expect(heal({ "public/app.js": 'import "./lib/tasks.js";', "lib/tasks.js": "" }, missing).rules).toEqual(
      [],
    );
    const test = heal({ "test/a/b.test.js": 'import "../public/b.js";', "public/b.js": "" }, missing);
    expect(test.file("test/a/b.test.js")).toBe('import "../../public/b.js";');
  });

  it.each([
    ["in a folder below", "./tasks.js", "public/model/tasks.js"],
    ["in a folder above", "./tasks.js", "tasks.js"],
    ["in another folder", "./model/tasks.js", "public/views/tasks.js"],
    ["of another kind", "./tasks.js", "public/tasks.css"],
  ])("does not correct an import to a file of the same name %s", (_, specifier, path) => {
    const files = { "package.json": MODULE, "public/app.js": `import "${specifier}";`, [path]: "" };
    expect(heal(files, "Error [ERR_MODULE_NOT_FOUND]: Cannot find module").rules).toEqual([]);
  });

  it("leaves an import unchanged when two files match", () => {
    const files = {
      "package.json": MODULE,
      "app.js": 'import "./tasks";',
      "tasks.js": "",
      "tasks/index.js": "",
    };
    expect(heal(files, "Cannot find module './tasks.js'").rules).toEqual([]);
  });

  it("tries the file extensions that a bundler resolves", () => {
    const files = { "src/a.ts": 'import { App } from "./App";', "src/App.tsx": "export const App = 1;" };
    expect(heal(files, "Could not resolve './other'", "vite-react").rules).toEqual([]);
  });

  it("sets the type of package.json to module unless it is set", () => {
    const sign = "SyntaxError: Cannot use import statement outside a module";
    const fixed = heal({ "package.json": "{}", "a.js": 'import "node:fs";' }, sign);
    expect(fixed.json("package.json").type).toBe("module");
    expect(heal({ "package.json": "{}", "a.js": "const fs = require('fs');" }, sign).rules).toEqual([]);
  });

  it("corrects the letter case of a named import without breaking its use", () => {
    const files = {
      "package.json": MODULE,
      "test/a.test.js": 'import { addtask, other } from "../a.js";\naddtask();',
      "a.js": "export function addTask() {}\nexport const other = 1;",
    };
    const fixed = heal(files, "The requested module '../a.js' does not provide an export named 'addtask'");
    expect(fixed.rules).toEqual(["export-case"]);
    expect(fixed.file("test/a.test.js")).toContain('import { addTask as addtask, other } from "../a.js";');
  });

  it("adds the script that npm reports as missing", () => {
    const fixed = heal({ "package.json": MODULE }, 'npm error Missing script: "test"', "vite-react");
    expect(fixed.json("package.json").scripts).toEqual({ test: "vitest run" });
  });

  it("moves the test file that the audit expects, with its imports", () => {
    const files = { "package.json": MODULE, "tests/unit/a.test.js": 'import "../../a.js";', "a.js": "" };
    const fixed = heal(files, "Could not find 'test/a.test.js'");
    expect(fixed.rules).toEqual(["missing-test-file"]);
    expect(fixed.file("test/a.test.js")).toBe('import "../a.js";');
    expect(fixed.file("tests/unit/a.test.js")).toBeUndefined();
  });

  it("treats names of Object.prototype as ordinary packages and scripts", () => {
    expect(heal({ "package.json": MODULE }, "npm error Missing script: constructor").rules).toEqual([]);
    const listed = { "package.json": '{"dependencies":{"valueof":"1"}}', "a.js": 'import "constructor";' };
    expect(heal(listed, "Cannot find package 'constructor'", "vite-react").rules).toEqual([]);
  });

  it("changes nothing for an unknown failure", () => {
    const files = { "package.json": MODULE, "a.js": "export const a = 1;" };
    expect(heal(files, "AssertionError: expected 1 to equal 2").rules).toEqual([]);
  });

  it("never throws and never loses a file, whatever the output", () => {
    const files = { "package.json": "{", "a.js": 'import "./b"; import x from "y";', "c/b.js": "" };
    fc.assert(
      fc.property(
        fc.string({ maxLength: 200 }),
        fc.constantFrom("Cannot find module '", "Could not find '", ""),
        (text, start) => {
          const list = Object.entries(files).map(([path, content]) => ({ path, content }));
          const result = repair(list, {
            steps: [failing(`${start}${text}'`)],
            reason: "",
            stack: "static",
          });
          expect(result?.files.length ?? 3).toBeGreaterThanOrEqual(3);
        },
      ),
    );
  });
});
