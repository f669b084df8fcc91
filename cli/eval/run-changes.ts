import type { Context } from "#cli/context.ts";
import { changedFiles } from "#cli/eval/changed-files.ts";
import { judge } from "#cli/eval/judge.ts";
import type { EvalChange, EvalRequest, Labelled } from "#cli/eval/request.ts";
import type { ChangeResult, Checks, Visit } from "#cli/eval/result.ts";
import { type Mode, runTurn, type TurnOutcome } from "#cli/eval/run-turn.ts";
import { sourceOf } from "#cli/eval/source.ts";
import { leaveTraces } from "#cli/eval/traces.ts";
import { consultReply, type ShownPlan } from "#cli/service/replies.ts";

/** The live app before a change, with what was said of it and holds. */
interface Live {
  readonly project: string;
  readonly mission_id: string;
  readonly url: string;
  /** The request and the changes so far, with the names of their labels that hold. */
  readonly turns: readonly { readonly request: Labelled; readonly held: readonly string[] }[];
  /** Checks of these that passed. */
  readonly checks: EvalRequest["checks"];
}

/** Runs the changes of a request one after another, each on what the one before left; none if its app is not live. */
export async function runChanges(
  context: Context,
  request: EvalRequest,
  first: TurnOutcome,
  mode: Mode,
): Promise<ChangeResult[]> {
  const results: ChangeResult[] = [];
  let live = goneLive(undefined, request, request.checks, first);
  for (const [index, change] of request.changes.entries()) {
    if (!live) break;
    const name = `${request.id}-change-${index + 1}`;
    const labelled = { ...change, lang: request.lang };
    const { result, outcome } = await runChange(context, name, labelled, live, mode);
    results.push(result);
    live = goneLive(live, labelled, [...live.checks, ...change.checks], outcome) ?? live;
  }
  return results;
}

/** The app after a turn; undefined if the turn did not make it live. */
function goneLive(
  before: Live | undefined,
  request: Labelled,
  checks: EvalRequest["checks"],
  { project, result }: TurnOutcome,
): Live | undefined {
  const { build, visit, held } = result;
  if (!project || build?.status !== "DEPLOYED" || !build.url || !visit) return undefined;
  return {
    project,
    mission_id: build.mission_id,
    url: build.url,
    turns: [...(before?.turns ?? []), { request, held }],
    checks: checks.filter(({ name }) => visit.checks.passed.includes(name)),
  };
}

async function runChange(
  context: Context,
  name: string,
  change: EvalChange & Labelled,
  live: Live,
  mode: Mode,
): Promise<{ result: ChangeResult; outcome: TurnOutcome }> {
  const { project: id, mission_id } = live;
  const traces = await leaveTraces(context, change, live, mode);
  const begin = (message: string) => context.api.call("change", { id, message }, consultReply);
  const checks = [...change.checks, ...live.checks];
  const outcome = await runTurn(context, { name, request: change, begin, checks }, mode);
  const { plan, result } = outcome;
  const labels = plan ? keptLabels(plan, change, live) : NOTHING;
  const [earlier, visit] = withoutEarlier(result.visit, live.checks);
  const after = await liveAfter(context, result);
  return {
    outcome,
    result: {
      ...result,
      visit,
      error: result.error ?? traces.error,
      edits: plan?.change?.edits ?? [],
      kept: [...labels.kept, ...earlier.passed.map((check) => `check: ${check}`)],
      lost: [...labels.lost, ...earlier.failed.map((check) => `check: ${check.name}: ${check.reason}`)],
      files: after && changedFiles(await sourceOf(context, mission_id), after.source, plan),
      ...(await traces.look(after)),
    },
  };
}

/** The source and the address of the app after a change; null if the change did not go live. */
async function liveAfter(context: Context, { build }: TurnOutcome["result"]) {
  if (build?.status !== "DEPLOYED" || !build.url) return null;
  return { source: await sourceOf(context, build.mission_id), url: build.url };
}

const NOTHING = { kept: [], lost: [] };

/** Of the labels that held before, those that hold for the new plan, without those that the change is to undo. */
function keptLabels(plan: ShownPlan, change: Labelled, { turns }: Live): Pick<ChangeResult, "kept" | "lost"> {
  const undone = new Set([...change.absent, ...change.met.map((part) => `without ${part}`)]);
  const all = turns.flatMap(({ request, held }) => {
    const now = new Set(judge(request, { plan, question: null }).held);
    // What was refused is no part of the app, and a change has a ledger of its own.
    const ofApp = held.filter((label) => !label.endsWith(" is refused") && !undone.has(label));
    return ofApp.map((label) => ({ label, holds: now.has(label) }));
  });
  return {
    kept: all.filter(({ holds }) => holds).map(({ label }) => label),
    lost: all.filter(({ holds }) => !holds).map(({ label }) => label),
  };
}

/** Separates the checks of before from those of the change. */
function withoutEarlier(visit: Visit | null, checks: EvalRequest["checks"]): [Checks, Visit | null] {
  if (!visit) return [{ passed: [], failed: [] }, null];
  const names = new Set(checks.map(({ name }) => name));
  const only = (isWanted: (name: string) => boolean): Checks => ({
    passed: visit.checks.passed.filter(isWanted),
    failed: visit.checks.failed.filter(({ name }) => isWanted(name)),
  });
  return [only((name) => names.has(name)), { ...visit, checks: only((name) => !names.has(name)) }];
}
