import { findGate } from "#core/governance/gate/find.ts";
import { dueAtMs } from "#core/governance/gate/gate.ts";
import { type HostServices, openSubject } from "#core/governance/gate/hosts.ts";
import { openingDrafts } from "#core/governance/gate/plan.ts";
import { type GateRequest, gateRequestSchema } from "#core/governance/gate/request.ts";
import { gateId } from "#core/governance/gate/subject.ts";
import { type Objects, putArtifact } from "#core/kernel/artifacts.ts";
import { canonicalJson } from "#core/kernel/canonical.ts";
import { GantryError } from "#core/kernel/errors.ts";
import { readInput } from "#core/kernel/input/read-input.ts";
import type { AggregateRef } from "#core/kernel/keys.ts";
import { conflict } from "#core/kernel/ledger/retry-on-conflict.ts";
import type { Store } from "#core/kernel/ledger/store.ts";

interface CallServices extends HostServices {
  readonly store: Pick<Store, "get">;
  readonly artifacts: Objects;
}

/**
 * Opens a gate for the request, once for each key, and makes the execution wait at it. Returns the gate's id and, in
 * epoch milliseconds, when it will be escalated or expire unless a person decides. Throws InvalidInput for an invalid
 * request, Conflict while another gate of the subject is open, and the host's error for a subject that cannot continue.
 */
export async function ask(
  services: CallServices,
  ref: AggregateRef,
  request: GateRequest,
): Promise<{ gate: string; until_ms: number }> {
  const { snapshot, ...terms } = readInput(gateRequestSchema, request, "The gate");
  const shown = snapshotBytes(snapshot);
  const subject = await openSubject(services, ref);
  const snapshot_sha256 = await putArtifact(services.artifacts, ref.tenant, shown);
  await subject.append((state) => {
    if (!state || state.gates.includes(terms.key)) return null;
    subject.host.requireGoing?.(state);
    if (state.gate?.state === "open")
      throw conflict(
        `The gate ${state.gate.gate_id} is still open; another gate can be opened after it is closed.`,
        {
          gate_id: state.gate.gate_id,
        },
      );
    return { drafts: openingDrafts(ref.kind, state, { ...terms, snapshot_sha256 }) };
  });
  const id = gateId(ref, subject.state.gates.indexOf(terms.key) + 1);
  const { gate } = await findGate(services, ref.tenant, id);
  return { gate: id, until_ms: dueAtMs(gate) };
}

/** In characters of canonical JSON. People see it through the API, whose replies have at most 6 MB. */
const MAX_SNAPSHOT = 2 ** 20;

function snapshotBytes(snapshot: unknown): string {
  const bytes = canonicalJson(snapshot);
  if (bytes.length <= MAX_SNAPSHOT) return bytes;
  throw new GantryError("InvalidInput", "snapshot must have at most 1 MiB of JSON.", { field: "snapshot" });
}
