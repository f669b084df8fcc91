import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { median } from "./median.ts";

/**
 * Measures the cost of durability: the same work with and without syncs, as a ratio. `node
 * bench/durability.ts [rounds]`. The figures depend on the disk of this machine and its current load.
 */
const ROUNDS = Number(process.argv[2] ?? 7);
const ENTRIES = 400;
const ENTRY = { type: "version", key: "builds/0123456789/result.json", filler: "x".repeat(400) };

const real = { ...fs };
let isSyncing = true;
let syncs = 0;
const counted =
  (sync: (descriptor: number) => void) =>
  (descriptor: number): void => {
    if (!isSyncing) return;
    syncs++;
    sync(descriptor);
  };
Object.assign(fs, {
  fsyncSync: counted(real.fsyncSync),
  fdatasyncSync: counted(real.fdatasyncSync),
  fdatasync(descriptor: number, done: fs.NoParamCallback) {
    if (!isSyncing) return void setImmediate(done, null);
    syncs++;
    real.fdatasync(descriptor, done);
  },
});
syncBuiltinESMExports();
const { openJournal } = await import("#local-cloud/durable/journal.ts");
const { writeDurably } = await import("#local-cloud/durable/write-file.ts");

const dir = fs.mkdtempSync(join(tmpdir(), "gantry-bench-"));
let made = 0;

/**
 * Writes `ENTRIES` entries by a number of writers, each of which waits until its own entry is acknowledged.
 */
const journaled = (writers: number) => async () => {
  const { journal } = openJournal(join(dir, `${made++}.jsonl`), "");
  const writer = async () => {
    for (let n = 0; n < ENTRIES / writers; n++) {
      journal.append(ENTRY);
      await journal.settled();
    }
  };
  await Promise.all(Array.from({ length: writers }, writer));
  journal.close();
};
const blocking = async () => {
  const { journal } = openJournal(join(dir, `${made++}.jsonl`), "");
  for (let n = 0; n < ENTRIES; n++) {
    journal.append(ENTRY);
    journal.settle();
  }
  journal.close();
};
const files = async () => {
  for (let n = 0; n < 100; n++) writeDurably(join(dir, "files", `${made++}`), "x".repeat(2000));
};

const WORK: readonly [string, () => Promise<void>][] = [
  ["journal, 1 writer", journaled(1)],
  ["journal, 16 writers", journaled(16)],
  ["journal, at once (settle)", blocking],
  ["100 whole files", files],
];

for (const [name, work] of WORK) {
  const times: Record<"with" | "without", number[]> = { with: [], without: [] };
  syncs = 0;
  for (let round = 0; round <= ROUNDS; round++)
    for (const how of ["without", "with"] as const) {
      isSyncing = how === "with";
      const start = performance.now();
      await work();
      if (round > 0) times[how].push(performance.now() - start);
    }
  const [on, off] = [median(times.with), median(times.without)];
  const perRound = Math.round(syncs / (ROUNDS + 1));
  console.log(
    `${name.padEnd(28)} ${on.toFixed(1).padStart(8)} ms  without syncs ${off.toFixed(1).padStart(7)} ms  ratio ${(on / off).toFixed(1).padStart(6)}  ${perRound} syncs`,
  );
}
fs.rmSync(dir, { recursive: true });
