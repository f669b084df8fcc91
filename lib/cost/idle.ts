import { STORED_GB } from "./assumptions.ts";
import { FREE_AT_IDLE, isFreeAtIdle } from "./free-at-idle.ts";
import { IDLE_RULES } from "./idle-rules.ts";
import { type Line, line } from "./line.ts";
import type { Templates } from "./template.ts";

/** The suffix that the CDK appends to logical ids. */
const HASH = /[0-9A-F]{8}$/;

/**
 * Returns the cost of the idle stacks in a month. Every resource of every template is either priced by a rule
 * or free for a stated reason. Throws for a type that is neither, so that no new type stays without a price.
 */
export function idleLines(templates: Templates): Line[] {
  const lines = resourcesOf(templates).flatMap(([stack, id, { Type, Properties = {} }, template]) => {
    const rule = IDLE_RULES[Type];
    if (rule) return rule(id.replace(HASH, ""), Properties, template);
    if (isFreeAtIdle(Type)) return [];
    throw new Error(
      `${stack}: ${id} is a ${Type}, which has no price. Give it a rule in lib/cost/idle-rules.ts, or a reason in lib/cost/free-at-idle.ts.`,
    );
  });
  return [...lines, ...beside(templates)];
}

/** Returns the resource types in the templates that cost nothing while idle, with the reason. */
export function freeTypes(templates: Templates): Record<string, string> {
  const found = new Set(resourcesOf(templates).map(([, , { Type }]) => Type));
  return Object.fromEntries(Object.entries(FREE_AT_IDLE).filter(([type]) => found.has(type)));
}

function resourcesOf(templates: Templates) {
  return Object.entries(templates).flatMap(([stack, template]) =>
    Object.entries(template.Resources).map(([id, resource]) => [stack, id, resource, template] as const),
  );
}

/** Costs that are in no template: files that deployments upload, and stored logs. */
function beside(templates: Templates): Line[] {
  if (Object.keys(templates).length === 0) return [];
  return [
    line("the builder's image", "ecr.stored", STORED_GB.image),
    line("the functions' bundles", "s3.stored", STORED_GB.bundles),
    line("kept logs", "logs.stored", STORED_GB.logs),
  ];
}
