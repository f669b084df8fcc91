import { readdirSync, statSync } from "node:fs";

/** The paths of all files below a folder. */
export function walk(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => statSync(`${folder}/${path}`).isFile())
    .map((path) => path.replaceAll("\\", "/"));
}
