/** Object keys in S3's order: by UTF-8 bytes. */
export interface SortedKeys {
  readonly length: number;
  at(index: number): string | undefined;
  add(key: string): void;
  remove(key: string): void;
  /** The index of the first key that is not before `key`. */
  lowerBound(key: string): number;
}

export function createSortedKeys(): SortedKeys {
  const keys: string[] = [];
  const lowerBound = (key: string) => {
    let low = 0;
    let high = keys.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compareUtf8(keys[middle] ?? "", key) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    get length() {
      return keys.length;
    },
    at: (index) => keys[index],
    lowerBound,
    add: (key) => {
      const index = lowerBound(key);
      if (keys[index] !== key) keys.splice(index, 0, key);
    },
    remove: (key) => {
      const index = lowerBound(key);
      if (keys[index] === key) keys.splice(index, 1);
    },
  };
}

/** Compares two strings as their UTF-8 bytes would compare, without encoding them. */
export function compareUtf8(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index++) {
    const difference = rank(a.charCodeAt(index)) - rank(b.charCodeAt(index));
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** UTF-16 sorts surrogates below U+E000..U+FFFF; UTF-8 sorts the characters that they encode above. */
function rank(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}
