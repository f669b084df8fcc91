import type { SortedKeys } from "./sorted-keys.ts";

/** Where a listing continues: after a key, at a key, or after all keys with a common prefix. */
export type Position = { after: string } | { at: string } | { afterPrefix: string } | null;

export type Entry = { readonly key: string } | { readonly prefix: string };

/**
 * Yields the keys with `prefix` in S3's order; keys with the same prefix up to `delimiter` are grouped into
 * one entry.
 */
export function* walkKeys(
  keys: SortedKeys,
  { prefix, delimiter }: { prefix: string; delimiter: string },
  from: Position,
  visible: (key: string) => boolean,
): Generator<Entry> {
  let index = startIndex(keys, prefix, from);
  for (let key = keys.at(index); key?.startsWith(prefix); key = keys.at(++index)) {
    if (!visible(key)) continue;
    const end = delimiter === "" ? -1 : key.indexOf(delimiter, prefix.length);
    if (end < 0) {
      yield { key };
      continue;
    }
    const common = key.slice(0, end + delimiter.length);
    yield { prefix: common };
    index = pastPrefix(keys, common) - 1;
  }
}

function startIndex(keys: SortedKeys, prefix: string, from: Position): number {
  const first = keys.lowerBound(prefix);
  if (!from) return first;
  if ("afterPrefix" in from) return Math.max(first, pastPrefix(keys, from.afterPrefix));
  if ("at" in from) return Math.max(first, keys.lowerBound(from.at));
  const index = keys.lowerBound(from.after);
  return Math.max(first, keys.at(index) === from.after ? index + 1 : index);
}

/** The index of the first key that sorts after everything that starts with `prefix`. */
function pastPrefix(keys: SortedKeys, prefix: string): number {
  let index = keys.lowerBound(`${prefix}\u{10ffff}`);
  while (keys.at(index)?.startsWith(prefix)) index++;
  return index;
}
