import { validRange } from "semver";
import { GantryError } from "#core/kernel/errors.ts";

const GROUPS = ["dependencies", "devDependencies", "optionalDependencies", "peerDependencies"] as const;
/** Fields that change which code a package name resolves to, or add code that is not from a registry. */
const REFUSED = [
  "overrides",
  "resolutions",
  "bundleDependencies",
  "bundledDependencies",
  "workspaces",
  "pnpm",
  "catalog",
  "catalogs",
] as const;

const NAME = /^(@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/;
const TAG = /^[A-Za-z][A-Za-z0-9_-]*$/;
const MAX_NAME = 214;
const MAX_SPECIFIER = 120;

export type Declared = Partial<Record<(typeof GROUPS)[number], Record<string, string>>>;

/**
 * The dependencies of a draft's package.json by group: names with versions, ranges or tags. Scripts and all other
 * fields are omitted. Null when it has no dependencies. Throws DependencyRefused, naming the field, for any other
 * specifier.
 */
export function declaredDependencies(packageJson: string): Declared | null {
  const manifest = parse(packageJson);
  for (const field of REFUSED) {
    if (isUsed(manifest[field])) refuse(field, `package.json must not use '${field}'`);
  }
  const declared: Declared = {};
  for (const group of GROUPS) {
    const entries = manifest[group];
    if (entries === undefined) continue;
    if (!isObject(entries)) refuse(group, `'${group}' of package.json must be an object`);
    const checked = Object.entries(entries).map(([name, specifier]) => checkOne(group, name, specifier));
    if (checked.length > 0) declared[group] = Object.fromEntries(checked);
  }
  return Object.keys(declared).length === 0 ? null : declared;
}

function checkOne(group: string, name: string, specifier: unknown): [string, string] {
  const field = `${group}.${name.slice(0, 80)}`;
  if (name.length > MAX_NAME || !NAME.test(name)) refuse(field, `'${printable(name)}' is not a package name`);
  // npm's resolver uses plain objects for look-ups, where inherited members would count as entries.
  if (name in Object.prototype) refuse(field, `A package named '${name}' cannot be resolved`);
  if (typeof specifier !== "string") refuse(field, `The version of '${name}' must be a string`);
  const wanted = specifier.trim();
  if (wanted.length > MAX_SPECIFIER || !isRegistrySpecifier(wanted))
    refuse(
      field,
      `'${name}' must come from the registry by version, range or tag; '${printable(wanted)}' is none of these`,
    );
  return [name, wanted];
}

/** Whether a specifier is a range or a tag, and so not a git, URL, file, link, workspace or alias specifier. */
function isRegistrySpecifier(specifier: string): boolean {
  if (TAG.test(specifier)) return true;
  return /^[0-9A-Za-z.^~<>=|*+ -]*$/.test(specifier) && validRange(specifier) !== null;
}

function parse(text: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new GantryError("DependencyRefused", "package.json is not valid JSON.", {
      field: "package.json",
      cause,
    });
  }
  if (!isObject(value)) refuse("package.json", "package.json must be a JSON object");
  return value;
}

function isUsed(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return isObject(value)
    ? Object.keys(value).length > 0
    : value !== undefined && value !== false && value !== null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function printable(text: string): string {
  return text.slice(0, 80).replace(/[^\x20-\x7e]/g, "?");
}

function refuse(field: string, sentence: string): never {
  throw new GantryError("DependencyRefused", `${sentence}.`, { field });
}
