import { withFile } from "#core/factory/heal/rule.ts";
import type { SourceFile } from "#core/kernel/files.ts";

/** The parts of package.json that rules read and write; other members are kept. */
export interface PackageJson {
  type?: string;
  scripts?: Record<string, string>;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  [key: string]: unknown;
}

/** The draft's package.json; an empty object when there is none, null when it is not a JSON object. */
export function readPackageJson(files: readonly SourceFile[]): PackageJson | null {
  const file = files.find(({ path }) => path === "package.json");
  if (!file) return {};
  try {
    const value: unknown = JSON.parse(file.content);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as PackageJson)
      : null;
  } catch {
    return null;
  }
}

export function writePackageJson(files: readonly SourceFile[], value: PackageJson): SourceFile[] {
  const full = Object.keys(value).includes("private") ? value : { private: true, ...value };
  return withFile(files, "package.json", `${JSON.stringify(full, null, 2)}\n`);
}
