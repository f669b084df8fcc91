import type { Context } from "#cli/context.ts";
import { ApiError, CliError } from "#cli/errors.ts";
import { judge, NOTHING_COMPARED } from "#cli/eval/judge.ts";
import type { Labelled } from "#cli/eval/request.ts";
import type { BuildResult, TurnResult, Visit } from "#cli/eval/result.ts";
import { awaitPlan } from "#cli/missions/await-plan.ts";
import { follow } from "#cli/missions/follow.ts";
import { type ConsultReply, consultReply, missionReply, type ShownPlan } from "#cli/service/replies.ts";
import type { Acceptance } from "#core/factory/acceptance.ts";
import type { AcceptanceResult } from "#core/factory/acceptance-report.ts";
import type { Mission } from "#core/factory/mission/mission.ts";
import type { Phase } from "#core/factory/mission/phase.ts";
import { usdOf } from "#core/kernel/micro-usd.ts";

export interface Visitor {
  /** Opens a live app in a browser, performs checks on it and stores a picture of it under a name. */
  visit(name: string, url: string, checks: Labelled["checks"]): Promise<Visit>;
  /** A browser that keeps its records from one visit to the next; performs steps and returns how they ended. */
  returning(): (
    url: string,
    steps: Acceptance["steps"],
  ) => Promise<Pick<AcceptanceResult, "passed" | "reason">>;
}

export interface Mode {
  /** Whether plans are confirmed and built. */
  readonly build: boolean;
  readonly publish: boolean;
  readonly visitor: Visitor;
}

/** Messages with what is expected of them. */
export interface Turn {
  /** Name of the picture. */
  readonly name: string;
  readonly request: Labelled;
  /** Sends the first message. */
  readonly begin: (message: string) => Promise<ConsultReply>;
  readonly checks: Labelled["checks"];
}

/** What it led to, with the plan and the project, from which a change goes on. */
export interface TurnOutcome {
  readonly result: TurnResult;
  readonly plan: ShownPlan | null;
  readonly project: string | null;
}

/**
 * Runs a turn from its first message to the live app. A refusal of the service is part of the result; throws when the
 * service does not respond or when the run is interrupted.
 */
export async function runTurn(context: Context, turn: Turn, mode: Mode): Promise<TurnOutcome> {
  const start = performance.now();
  const seconds = () => Math.round((performance.now() - start) / 100) / 10;
  const { say, is = null } = turn.request;
  const about = { say, is, consultation: null, build: null, visit: null, error: null };
  try {
    const reply = await consult(context, turn);
    const replied = seconds();
    const { plan, speech, usage = null } = reply;
    const judged = { ...about, ...judge(turn.request, reply), speech, consultation: usage };
    if (!plan || !mode.build)
      return { result: { ...judged, seconds: { reply: replied, end: null } }, plan, project: null };
    const { built, project } = await build(context, reply.conversation_id, plan.hash);
    const end = seconds();
    const visit = built.url ? await mode.visitor.visit(turn.name, built.url, turn.checks) : null;
    const result = { ...judged, build: built, visit, seconds: { reply: replied, end } };
    return { result, plan, project };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const nothing = { ...about, outcome: "declined", expected: null, ...NOTHING_COMPARED } as const;
    const message = `${error.code}: ${error.message}`;
    const ended = { seconds: { reply: seconds(), end: null }, error: message };
    return { result: { ...nothing, wrong: [], missed: [], speech: "", ...ended }, plan: null, project: null };
  }
}

/** Sends the messages as turns of one consultation, and returns the last reply. */
async function consult(context: Context, { request, begin }: Turn): Promise<ConsultReply> {
  const [first = "", ...more] = request.say;
  let reply = await awaitPlan(context, await begin(first));
  for (const message of more) {
    const { conversation_id } = reply;
    const next = await context.api.call("consult", { conversation_id, message }, consultReply);
    reply = await awaitPlan(context, next);
  }
  return reply;
}

/** Confirms the plan and follows its mission to the end. */
async function build(context: Context, conversation_id: string, confirm: string) {
  const { mission_id } = await context.api.call("consult", { conversation_id, confirm }, consultReply);
  if (!mission_id) throw new CliError("The plan was confirmed, but the service returned no mission id.");
  let mission: Mission | undefined;
  await follow(context, mission_id, (_, next) => {
    mission = next;
  });
  if (!mission) throw new CliError(`The mission ${mission_id} has no signals.`);
  // The seal is no signal: only the status tells that it was written.
  const { status } = await context.api.call("status", { id: mission_id }, missionReply);
  return { built: resultOf(mission_id, mission, status), project: mission.project };
}

function resultOf(mission_id: string, mission: Mission, status: Phase): BuildResult {
  const { url, attempts, heals, acceptance, usage, error } = mission;
  return {
    mission_id,
    status,
    url,
    attempts,
    repairs: heals,
    acceptance: acceptance && { passed: acceptance.passed, reason: acceptance.reason },
    calls: usage.calls,
    input_tokens: usage.input_tokens,
    output_tokens: usage.output_tokens,
    cost_usd: usdOf(usage.cost_micro_usd),
    error: error && `${error.code}: ${error.message}`,
  };
}
