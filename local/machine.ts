import { execFile } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import type { Check } from "#core/operations/check.ts";
import {
  buildsCheck,
  type FunctionsRefusal,
  functionsCheck,
  gitCheck,
  PROGRAM_FOLDERS,
  type Survey,
  surveySchema,
} from "#core/operations/machine-checks.ts";
import { findSandbox, sandboxFix } from "#local/function-sandbox.ts";
import { withRemoval } from "#local/with-removal.ts";
import { prove } from "#local-cloud/vercel/functions/prove.ts";
import { stageNode } from "#local-cloud/vercel/functions/stage.ts";

/** Time limit: each sandbox runs Node once, possibly on a busy machine. */
const SURVEY_MS = 60_000;
const VERSION_MS = 5_000;

/**
 * Checks the requirements of missions on this machine: git, a sandbox for builds, a sandbox for functions of
 * deployed apps.
 */
export async function examineMachine(root: string): Promise<Check[]> {
  const [version, survey, refusal] = await Promise.all([
    gitVersion(),
    surveyBuilder(root),
    functionsRefusal(),
  ]);
  const machine = { platform: process.platform, exists: existsSync };
  return [gitCheck(version, machine), buildsCheck(survey), functionsCheck(refusal)];
}

/** Uses the same search path as the local cloud. */
async function gitVersion(): Promise<string | undefined> {
  const env = { PATH: PROGRAM_FOLDERS.join(delimiter) };
  return (await output("git", ["--version"], { env, timeout: VERSION_MS }))?.trim();
}

/** Runs the builder's own survey of the sandboxes on this machine, as a separate program. */
async function surveyBuilder(root: string): Promise<Survey | undefined> {
  const line = await output(process.execPath, [join(root, "builder-image/main.ts"), "--executors"], {
    timeout: SURVEY_MS,
  });
  return line === undefined ? undefined : surveySchema.parse(JSON.parse(line));
}

async function functionsRefusal(): Promise<FunctionsRefusal> {
  const folder = mkdtempSync(join(tmpdir(), "gantry-machine-"));
  chmodSync(folder, 0o755); // As root it runs under another user, as functions do. It must not keep a start that fails, or is stopped immediately, from ending.
  return withRemoval(
    () => rmSync(folder, { recursive: true, force: true }),
    async () => {
      const found = await prove({ find: findSandbox, fix: sandboxFix }, stageNode(folder), folder);
      return typeof found === "function" ? null : found;
    },
  );
}

async function output(
  program: string,
  args: readonly string[],
  options: { readonly env?: NodeJS.ProcessEnv; readonly timeout: number },
): Promise<string | undefined> {
  return promisify(execFile)(program, [...args], options).then(
    ({ stdout }) => stdout,
    () => undefined,
  );
}
