import { chmodSync, copyFileSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Deployment } from "#local-cloud/vercel/state.ts";
import type { Store } from "#local-cloud/vercel/store.ts";
import { reachable } from "./reachable.ts";

/** Writes a deployment's functions and the worker into a separate folder that all users can read. */
export function stageDeployment(cwd: string, store: Store, deployment: Deployment): void {
  mkdirSync(cwd, { recursive: true });
  for (const [path, { sha }] of Object.entries(deployment.files)) {
    if (!path.startsWith("functions/")) continue;
    mkdirSync(dirname(join(cwd, path)), { recursive: true });
    writeFileSync(join(cwd, path), store.read(sha));
  }
  copyFileSync(new URL("./worker.ts", import.meta.url), join(cwd, "worker.mts"));
  const inside = readdirSync(cwd, { recursive: true, encoding: "utf8" });
  for (const path of [dirname(cwd), cwd, ...inside.map((name) => join(cwd, name))]) chmodSync(path, 0o755);
}

/** Returns the Node binary, or a copy if the user under which functions run cannot access it. */
export function stageNode(stage: string): string {
  if (reachable(process.execPath)) return process.execPath;
  const copy = join(stage, "node");
  copyFileSync(process.execPath, copy);
  chmodSync(copy, 0o755);
  return copy;
}
