import { GATE_HOSTS } from "#core/registry/gate-hosts.ts";
import { REGISTRY } from "#core/registry/workflows.ts";
import type { Catalogue } from "#core/workflows/gates.ts";

/** These services with the gate hosts and the workflows of the product, for the steps of the gate loop. */
export const gateLoop =
  <S extends object>(services: () => S) =>
  (): S & Catalogue => ({ ...services(), hosts: GATE_HOSTS, registry: REGISTRY });
