/**
 * A typing test. `typed` is what stands in the field, `start` and `end` are times in milliseconds, `strokes` counts the
 * characters that were added and `missed` those that should have been other ones. Tests go in, new tests come out.
 */
export function newTest(text) {
  return { text, typed: "", start: null, end: null, strokes: 0, missed: [] };
}

/** The longest pause between two keys that is credited to no speed: nobody types a character in less, in milliseconds. */
const FASTEST_MS = 20;
/** A word of a speed is five characters, whatever the words of the text are. */
const WORD = 5;

/** Takes what stands in the field now. The clock starts with the first character and ends when the text is complete. */
export function type(test, typed, now) {
  if (test.end !== null || typed === test.typed) return test;
  const [text, before, after] = [test.text, test.typed, typed].map((each) => [...each]);
  const kept = sharedStart(before, after);
  const added = after.slice(kept, kept + text.length);
  const missed = added.flatMap((character, index) => {
    const wanted = text[kept + index];
    return wanted !== undefined && wanted !== character ? [wanted] : [];
  });
  const next = {
    ...test,
    typed,
    start: test.start ?? now,
    strokes: test.strokes + added.length,
    missed: [...test.missed, ...missed],
  };
  return typed === test.text ? { ...next, end: now } : next;
}

export function isOver({ end }) {
  return end !== null;
}

/** Words a minute so far, of the characters that are right. */
export function speed(test, now) {
  if (test.start === null) return 0;
  const right = rightCharacters(test);
  const taken = Math.max((test.end ?? now) - test.start, right * FASTEST_MS, 1);
  return Math.round(right / WORD / (taken / 60_000));
}

/** The share of all typed characters that were right at once, in whole percent; it is 100 only without a mistake. */
export function accuracy({ strokes, missed }) {
  return strokes === 0 ? 100 : Math.floor(((strokes - missed.length) / strokes) * 100);
}

/** For each character of the text: "right", "wrong", "next" or "open". */
export function marks({ text, typed }) {
  const done = [...typed];
  return [...text].map((character, index) => {
    if (index < done.length) return done[index] === character ? "right" : "wrong";
    return index === done.length ? "next" : "open";
  });
}

function rightCharacters(test) {
  return marks(test).filter((mark) => mark === "right").length;
}

function sharedStart(one, other) {
  let length = 0;
  while (length < Math.min(one.length, other.length) && one[length] === other[length]) length++;
  return length;
}
