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

/** Each sandbox runs Node once, on a machine that may be busy. */
const SURVEY_MS = 60_000;
const VERSION_MS = 5_000;

/** What this machine has for missions: git, a sandbox for builds, one for functions of deployed apps. */
export async function examineMachine(root: string): Promise<Check[]> {
  const [version, survey, refusal] = await Promise.all([
    gitVersion(),
    surveyBuilder(root),
    functionsRefusal(),
  ]);
  const machine = { platform: process.platform, exists: existsSync };
  return [gitCheck(version, machine), buildsCheck(survey), functionsCheck(refusal)];
}

/** Looked for where the local cloud looks for it. */
async function gitVersion(): Promise<string | undefined> {
  const env = { PATH: PROGRAM_FOLDERS.join(delimiter) };
  return (await output("git", ["--version"], { env, timeout: VERSION_MS }))?.trim();
}

/** The builder itself says what it can build with here: it is asked as the program that it is. */
async function surveyBuilder(root: string): Promise<Survey | undefined> {
  const line = await output(process.execPath, [join(root, "builder-image/main.ts"), "--executors"], {
    timeout: SURVEY_MS,
  });
  return line === undefined ? undefined : surveySchema.parse(JSON.parse(line));
}

async function functionsRefusal(): Promise<FunctionsRefusal> {
  const folder = mkdtempSync(join(tmpdir(), "gantry-machine-"));
  chmodSync(folder, 0o755); // Root drops to another user for it, as it does for functions.
  // A start that fails, or is ended at once, does not wait for this.
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
