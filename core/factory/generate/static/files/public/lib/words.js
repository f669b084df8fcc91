/**
 * A text of the words file, filled in: `fill(words.deleted, { name })`. A word with two forms goes by `count`. A name at a
 * place such as `{name~}` stands within a sentence: "New plant".
 */
export function fill(word, values = {}) {
  const form = typeof word === "string" ? word : values.count === 1 ? word.one : word.other;
  return form.replace(/\{(\w+)(~?)\}/g, (whole, name, within) => {
    const value = String(values[name] ?? whole);
    return within ? inSentence(value, "en") : value;
  });
}

/** A name within a sentence: without its capital letter, except in German, whose nouns keep it, and for abbreviations. */
export function inSentence(name, locale) {
  return locale === "de" || /^\p{Lu}{2}/u.test(name) ? name : name.charAt(0).toLocaleLowerCase(locale) + name.slice(1);
}
