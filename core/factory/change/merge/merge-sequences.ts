import { diff, type Hunk } from "./diff.ts";

/** A stretch of a merged sequence: its items, or the three versions of a place that both sides changed differently. */
export type Region =
  | { readonly agreed: true; readonly items: readonly string[] }
  | {
      readonly agreed: false;
      readonly base: readonly string[];
      readonly ours: readonly string[];
      readonly theirs: readonly string[];
      /** Index in `ours` of the first item. */
      readonly at: number;
    };

interface Side {
  readonly items: readonly string[];
  readonly hunks: readonly Hunk[];
}

/**
 * Merges what two sequences changed in a common base (diff3: S. Khanna, K. Kunal and B. Pierce, "A Formal Investigation
 * of Diff3", 2007). Changes that touch each other count as changes of the same place, as in git. Equal changes agree.
 */
export function mergeSequences(
  base: readonly string[],
  ours: readonly string[],
  theirs: readonly string[],
): Region[] {
  const one: Side = { items: ours, hunks: diff(base, ours) };
  const other: Side = { items: theirs, hunks: diff(base, theirs) };
  const regions: Region[] = [];
  let done = 0;
  for (const place of placesOf(one.hunks, other.hunks)) {
    regions.push({ agreed: true, items: base.slice(done, place.from) }, decide(base, place, one, other));
    done = place.to;
  }
  regions.push({ agreed: true, items: base.slice(done) });
  return regions.filter((region) => !region.agreed || region.items.length > 0);
}

/** A part of the base with the changes of each side in it. */
interface Place {
  from: number;
  to: number;
  readonly ours: Hunk[];
  readonly theirs: Hunk[];
}

function placesOf(ours: readonly Hunk[], theirs: readonly Hunk[]): Place[] {
  const all = [
    ...ours.map((hunk) => ({ hunk, of: "ours" as const })),
    ...theirs.map((hunk) => ({ hunk, of: "theirs" as const })),
  ].sort((a, b) => a.hunk.from - b.hunk.from || a.hunk.to - b.hunk.to);
  const places: Place[] = [];
  for (const { hunk, of } of all) {
    let place = places.at(-1);
    if (!place || hunk.from > place.to) {
      place = { from: hunk.from, to: hunk.to, ours: [], theirs: [] };
      places.push(place);
    }
    place.to = Math.max(place.to, hunk.to);
    place[of].push(hunk);
  }
  return places;
}

function decide(base: readonly string[], place: Place, one: Side, other: Side): Region {
  if (place.theirs.length === 0) return { agreed: true, items: within(one, place, place.ours).items };
  if (place.ours.length === 0) return { agreed: true, items: within(other, place, place.theirs).items };
  const { items: ours, at } = within(one, place, place.ours);
  const { items: theirs } = within(other, place, place.theirs);
  if (sameItems(ours, theirs)) return { agreed: true, items: ours };
  return { agreed: false, base: base.slice(place.from, place.to), ours, theirs, at };
}

/** What a side has in a place of the base. */
function within({ items }: Side, { from, to }: Place, hunks: readonly Hunk[]) {
  const [first, last] = [hunks[0] as Hunk, hunks.at(-1) as Hunk];
  const at = first.start - (first.from - from);
  return { at, items: items.slice(at, last.end + (to - last.to)) };
}

function sameItems(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}
