import { hasEnded } from "#core/governance/execution/states.ts";
import type { WithArtifacts } from "#core/kernel/artifacts.ts";
import { GantryError } from "#core/kernel/errors.ts";
import { sha256Hex } from "#core/kernel/hash.ts";
import type { Json } from "#core/kernel/json.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";
import { SYSTEM } from "#core/kernel/ledger/signal.ts";
import { beginRun } from "#core/workflows/begin-run.ts";
import { findDefinition } from "#core/workflows/built-in.ts";
import { type Run, runRef } from "#core/workflows/run.ts";
import type { StepOf } from "#core/workflows/step.ts";

/** Kind of the trigger of a run that a step of another run started. */
const TRIGGER = "execution";

/** Starts the run of a workflow step. Idempotent. */
export async function beginChild(
  services: WithLedger & WithArtifacts,
  parent: Run,
  step: StepOf<"workflow">,
  input: Json,
): Promise<void> {
  const { tenant, id, team, depth, pins } = parent;
  if (!pins.policy) throw new GantryError("Internal", "The run has no pinned policy.");
  await beginRun(services, {
    tenant,
    id: childId(parent, step),
    definition: findDefinition(step.workflow),
    policy: pins.policy,
    actor: SYSTEM,
    team,
    trigger: { kind: TRIGGER, ref: `${id}/${step.id}`, context: {} },
    depth: depth + 1,
    input,
  });
}

/** The result of a workflow step's run; undefined until the run has ended. Throws the run's error if it failed. */
export async function childResult(
  { ledger }: WithLedger,
  parent: Run,
  step: StepOf<"workflow">,
): Promise<Json | undefined> {
  const child = await ledger.load<Run>(runRef(parent.tenant, childId(parent, step)));
  if (!child || !hasEnded(child.state)) return undefined;
  if (child.outcome === "succeeded") return { execution_id: child.id, outcome: child.outcome };
  const { code, message } = child.error ?? {
    code: "Internal" as const,
    message: `The run ended with the outcome ${child.outcome}.`,
  };
  throw new GantryError(code, `${step.workflow}: ${message}`);
}

const childId = ({ id }: Run, step: StepOf<"workflow">) =>
  `run_${sha256Hex(`${id}\n${step.id}`).slice(0, 26)}`;

/** The execution and step that wait for a run; undefined for a run that no step started. */
export function parentOf({
  kind,
  ref,
}: Run["trigger"]): { readonly id: string; readonly step: string } | undefined {
  const [id, step] = ref.split("/");
  return kind === TRIGGER && id && step ? { id, step } : undefined;
}
