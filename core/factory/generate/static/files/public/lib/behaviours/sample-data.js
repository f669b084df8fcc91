import { addDays, currentDay } from "../calculate.js";
import { newId } from "../identifiers.js";
import { fill } from "../words.js";

/**
 * Adds example records, which are marked and can be removed together. `samples` is a list of `[entityId, values]`; a
 * value `{ sample: n }` names the n-th of them, and `{ days, time }` is so many days from now, at a time of day.
 */
export function sampleData({ samples }) {
  const marked = (app) => [...app.entities.keys()].flatMap((entityId) => app.records.all(entityId).filter(({ sample }) => sample).map((record) => [entityId, record.id]));
  const add = { id: "add-samples", icon: "plus", run: null };
  return {
    kind: "sample_data",
    columns: ["sample"],
    badges: (record, app) => (record.sample ? [{ text: app.words.sampleBadge }] : []),
    empty: (app) => ({ ...add, label: app.words.sampleAdd, run: () => addSamples(app, samples) }),
    menu: (app) =>
      marked(app).length > 0
        ? [{ id: "remove-samples", label: app.words.sampleRemove, icon: "trash", run: () => removeSamples(app, marked(app)) }]
        : [{ ...add, label: app.words.sampleAdd, run: () => addSamples(app, samples) }],
  };
}

async function addSamples(app, samples) {
  const ids = samples.map(() => newId());
  const edits = samples.map(([entityId, values], index) => ({
    entityId,
    record: { id: ids[index], ...Object.fromEntries(Object.entries(values).map(([name, value]) => [name, linked(value, ids)])), sample: true },
  }));
  if (await app.attempt(() => app.records.saveAll(edits))) app.announce(fill(app.words.sampleAdded, { count: edits.length }));
}

function linked(value, ids) {
  if (Array.isArray(value)) return value.map((each) => linked(each, ids));
  if (value?.days !== undefined) return dated(value);
  return value?.sample === undefined ? value : ids[value.sample];
}

/** A day, or with `time` a moment in the zone of the device. */
function dated({ days, time }) {
  const day = addDays(currentDay(), days);
  return time === undefined ? day : new Date(`${day}T${time}`).toISOString();
}

async function removeSamples(app, [first, ...others]) {
  if (await app.attempt(() => app.records.remove(...first, others)))
    app.offerUndo(fill(app.words.sampleRemoved, { count: others.length + 1 }), () => app.records.restore(...first));
}
