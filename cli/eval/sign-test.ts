/**
 * The probability of a split at least as uneven as this one, if each of the pairs that differ were as likely to fall
 * on either side: the exact test of McNemar for pairs of yes and no, the sign test for pairs of numbers. Two-sided.
 */
export function signTest(one: number, other: number): number {
  const pairs = one + other;
  let term = -pairs * Math.LN2; // Logarithms, because 2 ** -1100 is 0.
  let tail = Math.exp(term);
  for (let count = 1; count <= Math.min(one, other); count++) {
    term += Math.log((pairs - count + 1) / count);
    tail += Math.exp(term);
  }
  return Math.min(1, 2 * tail);
}

/**
 * Probabilities adjusted for how many are looked at, in the same order, so that one of many tests is not taken for a
 * difference by chance: S. Holm, Scand. J. Statist. 6 (1979), 65-70.
 */
export function adjusted(probabilities: readonly number[]): number[] {
  const order = probabilities.map((_, index) => index);
  order.sort((a, b) => (probabilities[a] ?? 1) - (probabilities[b] ?? 1));
  const result: number[] = [];
  let largest = 0;
  for (const [rank, index] of order.entries()) {
    largest = Math.max(largest, Math.min(1, (probabilities[index] ?? 1) * (order.length - rank)));
    result[index] = largest;
  }
  return result;
}
