import { describe, expect, test } from "@jest/globals";
import { sameContent } from "#core/factory/change/merge/merge-file.ts";
import { mergeTrees } from "#core/factory/change/merge/merge-trees.ts";
import type { SourceFile } from "#core/kernel/files.ts";
import { fc } from "#test/support/property.ts";

type Tree = Record<string, string>;
const files = (tree: Tree): SourceFile[] =>
  Object.entries(tree).map(([path, content]) => ({ path, content }));
const merge = (base: Tree, ours: Tree, theirs: Tree) =>
  mergeTrees({ base: files(base), ours: files(ours), theirs: files(theirs) });
const sentences = (merged: ReturnType<typeof merge>) =>
  "conflicts" in merged ? merged.conflicts.map(({ sentence }) => sentence) : [];

const PATHS = ["a.js", "b.js", "lib/c.js", "package.json", "logo.png"];
const line = fc.constantFrom("one", "two", "three", "<<<<<<< here", "", "}");
const content = fc.array(line, { maxLength: 8 }).map((lines) => lines.map((each) => `${each}\n`).join(""));
const json = fc
  .dictionary(
    fc.constantFrom("x", "y", "z", "__proto__"),
    fc.oneof(fc.integer(), fc.array(fc.constantFrom("p", "q"))),
  )
  .map((value) => `${JSON.stringify(value, null, 2)}\n`);
const bytes = fc.uint8Array({ maxLength: 4 });
const fileOf = (path: string): fc.Arbitrary<SourceFile> => {
  if (path.endsWith(".png"))
    return bytes.map((b) => ({
      path,
      content: Buffer.from(b).toString("base64"),
      encoding: "base64" as const,
    }));
  return (path.endsWith(".json") ? json : content).map((text) => ({ path, content: text }));
};
const tree = fc
  .tuple(...PATHS.map((path) => fc.option(fileOf(path), { nil: null })))
  .map((all) => all.filter((file) => file !== null));
const sorted = (all: readonly SourceFile[]) => [...all].sort((a, b) => (a.path < b.path ? -1 : 1));

describe("a merge of trees", () => {
  test("is the new tree when nobody edited the released one", () => {
    fc.assert(
      fc.property(tree, tree, (base, theirs) =>
        expect(mergeTrees({ base, ours: base, theirs })).toEqual({ value: sorted(theirs) }),
      ),
    );
  });

  test("is the released tree when nothing was generated differently", () => {
    fc.assert(
      fc.property(tree, tree, (base, ours) =>
        expect(mergeTrees({ base, ours, theirs: base })).toEqual({ value: sorted(ours) }),
      ),
    );
  });

  test("is the tree that both sides agree on", () => {
    fc.assert(
      fc.property(tree, tree, (base, both) =>
        expect(mergeTrees({ base, ours: both, theirs: both })).toEqual({ value: sorted(both) }),
      ),
    );
  });

  test("does not depend on which side is which, and contains only lines of the three trees", () => {
    const linesOf = (all: readonly SourceFile[]) => all.flatMap((file) => file.content.split("\n"));
    fc.assert(
      fc.property(tree, tree, tree, (base, ours, theirs) => {
        const [one, other] = [
          mergeTrees({ base, ours, theirs }),
          mergeTrees({ base, ours: theirs, theirs: ours }),
        ];
        expect("conflicts" in one).toBe("conflicts" in other);
        if ("conflicts" in one || "conflicts" in other) return;
        const text = ({ path }: SourceFile) => !path.endsWith(".json");
        expect(one.value.filter(text)).toEqual(other.value.filter(text));
        const parsed = (all: readonly SourceFile[]) =>
          all.filter((file) => !text(file)).map((file) => JSON.parse(file.content));
        expect(parsed(one.value)).toEqual(parsed(other.value));
        const known = new Set(linesOf([...base, ...ours, ...theirs]));
        for (const each of linesOf(one.value.filter(text))) expect(known.has(each)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test("leaves a file that the change does not touch as it is, byte for byte", () => {
    fc.assert(
      fc.property(tree, tree, tree, (base, ours, theirs) => {
        const merged = mergeTrees({ base, ours, theirs });
        if ("conflicts" in merged) return;
        const find = (all: readonly SourceFile[], path: string) => all.find((file) => file.path === path);
        for (const path of PATHS) {
          const [was, mine, yours] = [find(base, path), find(ours, path), find(theirs, path)];
          if (was && mine && yours && sameContent(was, yours)) expect(find(merged.value, path)).toBe(mine);
        }
      }),
    );
  });

  test("moves an edit along with a file that was moved by hand", () => {
    const base = { "app.js": "a\nb\nc\n" };
    expect(merge(base, { "src/app.js": "a\nb\nc\n" }, { "app.js": "a\nb\nC\n" })).toEqual({
      value: [{ path: "src/app.js", content: "a\nb\nC\n" }],
    });
  });

  test("keeps what was added by hand beside what is generated", () => {
    expect(
      merge({ "a.js": "a\n" }, { "a.js": "a\n", "own.js": "mine\n" }, { "a.js": "A\n", "new.js": "n\n" }),
    ).toEqual({
      value: files({ "a.js": "A\n", "new.js": "n\n", "own.js": "mine\n" }),
    });
  });

  test.each<[string, Tree, Tree, Tree, RegExp]>([
    ["a deleted file that is still needed", { "a.js": "a\n" }, {}, { "a.js": "b\n" }, /^a\.js was deleted/],
    [
      "an edited file that is deleted",
      { "a.js": "a\n" },
      { "a.js": "b\n" },
      {},
      /^a\.js was edited or moved/,
    ],
    ["two files of one name", {}, { "a.js": "a\n" }, { "a.js": "b\n" }, /^a\.js was added by hand/],
    ["a file where a folder is needed", {}, { a: "a\n" }, { "a/b.js": "b\n" }, /^a is a file/],
    ["paths that differ in case only", {}, { "A.js": "a\n" }, { "a.js": "b\n" }, /cannot both exist/],
    [
      "a file moved to two places",
      { "a.js": "a\n" },
      { "b.js": "a\n" },
      { "c.js": "a\n" },
      /^a\.js was moved to b\.js/,
    ],
  ])("refuses %s", (_, base, ours, theirs, expected) => {
    expect(sentences(merge(base, ours, theirs))).toEqual([expect.stringMatching(expected)]);
  });

  test("refuses to merge bytes that are no text", () => {
    const image = (content: string) => [{ path: "logo.png", content, encoding: "base64" as const }];
    const merged = mergeTrees({ base: image("/wA="), ours: image("/wE="), theirs: image("/wI=") });
    expect(sentences(merged)).toEqual([expect.stringMatching(/^logo\.png was replaced/)]);
  });
});
