import { describe, expect, it } from "@jest/globals";
import { auditPlan } from "#core/factory/build/audit.ts";
import { stackOf } from "#core/factory/stacks/stacks.ts";

const PATHS = [
  "public/index.html",
  "test/deep/b.test.js",
  "test/a.test.js",
  "test/helper.js",
  "lib/check.js",
];
const parse = (command: string, paths = PATHS) => auditPlan(stackOf("static"), command, paths);
const pathsOf = (command: string) => parse(command).map(({ path }) => path);
const FOUND = ["test/a.test.js", "test/deep/b.test.js", "test/helper.js"];

describe("auditPlan", () => {
  it("runs every file that the stack's test runner would find", () => {
    expect(parse("node --test")).toEqual([
      { path: "test/a.test.js", helper: false },
      { path: "test/deep/b.test.js", helper: false },
      { path: "test/helper.js", helper: true },
    ]);
    expect(auditPlan(stackOf("vite-react"), "vitest run", ["src/a.test.tsx", "src/a.tsx"])).toEqual([
      { path: "src/a.test.tsx", helper: false },
    ]);
  });

  it("adds the files that the command names, and never leaves one out", () => {
    expect(pathsOf("node --test test/a.test.js")).toEqual(FOUND);
    expect(pathsOf("node --test test/deep")).toEqual(FOUND);
    expect(parse("node --test lib/check.js test/helper.js")).toContainEqual({
      path: "lib/check.js",
      helper: false,
    });
    expect(parse("node --test test/helper.js")).toContainEqual({ path: "test/helper.js", helper: false });
  });

  it.each([
    "npm test",
    "true",
    "node --testing",
    "node --test; true",
    "node --test && true",
    "node --test $(id)",
    "node --test `id`",
    "node --test | cat",
    "node --test > /dev/null",
    "node --test --import=./x.js",
    "node --test -e 1",
    "node --test ../outside.js",
    "node --test /etc/passwd",
    "node --test test/missing.test.js",
    "node --test\ntrue",
    "",
  ])("refuses %j, naming the field", (command) => {
    expect(() => parse(command)).toThrow(
      expect.objectContaining({ code: "InvalidDraft", field: "audit_command" }),
    );
  });

  it("refuses an audit that runs no test", () => {
    expect(() => parse("node --test", ["public/index.html"])).toThrow("no test");
  });
});
