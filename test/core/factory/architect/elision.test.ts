import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { elisionFault } from "#core/factory/architect/elision.ts";
import { fileFault } from "#core/factory/architect/file-fault.ts";

type Row = readonly [path: string, content: string];
const CASES: { readonly incomplete: readonly Row[]; readonly whole: readonly Row[] } = JSON.parse(
  readFileSync("test/cases/whole-files.json", "utf8"),
);

describe("a file that a model writes", () => {
  it.each(CASES.incomplete)("is refused: %s with %j", (path, content) => {
    expect(fileFault({ path, content })).toBeDefined();
  });

  it.each(CASES.whole)("is whole: %s with %j", (path, content) => {
    expect(fileFault({ path, content })).toBeUndefined();
  });

  it("is refused with the line that stands for what is left out", () => {
    expect(elisionFault("a.js", "start();\n\n  // your logic here\nend();")).toBe(
      "leaves something out at line 3 ('// your logic here')",
    );
    expect(elisionFault("a.js", "start();\n...\n// unchanged\n")).toContain("at line 2 ");
    expect(elisionFault("a.js", "/*\n * rest of the code\n */\n...")).toContain("at line 1 ");
  });
});
