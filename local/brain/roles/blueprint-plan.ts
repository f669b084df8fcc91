import { turnOf } from "#core/factory/conversation/dialogue.ts";
import { inSentence } from "#core/factory/generate/words/words.ts";
import { MAX_ENTRIES } from "#core/factory/plan/ledger.ts";
import type { Plan, Proposal } from "#core/factory/plan/plan.ts";
import type { Choice } from "#core/factory/plan/switch.ts";
import type { Locale } from "#core/factory/specification/specification.ts";
import type { Blueprint, BlueprintFeature, Switches, Values } from "#local/brain/blueprint.ts";
import { DARK_MODE } from "#local/brain/blueprints/common-features.ts";
import { lookOf } from "#local/brain/blueprints/look/look.ts";
import { localeOf, planWords } from "#local/brain/blueprints/plan-words.ts";
import type { Ask } from "#local/brain/recognise/ask.ts";
import { beyondName } from "#local/brain/recognise/beyond-names.ts";
import { inChosenLook } from "#local/brain/recognise/chosen-look.ts";
import { projectNameOf } from "#local/brain/recognise/name.ts";
import { SPEECH } from "#local/brain/recognise/read/speech.ts";
import { valuesOf } from "#local/brain/recognise/settings.ts";
import { readWishes } from "#local/brain/recognise/wishes.ts";
import type { ConsultantAnswer } from "./consultant-answer.ts";
import { ledgerOfKind } from "./kind-ledger.ts";
import { listed, plain } from "./sentence.ts";
import { TOOL_SPEECH } from "./tool-speech.ts";

/** What the person said so far. */
export interface Said {
  readonly messages: readonly string[];
  /** Index of the first message about this app. */
  readonly from: number;
  /** Answers to the questions of earlier plans, by feature. */
  readonly answers: Readonly<Record<string, string>>;
  /** Whether a plan was shown before. */
  readonly later: boolean;
  /** What the person decided about single features. */
  readonly choices: readonly Choice[];
  /** The look that was chosen beside the words. */
  readonly look?: Plan["design_theme"];
}

/** Proposes the app of a blueprint. */
export function proposeBlueprint(
  blueprint: Blueprint,
  ask: Ask,
  { messages, from, answers, later, choices, look }: Said,
): ConsultantAnswer & { readonly proposal: Proposal } {
  const settings = inChosenLook(ask.settings, { kind: blueprint.kind, messages, chosen: look });
  const value = valuesOf(blueprint, settings);
  const chosen = chosenIn(choices, messages, blueprint.kind);
  const has = switchesOf(switchable(blueprint, value), ask, answers, chosen);
  const locale = localeOf(value);
  const title = ask.name ?? (value("say_title") || blueprint.title);
  const promises = (on: Switches) => blueprint.acceptance(on, title, value).map(({ name }) => name);
  const { unmet } = ask;
  const ledger = ledgerOfKind({ blueprint, has, unmet, locale }, messages, from);
  const proposal: Proposal = {
    title,
    summary: summaryOf(blueprint, settings, locale),
    kind: blueprint.kind,
    project_name: projectNameOf(plain(title), blueprint.kind),
    stack: blueprint.stack,
    features: switchable(blueprint, value).map(({ id, title }) => ({
      id,
      title: capitalized(planWords(title, locale)),
      included: has(id),
      ...(has(id) && promiseOf(id, has, promises)),
    })),
    acceptance: promises(has),
    questions: openQuestions(blueprint, ask, answers, locale).filter(({ id }) => !chosen.has(id)),
    ...(ledger.length <= MAX_ENTRIES && { ledger }),
  };
  const included = blueprint.features.filter(({ id }) => has(id)).map((each) => spokenFeature(each, locale));
  const spoken = planWords(blueprint.spoken, locale);
  const plan = TOOL_SPEECH[locale].plan(ask.name === null ? spoken : `${title}, ${spoken}`, included, later);
  const refused = unmet.map((words) => beyondName(words, locale));
  const remark = refused.length > 0 ? SPEECH[locale].refused(listed(refused, locale)) : blueprint.note;
  return {
    proposal,
    speech: remark === undefined ? plan : `${plan} ${remark}`,
    question: closing(blueprint, proposal.questions, locale),
  };
}

