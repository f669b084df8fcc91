const YES =
  /^(yes|yeah|yep|yup|ok|okay|sure|proceed|confirm|confirmed|approved?|go|go ahead|go for it|do it|do that|build it|make it|ship it|start|start building|start it|lets go|let us go|lets do it|sounds good|looks good|looks great|perfect|great|do|that is right|thats right|correct|absolutely|definitely|of course)$/;

/** Words in another script, digits and pictures may say anything, so they are never read over. */
const PLAIN = /^[a-z\s'’,.;:!—-]+$/i;

/**
 * Whether a whole sentence says yes and nothing else. Every part between commas, dots and "and" must be a yes
 * of its own, so "yes, but add search" or "do not build it" is no yes: it is a message for the consultant.
 */
export function isAffirmative(sentence: string): boolean {
  if (sentence.length > 80 || !PLAIN.test(sentence)) return false;
  const parts = sentence
    .toLowerCase()
    .replace(/['’]/g, "")
    .split(/[,.;:!\n]| and | then |—/)
    .map((part) =>
      part
        .replace(/[^a-z ]/g, " ")
        .replace(/\b(please|gantry|thanks|thank you|it now|now)\b/g, (word) =>
          word === "it now" ? "it" : " ",
        )
        .replace(/\s+/g, " ")
        .trim(),
    );
  const said = parts.filter((part) => part !== "");
  return said.length > 0 && said.every((part) => YES.test(part));
}
