import { importsOf, resolveImport, specifierTo, targetPath } from "#core/factory/heal/imports.ts";
import { type HealRule, withFile } from "#core/factory/heal/rule.ts";
import type { SourceFile } from "#core/kernel/files.ts";

const SIGNS =
  /Cannot find module|ERR_MODULE_NOT_FOUND|(could not|failed to) resolve|TS2307|TS1149|TS1261|differs .*only in casing/i;

/**
 * Corrects imports of an existing file with the wrong case, extension, index or folder depth, if exactly one file
 * matches. A file that only has the same name does not match.
 */
export const rule: HealRule = {
  name: "import-path",
  match: (output) => (SIGNS.test(output) ? [] : null),
  fix(files, _, { stack }) {
    const fixes = importsOf(files)
      .filter(({ specifier }) => /^\.\.?\//.test(specifier))
      .filter(
        ({ importer, specifier }) => resolveImport(files, stack.imports, importer, specifier) === undefined,
      )
      .flatMap(({ importer, specifier }) => {
        const path = candidate(files, stack.output.static_folder, importer, specifier);
        if (!path) return [];
        const next = specifierTo(importer, path);
        // TypeScript refuses the extensions of its own files in imports, and bundlers add them.
        const isBare = stack.imports === "bundled" && !CODE.test(specifier);
        return [{ importer, specifier, next: isBare ? next.replace(CODE, "") : next }];
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

/** The only file that matches the specifier, or that matches it from another folder depth. */
function candidate(
  files: readonly SourceFile[],
  served: string,
  importer: string,
  specifier: string,
): string | undefined {
  const within = `${served}/`;
  const reachable = files
    .map(({ path }) => path)
    .filter((path) => path !== importer && (!importer.startsWith(within) || path.startsWith(within)));
  const only = (wanted: readonly string[], fits: (path: string, wanted: string) => boolean) => {
    const found = reachable.filter((path) => wanted.some((each) => fits(path, each)));
    return found.length === 1 ? found[0] : undefined;
  };
  const target = targetPath(importer, specifier);
  const meant = target === null ? [] : [target];
  return (
    only(meant, sameButCase) ?? only(meant, sameModule) ?? only(otherDepths(importer, specifier), sameModule)
  );
}

/** The paths of the specifier from each parent folder; empty for a bare file name, which is ambiguous. */
function otherDepths(importer: string, specifier: string): string[] {
  const rest = specifier.replace(/^(\.\.?\/)+/, "");
  if (!rest.includes("/")) return [];
  const folders = importer.split("/").slice(0, -1);
  return [rest, ...folders.map((_, index) => [...folders.slice(0, index + 1), rest].join("/"))];
}

function sameButCase(path: string, wanted: string): boolean {
  return path.toLowerCase() === wanted.toLowerCase();
}

function sameModule(path: string, wanted: string): boolean {
  return kindOf(path) === kindOf(wanted) && stem(path) === stem(wanted);
}

const CODE = /\.[cm]?[jt]sx?$/;

/** `css`, `json` or `code`, also without an extension, so that a script never resolves to a style sheet. */
function kindOf(path: string): string {
  const ending = /\.(css|json)$/i.exec(path)?.[1];
  return ending?.toLowerCase() ?? "code";
}

function stem(path: string): string {
  return path
    .toLowerCase()
    .replace(/\.(css|json)$/, "")
    .replace(CODE, "")
    .replace(/\/index$/, "");
}

function rewrite(
  files: readonly SourceFile[],
  { importer, specifier, next }: { importer: string; specifier: string; next: string },
): SourceFile[] {
  const content = files.find(({ path }) => path === importer)?.content ?? "";
  const changed = content.replaceAll(`"${specifier}"`, `"${next}"`).replaceAll(`'${specifier}'`, `'${next}'`);
  return withFile(files, importer, changed);
}
