import { EVENTS_FILE } from "#core/evidence/files.ts";
import { chainOf, makePack } from "#core/evidence/pack.ts";
import { allSignals } from "#core/evidence/root.ts";
import { PINNED_POLICY_FILE, RESULT_FILE, WORKFLOW_FILE } from "#core/evidence/run-evidence.ts";
import { RUN_PREDICATE_TYPE, type RunPredicate, runStatementSchema } from "#core/evidence/run-statement.ts";
import { sealPack } from "#core/evidence/seal-pack.ts";
import type { WithSigner } from "#core/evidence/signer.ts";
import type { WithVault } from "#core/evidence/vault.ts";
import { hasEnded } from "#core/governance/execution/states.ts";
import type { Outcome } from "#core/governance/execution/transition.ts";
import type { WorkflowRef } from "#core/governance/execution/workflow-ref.ts";
import { endingDrafts } from "#core/governance/gate/plan.ts";
import { getArtifact, type WithArtifacts } from "#core/kernel/artifacts.ts";
import type { WithClock } from "#core/kernel/clock.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";
import { openRun, type RunInput } from "#core/workflows/open-run.ts";
import { addRunSeal, type Run, runRef } from "#core/workflows/run.ts";
import type { RunEndings } from "#core/workflows/run-endings.ts";
import { runFact } from "#core/workflows/run-signals.ts";
import { readTaskError } from "#core/workflows/task-error.ts";

export interface RunEnding extends RunInput {
  readonly outcome: Outcome;
  readonly error?: { readonly code: string; readonly message: string } | undefined;
}

export type SealServices = WithLedger & WithArtifacts & WithVault & WithSigner & WithClock;

/**
 * Ends a run, records its end if `endings` requires it, and seals its evidence. Idempotent: a repeated call continues
 * after what was done.
 */
export async function sealRun<S>(
  services: SealServices & S,
  ending: RunEnding,
  endings: RunEndings<S> = new Map(),
): Promise<void> {
  const run = await openRun(services, ending);
  await run.append((state) => (state && !hasEnded(state.state) ? { drafts: endingOf(state, ending) } : null));
  if (run.state.evidence) return;
  await endings.get(run.state.workflow?.id ?? "")?.(services, run.state);
  const seal = await sealPack(services, run.state, {
    make: () => packOf(services, run.state),
    read: (statement) => runStatementSchema.parse(statement),
  });
  await run.amend((state) => (state.evidence ? null : addRunSeal(state, seal)));
}

/** Marks that the evidence of an ended run could not be written. Changes nothing once it is sealed. */
export async function markRunUnsealed(services: WithLedger, input: RunInput): Promise<void> {
  const run = await openRun(services, input);
  await run.amend((state) =>
    hasEnded(state.state) && state.evidence === null && !state.unsealed ? { ...state, unsealed: true } : null,
  );
}

/** The last signals of the log. */
function endingOf(run: Run, { outcome, error }: RunEnding) {
  return [
    ...(error && !run.error ? [runFact("gantry.execution.failed", readTaskError(error))] : []),
    ...endingDrafts(run, outcome),
  ];
}

async function packOf(services: SealServices, run: Run) {
  const { tenant, id, pins, result } = run;
  const workflow = run.workflow as WorkflowRef;
  const record = (sha256: string) => getArtifact(services.artifacts, tenant, sha256);
  const events = await allSignals(services.ledger, runRef(tenant, id));
  return makePack<RunPredicate>(services.signer, {
    logs: { [EVENTS_FILE]: events },
    records: {
      [WORKFLOW_FILE]: await record(workflow.sha256),
      ...(pins.policy ? { [PINNED_POLICY_FILE]: await record(pins.policy.sha256) } : {}),
      ...(result && "sha256" in result ? { [RESULT_FILE]: await record(result.sha256) } : {}),
    },
    predicateType: RUN_PREDICATE_TYPE,
    predicate: {
      tenant,
      execution_id: id,
      workflow,
      outcome: run.outcome as Outcome,
      error: run.error,
      events: chainOf(events),
      sealed_at: new Date(services.clock.now()).toISOString(),
    },
  });
}
