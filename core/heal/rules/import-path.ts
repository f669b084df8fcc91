import type { SourceFile } from "#core/files.ts";
import { importsOf, resolveImport, specifierTo, targetPath } from "#core/heal/imports.ts";
import { type Rule, withFile } from "#core/heal/rule.ts";

const SIGNS =
  /Cannot find module|ERR_MODULE_NOT_FOUND|(could not|failed to) resolve|TS2307|TS1149|TS1261|differs .*only in casing/i;

/** Imports of a file that is there, but under another case, ending or folder: if just one fits, it is meant. */
export const IMPORT_PATH: Rule = {
  id: "import-path",
  fix(files, { output, stack }) {
    if (!SIGNS.test(output)) return null;
    const fixes = importsOf(files)
      .filter(({ specifier }) => /^\.\.?\//.test(specifier))
      .filter(({ importer, specifier }) => resolveImport(files, stack, importer, specifier) === undefined)
      .flatMap(({ importer, specifier }) => {
        const path = candidate(files, targetPath(importer, specifier), importer);
        return path ? [{ importer, specifier, next: specifierTo(importer, path) }] : [];
      });
    if (fixes.length === 0) return null;
    return {
      files: fixes.reduce<readonly SourceFile[]>(rewrite, files),
      sentence: fixes
        .map(({ importer, specifier, next }) => `${importer} now imports ${next}, not ${specifier}.`)
        .join(" "),
    };
  },
};

/** The only file that differs in case, then in ending, then in folder. */
function candidate(
  files: readonly SourceFile[],
  target: string | null,
  importer: string,
): string | undefined {
  const paths = files.map(({ path }) => path).filter((path) => path !== importer);
  const wanted = (target ?? "").toLowerCase();
  const only = (fits: (path: string) => boolean) => {
    const found = paths.filter(fits);
    return found.length === 1 ? found[0] : undefined;
  };
  return (
    only((path) => path.toLowerCase() === wanted) ??
    only((path) => stem(path) === stem(wanted)) ??
    only((path) => baseName(path) === baseName(wanted)) ??
    only((path) => stem(baseName(path)) === stem(baseName(wanted)))
  );
}

function stem(path: string): string {
  return path.toLowerCase().replace(/\.(([cm]?[jt]sx?)|json|css)$/, "");
}

function baseName(path: string): string {
  return path.toLowerCase().split("/").at(-1) ?? "";
}

function rewrite(
  files: readonly SourceFile[],
  { importer, specifier, next }: { importer: string; specifier: string; next: string },
): SourceFile[] {
  const content = files.find(({ path }) => path === importer)?.content ?? "";
  const changed = content.replaceAll(`"${specifier}"`, `"${next}"`).replaceAll(`'${specifier}'`, `'${next}'`);
  return withFile(files, importer, changed);
}
