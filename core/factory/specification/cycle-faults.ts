import type { Field } from "./field.ts";
import type { Entity } from "./specification.ts";

/** Computed fields that depend on themselves, and entities whose records would belong to themselves. */
export function cycleFaults(entities: readonly Entity[]): string[] {
  const computed = new Map(
    entities.flatMap((entity) =>
      entity.fields.map((field) => [`${entity.id}.${field.id}`, dependenciesOf(entity, field)] as const),
    ),
  );
  const owners = new Map(entities.map((entity) => [entity.id, ownersOf(entity)]));
  return [
    ...inCycle(computed).map((part) => `entities.${part}.formula: depends on itself.`),
    ...inCycle(owners).map((part) => `entities.${part}: its records would belong to themselves.`),
  ];
}

/** The fields that a computed field reads, as `<entity>.<field>`. */
function dependenciesOf({ id }: Entity, { formula }: Field): string[] {
  if (!formula) return [];
  if ("left" in formula)
    return [formula.left, formula.right].flatMap((operand) =>
      "field" in operand ? [`${id}.${operand.field}`] : [],
    );
  return "field" in formula ? [`${formula.entity}.${formula.field}`] : [];
}

function ownersOf({ fields }: Entity): string[] {
  return fields.flatMap(({ reference }) => (reference?.owned ? [reference.entity] : []));
}

/** The nodes of a graph from which a path leads back to them. */
function inCycle(edges: ReadonlyMap<string, readonly string[]>): string[] {
  return [...edges.keys()].filter((start) => {
    const seen = new Set<string>();
    const next = [...(edges.get(start) ?? [])];
    for (let node = next.pop(); node !== undefined; node = next.pop()) {
      if (node === start) return true;
      if (seen.has(node)) continue;
      seen.add(node);
      next.push(...(edges.get(node) ?? []));
    }
    return false;
  });
}
