import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { z } from "zod";
import type { Api } from "#cli/api.ts";
import type { Check } from "#cli/check.ts";
import { type CliConfig, programFile } from "#cli/config.ts";
import { logFile } from "#cli/local-cloud.ts";
import { NODE_MAJOR, ownNode } from "#cli/own-node.ts";

/** Looks at everything Gantry needs on this machine, and at the service it talks to. */
export async function runChecks(config: CliConfig, api: Api): Promise<Check[]> {
  const [node, git, docker, sandbox, policy, service] = await Promise.all([
    checkNode(config),
    checkGit(),
    checkDocker(),
    checkSandbox(config),
    checkPolicy(config),
    checkService(config, api),
  ]);
  return [node, git, sandbox, docker, checkBrowser(config), policy, ...service];
}

/** The command runs on older ones; the service needs its own. */
async function checkNode(config: CliConfig): Promise<Check> {
  const name = "node";
  const found = findNode(config);
  const version = found && (await firstLine(found, ["--version"]));
  return version
    ? {
        name,
        state: "ok",
        detail: found === process.execPath ? version : `${version} (this command: ${process.version})`,
      }
    : {
        name,
        state: "missing",
        detail: `${process.version}, ${NODE_MAJOR} is needed`,
        fix: reinstall(config),
      };
}

function findNode(config: CliConfig): string | undefined {
  try {
    return ownNode(config);
  } catch {
    return undefined;
  }
}

function reinstall({ isCheckout }: CliConfig): string {
  return isCheckout ? "npm install" : `install Node.js ${NODE_MAJOR}, or Gantry again`;
}

async function checkGit(): Promise<Check> {
  const version = await firstLine("git", ["--version"]);
  return version === undefined
    ? {
        name: "git",
        state: "missing",
        detail: "not found",
        fix: "install git with your system's package manager",
      }
    : { name: "git", state: "ok", detail: version };
}

const surveySchema = z.object({
  executors: z.array(z.object({ name: z.string(), weaker: z.boolean().optional() })),
  fix: z.string().nullable(),
});
/** Each sandbox runs Node once, on a machine that may be busy. */
const SURVEY_MS = 60_000;

/** The builder itself says what it can build with here: it is asked as the program that it is. */
async function checkSandbox(config: CliConfig): Promise<Check> {
  const name = "sandbox";
  const node = findNode(config);
  const builder = programFile(config, "builder-image/main");
  const survey = node && (await firstLine(node, [builder, "--executors"], SURVEY_MS));
  if (!survey)
    return { name, state: "missing", detail: "the builder does not start", fix: reinstall(config) };
  const { executors, fix } = surveySchema.parse(JSON.parse(survey));
  const detail = executors.map(({ name, weaker }) => (weaker ? `${name} (weaker)` : name)).join(", ");
  return executors.length > 0
    ? { name, state: "ok", detail }
    : {
        name,
        state: "missing",
        detail: "Builds need a sandbox, and this machine has none.",
        fix: fix ?? `${config.program} start`,
      };
}

async function checkDocker(): Promise<Check> {
  const version = await firstLine("docker", ["version", "--format", "{{.Server.Version}}"]);
  return version === undefined
    ? { name: "docker", state: "optional", detail: "not running; only deploying to AWS needs it" }
    : { name: "docker", state: "ok", detail: version };
}

function checkBrowser(config: CliConfig): Check {
  const name = "browser";
  if (process.platform !== "linux")
    return {
      name,
      state: "ok",
      detail: "the installed Chrome is used; the first acceptance run says if there is none",
    };
  return hasChromium(config)
    ? { name, state: "ok", detail: "Chromium of @sparticuz/chromium" }
    : { name, state: "missing", detail: "@sparticuz/chromium is not installed", fix: reinstall(config) };
}

function hasChromium({ root }: CliConfig): boolean {
  const folders = createRequire(join(root, "package.json")).resolve.paths("@sparticuz/chromium") ?? [];
  return folders.some((folder) => existsSync(join(folder, "@sparticuz/chromium/bin/chromium.br")));
}

const policySchema = z.union([z.object({ stacks: z.array(z.string()) }), z.object({ error: z.string() })]);

/** The policy is read as the service reads it, on its Node: older ones do not know all regular expressions. */
async function checkPolicy(config: CliConfig): Promise<Check> {
  const name = "policy";
  const path = join(config.root, "policy.yaml");
  const loader = pathToFileURL(programFile(config, "adapters/policy")).href;
  const program = `
    import { loadPolicy } from ${JSON.stringify(loader)};
    let result;
    try { result = { stacks: loadPolicy(${JSON.stringify(path)}).stacks }; } catch ({ message }) { result = { error: message }; }
    console.log(JSON.stringify(result));`;
  const node = findNode(config);
  const line = node && (await firstLine(node, ["--input-type=module", "-e", program], SURVEY_MS));
  const policy = line ? policySchema.parse(JSON.parse(line)) : { error: "the service does not start" };
  if ("stacks" in policy)
    return { name, state: "ok", detail: `policy.yaml, stacks ${policy.stacks.join(", ")}` };
  const fix = config.isCheckout ? "git checkout policy.yaml" : reinstall(config);
  return { name, state: "missing", detail: policy.error.replace(/\s+/g, " "), fix };
}

async function checkService(config: CliConfig, api: Api): Promise<Check[]> {
  const name = "service";
  const ready = await api.ready();
  if (!ready) return [await checkPort(config)];
  const failed = Object.entries(ready.checks).filter(([, answers]) => !answers);
  const answers: Check = { name, state: "ok", detail: `${config.url} answers` };
  const log = config.local ? `look at ${logFile(config)}` : "look at the service's log";
  return [
    answers,
    ...failed.map(([part]): Check => ({ name: part, state: "missing", detail: "does not answer", fix: log })),
    ...(failed.length === 0
      ? [{ name: "ready", state: "ok", detail: Object.keys(ready.checks).join(", ") } as const]
      : []),
  ];
}

/** Nothing answers: on this machine that is fine as long as a cloud could be started there. */
async function checkPort(config: CliConfig): Promise<Check> {
  const name = "service";
  if (!config.local)
    return { name, state: "missing", detail: `nothing answers at ${config.url}`, fix: "check GANTRY_URL" };
  if (await isFree(config.port))
    return {
      name,
      state: "optional",
      detail: `not running; port ${config.port} is free`,
      fix: `${config.program} start`,
    };
  const detail = `port ${config.port} is taken by something else`;
  return { name, state: "missing", detail, fix: `PORT=${config.port + 1} ${config.program} start` };
}

function isFree(port: number): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}

async function firstLine(program: string, args: string[], timeout = 5_000): Promise<string | undefined> {
  try {
    const { stdout } = await promisify(execFile)(program, args, { timeout });
    return stdout.split("\n", 1)[0]?.trim() || undefined;
  } catch {
    return undefined;
  }
}
