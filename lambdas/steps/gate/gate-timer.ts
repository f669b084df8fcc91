import { clock } from "#adapters/providers/clock.ts";
import { ledger } from "#adapters/providers/ledger.ts";
import { store } from "#adapters/providers/store.ts";
import { tick } from "#core/governance/gate/tick.ts";
import { idSchema } from "#core/kernel/ids.ts";
import { GATE_HOSTS } from "#core/registry/gate-hosts.ts";
import { servicesOf } from "#lambdas/runtime/services.ts";
import { executionInput, step } from "#lambdas/runtime/step.ts";

const services = servicesOf(ledger, store, clock);

/** Escalates a gate, or rejects it as the system, when its time limit has passed. */
export const handler = step(
  executionInput.extend({ gate: idSchema }),
  () => ({ ...services(), hosts: GATE_HOSTS }),
  tick,
);
