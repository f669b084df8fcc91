import type { FindPassages, Passage } from "./passage.ts";
import { termsOf } from "./terms.ts";

/** Passages for one question at most, and characters of all of them: about 2,000 tokens. */
const MOST = 6;
const BUDGET = 8000;

/** Okapi BM25 with its usual constants. */
const SATURATION = 1.2;
const LENGTH = 0.75;
/** A term of the title says more about a passage than one of its text. */
const TITLE = 4;
/** The page of short answers is made for questions. */
const QUESTIONS = "docs/questions.md";
const FIRST = 1.5;

interface Indexed {
  readonly passage: Passage;
  readonly counts: ReadonlyMap<string, number>;
  readonly length: number;
}

/** An index of passages by their terms, in memory. It returns nothing for a question of which no term is known. */
export function indexPassages(passages: readonly Passage[]): FindPassages {
  const indexed = passages.map(countTerms);
  const average = indexed.reduce((sum, { length }) => sum + length, 0) / Math.max(1, indexed.length);
  const spread = new Map<string, number>();
  for (const { counts } of indexed)
    for (const term of counts.keys()) spread.set(term, (spread.get(term) ?? 0) + 1);

  const weigh = (term: string, { counts, length }: Indexed): number => {
    const count = counts.get(term);
    const having = spread.get(term);
    if (count === undefined || having === undefined) return 0;
    const rarity = Math.log(1 + (indexed.length - having + 0.5) / (having + 0.5));
    const long = SATURATION * (1 - LENGTH + (LENGTH * length) / average);
    return (rarity * count * (SATURATION + 1)) / (count + long);
  };
  return (question) => {
    const terms = [...new Set(termsOf(question))];
    const scored = indexed
      .map((entry) => ({
        passage: entry.passage,
        score: terms.reduce((sum, term) => sum + weigh(term, entry), 0) * preferenceOf(entry.passage),
      }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score);
    return withinBudget(scored.map(({ passage }) => passage));
  };
}

const preferenceOf = ({ path }: Passage): number => (path.startsWith(QUESTIONS) ? FIRST : 1);

function countTerms(passage: Passage): Indexed {
  const counts = new Map<string, number>();
  const add = (text: string, weight: number) => {
    for (const term of termsOf(text)) counts.set(term, (counts.get(term) ?? 0) + weight);
  };
  add(passage.title, TITLE);
  add(passage.text, 1);
  return { passage, counts, length: [...counts.values()].reduce((sum, count) => sum + count, 0) };
}

/** The first passages that fit; one that is too long does not keep out the shorter ones after it. */
function withinBudget(passages: readonly Passage[]): Passage[] {
  const kept: Passage[] = [];
  let rest = BUDGET;
  for (const passage of passages) {
    if (kept.length === MOST) break;
    if (passage.text.length > rest) continue;
    kept.push(passage);
    rest -= passage.text.length;
  }
  return kept;
}
