import type { GantryConfig } from "#lib/config.ts";

/** Returns the name of a resource of this stage: `gantry-<stage>-<name>`, or `gantry-<stage>`. */
export function nameOf({ stage }: Pick<GantryConfig, "stage">, name?: string): string {
  return name === undefined ? `gantry-${stage}` : `gantry-${stage}-${name}`;
}

/**
 * The CloudWatch namespace of the factory's own metrics, one for each stage, because an account may have
 * both.
 */
export function metricsNamespace({ stage }: Pick<GantryConfig, "stage">): string {
  return `Gantry/${stage}`;
}
