import { describe, expect, it } from "@jest/globals";
import { mergeTrees } from "#core/factory/change/merge-trees.ts";
import type { SourceFile } from "#core/kernel/files.ts";
import { fc } from "#test/support/property.ts";

const tree: fc.Arbitrary<SourceFile[]> = fc
  .dictionary(fc.constantFrom("a.js", "b.js", "lib/c.js", "d.css"), fc.constantFrom("", "1", "2\r\n", "3"))
  .map((files) =>
    Object.entries(files)
      .map(([path, content]) => ({ path, content }))
      .sort((x, y) => (x.path < y.path ? -1 : 1)),
  );
const at = (files: readonly SourceFile[], path: string) => files.find((file) => file.path === path)?.content;

describe("merging trees", () => {
  it("takes the side that changed, whichever it is", () => {
    fc.assert(
      fc.property(tree, tree, (base, other) => {
        const merged = { files: other, conflicts: [] };
        expect(mergeTrees({ base, ours: base, theirs: other })).toEqual(merged);
        expect(mergeTrees({ base, ours: other, theirs: base })).toEqual(merged);
        expect(mergeTrees({ base, ours: other, theirs: other })).toEqual(merged);
      }),
    );
  });

  it("names exactly the files that both sides changed differently, and mixes no file", () => {
    fc.assert(
      fc.property(tree, tree, tree, (base, ours, theirs) => {
        const { files, conflicts } = mergeTrees({ base, ours, theirs });
        for (const path of ["a.js", "b.js", "lib/c.js", "d.css"]) {
          const [b, o, t] = [base, ours, theirs].map((files) => at(files, path));
          expect(conflicts.includes(path)).toBe(o !== t && b !== o && b !== t);
          if (!conflicts.includes(path)) expect(at(files, path)).toBe(o === b ? t : o);
        }
      }),
    );
  });
});
