/** What text editors write instead of the characters of a keyboard. */
const TYPED = [
  [/[\u2018\u2019\u201a]/g, "'"],
  [/[\u201c\u201d\u201e]/g, '"'],
  [/[\u2010-\u2015]/g, "-"],
  [/\u2026/g, "..."],
  [/\s+/g, " "],
];

/** A text of one's own in one line, as a keyboard types it, or null for one without characters. */
export function readOwn(text) {
  return TYPED.reduce((plain, [found, typed]) => plain.replace(found, typed), text).trim() || null;
}
