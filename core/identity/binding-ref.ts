import { sha256Hex } from "#core/kernel/hash.ts";
import { ID_PATTERN } from "#core/kernel/ids.ts";
import type { AggregateRef } from "#core/kernel/keys.ts";

/** What a tenant binds to itself, as it stands before the dot in a binding's id. */
type BindingKind = "key" | "member";

/** The binding of this kind with this name. A name that is too long for an id is in it by its digest. */
export function bindingRef(tenant: string, kind: BindingKind, name: string): AggregateRef {
  const id = `${kind}.${name}`;
  return {
    tenant,
    kind: "binding",
    id: ID_PATTERN.test(id) ? id : `${kind}.${sha256Hex(name).slice(0, 32)}`,
  };
}
