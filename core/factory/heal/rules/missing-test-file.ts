import { importsOf, specifierTo, targetPath } from "#core/factory/heal/imports.ts";
import type { HealRule } from "#core/factory/heal/rule.ts";
import { pathFault, type SourceFile } from "#core/kernel/files.ts";

/** Moves a test file that the audit expects in another folder. */
export const rule: HealRule = {
  name: "missing-test-file",
  match(output) {
    const path = /Could not find '([^'\n]+\.test\.[cm]?[jt]sx?)'/.exec(output)?.[1];
    return path === undefined ? null : [path];
  },
  fix(files, [wanted = ""]) {
    const name = wanted.split("/").at(-1);
    const found = files.filter(({ path }) => path.split("/").at(-1) === name);
    const [file] = found;
    const target = wanted.startsWith("/") ? relative(wanted, files) : wanted.replace(/^\.\//, "");
    if (!file || found.length !== 1 || target === null || target === file.path || pathFault(target))
      return null;
    return {
      files: files.map((other) => (other === file ? moved(file, target) : other)),
      sentence: `Moved ${file.path} to ${target}, where the audit looks for it.`,
    };
  },
};

/** The part of an absolute path below the workspace: from the last segment that is a usual name of a test folder. */
function relative(path: string, files: readonly SourceFile[]): string | null {
  const parts = path.split("/");
  const at = parts.findLastIndex((part) => /^(tests?|__tests__|src|spec)$/.test(part));
  const target = at < 0 ? (parts.at(-1) ?? "") : parts.slice(at).join("/");
  return files.some((file) => file.path === target) ? null : target;
}

/** The file at its new path, with relative imports adjusted. */
function moved(file: SourceFile, path: string): SourceFile {
  const content = importsOf([file])
    .filter(({ specifier }) => /^\.\.?\//.test(specifier))
    .reduce((text, { specifier }) => {
      const target = targetPath(file.path, specifier);
      if (target === null) return text;
      const next = specifierTo(path, target);
      return text.replaceAll(`"${specifier}"`, `"${next}"`).replaceAll(`'${specifier}'`, `'${next}'`);
    }, file.content);
  return { ...file, path, content };
}
