import { GATE_HOSTS } from "#core/registry/gate-hosts.ts";
import { REGISTRY } from "#core/registry/workflows.ts";
import type { GateLoopServices } from "#core/workflows/gates.ts";
import type { WorkflowServices } from "#core/workflows/registry.ts";

/** What opens gates and goes on from them, for every workflow of the product. */
export const gateLoop = (services: () => WorkflowServices) => (): GateLoopServices => ({
  ...services(),
  hosts: GATE_HOSTS,
  registry: REGISTRY,
});
