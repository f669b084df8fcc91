import { clock } from "#adapters/parts/clock.ts";
import { ledger } from "#adapters/parts/ledger.ts";
import { policy } from "#adapters/parts/policy.ts";
import { push } from "#adapters/parts/push.ts";
import { store } from "#adapters/parts/store.ts";
import { workflows } from "#adapters/parts/workflows.ts";
import { factoryOf } from "#lambdas/runtime/factory.ts";
import { relayHandler } from "#lambdas/runtime/relay.ts";

/** The table's stream: starts missions, hints to the clients that watch one, and reports to operators. */
export const handler = relayHandler(factoryOf(clock, ledger, store, workflows, push, policy));
