/** A text of the words file, filled in: `fill(words.deleted, { name })`. A word with two forms goes by `count`. */
export function fill(word, values = {}) {
  const form = typeof word === "string" ? word : values.count === 1 ? word.one : word.other;
  return form.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}
