import type { LedgerEntry } from "#core/factory/plan/ledger.ts";
import { STACKS } from "#core/factory/stacks/stacks.ts";
import type { Blueprint, Switches } from "#local/brain/blueprint.ts";
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

/** Accounts for the words of a request that a blueprint meets as a whole, from the message at `from` on. */
export function ledgerOfKind(
  blueprint: Blueprint,
  messages: readonly string[],
  has: Switches,
  from = 0,
): LedgerEntry[] {
  const lexicon = lexiconOf(blueprint, has);
  return messages.flatMap((message, index) => {
    const tokens = tokensOf(message);
    const locale = localeOf(tokens, "en") ?? "en";
    const called = calledIn(message, locale);
    const several = blueprint.forOne ? severalIn(message) : null;
    const stated = statedIn(blueprint, message, tokens);
    const dispositions = dispositionsOf(tokens, lexicon).map((disposition, at) => {
      if (index < from) return CONTEXT;
      const { start, end } = tokens[at] as Token;
      if (called && called.start <= start && end <= called.end)
        return { outcome: "met", by: "name" } as const;
      if (several && several.start <= start && end <= several.end)
        return { outcome: "refused", by: WHY[locale].people } as const;
      const setting = stated.get(at);
      return setting ? ({ outcome: "met", by: `settings.${setting}` } as const) : disposition;
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

/** The tokens that state the value of a setting, with the setting. */
function statedIn(
  { settings = [] }: Blueprint,
  message: string,
  tokens: readonly Token[],
): Map<number, string> {
  const stated = new Map<number, string>();
  let rest = message;
  for (const { id, read } of settings) {
    rest = read(rest)?.rest ?? rest;
    const left = tokensOf(rest);
    tokens.forEach(({ text }, at) => {
      if (stated.has(at)) return;
      if (left[0]?.text === text) left.shift();
      else stated.set(at, id);
    });
  }
  return stated;
}

function lexiconOf(
  { features, synonyms, purposes, inherent }: Blueprint,
  has: Switches,
): Lexicon<Disposition> {
  const lexicon = createLexicon<Disposition>();
  for (const { id, synonyms: names } of features)
    lexicon.add(names, { outcome: "met", by: has(id) ? `features.${id}` : `absent.${id}` });
  lexicon.add([...synonyms, ...purposes, ...inherent, ...STACKS.flatMap(({ phrases }) => phrases)], BY_KIND);
  return lexicon;
}

/** What becomes of each token; words that change nothing are context. */
function dispositionsOf(tokens: readonly Token[], lexicon: Lexicon<Disposition>): Disposition[] {
  const read = tokens.filter(({ skipped }) => !skipped);
  const dispositions = lexicon
    .read(read)
    .flatMap(({ mark, text }) => text.split(" ").map(() => mark ?? CONTEXT));
  return tokens.map((token) => dispositions[read.indexOf(token)] ?? CONTEXT);
}
