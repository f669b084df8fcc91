import { describe, expect, it } from "@jest/globals";
import { excerpts } from "#core/factory/heal/excerpts.ts";
import { STATIC } from "#core/factory/stacks/static/static.ts";
import type { SourceFile } from "#core/kernel/files.ts";
import { fc } from "#test/support/property.ts";

const long = (name: string, lines = 400) =>
  Array.from({ length: lines }, (_, index) => `const ${name}${index} = ${index};`).join("\n");
const FILES: SourceFile[] = [
  { path: "public/index.html", content: "<h1>Tasks</h1>" },
  { path: "public/app.js", content: `import { add } from "./add.js";\n${long("app")}` },
  { path: "public/add.js", content: "export const add = 1;" },
  { path: "public/lib/table.js", content: long("table") },
  { path: "public/other.js", content: long("other") },
  { path: "public/icon.png", content: "AAAA", encoding: "base64" },
];
const shown = (failure: string, rest: Partial<Parameters<typeof excerpts>[1]> = {}, budget?: number) =>
  excerpts(FILES, { stack: STATIC, failure, ...rest }, budget);

describe("excerpts of an app for a failure", () => {
  it("begin with the files that it names and those that they import", () => {
    const { files } = shown("ReferenceError: x is not defined at public/app.js:200:7");
    expect(files.map(({ path }) => path).slice(0, 2)).toEqual(["public/app.js", "public/add.js"]);
  });

  it("recognise the address at which a browser loaded a file", () => {
    expect(shown("TypeError: nothing (/app.js)").files[0]?.path).toBe("public/app.js");
  });

  it("cut a long file to its start and the lines around the position", () => {
    const { files, others } = shown("at public/app.js:200:7");
    const [app] = files;
    expect(app?.content).toBeUndefined();
    expect(app?.parts?.map(({ from_line }) => from_line)).toEqual([1, 180]);
    expect(app?.parts?.[1]?.content).toContain("const app198 = 198;");
    expect(others).toContain("public/app.js");
  });

  it("cut a long file to the lines with a name that the failure quotes", () => {
    const { files } = shown("'table300' is not exported by public/lib/table.js");
    expect(files[0]?.parts?.at(-1)?.content).toMatch(/const table295.*const table300.*const table305/s);
  });

  it("show a quiet file only when the failure names it", () => {
    const isQuiet = (path: string) => path.startsWith("public/lib/");
    const paths = (failure: string) => shown(failure, { isQuiet }).files.map(({ path }) => path);
    expect(paths("nothing")).not.toContain("public/lib/table.js");
    expect(paths("at public/lib/table.js:3")).toContain("public/lib/table.js");
  });

  it("show a requested file as a whole", () => {
    const { files } = shown("at public/app.js:200:7", { whole: ["public/app.js"] });
    expect(files[0]).toEqual({ path: "public/app.js", content: FILES[1]?.content });
  });

  it("stay within the budget and name every file that is not shown as a whole", () => {
    fc.assert(
      fc.property(
        fc.nat(8000),
        fc.constantFrom("at public/app.js:200", "'other7'", ""),
        (budget, failure) => {
          const { files, others } = shown(failure, {}, budget);
          const size = files
            .flatMap(({ content, parts }) => content ?? parts?.map((part) => part.content) ?? [])
            .join("");
          expect(size.length).toBeLessThanOrEqual(3 * budget);
          const whole = files.filter(({ content }) => content !== undefined).map(({ path }) => path);
          expect([...whole, ...others].sort()).toEqual(FILES.map(({ path }) => path).sort());
        },
      ),
    );
  });
});
