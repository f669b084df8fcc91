import type { Context } from "#cli/context.ts";
import { ApiError, CliError } from "#cli/errors.ts";
import { judge, NOTHING_COMPARED } from "#cli/eval/judge.ts";
import type { EvalRequest } from "#cli/eval/request.ts";
import type { BuildResult, EvalResult, Visit } from "#cli/eval/result.ts";
import { awaitPlan } from "#cli/missions/await-plan.ts";
import { follow } from "#cli/missions/follow.ts";
import { type ConsultReply, consultReply, missionReply, type ShownPlan } from "#cli/service/replies.ts";
import type { Mission } from "#core/factory/mission/mission.ts";
import type { Phase } from "#core/factory/mission/phase.ts";
import { canonicalHash } from "#core/kernel/canonical.ts";
import { usdOf } from "#core/kernel/micro-usd.ts";
import type { Operations } from "#sdk/typescript/api.ts";

/** Opens the live app of a request in a browser. */
export type Visitor = (request: EvalRequest, url: string) => Promise<Visit>;

interface Mode {
  /** Whether plans are confirmed and built. */
  readonly build: boolean;
  readonly publish: boolean;
  readonly visit: Visitor;
}

/**
 * Runs one request from its first message to the live app. A refusal of the service is part of the result; throws when
 * the service does not respond or when the run is interrupted.
 */
export async function runRequest(context: Context, request: EvalRequest, mode: Mode): Promise<EvalResult> {
  const start = performance.now();
  const seconds = () => Math.round((performance.now() - start) / 100) / 10;
  const { id, lang, say, is = null } = request;
  const request_sha256 = canonicalHash(request);
  const about = {
    id,
    request_sha256,
    lang,
    say,
    is,
    words: null,
    consultation: null,
    build: null,
    visit: null,
  };
  try {
    const reply = await consult(context, say, mode.publish);
    const replied = seconds();
    const { plan, speech, usage = null } = reply;
    const told = { speech, plan: plan && shownOf(plan), words: wordsOf(plan), consultation: usage };
    const judged = { ...about, ...judge(request, reply), ...told };
    if (!plan || !mode.build) return { ...judged, seconds: { reply: replied, end: null }, error: null };
    const built = await build(context, reply.conversation_id, plan.hash);
    const end = seconds();
    const visit = built.url ? await mode.visit(request, built.url) : null;
    return { ...judged, build: built, visit, seconds: { reply: replied, end }, error: null };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const nothing = { outcome: "declined", expected: null, ...NOTHING_COMPARED } as const;
    const message = `${error.code}: ${error.message}`;
    const ended = { seconds: { reply: seconds(), end: null }, error: message };
    return { ...about, ...nothing, wrong: [], missed: [], speech: "", plan: null, ...ended };
  }
}

const shownOf = ({ hash, title, kind, stack }: ShownPlan) => ({ hash, title, kind, stack });

/** How many entries of the plan's ledger end in each way; null without a ledger. */
function wordsOf(plan: ShownPlan | null): EvalResult["words"] {
  if (!plan?.ledger) return null;
  const words = { met: 0, met_by_kind: 0, refused: 0, asked: 0, context: 0 };
  for (const { outcome } of plan.ledger) words[outcome] += 1;
  return words;
}

/** Sends the messages as turns of one consultation, and returns the last reply. */
async function consult(
  context: Context,
  [first = "", ...more]: readonly string[],
  publish: boolean,
): Promise<ConsultReply> {
  const send = async (input: Operations["consult"]["input"]) =>
    awaitPlan(context, await context.api.call("consult", input, consultReply));
  let reply = await send({ message: first, publish });
  for (const message of more) {
    const { conversation_id } = reply;
    reply = await send({ conversation_id, message });
  }
  return reply;
}

/** Confirms the plan and follows its mission to the end. */
async function build(context: Context, conversation_id: string, confirm: string): Promise<BuildResult> {
  const { mission_id } = await context.api.call("consult", { conversation_id, confirm }, consultReply);
  if (!mission_id) throw new CliError("The plan was confirmed, but the service returned no mission id.");
  let mission: Mission | undefined;
  await follow(context, mission_id, (_, next) => {
    mission = next;
  });
  if (!mission) throw new CliError(`The mission ${mission_id} has no signals.`);
  // The seal is no signal: only the status tells that it was written.
  const { status } = await context.api.call("status", { id: mission_id }, missionReply);
  return resultOf(mission_id, mission, status);
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
