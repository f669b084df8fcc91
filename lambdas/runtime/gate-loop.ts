import { artifacts } from "#adapters/providers/artifacts.ts";
import { ledger } from "#adapters/providers/ledger.ts";
import { policies } from "#adapters/providers/policies.ts";
import { store } from "#adapters/providers/store.ts";
import { GATE_HOSTS } from "#core/registry/gate-hosts.ts";
import { REGISTRY } from "#core/registry/workflows.ts";
import type { GateLoopServices } from "#core/workflows/gates.ts";
import { servicesOf } from "#lambdas/runtime/services.ts";

const services = servicesOf(ledger, store, artifacts, policies);

/** What opens gates and goes on from them, for every workflow of the product. */
export const gateLoopServices = (): GateLoopServices => ({
  ...services(),
  hosts: GATE_HOSTS,
  registry: REGISTRY,
});
