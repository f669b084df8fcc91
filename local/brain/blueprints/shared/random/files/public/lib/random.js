/** One random number from 0 up to, but not, 1, and the seed for the next one (mulberry32). The same seed gives the same. */
export function draw(seed) {
  const next = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(next ^ (next >>> 15), next | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return { value: ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32, seed: next };
}

/** A whole number from 0 up to, but not, `count`, and the seed for the next one. */
export function drawBelow(count, seed) {
  const drawn = draw(seed);
  return { value: Math.floor(drawn.value * count), seed: drawn.seed };
}

/** The same items in an order that the seed decides (Fisher and Yates). */
export function shuffled(items, seed) {
  const result = [...items];
  let state = seed;
  for (let last = result.length - 1; last > 0; last--) {
    const drawn = drawBelow(last + 1, state);
    state = drawn.seed;
    [result[last], result[drawn.value]] = [result[drawn.value], result[last]];
  }
  return result;
}

/** The seed of a game: `?game=7` in the address gives everybody the same one, otherwise nobody can foresee it. */
export function gameSeed(query) {
  const text = new URLSearchParams(query).get("game") ?? "";
  return /^\d{1,9}$/.test(text) ? Number(text) : newSeed();
}

/** A seed that nobody can foresee. */
export function newSeed() {
  return crypto.getRandomValues(new Int32Array(1))[0];
}
