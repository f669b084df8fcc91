/** "manage tasks", "managing tasks", "managing my task list" …: verbs in their spoken forms before each object. */
export function doing(verbs: readonly string[], objects: readonly string[]): string[] {
  return verbs
    .flatMap((verb) => [verb, gerund(verb)])
    .flatMap((verb) => objects.map((object) => `${verb} ${object}`));
}

function gerund(verb: string): string {
  const [first = "", ...rest] = verb.split(" ");
  const stem = first.endsWith("e")
    ? first.slice(0, -1)
    : /^(plan|jot)$/.test(first)
      ? first + first.at(-1)
      : first;
  return [`${stem}ing`, ...rest].join(" ");
}

/** Splits a text into its phrases: "history, past calculation" are two. */
export function phrases(text: string): string[] {
  return text
    .split(",")
    .map((phrase) => phrase.trim().replace(/\s+/g, " "))
    .filter((phrase) => phrase !== "");
}
