import type { Proposal } from "#core/factory/plan/plan.ts";
import { LOCALES, type Locale } from "#core/factory/specification/specification.ts";
import { stackOf } from "#core/factory/stacks/stacks.ts";
import { SPEECH } from "#local/brain/recognise/read/speech.ts";
import { keysOf, wordsOf } from "#local/brain/recognise/words.ts";
import { ANSWERS } from "./answers.ts";
import { instructionIn } from "./instruction.ts";
import { QUESTION_WORDS, TOPICS, type Topic } from "./topics.ts";

/** The answer to a question beside a plan. */
export interface Aside {
  readonly speech: string;
  readonly question: string;
}

/**
 * Answers a message that only asks something about the plan or about building, or that begins with an instruction to
 * the consultant itself; `stack` is that of the plan, or null before there is one. Returns null for any other message:
 * every word of a question must be one of the question, so that a question with a wish in it ("Can it have tags?") stays a wish.
 */
export function answerAside(message: string, stack: Proposal["stack"] | null): Aside | null {
  const instructed = instructionIn(message);
  if (instructed) return { speech: ONLY_APPS[instructed], question: questionIn(instructed, stack) };
  const keys = wordsOf(message)
    .map(({ key }) => key)
    .filter((key) => key !== ",");
  if (keys.length === 0 || !isQuestion(message, keys)) return null;
  for (const locale of LOCALES) {
    const topic = topicOf(keys, locale);
    if (topic && (stack || topic !== "stack"))
      return {
        speech: ANSWERS[locale][topic]({
          stack: stack ? stackOf(stack).title.replace(" and ", ` ${SPEECH[locale].and} `) : "",
        }),
        question: questionIn(locale, stack),
      };
  }
  return null;
}

const questionIn = (locale: Locale, stack: Proposal["stack"] | null): string =>
  stack ? SPEECH[locale].build : SPEECH[locale].records;

/** The reply to an instruction to the consultant itself. */
const ONLY_APPS: Readonly<Record<Locale, string>> = {
  en: "I only plan apps; my own instructions cannot be changed or shown here.",
  de: "Ich plane nur Apps; meine eigenen Anweisungen lassen sich hier weder ändern noch zeigen.",
  fr: "Je planifie seulement des applications ; mes propres consignes ne peuvent être ni changées ni montrées ici.",
  es: "Solo planifico aplicaciones; mis propias instrucciones no se pueden cambiar ni mostrar aquí.",
};

function isQuestion(message: string, [first = ""]: readonly string[]): boolean {
  return message.trim().endsWith("?") || LOCALES.some((locale) => OPENERS[locale].has(first));
}

/** The topic with the most words in the message, if all others are words of any question. */
function topicOf(keys: readonly string[], locale: Locale): Topic | undefined {
  const hits = (topic: Topic) => keys.filter((key) => WORDS.get(`${locale} ${topic}`)?.has(key)).length;
  const rest = keys.filter((key) => !COMMON.get(locale)?.has(key));
  const fits = NAMES.filter(
    (topic) => hits(topic) > 0 && rest.every((key) => WORDS.get(`${locale} ${topic}`)?.has(key)),
  );
  return fits.toSorted((a, b) => hits(b) - hits(a))[0];
}

const NAMES = Object.keys(TOPICS) as Topic[];
const keySet = (text: string) => new Set(keysOf(text));
const WORDS = new Map(
  LOCALES.flatMap((locale) =>
    NAMES.map((topic) => [`${locale} ${topic}`, keySet(TOPICS[topic][locale])] as const),
  ),
);
const COMMON = new Map(LOCALES.map((locale) => [locale, keySet(QUESTION_WORDS[locale])] as const));

/** Words that start a question. */
const OPENERS: Readonly<Record<Locale, ReadonlySet<string>>> = {
  en: keySet("what how which why who when where can could does do will would is are"),
  de: keySet("was wie welche welcher welches warum wer wann wo kann kannst könnte ist wird"),
  fr: keySet("que quoi quel quelle comment pourquoi qui quand où combien peux est"),
  es: keySet("qué cómo cuál quién cuándo dónde cuánto puedes es"),
};
