import { expect, it } from "@jest/globals";
import fc from "fast-check";
import { diff } from "#core/factory/change/merge/diff.ts";
import { type DiffRow, diffRows } from "#web/work/diff-rows.ts";

const rowsOf = (before: string | null, content: string | null): DiffRow[] =>
  diffRows({
    before,
    content,
    hunks: before === null || content === null ? [] : diff(before.split("\n"), content.split("\n")),
  });
const drawn = (rows: readonly DiffRow[]) =>
  rows.map((row) =>
    row.kind === "left out"
      ? `… ${row.lines}`
      : `${{ same: " ", added: "+", removed: "-" }[row.kind]}${row.text}`,
  );
const numbered = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => `line ${from + at}`).join("\n");

it("shows each change with three lines around it, and how many are left out", () => {
  const before = numbered(1, 20);
  expect(drawn(rowsOf(before, before.replace("line 10", "changed")))).toEqual([
    "… 6",
    ...[" line 7", " line 8", " line 9", "-line 10", "+changed", " line 11", " line 12", " line 13"],
    "… 7",
  ]);
});

it("shows all lines of a new file and of an unchanged one", () => {
  expect(drawn(rowsOf(null, "a\nb"))).toEqual([" a", " b"]);
  expect(drawn(rowsOf("a\nb", "a\nb"))).toEqual([" a", " b"]);
});

it("shows all lines of a deleted file as removed", () => {
  expect(drawn(rowsOf("a\nb", null))).toEqual(["-a", "-b"]);
});

it("shows every changed line once with its number, and leaves no line out that changed", () => {
  const text = fc.array(fc.constantFrom("a", "b", "c", ""), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(text, text, (old, now) => {
      const rows = rowsOf(old.join("\n"), now.join("\n"));
      let [at, was] = [0, 0];
      for (const row of rows) {
        if (row.kind === "left out") {
          expect(now.slice(at, at + row.lines)).toEqual(old.slice(was, was + row.lines));
          [at, was] = [at + row.lines, was + row.lines];
          continue;
        }
        if (row.kind !== "removed") {
          expect([row.text, row.now]).toEqual([now[at], at + 1]);
          at += 1;
        }
        if (row.kind === "removed") expect([row.text, row.old]).toEqual([old[was], was + 1]);
        if (row.kind !== "added") was += 1;
      }
      expect([at, was]).toEqual([now.length, old.length]);
    }),
  );
});
