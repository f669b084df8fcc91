import type { Gate } from "#core/governance/gate/gate.ts";
import { subjectOf } from "#core/governance/gate/subject.ts";
import { GantryError } from "#core/kernel/errors.ts";
import { type AggregateRef, gateKey } from "#core/kernel/keys.ts";
import type { Store } from "#core/kernel/ledger/store.ts";

/** The tenant's gate with this id, open or closed, and its subject. Throws NotFound, naming `field`. */
export async function findGate(
  { store }: { readonly store: Pick<Store, "get"> },
  tenant: string,
  gate_id: string,
  field = "gate_id",
): Promise<{ readonly ref: AggregateRef; readonly gate: Gate }> {
  const ref = subjectOf(tenant, gate_id);
  const item = ref && (await store.get(gateKey(ref, gate_id)));
  if (!item) throw new GantryError("NotFound", `There is no gate ${gate_id.slice(0, 80)}.`, { field });
  return { ref, gate: item.state as Gate };
}
