import { describe, expect, it } from "@jest/globals";
import { draftFaults } from "#core/factory/draft/draft-faults.ts";
import type { Draft } from "#core/factory/draft/rule.ts";

function faultsOf(head: string): string[] {
  const content = `${head}\ntest("a", () => assert(x));`;
  const draft = {
    plan: { acceptance: [] },
    manifest: {
      stack: "static",
      files: [
        { path: "public/app.js", content: "export const x = 1;" },
        { path: "test/a.test.js", content: `import "../public/app.js";\n${content}` },
      ],
      acceptance: [],
      audit_command: "node --test",
    },
    before: null,
  } as unknown as Draft;
  return draftFaults(draft);
}

describe("a name of the test runner", () => {
  it.each([
    'import test from "node:test"; import assert from "node:assert/strict";',
    "import { describe, it as test } from 'node:test'; import * as assert from 'assert';",
    'import { expect, test } from "vitest";\nimport { assertion } from "./expect.js";',
    'const test = require("node:test"); const assert = require("node:assert").strict;',
    'const { describe, it } = require("node:test");',
    'const { test: check, expect } = await import("vitest");',
    "const items = { test: 1, it: [2] }; const testing = assert === expect; function other(it) {}",
    "const text = 'const assert = {}'; // const assert = {}",
  ])("refers to the runner with %j", (head) => {
    expect(faultsOf(head)).toEqual([]);
  });

  it.each([
    ["const assert = { equal() {} };", "assert"],
    ["const assert = Object.assign(() => {}, require('node:assert'));", "assert"],
    ["function expect() { return new Proxy({}, {}); }", "expect"],
    ["let test = (name, run) => {};", "test"],
    ["var it;", "it"],
    ["class describe {}", "describe"],
    ['import assert from "./assert.js";', "assert"],
    ['import { check as expect } from "./check.js";', "expect"],
    ["const { assert } = helpers;", "assert"],
    ["const { ok: assert } = helpers;", "assert"],
    ["const test: unknown = run;", "test"],
    ['import assert from "node:assert"; assert.equal = () => {};', "assert"],
    ['const { test } = require("./runner.js");', "test"],
  ])("does not refer to the runner with %j", (head, name) => {
    expect(faultsOf(head)).toEqual([
      `test/a.test.js gives the name ${name} to something of its own: import it from node:test, node:assert or vitest, and name other things otherwise.`,
    ]);
  });
});
