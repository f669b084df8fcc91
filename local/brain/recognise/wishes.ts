import type { StackName } from "#core/factory/stacks/stacks.ts";
import { findBlueprint } from "#local/brain/catalogue.ts";
import { wishPieces } from "./marks.ts";
import { spellingsIn } from "./words.ts";

/** The wishes of a message for an app of a known kind. */
export interface Wishes {
  readonly switches: ReadonlyMap<string, boolean>;
  readonly stack: StackName | null;
  /** Requested, but not possible offline: each in the person's words or as a class of features. */
  readonly unmet: readonly string[];
  /** Explicitly unwanted features that could not have been built. */
  readonly waived: readonly string[];
}

/** One wish: the words between two conjunctions. */
interface Segment {
  known: boolean;
  features: string[];
  unknown: string[];
}

/**
 * Reads the features of a message from left to right. A negation covers the words after it up to the next
 * "with", "but" or similar ("without search, tags and export"); "no" already ends at a comma ("no search,
 * dark mode"). A segment with unknown words and without a feature is a wish that cannot be fulfilled. Words
 * after "for" name a purpose and are not a wish, unless the purpose of such an app matters. A number that no setting and no
 * feature has is a wish anywhere.
 */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: a case for each kind of mark, over one state.
export function readWishes(message: string, kind: string): Wishes {
  const switches = new Map<string, boolean>();
  const unmet = new Set<string>();
  const waived = new Set<string>();
  let stack: StackName | null = null;
  let negation: { readonly list: boolean } | null = null;
  let purpose = false;
  let segment: Segment = { known: false, features: [], unknown: [] };

  const purposeMatters = findBlueprint(kind)?.purposeMatters === true;
  const flush = () => {
    const wished = !segment.known && (!purpose || purposeMatters);
    const words = segment.unknown
      .flatMap((text) => text.split(" "))
      .filter((word) => wished || /\d/.test(word))
      .map((word) => spelled.get(word) ?? word)
      .join(" ")
      .replace(/[^\x20-\x7e\p{L}\p{M}]/gu, "")
      .slice(0, 60)
      .trim();
    if (words !== "") (negation ? waived : unmet).add(words);
    segment = { known: false, features: [], unknown: [] };
  };

  const spelled = spellingsIn(message);
  const pieces = wishPieces(message, kind);
  pieces.forEach(({ mark, text }, at) => {
    switch (mark?.is) {
      case "join":
        flush();
        if (mark.ends || (text === "," && negation?.list === false)) negation = null;
        if (mark.ends || text === ",") purpose = false;
        return;
      case "negate":
        // "Tags no": after a feature and at the end of the wish, it is an answer.
        if (segment.features.length > 0 && (pieces[at + 1]?.mark?.is ?? "join") === "join") {
          for (const id of segment.features) switches.set(id, false);
          return;
        }
        flush();
        negation = mark;
        purpose = false;
        return;
      case "drop":
        if (pieces[at + 1]?.mark?.is === "feature") negation = { list: true };
        return;
      case "negated":
        for (const id of segment.features) switches.set(id, false);
        return;
      case "for":
        flush();
        purpose = true;
        return;
      case "feature":
        switches.set(mark.id, negation === null);
        segment.features.push(mark.id);
        segment.known = true;
        return;
      case "stack":
        if (negation === null) stack = mark.stack;
        segment.known = true;
        return;
      case "beyond":
        (negation ? waived : unmet).add(mark.what);
        segment.known = true;
        return;
      case "kind":
      case "purpose":
        if (mark.kind !== kind) segment.unknown.push(text);
        return;
      case undefined:
        segment.unknown.push(text);
    }
  });
  flush();
  return { switches, stack, unmet: [...unmet], waived: [...waived] };
}
