import { z } from "zod";
import { turnOf } from "#core/factory/conversation/dialogue.ts";
import { type Proposal, proposalSchema } from "#core/factory/plan/plan.ts";
import type { Choice } from "#core/factory/plan/switch.ts";
import { withPromises } from "#core/factory/plan/with-promises.ts";
import { withSwitches } from "#core/factory/plan/with-switches.ts";
import { withTheme } from "#core/factory/plan/with-theme.ts";
import { plannedSchema } from "#core/factory/specification/planned.ts";
import { THEME_IDS, type ThemeId } from "#core/factory/themes/themes.ts";
import { canonicalJson } from "#core/kernel/canonical.ts";
import { answerAside } from "#local/brain/asides/aside.ts";
import type { Blueprint } from "#local/brain/blueprint.ts";
import { TASK_MANAGER_REACT } from "#local/brain/blueprints/task-manager-react/blueprint.ts";
import { findBlueprint } from "#local/brain/catalogue.ts";
import { type Ask, asksAnew, readAsk, waives } from "#local/brain/recognise/ask.ts";
import { asksForCommits } from "#local/brain/recognise/commits.ts";
import { anotherIn, anotherWithin } from "#local/brain/recognise/read/another.ts";
import { chosenIn } from "#local/brain/recognise/read/choice.ts";
import { dictionaryOf } from "#local/brain/recognise/read/dictionary.ts";
import { namedPlainly } from "#local/brain/recognise/read/plainly.ts";
import { type Reading, readRequest } from "#local/brain/recognise/read/read.ts";
import { isForSeveral } from "#local/brain/recognise/read/several.ts";
import { SPEECH } from "#local/brain/recognise/read/speech.ts";
import { tokensOf } from "#local/brain/recognise/read/tokens.ts";
import { readWishes } from "#local/brain/recognise/wishes.ts";
import { replyTo } from "./app-plan.ts";
import { proposeBlueprint } from "./blueprint-plan.ts";
import type { ConsultantAnswer } from "./consultant-answer.ts";
import { decline, declineStack, declineWishes, greet } from "./declines.ts";
import { designSchema, withDesign } from "./design-look.ts";
import { proposeSite } from "./site-plan.ts";

const choiceSchema = z.object({ id: z.string(), included: z.boolean(), since: z.number() });

export const consultantInputSchema = z.object({
  messages: z.array(z.string()),
  answers: z.record(z.string(), z.string()).optional(),
  previous: proposalSchema.nullish(),
  design_image: designSchema.nullish(),
  switches: z.array(choiceSchema).optional(),
  theme: z.enum(THEME_IDS).optional(),
  theme_message: z.number().optional(),
  released: z
    .object({
      messages: z.number(),
      specification: plannedSchema.nullable(),
      theme: z.object({ id: z.enum(THEME_IDS), message: z.number() }).optional(),
      switches: z.array(choiceSchema).optional(),
    })
    .optional(),
});
type ConsultantInput = z.input<typeof consultantInputSchema>;

/** A conversation with the answers to questions of the brain's own plans taken out. */
interface Turns {
  readonly messages: readonly string[];
  readonly answers: Readonly<Record<string, string>>;
  /** Indexes of messages that only answer such questions, ask to release what was committed, or ask for nothing. */
  readonly silent: ReadonlySet<number>;
  readonly later: boolean;
  /** What the person decided about single features beside the messages. */
  readonly choices: readonly Choice[];
  /** The look that was chosen beside the words. */
  readonly look?: { readonly id: ThemeId; readonly message: number };
}

/**
 * Proposes a plan for the request, or replies why it cannot. It never proposes anything other than what was
 * requested.
 */
export function consult(said: ConsultantInput): ConsultantAnswer {
  const input = { ...said, messages: said.messages.map(withoutQuotes) };
  const aside =
    answerAside(input.messages.at(-1) ?? "", input.previous?.stack ?? null) ??
    noChoice(input) ??
    courtesy(input);
  if (aside) return { proposal: null, ...aside, ...openQuestion(input), aside: true };
  if (input.released && !isReadable(input, input.released)) return UNREADABLE;
  const turns = latest(turnsOf(input));
  const { foreign } = readRequest(turns.messages, turns.silent);
  const site = foreign ? null : proposeSite(spoken(turns), turns.later);
  const answer = site ?? consultByKind(turns) ?? (foreign ? UNREAD : consultByWords(turns));
  return input.design_image ? withDesign(answer, input.design_image) : answer;
}

