import { describe, expect, it } from "@jest/globals";
import { parseAuditCommand } from "#core/build/audit.ts";
import { stackOf } from "#core/stacks.ts";

const PATHS = ["public/index.html", "test/a.test.js", "test/deep/b.test.js"];
const parse = (command: string, paths = PATHS) => parseAuditCommand(stackOf("static"), command, paths);

describe("parseAuditCommand", () => {
  it("turns the stack's audit and plain paths into an argument vector", () => {
    expect(parse("node --test")).toEqual(["{node}", "--test"]);
    expect(parse("node --test test/a.test.js")).toEqual(["{node}", "--test", "test/a.test.js"]);
    expect(parseAuditCommand(stackOf("vite-react"), "vitest run", ["src/a.test.ts"])).toEqual([
      "{node}",
      "node_modules/vitest/vitest.mjs",
      "run",
    ]);
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

  it("refuses an audit that would run no test", () => {
    expect(() => parse("node --test", ["public/index.html"])).toThrow("no test");
  });
});
