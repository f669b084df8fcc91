import { part } from "#adapters/part.ts";
import { clock } from "#adapters/parts/clock.ts";
import { ids } from "#adapters/parts/ids.ts";
import { store } from "#adapters/parts/store.ts";
import { createLedger } from "#core/ledger/ledger.ts";

export const ledger = part({
  name: "ledger",
  env: {},
  uses: [store, clock, ids],
  make: (_, factory) => createLedger({ store: factory.store, clock: factory.clock, ids: factory.ids }),
});
