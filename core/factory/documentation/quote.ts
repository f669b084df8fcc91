import type { Passage } from "./passage.ts";
import { termsOf } from "./terms.ts";
import { GENERAL } from "./vocabulary.ts";

/** A block of a passage that is about all that a question names. */
export interface Quote {
  readonly passage: Passage;
  readonly text: string;
}

/** The product's own name says nothing about the subject of a question beside other words. */
const PRODUCT = "gantry";
/** A question is about a section if it names more than this share of the subjects of its title. */
const SHARE = 0.5;

/**
 * Finds the block of the documentation that answers a question, by rule: its section is the one whose title matches the
 * question best, among those that, title and block together, contain every term of the question. Null if there is none,
 * so that a question with a term that no such section uses is not answered from the wrong one.
 */
export function quoteFor(question: string, passages: readonly Passage[]): Quote | null {
  const terms = subjectsIn(question);
  const named = passages
    .map((passage) => ({ passage, share: shareOf(passage.title, terms) }))
    .filter(({ share }) => share > SHARE)
    .sort((a, b) => b.share - a.share);
  for (const { passage } of named) {
    const missing = without(terms, new Set(termsOf(passage.title)));
    const text = passage.text.split("\n\n").find((block) => hasAll(block, missing));
    if (text !== undefined) return { passage, text };
  }
  return null;
}

function subjectsIn(text: string): string[] {
  const terms = [...new Set(termsOf(text))];
  const others = terms.filter((term) => term !== PRODUCT);
  return others.length > 0 ? others : terms;
}

function shareOf(title: string, terms: readonly string[]): number {
  const subjects = subjectsOf(title);
  return subjects.filter((subject) => terms.includes(subject)).length / Math.max(1, subjects.length);
}

/** The terms of a title without the general ones, unless it has no others. */
function subjectsOf(title: string): string[] {
  const special = without(subjectsIn(title), GENERAL);
  return special.length > 0 ? special : subjectsIn(title);
}

const without = (terms: readonly string[], others: ReadonlySet<string>): string[] =>
  terms.filter((term) => !others.has(term));

function hasAll(block: string, terms: readonly string[]): boolean {
  return without(terms, new Set(termsOf(block))).length === 0;
}
