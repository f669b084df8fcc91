/** The name of the next counter: "Counter 2" and so on, never one that is in use. */
export function nextName(counters) {
  const used = new Set(counters.map(({ name }) => name));
  let number = counters.length + 1;
  while (used.has(nameOf(number))) number++;
  return nameOf(number);
}

const nameOf = (number) => "{{say_counter}}".replace("%", String(number));

/** The sum of all counters. */
export function totalOf(counters) {
  return counters.reduce((sum, { count }) => sum + count, 0);
}
