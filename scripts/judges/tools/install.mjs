import { createHash } from "node:crypto";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./run.mjs";

/** A tool that cannot be had here: its judge is left out, and says why. */
export class MissingTool extends Error {}

/**
 * The folder of an installation below `node_modules/.cache`, made by `install(folder)` when `pins`, the text that fixes
 * its versions, is new. What was interrupted is made again.
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
