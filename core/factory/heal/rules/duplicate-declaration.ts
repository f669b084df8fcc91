import { type HealRule, isText, namesIn, withFile } from "#core/factory/heal/rule.ts";

const DECLARED_TWICE = [
  /Identifier ['`]([\w$]+)['`] has already been declared/g,
  /Duplicate identifier '([\w$]+)'/g,
  /Cannot redeclare block-scoped variable '([\w$]+)'/g,
];

/** Removes the second of two equal imports or one-line declarations of a name. */
export const rule: HealRule = {
  name: "duplicate-declaration",
  match: (output) => namesIn(output, DECLARED_TWICE),
  fix(files, named) {
    for (const name of named) {
      for (const file of files.filter((file) => isText(file) && /\.[cm]?[jt]sx?$/.test(file.path))) {
        const content = withoutSecond(file.content, name);
        if (content === null) continue;
        return {
          files: withFile(files, file.path, content),
          sentence: `${file.path} declared ${name} twice in the same way; it now does once.`,
        };
      }
    }
    return null;
  },
};

/** The text without the second of two equal top-level lines that bind the name; null unless there are exactly two. */
function withoutSecond(content: string, name: string): string | null {
  const bound = new RegExp(
    `^(?:import\\b[^"'=]*|(?:export\\s+)?(?:const|let|var|function|class)\\s+)(?<![\\w$])${name.replaceAll("$", "\\$")}(?![\\w$]).*[;}][ \\t]*$`,
  );
  const lines = content.split("\n");
  const found = lines.flatMap((line, index) => (bound.test(line) ? [index] : []));
  const [first, second] = found;
  if (first === undefined || second === undefined || found.length > 2) return null;
  return lines[first]?.trim() === lines[second]?.trim() ? lines.toSpliced(second, 1).join("\n") : null;
}
