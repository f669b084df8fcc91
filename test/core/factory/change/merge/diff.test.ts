import { expect, test } from "@jest/globals";
import { diff, type Hunk } from "#core/factory/change/merge/diff.ts";
import { fc } from "#test/support/property.ts";

const items = fc.array(fc.constantFrom("a", "b", "c", "d"), { maxLength: 30 });

const apply = (base: readonly string[], other: readonly string[], hunks: readonly Hunk[]) => {
  const result: string[] = [];
  let done = 0;
  for (const { from, to, start, end } of hunks) {
    result.push(...base.slice(done, from), ...other.slice(start, end));
    done = to;
  }
  return [...result, ...base.slice(done)];
};

/** Length of the longest common subsequence, by the textbook table. */
function common(a: readonly string[], b: readonly string[]): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const x of a) {
    const next = [0];
    b.forEach((y, j) => {
      next.push(x === y ? row[j]! + 1 : Math.max(row[j + 1]!, next[j]!));
    });
    row = next;
  }
  return row[b.length]!;
}

test("the hunks turn the base into the other sequence, with the fewest differences", () => {
  fc.assert(
    fc.property(items, items, (base, other) => {
      const hunks = diff(base, other);
      expect(apply(base, other, hunks)).toEqual(other);
      const differences = hunks.reduce((sum, { from, to, start, end }) => sum + to - from + end - start, 0);
      expect(differences).toBe(base.length + other.length - 2 * common(base, other));
    }),
  );
});

test("a common item lies between two hunks", () => {
  fc.assert(
    fc.property(items, items, (base, other) => {
      const hunks = diff(base, other);
      for (const [index, { from }] of hunks.entries()) {
        const before = hunks[index - 1];
        if (before) expect(from).toBeGreaterThan(before.to);
      }
    }),
  );
});

test("sequences with too many differences count as replaced between their common ends", () => {
  const many = (name: string) => ["first", ...Array.from({ length: 3000 }, (_, n) => `${name}${n}`), "last"];
  expect(diff(many("a"), many("b"))).toEqual([{ from: 1, to: 3001, start: 1, end: 3001 }]);
});
