/**
 * Counters: lists go in, new lists come out. A feature may have `read(fields)`, its own part of a counter. A counter starts
 * at `start`, stays between `lowest` and `highest`, and counts `step` at a time.
 */
export function createCounterModel(features, { start, lowest, highest, step: usual }) {
  const limited = (count) => Math.max(lowest, Math.min(highest, count));
  const own = (fields) => Object.assign({}, ...features.map((feature) => feature.read(fields)));
  const changed = (counters, id, change) =>
    counters.map((counter) => (counter.id === id ? clean({ ...counter, ...change(counter) }) : counter));

  return {
    create: (id, name) => clean({ id, name }),
    /** Counts `steps` steps up, or down for a negative number. */
    count: (counters, id, steps) =>
      changed(counters, id, ({ count, step = usual }) => ({ count: limited(count + steps * step) })),
    edit: (counters, id, fields) => changed(counters, id, () => fields),
    reset: (counters, id) => changed(counters, id, () => ({ count: limited(start) })),
    parse(value) {
      if (!Array.isArray(value)) throw new TypeError("counters must be a list");
      return value.filter((counter) => typeof counter?.id === "string").map(clean);
    },
  };

  function clean(counter) {
    return {
      id: counter.id,
      name: typeof counter.name === "string" ? counter.name.slice(0, 60) : "",
      count: Number.isInteger(counter.count) ? limited(counter.count) : limited(start),
      ...own(counter),
    };
  }
}
