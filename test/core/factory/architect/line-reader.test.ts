import { describe, expect, it } from "@jest/globals";
import { DraftReader } from "#core/factory/architect/draft-reader.ts";
import { LineReader } from "#core/factory/architect/line-reader.ts";
import { fc } from "#test/support/property.ts";

const texts = fc.array(fc.constantFrom("a", "bc", "\n", "\r\n", "…"), { maxLength: 60 });

describe("lines that arrive in pieces", () => {
  it("are the lines of the whole text", () => {
    const check = (pieces: string[]) => {
      const reader = new LineReader(1000);
      const lines = pieces.flatMap((piece) => [...reader.push(piece)]);
      const all = pieces.join("").split("\n");
      expect(reader.pending).toBe(all.at(-1)?.length);
      expect(lines).toEqual(all.slice(0, -1).map((line) => line.replace(/\r$/, "")));
    };
    fc.assert(fc.property(texts, check));
  });

  it("are kept up to the limit only, and counted as a whole", () => {
    const reader = new LineReader(3);
    expect([...reader.push("ab"), ...reader.push("cd"), ...reader.push("ef")]).toEqual([]);
    expect(reader.pending).toBe(6);
    expect([...reader.push("\nxy\n")]).toEqual(["abc", "xy"]);
  });
});

describe("a draft without line ends", () => {
  const PIECES = 40_000;

  /** Processor time for a text of pieces of two characters. */
  function cost(piece: string): number {
    const reader = new DraftReader(new Map(), { maxFiles: 10 });
    const before = process.cpuUsage();
    for (let count = 0; count < PIECES; count++) reader.push(piece);
    const { user, system } = process.cpuUsage(before);
    expect(reader.finish().refusal).toBeUndefined();
    return user + system;
  }

  it("costs no more to read than one of as many pieces that are lines", () => {
    const least = (piece: string) => Math.min(...Array.from({ length: 5 }, () => cost(piece)));
    expect(least("ab")).toBeLessThan(10 * least("a\n"));
  });
});
