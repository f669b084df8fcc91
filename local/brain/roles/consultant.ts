import { z } from "zod";
import { MAX_ENTRIES } from "#core/factory/plan/ledger.ts";
import { type Proposal, proposalSchema } from "#core/factory/plan/plan.ts";
import { answerAside } from "#local/brain/asides/aside.ts";
import type { Blueprint, BlueprintFeature, Switches } from "#local/brain/blueprint.ts";
import { EXPENSES } from "#local/brain/blueprints/expenses/blueprint.ts";
import { KANBAN } from "#local/brain/blueprints/kanban/blueprint.ts";
import { NOTES } from "#local/brain/blueprints/notes/blueprint.ts";
import { TASK_MANAGER } from "#local/brain/blueprints/task-manager/blueprint.ts";
import { findBlueprint } from "#local/brain/catalogue.ts";
import { type Ask, asksAnew, readAsk } from "#local/brain/recognise/ask.ts";
import { projectNameOf } from "#local/brain/recognise/name.ts";
import { dictionaryOf } from "#local/brain/recognise/read/dictionary.ts";
import { isForSeveral } from "#local/brain/recognise/read/qualified.ts";
import { type Reading, readRequest } from "#local/brain/recognise/read/read.ts";
import { tokensOf } from "#local/brain/recognise/read/tokens.ts";
import { valuesOf } from "#local/brain/recognise/settings.ts";
import { replyTo } from "./app-plan.ts";
import type { ConsultantAnswer } from "./consultant-answer.ts";
import { decline, declineStack, declineWishes, greet } from "./declines.ts";
import { ledgerOfKind } from "./kind-ledger.ts";
import { inSentence, listed } from "./sentence.ts";

export const consultantInputSchema = z.object({
  messages: z.array(z.string()),
  answers: z.record(z.string(), z.string()).optional(),
  previous: proposalSchema.nullish(),
});
type ConsultantInput = z.infer<typeof consultantInputSchema>;

/**
 * Proposes a plan for the request, or replies why it cannot. It never proposes anything other than what was
 * requested.
 */
export function consult(input: ConsultantInput): ConsultantAnswer {
  const aside = input.previous ? answerAside(input.messages.at(-1) ?? "", input.previous) : null;
  if (aside) return { proposal: null, ...aside, aside: true };
  return consultByKind(input) ?? consultByWords(input);
}

/** Proposes the blueprint that all messages ask for; null for any other request. */
function consultByKind(input: ConsultantInput): ConsultantAnswer | null {
  const messages = sinceStart(input.messages);
  const ask = messages && readAsk(messages);
  const blueprint = ask?.kind && findBlueprint(ask.kind, ask.stack);
  if (blueprint && RECORD_KINDS.has(blueprint.kind) && messages?.some(isForSeveral)) return null;
  if (!ask || !blueprint || ask.unmet.length > 0) return null;
  const answer = propose(blueprint, ask, input);
  const isPoorer =
    !ask.conceded && RECORD_KINDS.has(blueprint.kind) && drops(answer.proposal, input.messages);
  return isPoorer ? null : answer;
}

/** Whether a plan leaves out a view or a function that the messages ask for and that an app of records can have. */
function drops(proposal: Proposal | null, messages: readonly string[]): boolean {
  const left = new Set(
    (proposal?.ledger ?? [])
      .filter(({ outcome }) => outcome === "context")
      .flatMap(({ words, message }) => tokensOf(words).map(({ key }) => `${message} ${key}`)),
  );
  const { ledger, locale } = readRequest(messages);
  const names = (key: string) =>
    dictionaryOf(locale)
      .word(key)
      .some(({ is }) => is === "view" || is === "behaviour");
  return ledger.some(
    ({ outcome, by, words, message }) =>
      outcome === "met" &&
      /^(views|behaviours)\./.test(by ?? "") &&
      tokensOf(words).some(({ key }) => left.has(`${message} ${key}`) && names(key)),
  );
}

/** The messages since a blueprint was asked for; null while the conversation is about an app of another kind. */
function sinceStart(messages: readonly string[]): string[] | null {
  let start: number | null = 0;
  messages.forEach((message, at) => {
    if (at === 0) return;
    const before = start === null ? null : readAsk(messages.slice(start, at));
    const other =
      before === null || (before.kind === null && readRequest(messages.slice(0, at)).specification !== null);
    if (other) start = asksAnew(message) ? at : null;
  });
  return start === null ? null : messages.slice(start);
}

