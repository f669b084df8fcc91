const IMPORT = /\bimport\s+(?!type\b)([\w$\s,{}*]+?)\s+from\s*["']/g;

/** The names under which a file imports anything. */
export function importedNames(source: string): ReadonlySet<string> {
  return new Set(
    [...source.matchAll(IMPORT)].flatMap(([, clause = ""]) =>
      clause.split(/[{},]/).flatMap(
        (part) =>
          part
            .trim()
            .split(/\s+as\s+|\s+/)
            .at(-1) || [],
      ),
    ),
  );
}
