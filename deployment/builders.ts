/** The size of a builder's task, as offered by Fargate: half a core requires at least 1 GB. */
interface BuilderTierRow {
  /** Task definition family, prefixed by the name of the installation. */
  readonly family: string;
  /** CPU units; 1024 units are one core. */
  readonly cpu: number;
  /** MB of the task. */
  readonly memory: number;
  /** MB above which the container is killed. */
  readonly containerMemory: number;
}

export const BUILDER_CONTAINER = "builder";

export const BUILDER_TIERS = {
  small: { family: "builder-small", cpu: 512, memory: 1024, containerMemory: 512 },
  large: { family: "builder-large", cpu: 1024, memory: 2048, containerMemory: 1024 },
} as const satisfies Readonly<Record<"small" | "large", BuilderTierRow>>;

export type BuilderTier = keyof typeof BUILDER_TIERS;
