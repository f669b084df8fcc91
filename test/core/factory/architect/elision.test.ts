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
    "// etc.",
    "/* and so on */",
    "// remaining cases stay as they are",
    "// The other handlers are the same.",
    "// same for the other fields",
  ])("leaves something out with %s", (line) => {
    expect(elisionFault(`start();\n${line}\nend();\n`)).toMatch(/^leaves something out at line 2 /);
  });

  it.each([
    "// ...args are passed on",
    "const all = [...other, ...more];",
    "  ...rest,",
    "// The remaining cases are errors.",
    "// Titles, dates, etc. are shown in one line.",
    "// Other tabs are told of the change.",
    "// The rest is shown on the next page.",
    "// Repeat for each day of the week.",
    "// Snippets are shown in a list.",
    "/* ... then the dialog closes. */",
    ["//", "TODO: shown as the title of the list"].join(" "),
    'throw new Error("Not found");',
    "<p>Loading …</p>",
    "// The implementation of a stack.",
  ])("is whole with %s", (line) => expect(elisionFault(`start();\n${line}\nend();\n`)).toBeUndefined());
});
