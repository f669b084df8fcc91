/** What there is to type. */
export const SENTENCES = [
  "{{say_sentence_1}}",
  "{{say_sentence_2}}",
  "{{say_sentence_3}}",
  "{{say_sentence_4}}",
  "{{say_sentence_5}}",
  "{{say_sentence_6}}",
  "{{say_sentence_7}}",
  "{{say_sentence_8}}",
];

/** The text of a round, counted from 0: `count` sentences, beginning with the round's own. */
export function textOf(round, count = 1) {
  return Array.from({ length: count }, (_, index) => SENTENCES[(round + index) % SENTENCES.length]).join(" ");
}
