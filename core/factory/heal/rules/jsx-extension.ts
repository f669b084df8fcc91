import { blankText } from "#core/factory/draft/code-text.ts";
import { type HealRule, isText } from "#core/factory/heal/rule.ts";
import type { SourceFile } from "#core/kernel/files.ts";

const SIGNS = /\bJSX\b|error TS(?:1005|1109|1110|1128|1136|1161|17004|17008)\b|Unexpected token/;
const JSX = /<\/[A-Za-z][\w.]*\s*>|<[A-Z][\w.]*[^<>]*\/>|<\/>/;

/** Renames a source file with JSX whose extension does not allow it, and what refers to it. */
export const rule: HealRule = {
  name: "jsx-extension",
  appliesTo: ({ imports }) => imports === "bundled",
  match: (output) => (SIGNS.test(output) ? [] : null),
  fix(files, _, { output }) {
    const wrong = files.filter(
      (file) =>
        isText(file) &&
        /^src\/.*\.[jt]s$/.test(file.path) &&
        output.includes(file.path) &&
        JSX.test(blankText(file.content)) &&
        !files.some(({ path }) => path === `${file.path}x`),
    );
    if (wrong.length === 0) return null;
    return {
      files: wrong.reduce<readonly SourceFile[]>(renamed, files),
      sentence: wrong.map(({ path }) => `${path} contains JSX and is now ${path}x.`).join(" "),
    };
  },
};

/** The files with one renamed, and explicit references to its name with the new one. */
function renamed(files: readonly SourceFile[], { path }: SourceFile): SourceFile[] {
  const name = path.split("/").at(-1) as string;
  const others = files.filter((file) => file.path.split("/").at(-1) === name);
  const reference = new RegExp(`(["'/])${name.replaceAll(".", "\\.")}(?=["'])`, "g");
  return files.map((file) => ({
    ...file,
    path: file.path === path ? `${path}x` : file.path,
    content:
      others.length === 1 && isText(file) ? file.content.replace(reference, `$1${name}x`) : file.content,
  }));
}
