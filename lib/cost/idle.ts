import { STORED_GB } from "./assumptions.ts";
import { FREE_AT_IDLE, isFreeAtIdle } from "./free-at-idle.ts";
import { IDLE_RULES } from "./idle-rules.ts";
import { type Line, line } from "./line.ts";
import type { Templates } from "./template.ts";

/** The CDK's own ending of a logical id, which says nothing to people. */
const HASH = /[0-9A-F]{8}$/;

/**
 * What the stacks cost in a month without use. Every resource of every template is either priced by
 * a rule or free for a stated reason. Throws for a type that is neither, so that nothing new slips in unpriced.
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

/** Types that were found and cost nothing at idle, with the reason. */
export function freeTypes(templates: Templates): Record<string, string> {
  const found = new Set(resourcesOf(templates).map(([, , { Type }]) => Type));
  return Object.fromEntries(Object.entries(FREE_AT_IDLE).filter(([type]) => found.has(type)));
}

function resourcesOf(templates: Templates) {
  return Object.entries(templates).flatMap(([stack, template]) =>
    Object.entries(template.Resources).map(([id, resource]) => [stack, id, resource, template] as const),
  );
}

/** What comes with the stacks but stands in no template: what deployments upload, and kept logs. */
function beside(templates: Templates): Line[] {
  if (Object.keys(templates).length === 0) return [];
  return [
    line("the builder's image", "ecr.stored", STORED_GB.image),
    line("the functions' bundles", "s3.stored", STORED_GB.bundles),
    line("kept logs", "logs.stored", STORED_GB.logs),
  ];
}
