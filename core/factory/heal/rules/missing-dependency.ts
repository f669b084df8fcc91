import { importsOf } from "#core/factory/heal/imports.ts";
import { packageOf, unresolvedIn } from "#core/factory/heal/missing-packages.ts";
import { readPackageJson, writePackageJson } from "#core/factory/heal/package-json.ts";
import type { HealRule } from "#core/factory/heal/rule.ts";

type Versions = Readonly<Record<string, string>>;

/**
 * Adds a package that the draft imports, the failure names and package.json does not list, but only one of the stack's
 * known packages: an imported name can be misspelt, and a misspelt name can belong to a malicious package.
 */
export const rule: HealRule = {
  name: "missing-dependency",
  appliesTo: ({ repairs }) => Object.keys(repairs.packages).length > 0,
  match: unresolvedIn,
  fix(files, named, { stack }) {
    const manifest = readPackageJson(files);
    if (!manifest) return null;
    const { packages } = stack.repairs;
    const listed = { ...manifest.dependencies, ...manifest.devDependencies };
    const imported = new Set(importsOf(files).map(({ specifier }) => packageOf(specifier)));
    const missing = [
      ...new Set(named.map(packageOf).flatMap((name) => wanted(name, listed, packages))),
    ].filter(
      (name) =>
        Object.hasOwn(packages, name) &&
        !Object.hasOwn(listed, name) &&
        (imported.has(name) || imported.has(typed(name))),
    );
    if (missing.length === 0) return null;
    const added = Object.fromEntries(missing.map((name) => [name, packages[name] as string]));
    return {
      files: writePackageJson(files, { ...manifest, dependencies: { ...manifest.dependencies, ...added } }),
      sentence: `Added ${missing.join(", ")} to package.json.`,
    };
  },
};

/** The package to add: for a listed package without types, its `@types` package. */
function wanted(name: string, listed: Versions, packages: Versions): string[] {
  if (!Object.hasOwn(listed, name)) return [name];
  return Object.hasOwn(packages, name) && Object.hasOwn(packages, `@types/${name}`) ? [`@types/${name}`] : [];
}

function typed(name: string): string {
  return name.replace(/^@types\//, "");
}
