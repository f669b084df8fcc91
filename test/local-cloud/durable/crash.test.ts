import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it, jest } from "@jest/globals";
import fc from "fast-check";
import { openJournal, readJournal } from "#local-cloud/durable/journal.ts";
import { encodeEntry, encodeHead } from "#local-cloud/durable/journal-format.ts";

const CHILD = fileURLToPath(new URL("./crash-child.ts", import.meta.url));

let dir: string;
let path: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "gantry-journal-"));
  path = join(dir, "test.jsonl");
  jest.spyOn(console, "warn").mockImplementation(() => {});
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(dir, { recursive: true });
});

/** The last number that was acknowledged before the process was killed. */
async function killedAfter(count: number): Promise<number> {
  const child = spawn(process.execPath, [CHILD, path], { stdio: ["ignore", "pipe", "inherit"] });
  const exited = once(child, "exit");
  let last = 0;
  let lines = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    last = Number(line);
    if (++lines === count) child.kill("SIGKILL");
  }
  await exited;
  return last;
}

describe("a journal whose process is killed", () => {
  it("has everything acknowledged, even when it was being rewritten", async () => {
    for (const count of [50, 51, 52]) {
      const acknowledged = await killedAfter(count);
      const entries = readJournal<number>(path, "");
      const last = entries.at(-1) ?? 0;
      expect(last).toBeGreaterThanOrEqual(acknowledged);
      expect(entries).toEqual(Array.from(entries, (_, index) => last - entries.length + 1 + index));
    }
  });
});

describe("a journal after a power cut", () => {
  it("has everything acknowledged and a prefix of the rest, wherever its last writes were truncated", () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1 }), fc.nat(), fc.nat(), (entries, k, rest) => {
        const acknowledged = k % (entries.length + 1);
        const lines = entries.map((entry, index) => encodeEntry(index + 1, entry));
        const kept = encodeHead(acknowledged) + lines.slice(0, acknowledged).join("");
        const unsynced = Buffer.from(lines.slice(acknowledged).join(""));
        const cut = rest % (unsynced.length + 1);
        // A block that was allocated and never written is zeros.
        const end = rest % 2 ? Buffer.alloc(unsynced.length - cut) : Buffer.alloc(0);
        writeFileSync(path, Buffer.concat([Buffer.from(kept), unsynced.subarray(0, cut), end]));
        const opened = openJournal<string>(path, "");
        opened.journal.append("next");
        opened.journal.close();
        expect(opened.entries.length).toBeGreaterThanOrEqual(acknowledged);
        expect(opened.entries).toEqual(entries.slice(0, opened.entries.length));
        expect(readJournal(path, "")).toEqual([...opened.entries, "next"]);
      }),
      { numRuns: 40 },
    );
  });

  it("is refused when an acknowledged entry is missing", () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1 }), fc.nat(), (entries, at) => {
        const whole = Buffer.from(
          encodeHead(entries.length) + entries.map((entry, index) => encodeEntry(index + 1, entry)).join(""),
        );
        const cut = whole.subarray(0, at % whole.length);
        writeFileSync(path, cut);
        expect(() => openJournal(path, "")).toThrow(`${path} is damaged: line `);
        expect(readFileSync(path)).toEqual(cut);
      }),
    );
  });
});