/** The promise that a feature adds to those of the app. */
function promiseOf(
  feature: string,
  has: Switches,
  promises: (on: Switches) => readonly string[],
): { promise?: string } {
  const without = new Set(promises((id) => id !== feature && has(id)));
  const promise = promises(has).find((name) => !without.has(name));
  return promise === undefined ? {} : { promise };
}

/** The blueprint's summary, with the stated values. */
function summaryOf(
  { summary, settings = [] }: Blueprint,
  stated: ReadonlyMap<string, string>,
  locale: Locale,
): string {
  return [
    planWords(summary, locale),
    ...settings.flatMap(({ id, spoken }) => {
      const value = stated.get(id);
      return value === undefined ? [] : spoken(value, locale);
    }),
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");
}

/**
 * "Yes" to this question builds the plan as shown, so an open choice is offered as an addition and never as
 * the question itself.
 */
function closing(blueprint: Blueprint, questions: Proposal["questions"], locale: Locale): string {
  const asked = new Set(questions.map(({ id }) => id));
  const open = blueprint.features.filter(({ id }) => asked.has(id));
  if (open.length === 0) return SPEECH[locale].build;
  return TOOL_SPEECH[locale].add(open.map((each) => spokenFeature(each, locale)));
}

/** The features that an app can have: where the scheme is always the same one, there is none to switch to. */
function switchable({ features }: Blueprint, value: Values): readonly BlueprintFeature[] {
  const fixed = lookOf(value).scheme !== "both";
  return features.filter(({ id }) => !fixed || id !== DARK_MODE.id);
}

/** What the person decided about features, unless later words name them. */
function chosenIn(
  choices: readonly Choice[],
  messages: readonly string[],
  kind: string,
): ReadonlyMap<string, boolean> {
  const standing = choices.filter(({ id, since }) =>
    messages.slice(since).every((message) => !readWishes(message, kind).switches.has(id)),
  );
  return new Map(standing.map(({ id, included }) => [id, included]));
}

/**
 * What the person decided about a feature takes precedence, then their words, the answers to questions and the blueprint's
 * defaults.
 */
function switchesOf(
  features: readonly BlueprintFeature[],
  ask: Ask,
  answers: Readonly<Record<string, string>>,
  chosen: ReadonlyMap<string, boolean>,
): Switches {
  const on = new Set(
    features
      .filter(
        ({ id, default: usual }) => chosen.get(id) ?? ask.switches.get(id) ?? answerTo(answers[id]) ?? usual,
      )
      .map(({ id }) => id),
  );
  return (id) => on.has(id);
}

function answerTo(answer: string | undefined): boolean | undefined {
  if (answer === undefined) return undefined;
  if (/^\s*(y|yes|yeah|yep|sure|ok|okay|true|please)\b/i.test(answer)) return true;
  if (/^\s*(n|no|nope|not|false)\b/i.test(answer)) return false;
  const { turn } = turnOf(answer);
  return turn === "yes" ? true : turn === "no" ? false : undefined;
}

function openQuestions(
  blueprint: Blueprint,
  ask: Ask,
  answers: Readonly<Record<string, string>>,
  locale: Locale,
): Proposal["questions"] {
  return blueprint.features
    .filter(({ id, ask: question }) => question && !ask.switches.has(id) && answers[id] === undefined)
    .slice(0, 2)
    .map(({ id, ask: question = "", default: usual }) => ({
      id,
      question: planWords(question, locale),
      options: [...TOOL_SPEECH[locale].answers],
      default: TOOL_SPEECH[locale].answers[usual ? 0 : 1],
    }));
}

function spokenFeature({ title, spoken }: BlueprintFeature, locale: Locale): string {
  if (locale === "en") return spoken ?? inSentence(title, locale);
  return inSentence(planWords(title, locale), locale);
}

const capitalized = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
