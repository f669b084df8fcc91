/** Shows some words of a sentence, as a link for example. */
export type Mark<T> = (text: string) => T;

/** A sentence with elements in it, in the order of its language. */
export type Phrase<T> = readonly (string | T)[];

/** The tag of a template that is such a sentence. */
export function phrase<T>(texts: TemplateStringsArray, ...elements: Phrase<T>): Phrase<T> {
  return texts.flatMap((text, index) =>
    index < elements.length ? [text, elements[index] as string | T] : [text],
  );
}
