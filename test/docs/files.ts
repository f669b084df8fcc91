import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

export const ROOT = join(import.meta.dirname, "../..");

/** What is made, not written, and what belongs to the apps that blueprints draft. */
const LEFT_OUT = new Set([
  "node_modules",
  ".git",
  ".gantry",
  ".local-cloud",
  "cdk.out",
  "dist",
  "coverage",
  "blueprints",
]);

/** Every file of the checkout, as a path from its root. */
export function allFiles(folder = ROOT): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (LEFT_OUT.has(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? allFiles(path) : entry.isFile() ? [relative(ROOT, path)] : [];
  });
}

export const read = (path: string): string => readFileSync(join(ROOT, path), "utf8");

/** The written pages. */
export const PAGES = allFiles().filter((path) => path.endsWith(".md"));
