import type { LedgerEntry } from "#core/factory/plan/ledger.ts";
import type { Specification } from "#core/factory/specification/specification.ts";
import { isContent } from "./pieces.ts";
import { WHY } from "./reasons.ts";
import { asked, context, type Disposition, refused, type State, type TokenisedMessage } from "./state.ts";

/** Accounts for the content words of all messages: adjacent words with the same outcome are one entry. */
export function ledgerOf(state: State, specification: Specification | null): LedgerEntry[] {
  const missing = !specification && state.missing?.id === "details" ? state.missing.entity.id : null;
  const parts = specification ? partsOf(specification) : null;
  return state.messages.flatMap((tokenised, message) =>
    entriesOf(tokenised, message, (disposition) =>
      verified(disposition, parts, tokenised, message < state.messages.length - 1, missing),
    ),
  );
}

function entriesOf(
  tokenised: TokenisedMessage,
  message: number,
  verify: (disposition: Disposition) => Disposition,
): LedgerEntry[] {
  const entries: { disposition: Disposition; start: number; end: number }[] = [];
  tokenised.tokens.forEach((token, at) => {
    const settled = tokenised.dispositions[at];
    if (!settled || !(isContent(token, tokenised.locale) || inside(tokenised, at))) return;
    const disposition = verify(settled);
    const last = entries.at(-1);
    const same =
      last &&
      last.disposition.outcome === disposition.outcome &&
      last.disposition.by === disposition.by &&
      !/[.!?\n]/.test(tokenised.message.slice(last.end, token.start));
    if (same && token.end - last.start <= 200) last.end = token.end;
    else entries.push({ disposition, start: token.start, end: Math.min(token.end, token.start + 200) });
  });
  return entries.map(({ disposition, start, end }) => ({
    words: tokenised.message.slice(start, end),
    message,
    ...disposition,
  }));
}

/** A function word between content words of the same piece, such as a negation. */
function inside({ dispositions, tokens }: TokenisedMessage, at: number): boolean {
  return (
    tokens[at]?.kind === "word" &&
    dispositions[at]?.outcome === "met" &&
    dispositions[at]?.by?.startsWith("absent.") === true
  );
}

/** A part that is not in the app was withdrawn by a later message, or has no place in it. */
function verified(
  disposition: Disposition,
  parts: ReadonlySet<string> | null,
  { locale }: TokenisedMessage,
  earlier: boolean,
  missing: string | null,
): Disposition {
  if (missing && disposition.by === `entities.${missing}`) return asked("details");
  if (
    disposition.outcome !== "met" ||
    parts === null ||
    parts.has(disposition.by ?? "") ||
    disposition.by?.startsWith("absent.")
  )
    return disposition;
  return earlier ? context : refused(WHY[locale].unknown);
}

function partsOf({ entities, views, behaviours, look }: Specification): ReadonlySet<string> {
  return new Set([
    ...entities.flatMap(({ id, fields }) => [
      `entities.${id}`,
      ...fields.map((field) => `entities.${id}.${field.id}`),
    ]),
    ...views.map(({ id }) => `views.${id}`),
    ...behaviours.map(({ kind }) => `behaviours.${kind}`),
    "look.accent",
    "look.background",
    "look.scheme",
    ...(look.theme ? ["look.theme"] : []),
    "name",
    "currency",
  ]);
}