/** A message with its quoted lines (`> Calendar`) blank: they name what it is about, and ask for nothing. */
const withoutQuotes = (message: string): string =>
  message.replace(/^>.*$/gm, (line) => " ".repeat(line.length));

/** The messages, with those that ask for nothing left empty. */
const spoken = ({ messages, silent }: Pick<Turns, "messages" | "silent">): string[] =>
  messages.map((message, at) => (silent.has(at) ? "" : message.slice(anotherWithin(message)?.start ?? 0)));

/** The answer to thanks or a greeting, once the consultation has a message before it. */
function courtesy({
  messages,
  previous,
  released,
}: ConsultantInput): { speech: string; question: string } | null {
  const { turn, locale } = turnOf(messages.at(-1) ?? "");
  if (turn !== "courtesy" || messages.length - (released?.messages ?? 0) < 2) return null;
  const { courtesy: speech, build, records } = SPEECH[locale];
  return { speech, question: previous ? build : records };
}

/** The answer to "both" or "the first" beside a plan that asks nothing. */
function noChoice({ messages, previous }: ConsultantInput): { speech: string; question: string } | null {
  const chooses = chosenIn(messages.at(-1) ?? "", MANY) !== null;
  if (!chooses || !previous || previous.questions.length > 0) return null;
  const { noChoice: speech, build: question } = SPEECH[readRequest(messages.slice(0, -1)).locale];
  return { speech, question };
}

/** Whether the words that led to a released app are still read as what it is. */
function isReadable(
  { messages, design_image }: ConsultantInput,
  released: NonNullable<ConsultantInput["released"]>,
): boolean {
  const { theme, switches = [] } = released;
  const { proposal } = consult({ messages: messages.slice(0, released.messages), design_image });
  const chosen = theme && { theme: theme.id, since: theme.message, isNewest: false };
  const planned = proposal && withSwitches(withPromises(withTheme(proposal, chosen)), switches);
  return canonicalJson(planned?.specification ?? null) === canonicalJson(released.specification);
}

const UNREADABLE: ConsultantAnswer = {
  proposal: null,
  speech:
    "This app was not planned by the offline brain as it is today, so it cannot be changed without a model.",
  question: null,
};

/** The reply to a language that is not read: what it asks for is not known, and could well be possible. */
const UNREAD: ConsultantAnswer = {
  proposal: null,
  speech:
    "Without a model I read only English, German, French and Spanish. Please describe the app in one of them.",
  question: SPEECH.en.records,
};

/** The question that a message beside it leaves open, before there is a plan. */
function openQuestion({ messages, previous, ...rest }: ConsultantInput): { question?: string } {
  if (previous || messages.length < 2) return {};
  const { proposal, question } = consult({ ...rest, messages: messages.slice(0, -1) });
  return proposal || question === null ? {} : { question };
}

/**
 * Finds "both", "neither", "the second one" and the like where a plan had open questions, and requests to release what
 * was committed.
 */
function turnsOf(input: ConsultantInput): Turns {
  const { messages, answers = {}, previous, switches: choices = [], theme, theme_message = 0 } = input;
  const known = new Map(Object.entries(answers));
  const silent = new Set<number>();
  const turns = (until: number): Turns => ({
    messages: messages.slice(0, until),
    answers: Object.fromEntries(known),
    silent,
    later: Boolean(previous),
    choices,
    ...(theme && { look: { id: theme, message: theme_message } }),
  });
  messages.forEach((message, at) => {
    const { turn } = turnOf(message);
    // A later or thanks come here with other settings beside them.
    if (at > 0 && (asksForCommits(message) || turn === "later" || turn === "courtesy")) silent.add(at);
    const isNo = turn === "no";
    if (at === 0 || (!isNo && chosenIn(message, MANY) === null)) return;
    const questions = consultByKind(turns(at))?.proposal?.questions ?? [];
    const chosen = isNo ? [] : chosenIn(message, questions.length);
    if (questions.length === 0 || !chosen) return;
    questions.forEach(({ id }, place) => {
      known.set(id, chosen.includes(place) ? "yes" : "no");
    });
    silent.add(at);
  });
  return turns(messages.length);
}

/** More than the questions of any plan. */
const MANY = 9;

