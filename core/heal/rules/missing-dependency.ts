import { importsOf } from "#core/heal/imports.ts";
import { readPackageJson, writePackageJson } from "#core/heal/package-json.ts";
import type { Rule } from "#core/heal/rule.ts";
import { stackOf } from "#core/stacks.ts";

const MISSING = [
  /Cannot find package '([^']+)'/g,
  /Cannot find module '([^']+)'/g,
  /(?:could not|failed to) resolve (?:import )?["']([^"']+)["']/gi,
  /Could not find a declaration file for module '([^']+)'/g,
];

/** The packages of the stacks, in versions that are known to go together. */
const VERSIONS: Readonly<Record<string, string>> = {
  react: "19.3.1",
  "react-dom": "19.3.1",
  vite: "8.3.8",
  vitest: "5.1.1",
  typescript: "5.9.3",
  "@types/react": "19.3.0",
  "@types/react-dom": "19.3.0",
};

/**
 * A package of the stack that the draft imports, the failure names, and package.json does not list. No other is ever
 * added: a name that is imported may be misspelt, and under a misspelt name anything may be published.
 */
export const MISSING_DEPENDENCY: Rule = {
  id: "missing-dependency",
  fix(files, { output, stack }) {
    const manifest = readPackageJson(files);
    if (!manifest) return null;
    const { requires } = stackOf(stack);
    const listed = { ...manifest.dependencies, ...manifest.devDependencies };
    const imported = new Set(importsOf(files).map(({ specifier }) => packageOf(specifier)));
    const named = MISSING.flatMap((pattern) =>
      [...output.matchAll(pattern)].map(([, specifier = ""]) => specifier),
    );
    const missing = [...new Set(named.map(packageOf).flatMap((name) => wanted(name, listed)))].filter(
      (name) =>
        requires.includes(typed(name)) &&
        Object.hasOwn(VERSIONS, name) &&
        !Object.hasOwn(listed, name) &&
        (imported.has(name) || imported.has(typed(name))),
    );
    if (missing.length === 0) return null;
    const added = Object.fromEntries(missing.map((name) => [name, VERSIONS[name] as string]));
    return {
      files: writePackageJson(files, { ...manifest, dependencies: { ...manifest.dependencies, ...added } }),
      sentence: `Added ${missing.join(", ")} to package.json.`,
    };
  },
};

/** A package that is there but has no types is missing its `@types`. */
function wanted(name: string, listed: Readonly<Record<string, string>>): string[] {
  if (!Object.hasOwn(listed, name)) return [name];
  return Object.hasOwn(VERSIONS, name) && Object.hasOwn(VERSIONS, `@types/${name}`) ? [`@types/${name}`] : [];
}

function typed(name: string): string {
  return name.replace(/^@types\//, "");
}

/** "lodash" of "lodash/fp", "@a/b" of "@a/b/c"; "" for paths and Node's own modules. */
function packageOf(specifier: string): string {
  if (/^([./]|node:|[A-Za-z]:)/.test(specifier)) return "";
  const [first = "", second = ""] = specifier.split("/");
  return first.startsWith("@") ? `${first}/${second}` : first;
}
