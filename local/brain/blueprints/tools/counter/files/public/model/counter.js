/** Counters: lists go in, new lists come out. A feature may have `read(fields)`, its own part of a counter. */
const LIMIT = 999_999_999_999;

export function createCounterModel(features) {
  const own = (fields) => Object.assign({}, ...features.map((feature) => feature.read(fields)));
  const changed = (counters, id, change) =>
    counters.map((counter) => (counter.id === id ? clean({ ...counter, ...change(counter) }) : counter));

  return {
    create: (id, name) => clean({ id, name, count: 0 }),
    /** Counts `steps` steps up, or down for a negative number. */
    count: (counters, id, steps) =>
      changed(counters, id, ({ count, step = 1 }) => ({ count: limited(count + steps * step) })),
    edit: (counters, id, fields) => changed(counters, id, () => fields),
    reset: (counters, id) => changed(counters, id, () => ({ count: 0 })),
    parse(value) {
      if (!Array.isArray(value)) throw new TypeError("counters must be a list");
      return value.filter((counter) => typeof counter?.id === "string").map(clean);
    },
  };

  function clean(counter) {
    return {
      id: counter.id,
      name: typeof counter.name === "string" ? counter.name.slice(0, 60) : "",
      count: Number.isInteger(counter.count) ? limited(counter.count) : 0,
      ...own(counter),
    };
  }
}

function limited(count) {
  return Math.max(-LIMIT, Math.min(LIMIT, count));
}
