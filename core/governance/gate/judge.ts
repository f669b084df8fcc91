import type { ContextDelta } from "#core/governance/gate/context-delta.ts";
import type { DecisionType } from "#core/governance/gate/decision.ts";
import type { Gate } from "#core/governance/gate/gate.ts";
import type { HumanCaller } from "#core/identity/caller.ts";
import { isRole } from "#core/identity/roles.ts";
import { canonicalHash } from "#core/kernel/canonical.ts";
import { GantryError } from "#core/kernel/errors.ts";

/** A decision as a person sends it, with the epoch and the snapshot of the gate that they saw. */
export interface DecisionInput {
  readonly gate_id: string;
  readonly epoch: number;
  readonly snapshot_sha256: string;
  readonly type: DecisionType;
  readonly justification: string;
  readonly context_delta?: ContextDelta | undefined;
}

/**
 * The role that entitles the caller to make this decision. Throws StaleGate when the gate has changed since the caller
 * saw it, Forbidden when they may not decide, InvalidInput for a decision that the gate does not accept.
 */
export function requireDecidable(gate: Gate, caller: HumanCaller, input: DecisionInput): string {
  requireSeen(gate, input);
  const role = approvingRole(gate, caller);
  if (role === undefined)
    throw forbidden(
      gate,
      `You may not decide on this gate; it requires one of the roles ${gate.approvers.join(", ")}.`,
    );
  if (isDeviceRefused(gate, caller))
    throw forbidden(gate, "This gate does not accept decisions through a personal device; log in to decide.");
  requireComplete(gate, input);
  return role;
}

/** Whether the caller, as they are logged in, may decide on the gate now. */
export function mayDecide(gate: Gate, caller: HumanCaller): boolean {
  return !isDeviceRefused(gate, caller) && approvingRole(gate, caller) !== undefined;
}

const isDeviceRefused = ({ devices }: Gate, { device }: HumanCaller): boolean =>
  device !== undefined && devices === "refused";

/** The first of the gate's roles that the caller has; undefined when they have none. */
export function approvingRole({ approvers }: Gate, { membership, roles }: HumanCaller): string | undefined {
  // An authority role with the name of a membership role does not count as that membership.
  return approvers.find((role) => (isRole(role) ? membership === role : roles.includes(role)));
}

/** A digest of the caller's current membership, authority roles and teams. */
export const rolesRevision = ({ membership, roles, teams }: HumanCaller): string =>
  canonicalHash({ membership, roles: roles.toSorted(), teams: teams.toSorted() });

function requireSeen(gate: Gate, { epoch, snapshot_sha256 }: DecisionInput): void {
  const stale =
    snapshot_sha256 !== gate.snapshot_sha256 ? "snapshot_sha256" : epoch !== gate.epoch ? "epoch" : undefined;
  if (stale === undefined) return;
  const current = { gate_id: gate.gate_id, epoch: gate.epoch, snapshot_sha256: gate.snapshot_sha256 };
  throw new GantryError("StaleGate", `The gate's ${stale} is ${current[stale]} now; read the gate again.`, {
    field: stale,
    detail: current,
  });
}

function requireComplete(gate: Gate, { type, justification, context_delta }: DecisionInput): void {
  if (gate.justification === "required" && justification.trim() === "")
    throw invalid("justification", "is required: this gate requires a reason");
  if (type === "OVERRIDE" && !gate.overridable)
    throw invalid("type", "must be APPROVE or REJECT at this gate");
  if (type === "OVERRIDE" && !context_delta)
    throw invalid("context_delta", "is required with OVERRIDE: the changes, as a JSON Patch");
  if (type !== "OVERRIDE" && context_delta) throw invalid("context_delta", "is allowed only with OVERRIDE");
}

const forbidden = ({ gate_id, approvers }: Gate, sentence: string) =>
  new GantryError("Forbidden", sentence, { detail: { gate_id, approvers } });

const invalid = (field: string, what: string) =>
  new GantryError("InvalidInput", `${field} ${what}.`, { field });
