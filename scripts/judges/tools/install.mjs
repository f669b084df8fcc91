import { createHash } from "node:crypto";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./run.mjs";

/** A tool that cannot be installed here; its judge is skipped with the reason. */
export class MissingTool extends Error {}

/**
 * Returns the folder of an installation below `node_modules/.cache`. `install(folder)` creates it if `pins`,
 * the text with its versions, has changed, or if a previous installation was interrupted.
 */
export function installOnce(name, pins, install) {
  const digest = createHash("sha256").update(pins).digest("hex").slice(0, 12);
  const folder = join(ROOT, "node_modules/.cache/judges", `${name}-${digest}`);
  const complete = join(folder, ".complete");
  if (existsSync(complete)) return folder;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  install(folder);
  writeFileSync(complete, "");
  return folder;
}
