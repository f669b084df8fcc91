import type { LedgerEntry } from "#core/factory/plan/ledger.ts";
import type { Specification } from "#core/factory/specification/specification.ts";
import { isContent } from "./pieces.ts";
import { WHY } from "./say.ts";
import { asked, context, type Fate, type Heard, refused, type State } from "./state.ts";

/** Accounts for the content words of all messages: adjacent words with the same outcome are one entry. */
export function ledgerOf(state: State, specification: Specification | null): LedgerEntry[] {
  const missing = !specification && state.missing?.id === "details" ? state.missing.entity.id : null;
  const parts = specification ? partsOf(specification) : null;
  return state.heard.flatMap((heard, message) =>
    entriesOf(heard, message, (fate) =>
      verified(fate, parts, heard, message < state.heard.length - 1, missing),
    ),
  );
}

function entriesOf(heard: Heard, message: number, verify: (fate: Fate) => Fate): LedgerEntry[] {
  const entries: { fate: Fate; start: number; end: number }[] = [];
  heard.tokens.forEach((token, at) => {
    const settled = heard.fates[at];
    if (!settled || !(isContent(token, heard.locale) || inside(heard, at))) return;
    const fate = verify(settled);
    const last = entries.at(-1);
    const same =
      last &&
      last.fate.outcome === fate.outcome &&
      last.fate.by === fate.by &&
      !/[.!?\n]/.test(heard.message.slice(last.end, token.start));
    if (same && token.end - last.start <= 200) last.end = token.end;
    else entries.push({ fate, start: token.start, end: Math.min(token.end, token.start + 200) });
  });
  return entries.map(({ fate, start, end }) => ({
    words: heard.message.slice(start, end),
    message,
    ...fate,
  }));
}

/** A function word between content words of the same piece, such as a negation. */
function inside({ fates, tokens }: Heard, at: number): boolean {
  return (
    tokens[at]?.kind === "word" &&
    fates[at]?.outcome === "met" &&
    fates[at]?.by?.startsWith("absent.") === true
  );
}

/** A part that is not in the app was withdrawn by a later message, or has no place in it. */
function verified(
  fate: Fate,
  parts: ReadonlySet<string> | null,
  { locale }: Heard,
  earlier: boolean,
  missing: string | null,
): Fate {
  if (missing && fate.by === `entities.${missing}`) return asked("details");
  if (fate.outcome !== "met" || parts === null || parts.has(fate.by ?? "") || fate.by?.startsWith("absent."))
    return fate;
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
