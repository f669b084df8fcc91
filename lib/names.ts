import type { GantryConfig } from "#lib/config.ts";

/** What a resource of this stage is called: `gantry-<stage>-<name>`, or `gantry-<stage>`. */
export function nameOf({ stage }: Pick<GantryConfig, "stage">, name?: string): string {
  return name === undefined ? `gantry-${stage}` : `gantry-${stage}-${name}`;
}

/** Where CloudWatch keeps the factory's own measures: each stage's apart, for an account may hold both. */
export function metricsNamespace({ stage }: Pick<GantryConfig, "stage">): string {
  return `Gantry/${stage}`;
}
