import { fill } from "../words.js";

const WORDS_A_MINUTE = 220;
/** Shorter texts are read at a glance. */
const LONG = 50;

/** Counts the words of the text `field`, and tells how long a longer one takes to read. */
export function wordCount({ entity, field }) {
  return {
    kind: "word_count",
    entity,
    badges: (record, app) => {
      const count = wordsIn(record[field]);
      if (count === 0) return [];
      const words = fill(app.words.wordCount, { count });
      const minutes = Math.round(count / WORDS_A_MINUTE) || 1;
      return [{ text: count < LONG ? words : fill(app.words.wordCountReading, { words, minutes }) }];
    },
  };
}

/** The number of words of a text; signs between words are none. */
export function wordsIn(text) {
  return (text ?? "").match(/[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu)?.length ?? 0;
}
