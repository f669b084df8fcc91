import { clock } from "#adapters/providers/clock.ts";
import { ledger } from "#adapters/providers/ledger.ts";
import { policies } from "#adapters/providers/policies.ts";
import { push } from "#adapters/providers/push.ts";
import { sealer } from "#adapters/providers/sealer.ts";
import { store } from "#adapters/providers/store.ts";
import { turns } from "#adapters/providers/turns.ts";
import { workflows } from "#adapters/providers/workflows.ts";
import { SUBSCRIBERS } from "#core/registry/subscribers.ts";
import { relayHandler } from "#lambdas/runtime/relay.ts";
import { servicesOf } from "#lambdas/runtime/services.ts";

/**
 * The table's stream: starts and resumes state machines, requests seals and answers of the consultant, sends hints to clients and reports to
 * operators.
 */
export const handler = relayHandler(
  servicesOf(clock, ledger, store, workflows, push, policies, sealer, turns),
  SUBSCRIBERS,
);
