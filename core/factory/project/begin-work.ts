import { type Project, projectRef, projects, type Work } from "#core/factory/project/project.ts";
import { projectSignal } from "#core/factory/project/signals.ts";
import { requireIdle } from "#core/factory/project/work.ts";
import { decisionOf } from "#core/governance/gate/person-decision.ts";
import { decidedDrafts } from "#core/governance/gate/plan.ts";
import { NO_GATES } from "#core/governance/gate/subject.ts";
import { MAX_GATE_SECONDS } from "#core/governance/gate/terms.ts";
import { human } from "#core/identity/actor.ts";
import { rolesWith } from "#core/identity/authorise.ts";
import type { HumanCaller } from "#core/identity/caller.ts";
import type { Right } from "#core/identity/roles.ts";
import { putArtifact, type WithArtifacts } from "#core/kernel/artifacts.ts";
import { canonicalJson } from "#core/kernel/canonical.ts";
import type { DefinitionRef } from "#core/kernel/definition-ref.ts";
import type { WithIds } from "#core/kernel/ids.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";
import type { Projection } from "#core/kernel/ledger/projection.ts";
import type { SignalDraft } from "#core/kernel/ledger/signal.ts";
import { createdDraft } from "#core/workflows/begin-run.ts";
import type { StepsDefinition } from "#core/workflows/definition.ts";
import { type Run, runRef, runs } from "#core/workflows/run.ts";

export type WorkServices = WithLedger & WithArtifacts & WithIds;

/** A run that changes a project, with what the person who asks for it decides on. */
export interface NewWork {
  readonly project: Project;
  readonly kind: Exclude<Work["kind"], "change">;
  readonly definition: StepsDefinition;
  readonly input: Readonly<Record<string, string>>;
  readonly title: string;
  /** The right that the request needs: any role with it may decide. */
  readonly right: Right;
  readonly shown: Readonly<Record<string, string | number | null>>;
}

/**
 * Starts a run that changes a project, in one transaction with the project. The person's request is also the decision:
 * it opens a gate on the run's chain and approves it. Throws NotFound for a deleted project, IllegalTransition while
 * another execution changes it.
 */
export async function beginWork(
  services: WorkServices,
  caller: HumanCaller,
  policy: DefinitionRef,
  work: NewWork,
): Promise<Run> {
  const { id, tenant } = work.project;
  const execution = services.ids.make("run");
  const actor = human(caller);
  const created = await createdDraft(services, {
    tenant,
    id: execution,
    definition: work.definition,
    policy,
    actor,
    team: null,
    trigger: { kind: "project", ref: id, context: {} },
    depth: 1,
    input: work.input,
  });
  const decided = await decidedBy(services, caller, execution, policy, work);
  const started = projectSignal("gantry.project.work_started", { execution, kind: work.kind }, { actor });
  const ref = runRef(tenant, execution);
  await services.ledger.append(projects, projectRef(tenant, id), (project) => {
    requireIdle(project, id);
    const projection = runs as Projection<unknown>;
    return { drafts: [started], creates: [{ ref, projection, drafts: [created, ...decided] }] };
  });
  return (await services.ledger.load<Run>(ref)) as Run;
}

/** The signals of the gate on which the request decides. */
async function decidedBy(
  { artifacts, ids }: WorkServices,
  caller: HumanCaller,
  execution: string,
  policy: DefinitionRef,
  { definition, title, right, shown }: NewWork,
): Promise<SignalDraft[]> {
  const snapshot_sha256 = await putArtifact(artifacts, caller.tenant, canonicalJson(shown));
  const terms = {
    key: "request",
    name: definition.id,
    title,
    snapshot_sha256,
    approvers: [...rolesWith(right)],
    escalate: null,
    expires_seconds: MAX_GATE_SECONDS,
    justification: "words" as const,
    devices: "allowed" as const,
    overridable: false,
    policy,
  };
  const subject = { tenant: caller.tenant, id: execution, ...NO_GATES };
  return decidedDrafts("execution", subject, terms, (gate) =>
    decisionOf(
      gate,
      caller,
      { gate_id: gate.gate_id, epoch: gate.epoch, snapshot_sha256, type: "APPROVE", justification: title },
      { decision_id: ids.make("dec"), execution_id: execution },
    ),
  );
}
