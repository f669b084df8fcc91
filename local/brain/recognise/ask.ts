import type { StackName } from "#core/factory/stacks/stacks.ts";
import { inEnglish } from "./function-words.ts";
import { readLanguage } from "./language.ts";
import { createLexicon } from "./lexicon.ts";
import { readName } from "./name.ts";
import { readHeadOfAny, readSettings } from "./settings.ts";
import { AGREEMENTS, WAIVERS } from "./vocabulary.ts";
import { readWishes } from "./wishes.ts";
import { wordsOf } from "./words.ts";

/** Everything that a conversation has requested so far. */
export interface Ask {
  /** The kind of app, or null if none was named yet. */
  readonly kind: string | null;
  /** The request for an app of an unknown kind, in the person's words. */
  readonly other: string | null;
  readonly name: string | null;
  readonly stack: StackName | null;
  readonly switches: ReadonlyMap<string, boolean>;
  /** Stated values of settings, by the setting's id. */
  readonly settings: ReadonlyMap<string, string>;
  /** Requests that cannot be fulfilled and that the person has not dropped. */
  readonly unmet: readonly string[];
  /** Whether the person agreed to do without requests that cannot be fulfilled. */
  readonly conceded: boolean;
}

const NOTHING: Ask = {
  kind: null,
  other: null,
  name: null,
  stack: null,
  switches: new Map(),
  settings: new Map(),
  unmet: [],
  conceded: false,
};
const consent = createLexicon<"agrees" | "waives">();
consent.add(AGREEMENTS, "agrees");
consent.add(WAIVERS, "waives");

/** Reads a conversation, oldest message first; `start` contains what an earlier plan determined. */
export function readAsk(messages: readonly string[], start: Partial<Ask> = {}): Ask {
  return messages.reduce(readNext, { ...NOTHING, ...start });
}

function readNext(ask: Ask, message: string): Ask {
  if (ask.unmet.length > 0 && consents(message)) return { ...ask, unmet: [], conceded: true };
  const { name, rest: unnamed } = readName(message);
  const rest = inEnglish(unnamed);
  const head = readHeadOfAny(rest);
  if (head.is === "other" && (ask.kind === null || startsAnew(rest))) return { ...NOTHING, other: head.what };
  const renamed = { ...ask, name: name ?? ask.name };
  if (
    head.is === "kind" &&
    (ask.kind === null || (head.kind !== ask.kind && (head.asked || startsAnew(rest))))
  )
    return wish({ ...NOTHING, name: renamed.name, kind: head.kind }, rest, message);
  return ask.kind === null ? renamed : wish(renamed, rest, message);
}

/** Whether a message asks for another app, one of a known kind. */
export function asksAnew(message: string): boolean {
  return startsAnew(message) && readAsk([message]).kind !== null;
}

/** Whether a later message replaces the plan by another one. */
function startsAnew(message: string): boolean {
  return /^\W*(no|actually|instead|ok|okay|please|now|rather|hmm|well|sorry|wait|let's|lets|can you|could you|and|,|\s)*\b(build|create|develop|generate|make me)\b(?! (it|this|that|es|sie|ihn|das|le|la|lo)\b|-)/i.test(
    message,
  );
}

function wish(ask: Ask & { readonly kind: string | null }, message: string, original: string): Ask {
  if (ask.kind === null) return ask;
  const { locale, rest: said } = readLanguage(message, original, ask.kind);
  const { settings, rest } = readSettings(said, ask.kind);
  const { switches, stack, unmet, waived } = readWishes(rest, ask.kind);
  const open = new Set([...ask.unmet, ...unmet]);
  for (const words of waived) open.delete(words);
  return {
    ...ask,
    other: null,
    stack: stack ?? ask.stack,
    switches: new Map([...ask.switches, ...switches]),
    settings: new Map([...ask.settings, ...settings, ...(locale ? [["locale", locale] as const] : [])]),
    unmet: [...open],
  };
}

function consents(message: string): boolean {
  const pieces = consentPieces(message);
  const known = pieces.filter(({ mark }) => mark).length;
  return known > 0 && pieces.length - known <= 3;
}

/** Whether a message says only that something is to be left out: "ok, leave that out". */
export function waives(message: string): boolean {
  const pieces = consentPieces(message);
  return pieces.some(({ mark }) => mark === "waives") && pieces.every(({ mark }) => mark);
}

function consentPieces(message: string) {
  return consent.read(wordsOf(message)).filter(({ text }) => !/^[,.;:!?\n()]$/.test(text));
}
