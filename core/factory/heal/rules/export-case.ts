import { resolveImport } from "#core/factory/heal/imports.ts";
import { type HealRule, isText, namesIn, withFile } from "#core/factory/heal/rule.ts";

const MISSING = [
  /does not provide an export named '([\w$]+)'/g,
  /has no exported member(?: named)? '([\w$]+)'/g,
  /"([\w$]+)" is not exported by/g,
];
const IMPORT = /import\s*(?:[\w$]+\s*,\s*)?\{([^}]*)\}\s*from\s*["'](\.\.?\/[^"']+)["']/g;

/** Corrects a named import that differs from exactly one export only in case: "addtask" for "addTask". */
export const rule: HealRule = {
  name: "export-case",
  match: (output) => namesIn(output, MISSING),
  fix(files, named, { stack }) {
    for (const name of named) {
      for (const file of files.filter(isText)) {
        for (const [statement, names = "", specifier = ""] of file.content.matchAll(IMPORT)) {
          if (!names.split(",").some((part) => part.trim().split(/\s+/)[0] === name)) continue;
          const target = resolveImport(files, stack.imports, file.path, specifier);
          const meant = sameButCase(
            exportsOf(files.find(({ path }) => path === target)?.content ?? ""),
            name,
          );
          if (meant === undefined) continue;
          const fixed = statement.replace(
            new RegExp(`([{,]\\s*)${name.replaceAll("$", "\\$")}(?=\\s*(,|\\}|as\\b))(\\s+as\\b)?`),
            (_, before: string, _next: string, alias?: string) =>
              `${before}${meant}${alias ? alias : ` as ${name}`}`,
          );
          return {
            files: withFile(
              files,
              file.path,
              file.content.replace(statement, () => fixed),
            ),
            sentence: `${file.path} now imports ${meant}, not ${name}, from ${specifier}.`,
          };
        }
      }
    }
    return null;
  },
};

function exportsOf(content: string): string[] {
  const declared = [
    ...content.matchAll(
      /\bexport\s+(?:async\s+)?(?:function\*?|class|const|let|var|type|interface)\s+([\w$]+)/g,
    ),
  ];
  const listed = [...content.matchAll(/\bexport\s*\{([^}]*)\}/g)].flatMap(([, names = ""]) =>
    names.split(",").map((part) => part.trim().split(/\s+/).at(-1) ?? ""),
  );
  return [...declared.map(([, name = ""]) => name), ...listed.filter((name) => name !== "")];
}

function sameButCase(names: readonly string[], wanted: string): string | undefined {
  if (names.includes(wanted)) return undefined;
  const found = names.filter((name) => name.toLowerCase() === wanted.toLowerCase());
  return found.length === 1 ? found[0] : undefined;
}
