import { BUILDER_CONTAINER, BUILDER_TIERS, type BuilderTier } from "#deployment/builders.ts";
import type { TaskDefinition } from "#local-cloud/ecs/task-definition.ts";

export const builderFamily = (tier: BuilderTier): string => `gantry-${BUILDER_TIERS[tier].family}`;

/** The builder's task definitions by family, in the sizes of Fargate. */
export const TASK_DEFINITIONS: Readonly<Record<string, TaskDefinition>> = {
  [builderFamily("small")]: definitionOf("small"),
  [builderFamily("large")]: definitionOf("large"),
};

function definitionOf(tier: BuilderTier): TaskDefinition {
  const { cpu, memory, containerMemory } = BUILDER_TIERS[tier];
  return {
    revision: 1,
    cpu,
    memory,
    container: { name: BUILDER_CONTAINER, image: "gantry-builder", memory: containerMemory },
  };
}