/** Proposes the blueprint that all messages ask for; null for any other request. */
function consultByKind(turns: Turns): ConsultantAnswer | null {
  const since = sinceStart(turns).tool;
  const ask = since && readAsk(since.messages);
  const blueprint = ask && blueprintOf(ask);
  if (!since || !ask || !blueprint) return null;
  const keepsRecords = RECORD_KINDS.has(blueprint.kind);
  if (keepsRecords && ask.unmet.length > 0) return null;
  if (keepsRecords && since.messages.some(isForSeveral)) return null;
  const answer = proposeBlueprint(blueprint, ask, { ...turns, from: since.from });
  return keepsRecords && !ask.conceded && drops(answer.proposal, turns) ? null : answer;
}

/** The blueprint that a request asks for, in the stack that it names. */
function blueprintOf({ kind, stack }: Ask): Blueprint | undefined {
  const blueprint = kind === null ? undefined : findBlueprint(kind, stack);
  return blueprint?.stackNamed && stack === null ? undefined : blueprint;
}

/** Whether a plan leaves out a view or a function that the messages ask for and that an app of records can have. */
function drops({ ledger: planned = [] }: Proposal, { messages, silent }: Turns): boolean {
  const left = new Set(
    planned
      .filter(({ outcome }) => outcome === "context")
      .flatMap(({ words, message }) => tokensOf(words).map(({ key }) => `${message} ${key}`)),
  );
  const { ledger, locale } = readRequest(messages, silent);
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

/** The conversation with what was said before another app was named plainly left empty. */
function latest(turns: Turns): Turns {
  const { anew } = sinceStart(turns);
  return anew === 0 ? turns : { ...turns, silent: new Set([...turns.silent, ...Array(anew).keys()]) };
}

/** Where the newest request starts. */
interface Since {
  /** The message that asked for a blueprint, and what was said since; null while the conversation is about an app of another kind. */
  readonly tool: { readonly from: number; readonly messages: readonly string[] } | null;
  /** The message that last named another app plainly; 0 if none did. */
  readonly anew: number;
}

export function sinceStart({ messages, silent }: Pick<Turns, "messages" | "silent">): Since {
  const said = spoken({ messages, silent });
  let from: number | null = 0;
  let anew = 0;
  messages.forEach((message, at) => {
    if (at === 0 || silent.has(at)) return;
    const before: Ask | null = from === null ? null : readAsk(said.slice(from, at));
    const another = anotherIn(message);
    const plain = another ? null : namedPlainly(messages, at, before?.kind ? before : null);
    const app = another ? message.slice(another.start, another.end) : plain;
    if (app && (plain || another?.turns || !isFeature(app, before))) {
      from = readAsk([app]).kind === null ? null : at;
      if (plain) anew = at;
      said[at] = app;
      return;
    }
    const isOther =
      before === null || (before.kind === null && readRequest(messages.slice(0, at)).specification !== null);
    if (isOther) from = asksAnew(message) ? at : null;
  });
  return { tool: from === null ? null : { from, messages: said.slice(from) }, anew };
}

/** "Actually a timer", in a quiz. */
function isFeature(words: string, before: Ask | null): boolean {
  return before?.kind != null && readWishes(words, before.kind).switches.size > 0;
}

/** Proposes an app of the kinds of records that the messages name, or replies why there is none. */
function consultByWords(turns: Turns): ConsultantAnswer {
  const ask = readAsk(sinceStart(turns).tool?.messages ?? []);
  const blueprint = blueprintOf(ask);
  const reading = readRequest(turns.messages, withoutWaivers(turns));
  const { locale } = reading;
  const readable = ask.kind === null || RECORD_KINDS.has(ask.kind);
  if (ask.kind !== null && !blueprint && !readable) return declineStack(ask.kind, locale);
  const reply = readable ? replyTo(reading, turns) : null;
  if (reply && (!blueprint || reply.proposal || ask.unmet.length === 0)) return reply;
  if (blueprint) return declineWishes(blueprint, ask.unmet, locale);
  // A yes to "Shall I build one of these instead?" does not say which.
  const isYes = turns.messages.length > 1 && turnOf(turns.messages.at(-1) ?? "").turn === "yes";
  return ask.other === null || reading.ledger.length === 0 || isYes
    ? greet(locale)
    : decline(locale === "en" ? ask.other : refusedIn(reading), locale);
}

/** The messages that ask for nothing, with those that agree to do without what cannot be built. */
function withoutWaivers({ messages, silent }: Turns): ReadonlySet<number> {
  const waivers = [...messages.keys()].filter((at) => at > 0 && waives(messages[at] ?? ""));
  return new Set([...silent, ...waivers]);
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
const RECORD_KINDS: ReadonlySet<string> = new Set([TASK_MANAGER_REACT.kind]);
