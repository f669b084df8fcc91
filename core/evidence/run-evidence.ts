import { EVENTS_FILE, type PackFiles } from "#core/evidence/files.ts";
import type { EvidenceKind } from "#core/evidence/kind.ts";
import { textOf } from "#core/evidence/read-files.ts";
import { replay } from "#core/evidence/replay.ts";
import {
  RUN_PREDICATE_TYPE,
  type RunPredicate,
  type RunStatement,
  runStatementSchema,
} from "#core/evidence/run-statement.ts";
import { Refusal } from "#core/evidence/verdict.ts";
import { canonicalJson } from "#core/kernel/canonical.ts";
import { sha256Hex } from "#core/kernel/hash.ts";
import type { AnySignal } from "#core/kernel/ledger/signal-v1.ts";
import { type Definition, definitionSchema, type StepsDefinition } from "#core/workflows/definition.ts";
import { next } from "#core/workflows/next.ts";
import { type Run, reduceRun, runRef, runs } from "#core/workflows/run.ts";

/** Records of a run's pack: the definition and the policy that its first signal pins. */
export const WORKFLOW_FILE = "workflow.json";
export const PINNED_POLICY_FILE = "policy.json";
/** The result of a run, if it is too large for the log. */
export const RESULT_FILE = "result.json";

/** The evidence of a run of any workflow other than a mission: its log, definition and policy. */
export const RUN_EVIDENCE: EvidenceKind = {
  predicateType: RUN_PREDICATE_TYPE,
  read(body) {
    const { data: statement } = runStatementSchema.safeParse(body);
    if (!statement) return undefined;
    const { execution_id, events } = statement.predicate;
    return {
      statement,
      execution: execution_id,
      logs: [{ file: EVENTS_FILE, chain: events, withholdable: runs.withholdable }],
      check: (logs, files) => check(statement, logs.get(EVENTS_FILE) ?? [], files),
    };
  },
};

/** The seal's statement must follow from the log and the definition. */
function check(statement: RunStatement, events: readonly AnySignal[], files: PackFiles): void {
  const { predicate } = statement;
  const { tenant, execution_id, workflow } = predicate;
  const run = replay(reduceRun, events, runRef(tenant, execution_id), (id) => id === workflow.id);
  requireEnding(predicate, run, events);
  requireRecord(statement, files, PINNED_POLICY_FILE, run.pins.policy?.sha256);
  const definition = readDefinition(statement, run, files);
  if (definition.machine === "inline") requireResult(statement, run, files);
  else requireAllSteps(definition, run);
  if (definition.machine === "workflow" && definition.approved) requireApproval(events);
}

/** A run that is a person's decision must begin with it: right after its creation, a gate that a person approves. */
function requireApproval([, opened, decided]: readonly AnySignal[]): void {
  const isApproved =
    opened?.type === "gantry.gate.opened" &&
    decided?.type === "gantry.decision.recorded" &&
    decided.actorkind === "human" &&
    decided.data.type === "APPROVE" &&
    decided.data.gate_id === opened.data.gate_id &&
    decided.data.snapshot_sha256 === opened.data.snapshot_sha256;
  if (!isApproved)
    throw new Refusal("DECISION_WRONG", "The run does not begin with the approval of a person.");
}

/** The ending that was sealed must be the last signal of the log. */
function requireEnding({ outcome, error }: RunPredicate, run: Run, events: readonly AnySignal[]): void {
  if (events.at(-1)?.type !== "gantry.execution.transitioned" || run.outcome !== outcome)
    throw new Refusal(
      "OUTCOME_WRONG",
      `The seal states the outcome ${outcome}; the log does not end with it.`,
    );
  if (canonicalJson(error) !== canonicalJson(run.error))
    throw new Refusal("OUTCOME_WRONG", "The sealed error is not the one in the log.");
}

/** The definition in the pack, which must be the one that the first signal pins. */
function readDefinition(statement: RunStatement, run: Run, files: PackFiles): Definition {
  const { workflow } = statement.predicate;
  if (canonicalJson(run.workflow) !== canonicalJson(workflow))
    throw new Refusal("RECORD_WRONG", "The seal names a different workflow than the log.");
  requireRecord(statement, files, WORKFLOW_FILE, workflow.sha256);
  const definition = definitionSchema.safeParse(JSON.parse(textOf(files, WORKFLOW_FILE)));
  if (
    !definition.success ||
    definition.data.id !== workflow.id ||
    definition.data.machine !== run.machine ||
    definition.data.version !== workflow.version
  )
    throw new Refusal("RECORD_WRONG", `${WORKFLOW_FILE} is not the definition of ${workflow.id}.`);
  return definition.data;
}

function requireRecord(
  { subject }: RunStatement,
  files: PackFiles,
  name: string,
  digest: string | undefined,
): void {
  const isSealed = subject.some((file) => file.name === name);
  if (!isSealed || digest === undefined || sha256Hex(textOf(files, name)) !== digest)
    throw new Refusal("RECORD_WRONG", `${name} is not the record that the log names.`);
}

/** A successful run must have completed every step that its definition requires. */
function requireAllSteps(definition: StepsDefinition, { input, records, outcome, ended_at }: Run): void {
  if (outcome !== "succeeded") return;
  const now = Date.parse(ended_at ?? "");
  const turn = next(definition, { input, records, deadline_ms: Number.POSITIVE_INFINITY }, now);
  if (turn.kind !== "done" || turn.outcome !== "succeeded")
    throw new Refusal(
      "OUTCOME_WRONG",
      "The run is sealed as succeeded, but steps of its definition are not completed.",
    );
}

/** A run on the machine `inline` has no steps and no gates, and has a result if and only if it succeeded. */
function requireResult(statement: RunStatement, run: Run, files: PackFiles): void {
  const { outcome, result, records, directives, gates } = run;
  if ([...records, ...directives, ...gates].length > 0)
    throw new Refusal("LINE_UNREADABLE", "A run on the machine inline cannot have steps, effects or gates.");
  if ((result !== null) !== (outcome === "succeeded"))
    throw new Refusal(
      "OUTCOME_WRONG",
      `The run ended as ${outcome} ${result ? "with" : "without"} a result.`,
    );
  if (result && "sha256" in result) requireRecord(statement, files, RESULT_FILE, result.sha256);
}
