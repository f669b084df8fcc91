import { ledger } from "#adapters/parts/ledger.ts";
import { policy } from "#adapters/parts/policy.ts";
import { push } from "#adapters/parts/push.ts";
import { store } from "#adapters/parts/store.ts";
import { workflows } from "#adapters/parts/workflows.ts";
import { factoryOf } from "#lambdas/runtime/factory.ts";
import { relayHandler } from "#lambdas/runtime/relay.ts";

/** The table's stream: starts missions, and hints to the clients that watch one. */
export const handler = relayHandler(factoryOf(ledger, store, workflows, push, policy));
