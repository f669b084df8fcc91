/** Whether two stored values are the same. Pictures and files are the same if they are the same object. */
export function same(one, other) {
  if (one === other) return true;
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((each, index) => same(each, other[index]));
  if (!isPlain(one) || !isPlain(other)) return (one ?? null) === (other ?? null);
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => same(one[name], other[name]));
}

/**
 * What two edits make of the values of one record: `base` is what this edit began with, `mine` what it wants, `theirs`
 * what is stored. A value that only one side changed is changed; of a list, both sides' additions and removals count;
 * any other value that both changed is `mine`.
 */
export function mergeValues(base, mine, theirs) {
  const changed = Object.keys(mine).filter((name) => !same(base[name], mine[name]));
  return { ...theirs, ...Object.fromEntries(changed.map((name) => [name, merged(base[name], mine[name], theirs[name])])) };
}

/** The names of the values that both edits changed and of which `mine` takes the place of `theirs`. */
export function replacedValues(base, mine, theirs) {
  const both = Object.keys(mine).filter((name) => !same(base[name], mine[name]) && !same(base[name], theirs[name]));
  return both.filter((name) => !same(merged(base[name], mine[name], theirs[name]), theirs[name]) && ![base, mine, theirs].every((values) => isList(values[name])));
}

function merged(base, mine, theirs) {
  return [base, mine, theirs].every(isList) ? mergeLists(base, mine, theirs) : mine;
}

function mergeLists(base, mine, theirs) {
  const kept = mine.filter((each) => theirs.includes(each) || !base.includes(each));
  return [...kept, ...theirs.filter((each) => !base.includes(each) && !mine.includes(each))];
}

function isList(value) {
  return Array.isArray(value) && value.every((each) => typeof each === "string");
}

function isPlain(value) {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
