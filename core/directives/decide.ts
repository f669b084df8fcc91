import type { Directive } from "#core/directives/directive.ts";
import { findDirective, type Records, recordChange, type Subject } from "#core/directives/records.ts";
import { GantryError } from "#core/kernel/errors.ts";

/** How the gate of a directive was resolved. */
export type DirectiveVerdict = "authorised" | "rejected" | "expired";

/**
 * Records the decision on a directive that awaits one; the next `perform` applies it. Idempotent for the same
 * decision. Throws NotFound, and IllegalTransition for a directive that does not await a decision; if another decision
 * came first, the error's `decision` is its id.
 */
export async function decideDirective(
  services: Records,
  subject: Subject,
  id: string,
  verdict: DirectiveVerdict,
  decision: string,
): Promise<Directive> {
  const directive = await load(services, subject, id);
  if (directive.state !== "awaiting_decision") return requireSame(directive, verdict, decision);
  try {
    return await recordChange(subject, directive, verdict, { decision });
  } catch (error) {
    const now = await load(services, subject, id);
    if (now.state === "awaiting_decision") throw error;
    return requireSame(now, verdict, decision);
  }
}

async function load(services: Records, subject: Subject, id: string): Promise<Directive> {
  const directive = await findDirective(services, subject, id);
  if (!directive) throw new GantryError("NotFound", `There is no directive ${id}.`);
  return directive;
}

function requireSame(directive: Directive, verdict: DirectiveVerdict, decision: string): Directive {
  const { directive: id, state } = directive;
  const was = state === "rejected" || state === "expired" ? state : "authorised";
  if (directive.decision === decision && was === verdict) return directive;
  const by = directive.decision ?? null;
  throw new GantryError(
    "IllegalTransition",
    by === null
      ? `The directive ${id} does not await a decision.`
      : `The directive ${id} was decided by ${by}.`,
    { detail: { directive: id, state, decision: by } },
  );
}
