/** A comment, or a whole line of a text, that stands for code which was left out. */
const COMMENT = String.raw`(?:\/\/|\/\*|<!--|#|\{\/\*)`;
const LEFT_OUT = [
  /** `// ... rest of the code`, `/* unchanged *\/`, `<!-- existing markup here -->`. */
  new RegExp(
    `${COMMENT}[^\\n]{0,60}?\\b(?:rest of|remaining (?:code|functions?|styles?|markup|tests?)|unchanged|existing (?:code|markup|styles?)|same as (?:before|above)|previous (?:code|implementation)|omitted|(?:code|content) (?:continues|truncated)|(?:your|add) \\w+ (?:code|logic) here)\\b`,
    "i",
  ),
  /** `// ... other functions`, `// [...]`, `# --- snip ---`, `// Implementation goes here`, or a mark that it is still to be done. */
  new RegExp(
    `${COMMENT}\\s*(?:[[(]?(?:\\.\\.\\.|…)(?:\\s+(?:(?:the|and|all|your|\\()\\s*)*(?:other|more|rest|remaining|etc|existing|same|so on|as before)\\b|\\s*[\\])])|[-=\\s]*\\bsnip\\b|keep the rest\\b|(?:[\\w ]{0,40} )?(?:implementation|code|logic) goes here\\b|(?:todo|fixme)\\b[^\\n]{0,20}\\bimplement)`,
    "i",
  ),
  /** `// etc.`, `// remaining cases stay as they are`, `// the same for the other fields`: a comment that says no more. */
  new RegExp(
    `${COMMENT}\\s*(?:(?:(?:and|or)\\s+)?(?:etc\\.?|so on|so forth)|(?:(?:the|all)\\s+)?(?:remaining|other|rest|others)\\b[\\w ]{0,40}?\\b(?:stays?|remains?|are|is|go(?:es)?|follows?|kept)\\s+(?:as (?:they are|it is|is|before|above)|the same|unchanged|here|below)|(?:do |repeat )?(?:the )?(?:same|likewise|similar(?:ly)?)(?: code| logic)? for (?:the |all )*(?:other|rest|remaining)s?\\b[\\w ]{0,30})\\s*[.…]*\\s*(?:\\*\\/\\}?|-->)?\\s*$`,
    "i",
  ),
  /** A function that says it is not written. */
  /\bthrow\s+new\s+\w*Error\(\s*["'`](?:not (?:yet )?implemented|todo)\b/i,
  /** A line of dots alone, or dots in a comment. */
  new RegExp(`^\\s*(?:${COMMENT}\\s*)?(?:\\.\\.\\.|…)\\s*(?:\\*\\/\\}?|-->)?\\s*$`),
];

/** Fewer lines are no sign of anything. */
const MIN_LINES = 20;
/** The share of its lines that a file may lose when it is written again. */
const MAX_SHRINK = 0.4;

/**
 * Why a file does not seem to be whole, as a phrase; undefined if it does. `before` is the content that it replaces.
 */
export function elisionFault(content: string, before?: string): string | undefined {
  const lines = content.split("\n");
  const index = lines.findIndex((line) => LEFT_OUT.some((pattern) => pattern.test(line)));
  if (index >= 0)
    return `leaves something out at line ${index + 1} ('${(lines[index] as string).trim().slice(0, 60)}')`;
  const had = before?.split("\n").length ?? 0;
  if (had >= MIN_LINES && lines.length < had * (1 - MAX_SHRINK))
    return `has ${lines.length} lines where it had ${had}; write it whole, or delete it and write its parts as other files`;
  return undefined;
}
