import { appendFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, jest } from "@jest/globals";
import fc from "fast-check";
import { openJournal } from "#local-cloud/durable/journal.ts";

let dir: string;
let path: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "gantry-journal-"));
  path = join(dir, "deep", "test.jsonl");
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(dir, { recursive: true });
});

const open = () => openJournal<unknown>(path, "all tests are forgotten");
const written = (...entries: unknown[]) => {
  const { journal } = open();
  for (const entry of entries) journal.append(entry);
  journal.close();
};
const lines = () => readFileSync(path, "utf8").split("\n");
const replaceLine = (number: number, text?: string) =>
  writeFileSync(
    path,
    lines()
      .flatMap((line, index) => (index + 1 === number ? (text === undefined ? [] : [text]) : [line]))
      .join("\n"),
  );

describe("a journal", () => {
  it("returns what was appended, over restarts and rewrites", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.jsonValue()), fc.array(fc.jsonValue()), async (before, after) => {
        rmSync(path, { force: true });
        written(...before);
        const second = open();
        expect(JSON.stringify(second.entries)).toBe(JSON.stringify(before));
        expect(second.journal.rewrite(after)).toBe(true);
        for (const entry of before) second.journal.append(entry);
        await second.journal.settled();
        second.journal.close();
        const third = open();
        expect(JSON.stringify(third.entries)).toBe(JSON.stringify([...after, ...before]));
        third.journal.close();
      }),
      { numRuns: 30 },
    );
  });

  it("settles during appends and rewrites", async () => {
    const { journal } = open();
    const waits: Promise<void>[] = [];
    for (let n = 0; n < 200; n++) {
      journal.append(n);
      waits.push(journal.settled());
      if (n % 50 === 49) journal.rewrite([n]);
      if (n % 7 === 0) await waits.at(-1);
    }
    await Promise.all(waits);
    journal.close();
    const again = open();
    expect(again.entries).toEqual([199]);
    again.journal.close();
  });

  it("drops and reports an incomplete append at its end", () => {
    const warn = jest.spyOn(console, "warn").mockImplementation(() => {});
    written("a", "b");
    appendFileSync(path, '[3,"0000');
    const { journal, entries } = open();
    expect(entries).toEqual(["a", "b"]);
    expect(warn.mock.calls.join()).toMatch(/test\.jsonl: dropped the part after line 3/);
    journal.append("c");
    journal.close();
    const again = open();
    expect(again.entries).toEqual(["a", "b", "c"]);
    again.journal.close();
  });

  it.each([
    ["a changed character", () => replaceLine(3, lines()[2]?.replace("two", "tow")), 3, /checksum is wrong/],
    ["a line that is gone from the middle", () => replaceLine(3), 3, /entry 2 is missing/],
    ["another text in the middle", () => replaceLine(2, "hello"), 2, /not an entry/],
    [
      "a line twice",
      () => appendFileSync(path, `${lines()[3]}\n`),
      5,
      /entry 4 is missing, entry 3 is in its place/,
    ],
    ["the last line gone", () => replaceLine(4), 4, /the last 1 of 3 acknowledged entries are lost/],
    ["half of it gone", () => truncateSync(path, 60), 2, /truncated/],
    ["nothing left but its head", () => truncateSync(path, 44), 2, /the last 3 of 3/],
    ["nothing in it", () => truncateSync(path, 0), 1, /empty/],
    ["a head that is none", () => replaceLine(1, "{}"), 1, /first line/],
  ])("is refused with %s: the sentence names file, line and remedy", (_, damage, line, reason) => {
    written("one", "two", "three");
    damage();
    const before = readFileSync(path, "utf8");
    let refusal: Error | undefined;
    try {
      open();
    } catch (error) {
      refusal = error as Error;
    }
    expect(refusal?.name).toBe("DamagedFile");
    expect(refusal?.message).toContain(`${path} is damaged: line ${line}: `);
    expect(refusal?.message).toMatch(reason);
    expect(refusal?.message).toMatch(
      /Restore .* from a backup, or move this file away: all tests are forgotten\./,
    );
    expect(readFileSync(path, "utf8")).toBe(before);
  });
});
