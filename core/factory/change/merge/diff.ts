/** A run of a sequence that another sequence replaces: its items [from, to) by the items [start, end) of the other. */
export interface Hunk {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
}

/** The most differences that are looked for; beyond it, everything between the common ends counts as replaced. */
const MAX_DIFFERENCES = 2000;

/**
 * The shortest list of hunks that turns `base` into `other`, in order; at least one common item lies between two hunks.
 * The greedy algorithm of E. Myers, "An O(ND) Difference Algorithm and Its Variations", 1986.
 */
export function diff(base: readonly string[], other: readonly string[]): Hunk[] {
  const shorter = Math.min(base.length, other.length);
  let head = 0;
  while (head < shorter && base[head] === other[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && base[base.length - 1 - tail] === other[other.length - 1 - tail]) tail += 1;
  const from = { base: head, other: head };
  const to = { base: base.length - tail, other: other.length - tail };
  if (from.base === to.base && from.other === to.other) return [];
  const runs = commonRuns(base.slice(from.base, to.base), other.slice(from.other, to.other));
  return gaps(runs, to.base - head, to.other - head).map((gap) => ({
    from: gap.from + head,
    to: gap.to + head,
    start: gap.start + head,
    end: gap.end + head,
  }));
}

/** A run of common items, from the last to the first. */
interface Run {
  readonly x: number;
  readonly y: number;
  readonly length: number;
}

function commonRuns(a: readonly string[], b: readonly string[]): Run[] {
  const most = Math.min(a.length + b.length, MAX_DIFFERENCES);
  const furthest = new Int32Array(2 * most + 3);
  const centre = most + 1;
  const trace: Int32Array[] = [];
  for (let d = 0; d <= most; d += 1) {
    trace.push(furthest.slice(centre - d - 1, centre + d + 2));
    for (let k = -d; k <= d; k += 2) {
      let x = goesDown(furthest, centre + k, k, d)
        ? at(furthest, centre + k + 1)
        : at(furthest, centre + k - 1) + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x += 1;
      furthest[centre + k] = x;
      if (x >= a.length && x - k >= b.length) return traceBack(trace, a.length, b.length);
    }
  }
  return [];
}

/** Whether the furthest path on diagonal `k` comes from the diagonal above, by an insertion. */
function goesDown(furthest: Int32Array, index: number, k: number, d: number): boolean {
  return k === -d || (k !== d && at(furthest, index - 1) < at(furthest, index + 1));
}

function traceBack(trace: readonly Int32Array[], n: number, m: number): Run[] {
  const runs: Run[] = [];
  let [x, y] = [n, m];
  for (let d = trace.length - 1; d >= 0; d -= 1) {
    const furthest = trace[d] as Int32Array;
    const k = x - y;
    const down = goesDown(furthest, k + d + 1, k, d);
    const fromX = d === 0 ? 0 : at(furthest, (down ? k + 1 : k - 1) + d + 1);
    const fromY = d === 0 ? 0 : fromX - (down ? k + 1 : k - 1);
    const [startX, startY] = d === 0 ? [0, 0] : down ? [fromX, fromY + 1] : [fromX + 1, fromY];
    if (x > startX) runs.push({ x: startX, y: startY, length: x - startX });
    [x, y] = [fromX, fromY];
  }
  return runs.reverse();
}

const at = (numbers: Int32Array, index: number): number => numbers[index] ?? 0;

/** What lies between common runs. */
function gaps(runs: readonly Run[], n: number, m: number): Hunk[] {
  const hunks: Hunk[] = [];
  let [from, start] = [0, 0];
  for (const { x, y, length } of [...runs, { x: n, y: m, length: 0 }]) {
    if (x > from || y > start) hunks.push({ from, to: x, start, end: y });
    [from, start] = [x + length, y + length];
  }
  return hunks;
}
