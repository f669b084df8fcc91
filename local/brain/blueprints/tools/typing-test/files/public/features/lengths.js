/** Lengths of text: name and number of sentences. */
export const LENGTHS = {
  short: { name: "{{say_short}}", sentences: 1 },
  medium: { name: "{{say_medium}}", sentences: 3 },
  long: { name: "{{say_long}}", sentences: 6 },
};
