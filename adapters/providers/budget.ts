import { provider } from "#adapters/provider.ts";
import { clock } from "#adapters/providers/clock.ts";
import { ids } from "#adapters/providers/ids.ts";
import { store } from "#adapters/providers/store.ts";
import { createBudget } from "#core/model/budget.ts";

export const budget = provider({
  name: "budget",
  env: {},
  uses: [store, clock, ids],
  create: (_, { store, clock, ids }) => createBudget({ store, clock, ids }),
});
