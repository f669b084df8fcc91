import { describe, expect, it } from "@jest/globals";
import { applyEdits, type Edit } from "#core/factory/heal/edits.ts";
import type { SourceFile } from "#core/kernel/files.ts";
import { fc } from "#test/support/property.ts";

const APP = `import { a } from "./a.js";

function first() {
    return a + 1;
}

function second() {
    return a + 1;
}
`;
const apply = (content: string, ...edits: Omit<Edit, "path">[]) => {
  const { files, faults } = applyEdits(
    [{ path: "app.js", content }],
    edits.map((edit) => ({ path: "app.js", ...edit })),
  );
  return { text: files[0]?.content, faults: faults.map(({ sentence }) => sentence) };
};

describe("an edit", () => {
  it("replaces the only lines that match exactly", () => {
    const { text, faults } = apply(APP, {
      search: "function second() {\n    return a + 1;",
      replace: "function second() {\n    return a + 2;",
    });
    expect(faults).toEqual([]);
    expect(text).toBe(APP.replace(/second\(\) \{\n {4}return a \+ 1/, "second() {\n    return a + 2"));
  });

  it("matches lines with other white space and keeps the indentation of the file", () => {
    const { text, faults } = apply(APP, {
      search: "function second()  {\nreturn  a + 1;",
      replace: "function second() {\nconst b = 2;\nreturn a + b;",
    });
    expect(faults).toEqual([]);
    expect(text).toContain("function second() {\nconst b = 2;\nreturn a + b;\n}");
    const inner = apply("if (a) {\n    b();\n    c();\n}\n", {
      search: "b();",
      replace: "b();\nif (d) {\n  e();\n}",
    });
    expect(inner.text).toBe("if (a) {\n    b();\n    if (d) {\n      e();\n    }\n    c();\n}\n");
  });

  it("matches typographic quotes, dashes and spaces", () => {
    const { text, faults } = apply('say("it\u2019s \u2013 here");\n', {
      search: 'say("it\'s - here");',
      replace: 'say("gone");',
    });
    expect([text, faults]).toEqual(['say("gone");\n', []]);
  });

  it("is refused when it matches two places, with the number of places", () => {
    const { text, faults } = apply(APP, { search: "    return a + 1;", replace: "    return 0;" });
    expect(text).toBe(APP);
    expect(faults).toEqual([expect.stringContaining("matches 2 places")]);
  });

  it("is refused when it matches only a part of a line, with the nearest lines", () => {
    const { text, faults } = apply(APP, { search: 'from "./a.js"', replace: 'from "./b.js"' });
    expect(text).toBe(APP);
    expect(faults).toEqual([
      expect.stringMatching(/matches no whole lines.*\nimport \{ a \} from "\.\/a\.js";\n/s),
    ]);
  });

  it.each(["", "\n", "  \n\t\n"])("is refused with the search %j, which matches anything", (search) => {
    const { text, faults } = apply(APP, { search, replace: "x" });
    expect([text, faults.length]).toEqual([APP, 1]);
  });

  it("is refused where another edit matches", () => {
    const { faults } = apply(
      APP,
      { search: "function first() {\n    return a + 1;", replace: "x" },
      { search: "function first() {", replace: "y" },
    );
    expect(faults).toEqual([expect.stringContaining("match the same lines")]);
  });

  it.each<[string, readonly SourceFile[]]>([
    ["a missing file", []],
    ["a file that is no text", [{ path: "app.js", content: "AAAA", encoding: "base64" }]],
  ])("is refused for %s", (_, files) => {
    const { faults } = applyEdits(files, [{ path: "app.js", search: "AAAA", replace: "B" }]);
    expect(faults).toHaveLength(1);
  });

  it("deletes lines with an empty replacement and keeps the line ends of the file", () => {
    expect(apply("a\r\nb\r\nc", { search: "b", replace: "" }).text).toBe("a\r\nc");
    expect(apply("a\r\nb\r\nc", { search: "b\n", replace: "x\ny\n" }).text).toBe("a\r\nx\r\ny\r\nc");
    expect(apply("a\nb", { search: "b", replace: "x\ny" }).text).toBe("a\nx\ny");
  });

  const line = fc.stringMatching(/^[a-z(){}"' ]{0,12}$/);
  const text = fc.array(line, { minLength: 1, maxLength: 12 });

  it("keeps every byte of the lines outside of it, in any order of edits", () => {
    fc.assert(
      fc.property(
        text,
        fc.nat(),
        fc.nat(),
        fc.string(),
        fc.constantFrom("\n", "\r\n"),
        (raw, one, other, replace, end) => {
          const lines = raw.map((each, index) => `${index}: ${each}`);
          const [low, high] = [one % lines.length, other % lines.length].sort((a, b) => a - b) as [
            number,
            number,
          ];
          const edits = [...new Set([low, high])].map((at) => ({
            path: "a",
            search: lines[at] as string,
            replace: `new ${replace.replace(/[\r\n]/g, "")}`,
          }));
          const files = [{ path: "a", content: lines.join(end) }];
          const { files: edited, faults } = applyEdits(files, edits);
          expect(faults).toEqual([]);
          expect(applyEdits(files, edits.toReversed()).files).toEqual(edited);
          const now = edited[0]?.content.split(end) ?? [];
          const kept = lines.filter((_, at) => at !== low && at !== high);
          expect(now.filter((each) => !each.startsWith("new "))).toEqual(kept);
        },
      ),
    );
  });

  it("that searches for lines of the file and replaces them by themselves changes nothing", () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.integer({ min: 1, max: 3 }), (lines, at, length) => {
        const search = lines.slice(at % lines.length, (at % lines.length) + length).join("\n");
        const content = lines.join("\n");
        expect(apply(content, { search, replace: search }).text).toBe(content);
      }),
    );
  });

  it("never throws, whatever file and edit", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (content, search) => {
        const { text, faults } = apply(content, { search, replace: "" });
        expect(typeof text === "string" || faults.length > 0).toBe(true);
      }),
    );
  });
});
