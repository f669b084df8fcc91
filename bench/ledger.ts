// Compares a ledger append with a plain write, as a ratio within one run: `node_modules/.bin/node
// bench/ledger.ts`
import { createStore } from "#adapters/dynamodb/store.ts";
import { systemClock, systemIds } from "#adapters/system/system.ts";
import { createLedger } from "#core/kernel/ledger/ledger.ts";
import type { Projection } from "#core/kernel/ledger/projection.ts";
import { SYSTEM } from "#core/kernel/ledger/signal.ts";
import { tableWorld } from "#test/adapters/dynamodb/table.ts";
import { median } from "./median.ts";

const ROUNDS = 5;
const WRITES = 100;

const world = await tableWorld();
const store = createStore(world);
const ledger = createLedger({ store, clock: systemClock, ids: systemIds });
const counter: Projection<number> = { reduce: (count) => (count ?? 0) + 1, listing: () => null };

const bare: number[] = [];
const append: number[] = [];
for (let round = 0; round <= ROUNDS; round++) {
  const put = await timed((n) => store.transact([{ put: { pk: "T#bench", sk: `${round}-${n}`, n } }]));
  const ref = { tenant: "bench", kind: "execution", id: `x_${round}` } as const;
  const drafts = [{ type: "gantry.bench.done", data: { round }, actor: SYSTEM }];
  const said = await timed(() => ledger.append(counter, ref, () => ({ drafts })));
  if (round === 0) continue; // The first round is a warm-up.
  bare.push(put);
  append.push(said);
}
await world.close();

console.log(`bare put       ${median(bare).toFixed(2)} ms`);
console.log(`ledger append  ${median(append).toFixed(2)} ms (one read and one transaction of two items)`);
console.log(`ratio          ${(median(append) / median(bare)).toFixed(1)}`);

/** Returns the average milliseconds of sequential writes. */
async function timed(write: (n: number) => Promise<unknown>): Promise<number> {
  const started = performance.now();
  for (let n = 0; n < WRITES; n++) await write(n);
  return (performance.now() - started) / WRITES;
}
