import type { LedgerEntry } from "#core/factory/plan/ledger.ts";
import { LOCALES, type Locale } from "#core/factory/specification/specification.ts";
import { STACKS } from "#core/factory/stacks/stacks.ts";
import type { Blueprint, Switches } from "#local/brain/blueprint.ts";
import { BEYOND } from "#local/brain/recognise/beyond.ts";
import { beyondName } from "#local/brain/recognise/beyond-names.ts";
import { createLexicon, type Lexicon } from "#local/brain/recognise/lexicon.ts";
import { calledIn } from "#local/brain/recognise/read/called.ts";
import { localeOf } from "#local/brain/recognise/read/language.ts";
import { isContent } from "#local/brain/recognise/read/pieces.ts";
import { WHY } from "#local/brain/recognise/read/reasons.ts";
import { severalIn } from "#local/brain/recognise/read/several.ts";
import { type Token, tokensOf } from "#local/brain/recognise/read/tokens.ts";
import { type Disposition, entriesOf } from "./ledger-entries.ts";

const CONTEXT: Disposition = { outcome: "context", by: null };
const BY_KIND: Disposition = { outcome: "met_by_kind", by: null };

/** What a person asks of an app of a known kind. */
interface Asked {
  readonly blueprint: Blueprint;
  readonly has: Switches;
  /** What the app cannot meet: words of the person, or a group of features. */
  readonly unmet: readonly string[];
  /** The language of the plan. */
  readonly locale: Locale;
}

/** Accounts for the words of a request that a blueprint meets or refuses, from the message at `from` on. */
export function ledgerOfKind(asked: Asked, messages: readonly string[], from = 0): LedgerEntry[] {
  const { blueprint } = asked;
  const lexicon = lexiconOf(asked);
  return messages.flatMap((message, index) => {
    const tokens = tokensOf(message);
    const locale = localeOf(tokens, "en") ?? "en";
    const called = LOCALES.map((each) => calledIn(message, each)).find(Boolean);
    const several = blueprint.forOne ? severalIn(message) : null;
    const stated = statedIn(blueprint, message, tokens);
    const dispositions = dispositionsOf(tokens, lexicon).map((disposition, at) => {
      if (index < from) return CONTEXT;
      const { start, end, text } = tokens[at] as Token;
      if (called && called.start <= start && end <= called.end)
        return { outcome: "met", by: "name" } as const;
      if (several && several.start <= start && end <= several.end)
        return { outcome: "refused", by: WHY[locale].people } as const;
      const setting = stated.get(at);
      if (setting) return { outcome: "met", by: setting } as const;
      return disposition === CONTEXT && /\d/.test(text)
        ? ({ outcome: "refused", by: WHY[locale].number } as const)
        : disposition;
    });
    return entriesOf(
      message,
      index,
      tokens
        .map((token, at) => ({ token, disposition: dispositions[at] ?? CONTEXT }))
        .filter(({ token }) => isContent(token, locale)),
    );
  });
}

/** The tokens that state the value of a setting, with what the ledger calls it. */
function statedIn(
  { settings = [] }: Blueprint,
  message: string,
  tokens: readonly Token[],
): Map<number, string> {
  const stated = new Map<number, string>();
  let rest = message;
  for (const { id, part = `settings.${id}`, read } of settings) {
    rest = read(rest)?.rest ?? rest;
    const left = tokensOf(rest);
    tokens.forEach(({ text }, at) => {
      if (stated.has(at)) return;
      if (left[0]?.text === text) left.shift();
      else stated.set(at, part);
    });
  }
  return stated;
}

function lexiconOf({ blueprint, has, unmet, locale }: Asked): Lexicon<Disposition> {
  const { features, synonyms, purposes, inherent } = blueprint;
  const lexicon = createLexicon<Disposition>();
  for (const { id, synonyms: names } of features)
    lexicon.add(names, { outcome: "met", by: has(id) ? `features.${id}` : `absent.${id}` });
  lexicon.add([...synonyms, ...purposes, ...inherent, ...STACKS.flatMap(({ phrases }) => phrases)], BY_KIND);
  for (const words of unmet) {
    const group = BEYOND[words];
    const by = group ? beyondName(words, locale) : WHY[locale].unknown;
    lexicon.add(group ?? tokensOf(words).map(({ text }) => text), { outcome: "refused", by });
  }
  return lexicon;
}

/** What becomes of each token; words that change nothing are context. */
function dispositionsOf(tokens: readonly Token[], lexicon: Lexicon<Disposition>): Disposition[] {
  const read = tokens.filter(({ skipped, text }) => !skipped && text !== "-"); // "Tic-tac-toe" is a phrase.
  const dispositions = lexicon
    .read(read)
    .flatMap(({ mark, text }) => text.split(" ").map(() => mark ?? CONTEXT));
  return tokens.map((token) => dispositions[read.indexOf(token)] ?? CONTEXT);
}
