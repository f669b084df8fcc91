import { inSentence } from "#core/factory/generate/words/words.ts";
import { MAX_ENTRIES } from "#core/factory/plan/ledger.ts";
import type { Proposal } from "#core/factory/plan/plan.ts";
import type { Blueprint, BlueprintFeature, Switches } from "#local/brain/blueprint.ts";
import type { Ask } from "#local/brain/recognise/ask.ts";
import { projectNameOf } from "#local/brain/recognise/name.ts";
import { valuesOf } from "#local/brain/recognise/settings.ts";
import type { ConsultantAnswer } from "./consultant-answer.ts";
import { ledgerOfKind } from "./kind-ledger.ts";
import { listed, plain } from "./sentence.ts";

/** What the person said so far. */
export interface Said {
  readonly messages: readonly string[];
  /** Index of the first message about this app. */
  readonly from: number;
  /** Answers to the questions of earlier plans, by feature. */
  readonly answers: Readonly<Record<string, string>>;
  /** Whether a plan was shown before. */
  readonly later: boolean;
}

/** Proposes the app of a blueprint. */
export function proposeBlueprint(
  blueprint: Blueprint,
  ask: Ask,
  { messages, from, answers, later }: Said,
): ConsultantAnswer & { readonly proposal: Proposal } {
  const has = switchesOf(blueprint, ask, answers);
  const value = valuesOf(blueprint, ask.settings);
  const title = ask.name ?? (value("say_title") || blueprint.title);
  const ledger = ledgerOfKind(blueprint, messages, has, from);
  const proposal: Proposal = {
    title,
    summary: summaryOf(blueprint, ask),
    kind: blueprint.kind,
    project_name: projectNameOf(plain(title), blueprint.kind),
    stack: blueprint.stack,
    features: blueprint.features.map(({ id, title }) => ({ id, title, included: has(id) })),
    acceptance: blueprint.acceptance(has, title, value).map(({ name }) => name),
    questions: openQuestions(blueprint, ask, answers),
    ...(ledger.length <= MAX_ENTRIES && { ledger }),
  };
  const included = blueprint.features.filter(({ id }) => has(id));
  const list = listed(included.map(spokenFeature), "en");
  const opening = later ? "The plan is now" : "Here is the plan:";
  const kind = ask.name === null ? blueprint.spoken : `${title}, ${blueprint.spoken}`;
  const plan = included.length > 0 ? `${opening} ${kind} with ${list}.` : `${opening} ${kind}, kept plain.`;
  return {
    proposal,
    speech: blueprint.note ? `${plan} ${blueprint.note}` : plan,
    question: closing(blueprint, proposal.questions),
  };
}

/** The blueprint's summary, with the values that the person stated. */
function summaryOf({ summary, settings = [] }: Blueprint, ask: Ask): string {
  const stated = settings.filter(({ id }) => ask.settings.has(id));
  return [summary, ...stated.map(({ id, spoken }) => spoken(ask.settings.get(id) ?? ""))]
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
