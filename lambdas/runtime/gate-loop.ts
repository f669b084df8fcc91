import { GATE_HOSTS } from "#core/registry/gate-hosts.ts";
import { REGISTRY } from "#core/registry/workflows.ts";
import type { Catalogue } from "#core/workflows/gates.ts";

/** The services with the product's gate hosts and workflows, for the steps of the gate loop. */
export const gateLoop =
  <S extends object>(services: () => S) =>
  (): S & Catalogue => ({ ...services(), hosts: GATE_HOSTS, registry: REGISTRY });
