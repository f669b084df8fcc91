const DECLARED = /\bexport\s+(?:async\s+)?(?:function\*?|class|const|let|var|type|interface)\s+([\w$]+)/g;
const LISTED = /\bexport\s*\{([^}]*)\}/g;
const DEFAULT = /\bexport\s+default\s+(?:async\s+)?(?:(?:function\*?|class)\s+)?([\w$]+)?/;

/** The names that a module exports, without `default`. */
export function exportsOf(content: string): string[] {
  const declared = [...content.matchAll(DECLARED)].map(([, name = ""]) => name);
  const listed = [...content.matchAll(LISTED)].flatMap(([, names = ""]) =>
    names.split(",").map((part) => part.trim().split(/\s+/).at(-1) ?? ""),
  );
  return [...declared, ...listed.filter((name) => name !== "" && name !== "default")];
}

/** The name of what a module exports as its default: "" when it has no name, undefined without a default export. */
export function defaultExportOf(content: string): string | undefined {
  const found = DEFAULT.exec(content);
  if (found) {
    const name = found[1] ?? "";
    return /^(function|class|async)$/.test(name) ? "" : name;
  }
  return /\bexport\s*\{[^}]*\bas\s+default\b/.test(content) ? "" : undefined;
}

/** Names of exports that a failure reports as missing, in the words of Node, TypeScript and bundlers. */
export const MISSING_EXPORT: readonly RegExp[] = [
  /does not provide an export named '([\w$]+)'/g,
  /has no exported member(?: named)? '([\w$]+)'/g,
  /"([\w$]+)" is not exported by/g,
  /has no (default) export/g,
  /TS2459: Module .* declares '([\w$]+)' locally/g,
];
