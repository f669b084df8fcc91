import { describe, expect, it } from "@jest/globals";
import { elisionFault } from "#core/factory/architect/elision.ts";

describe("a file", () => {
  it.each([
    "// ... rest unchanged",
    "/* … */",
    "# rest of the file",
    "{/* ... other components */}",
    "// ... other functions ...",
    "// ... and so on",
    "// ... (rest)",
    "// [...]",
    "// --- snip ---",
    "// keep the rest as is",
    "// Implementation goes here",
    ["//", "TODO: implement"].join(" "),
    'throw new Error("Not implemented");',
    "<!-- existing markup here -->",
  ])("leaves something out with %s", (line) => {
    expect(elisionFault(`start();\n${line}\nend();\n`)).toMatch(/^leaves something out at line 2 /);
  });

  it.each([
    "// ...args are passed on",
    "const all = [...other, ...more];",
    "  ...rest,",
    "// The remaining cases are errors.",
    "// Snippets are shown in a list.",
    "/* ... then the dialog closes. */",
    ["//", "TODO: shown as the title of the list"].join(" "),
    'throw new Error("Not found");',
    "<p>Loading …</p>",
    "// The implementation of a stack.",
  ])("is whole with %s", (line) => expect(elisionFault(`start();\n${line}\nend();\n`)).toBeUndefined());
});
