import { sha256Hex } from "#core/kernel/hash.ts";
import { ID_PATTERN } from "#core/kernel/ids.ts";
import type { AggregateRef } from "#core/kernel/keys.ts";

/** The kind of a binding: the part of its id before the first dot. */
type BindingKind = "key" | "member" | "share";

/** The reference to a binding. A name that does not fit an id is replaced by part of its digest. */
export function bindingRef(tenant: string, kind: BindingKind, name: string): AggregateRef {
  const id = `${kind}.${name}`;
  return {
    tenant,
    kind: "binding",
    id: ID_PATTERN.test(id) ? id : `${kind}.${sha256Hex(name).slice(0, 32)}`,
  };
}
