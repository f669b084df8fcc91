/** The option with an identifier, or undefined. */
export function optionOf(options, id) {
  return options.find((option) => option.id === id);
}

/**
 * The word for an option in tables of text: its name, or its identifier if the name has a comma or is a word for another
 * option, too.
 */
export function optionText(options, id) {
  const option = optionOf(options, id);
  if (!option) return "";
  const taken = options.some((other) => other !== option && [other.id, other.name].some((word) => same(word, option.name)));
  return taken || option.name.includes(",") ? option.id : option.name;
}

/** The identifier of the option that a word stands for, or undefined. */
export function readOption(options, word) {
  const found = optionOf(options, word.trim()) ?? options.find(({ name }) => same(name, word));
  return found?.id;
}

/** Compares identifiers by the order of their options; unknown ones come last. */
export function compareOptions(options, a, b) {
  const place = (id) => (options.findIndex((option) => option.id === id) + options.length + 1) % (options.length + 1);
  return place(a) - place(b) || (a < b ? -1 : a > b ? 1 : 0);
}

/** Compares lists by their first difference; the shorter one comes first if there is none. */
export function compareLists(a, b, compare) {
  const at = a.findIndex((each, index) => index < b.length && compare(each, b[index]) !== 0);
  return at === -1 ? a.length - b.length : compare(a[at], b[at]);
}

function same(a, b) {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}