/** Proposes an app of the kinds of records that the messages name, or replies why there is none. */
function consultByWords({ messages, previous }: ConsultantInput): ConsultantAnswer {
  const ask = readAsk(sinceStart(messages) ?? []);
  const blueprint = ask.kind === null ? undefined : findBlueprint(ask.kind, ask.stack);
  const reading = readRequest(messages);
  const { locale } = reading;
  if (ask.kind !== null && !blueprint) return declineStack(ask.kind, locale);
  const readable = !blueprint || RECORD_KINDS.has(blueprint.kind);
  const reply = readable ? replyTo(reading, Boolean(previous)) : null;
  if (reply && (!blueprint || reply.proposal || ask.unmet.length === 0)) return reply;
  if (blueprint) return declineWishes(blueprint, ask.unmet, locale);
  return ask.other === null || reading.ledger.length === 0
    ? greet(locale)
    : decline(locale === "en" ? ask.other : refusedIn(reading), locale);
}

/** What the newest message asks for and cannot be built, in the person's words. */
function refusedIn({ ledger }: Reading): string {
  const newest = Math.max(...ledger.map(({ message }) => message));
  return ledger
    .filter(({ outcome, message }) => outcome === "refused" && message === newest)
    .map(({ words }) => words)
    .join(" ");
}

/** The blueprints whose apps keep records, as generated ones do. */
const RECORD_KINDS: ReadonlySet<string> = new Set(
  [TASK_MANAGER, NOTES, KANBAN, EXPENSES].map(({ kind }) => kind),
);

function propose(
  blueprint: Blueprint,
  ask: Ask,
  { messages, answers = {}, previous }: ConsultantInput,
): ConsultantAnswer {
  const has = switchesOf(blueprint, ask, answers);
  const title = ask.name ?? blueprint.title;
  const ledger = ledgerOfKind(blueprint, messages, has);
  const proposal: Proposal = {
    title,
    summary: summaryOf(blueprint, ask),
    kind: blueprint.kind,
    project_name: projectNameOf(title, blueprint.kind),
    stack: blueprint.stack,
    features: blueprint.features.map(({ id, title }) => ({ id, title, included: has(id) })),
    acceptance: blueprint.acceptance(has, title, valuesOf(blueprint, ask.settings)).map(({ name }) => name),
    questions: openQuestions(blueprint, ask, answers),
    ...(ledger.length <= MAX_ENTRIES && { ledger }),
  };
  const included = blueprint.features.filter(({ id }) => has(id));
  const list = listed(included.map(spokenFeature), "en");
  const opening = previous ? "The plan is now" : "Here is the plan:";
  const kind = ask.name === null ? blueprint.spoken : `${title}, ${blueprint.spoken}`;
  const plan = included.length > 0 ? `${opening} ${kind} with ${list}.` : `${opening} ${kind}, kept plain.`;
  return {
    proposal,
    speech: blueprint.note ? `${plan} ${blueprint.note}` : plan,
    question: closing(blueprint, proposal.questions),
  };
}

/** The blueprint's summary, about the requested subject and with the values that the person stated. */
function summaryOf({ about, summary, settings = [] }: Blueprint, ask: Ask): string {
  const stated = settings.filter(({ id }) => ask.settings.has(id));
  return [
    (ask.subject !== null && about?.(ask.subject).summary) || summary,
    ...stated.map(({ id, spoken }) => spoken(ask.settings.get(id) ?? "")),
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");
}

/**
 * "Yes" to this question builds the plan as shown, so an open choice is offered as an addition and never as
 * the question itself.
 */
function closing(blueprint: Blueprint, questions: Proposal["questions"]): string {
  const asked = new Set(questions.map(({ id }) => id));
  const names = blueprint.features.filter(({ id }) => asked.has(id)).map(spokenFeature);
  if (names.length === 0) return "Shall I build it?";
  return `Shall I build it, or add ${names.join(" or ")} first?`;
}

/** The person's words take precedence, then the answers to questions, then the blueprint's defaults. */
function switchesOf(blueprint: Blueprint, ask: Ask, answers: Readonly<Record<string, string>>): Switches {
  const on = new Set(
    blueprint.features
      .filter(({ id, default: usual }) => ask.switches.get(id) ?? answerTo(answers[id]) ?? usual)
      .map(({ id }) => id),
  );
  return (id) => on.has(id);
}

function answerTo(answer: string | undefined): boolean | undefined {
  if (answer === undefined) return undefined;
  if (/^\s*(y|yes|yeah|yep|sure|ok|okay|true|please)\b/i.test(answer)) return true;
  return /^\s*(n|no|nope|not|false)\b/i.test(answer) ? false : undefined;
}

function openQuestions(
  blueprint: Blueprint,
  ask: Ask,
  answers: Readonly<Record<string, string>>,
): Proposal["questions"] {
  return blueprint.features
    .filter(({ id, ask: question }) => question && !ask.switches.has(id) && answers[id] === undefined)
    .slice(0, 2)
    .map(({ id, ask: question = "", default: usual }) => ({
      id,
      question,
      options: ["Yes", "No"],
      default: usual ? "Yes" : "No",
    }));
}

function spokenFeature({ title, spoken }: BlueprintFeature): string {
  return spoken ?? inSentence(title, "en");
}
