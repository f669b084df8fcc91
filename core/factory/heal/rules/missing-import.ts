import { blankText } from "#core/factory/draft/code-text.ts";
import { exportsOf } from "#core/factory/heal/exports.ts";
import { specifierTo } from "#core/factory/heal/imports.ts";
import { readPackageJson } from "#core/factory/heal/package-json.ts";
import { type HealRule, isText, namesIn, withFile } from "#core/factory/heal/rule.ts";
import type { Stack } from "#core/factory/stacks/stack.ts";
import type { SourceFile } from "#core/kernel/files.ts";

const UNDEFINED = [/(?:^|[\s:])([\w$]+) is not defined/gm, /Cannot find name '([\w$]+)'/g];
const CODE = /\.m?[jt]sx?$/;
const HOOKS = new Set([
  "useState",
  "useEffect",
  "useMemo",
  "useRef",
  "useCallback",
  "useReducer",
  "useContext",
  "useId",
  "createContext",
]);

/** Imports a name that a file uses, if exactly one file of the draft exports it as a value, or a hook of React. */
export const rule: HealRule = {
  name: "missing-import",
  match: (output) => namesIn(output, UNDEFINED),
  fix(files, named, { stack, output }) {
    let fixed = files;
    const sentences: string[] = [];
    for (const name of named) {
      for (const { path } of files.filter((file) => isUser(file, name, output))) {
        const specifier = sourceOf(files, path, name, stack);
        const file = fixed.find((other) => other.path === path);
        if (specifier === null || !file) continue;
        fixed = withFile(fixed, path, `import { ${name} } from "${specifier}";\n${file.content}`);
        sentences.push(`${path} now imports ${name} from ${specifier}.`);
      }
    }
    return sentences.length > 0 ? { files: fixed, sentence: sentences.join(" ") } : null;
  },
};

/** Whether the failure names the file, and the file uses the name without binding it anywhere. */
function isUser(file: SourceFile, name: string, output: string): boolean {
  if (!isText(file) || !CODE.test(file.path) || file.content.startsWith("#!") || !output.includes(file.path))
    return false;
  const code = blankText(file.content);
  const word = `(?<![\\w$.])${name.replaceAll("$", "\\$")}(?![\\w$])`;
  const bound = [
    `\\bimport\\b[^;"']*${word}`,
    `\\b(?:const|let|var|function|class)\\b[^=;(]*${word}`,
    `\\([^()]*${word}[^()]*\\)\\s*(?:=>|\\{)`,
    `${word}\\s*=>`,
  ];
  return new RegExp(word).test(code) && !bound.some((pattern) => new RegExp(pattern).test(code));
}

/** The specifier to import the name from; null unless there is exactly one. */
function sourceOf(files: readonly SourceFile[], path: string, name: string, stack: Stack): string | null {
  const { static_folder } = stack.output;
  const isServed = path.startsWith(`${static_folder}/`);
  const found = files.filter(
    (file) =>
      isText(file) &&
      CODE.test(file.path) &&
      file.path !== path &&
      !stack.audit.test_file.test(file.path) &&
      exportsOf(file.content).includes(name) &&
      !isType(file.content, name),
  );
  const [only] = found;
  if (only && found.length === 1 && (!isServed || only.path.startsWith(`${static_folder}/`))) {
    const specifier = specifierTo(path, only.path);
    return stack.imports === "bundled" ? specifier.replace(CODE, "") : specifier;
  }
  const usesReact = Object.hasOwn(readPackageJson(files)?.dependencies ?? {}, "react");
  return found.length === 0 && HOOKS.has(name) && usesReact ? "react" : null;
}

function isType(content: string, name: string): boolean {
  return new RegExp(`\\b(?:type|interface)\\s+${name.replaceAll("$", "\\$")}(?![\\w$])`).test(content);
}
