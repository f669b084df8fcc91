import { provider } from "#adapters/provider.ts";
import { clock } from "#adapters/providers/clock.ts";
import { ids } from "#adapters/providers/ids.ts";
import { store } from "#adapters/providers/store.ts";
import { createLedger } from "#core/kernel/ledger/ledger.ts";

export const ledger = provider({
  name: "ledger",
  env: {},
  uses: [store, clock, ids],
  create: (_, services) => createLedger({ store: services.store, clock: services.clock, ids: services.ids }),
});
