import { randomBytes } from "node:crypto";
import { chmodSync, existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseEnv } from "node:util";
import { z } from "zod";
import type { Policy } from "#core/factory/policy/policy.ts";
import { fileError } from "#core/kernel/file-error.ts";
import { describeIssue } from "#core/kernel/input/describe-issue.ts";
import { PUBLIC_URL_FORM, readPublicUrl } from "#core/operations/public-url.ts";
import { isOpenToBrowsers } from "#local/blocked-ports.ts";
import { type HomeKeys, homeKeys } from "#local/home-keys.ts";
import { readPolicyFile } from "#local/policy-file.ts";
import { readIfThere } from "#local-cloud/durable/read-file.ts";
import { createDurably, makeFolder } from "#local-cloud/durable/write-file.ts";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

const SETTINGS_FILE = join(root, ".env");

const environmentSchema = z.object({
  PORT: z.coerce
    .number()
    .int()
    .min(1)
    .max(65_535)
    .refine(isOpenToBrowsers, "must be a port that browsers do not block, such as 5050")
    .default(5050),
  /** Address to listen on. Requests for host names other than loopback names are refused in any case. */
  HOST: z.union([z.ipv4(), z.ipv6()], "must be an IP address, such as 127.0.0.1").default("127.0.0.1"),
  /** The lowest level that functions log. */
  LOG_LEVEL: z.enum(["DEBUG", "INFO", "WARN", "ERROR"], "must be DEBUG, INFO, WARN or ERROR").default("INFO"),
  GANTRY_HOME: z.string().min(1).default(join(root, ".gantry")),
  GANTRY_PASSWORD: z.string().min(8, "must have at least 8 characters").optional(),
  /** The address at which a reverse proxy on this machine, such as a tunnel, serves this Gantry to the network. */
  GANTRY_PUBLIC_URL: z
    .string()
    .transform((text, context) => {
      const url = readPublicUrl(text);
      if (!url) context.addIssue(PUBLIC_URL_FORM);
      return url ?? z.NEVER;
    })
    .optional(),
  /** The model backend: the offline brain, real Bedrock, an OpenAI-compatible server, or a script. */
  GANTRY_BEDROCK: z.enum(["brain", "aws", "openai", "fixture"]).default("brain"),
  /** Base address of the model server; with `aws`, by default the region's own. */
  GANTRY_BEDROCK_URL: z.url().optional(),
  GANTRY_BEDROCK_REGION: z.string().default("us-east-1"),
  /** Model id for every role, instead of the defaults; with `openai`, the server's name of the model. */
  GANTRY_MODEL: z.string().min(1).optional(),
  GANTRY_OPENAI_KEY: z.string().optional(),
  GANTRY_FIXTURE: z.string().optional(),
  GANTRY_POLICY: z.string().default(join(root, "policy.yaml")).transform(toPolicy),
  GANTRY_REGISTRY: z.url().optional(),
  /** With a token, pull requests go to the real GitHub, into this owner's repositories. */
  GANTRY_GITHUB_TOKEN: z.string().min(1).optional(),
  GANTRY_GITHUB_OWNER: z.string().min(1).optional(),
  /** With a token, apps go live on the real Vercel. */
  GANTRY_VERCEL_TOKEN: z.string().min(1).optional(),
  /** Profile with the AWS credentials for real Bedrock. */
  AWS_PROFILE: z.string().min(1).optional(),
});

/** The configuration of the local Gantry, read once. */
export interface LocalConfig extends z.infer<typeof environmentSchema> {
  readonly root: string;
  readonly home: string;
  readonly password: string;
  readonly keys: HomeKeys;
  /** All ports of a host share cookies, so each installation has its own cookie name. */
  readonly sessionCookie: string;
}

/** Settings that only the command reads. */
const OF_THE_COMMAND = ["GANTRY_URL", "NO_COLOR"];

/** Returns the unknown names in a settings file, which are mostly misspelt. */
export function unknownSettings(file = SETTINGS_FILE): string[] {
  const known = new Set([...Object.keys(environmentSchema.shape), ...OF_THE_COMMAND]);
  return Object.keys(readSettings(file)).filter((name) => !known.has(name));
}

/** Reads lines `NAME=value`, as `node --env-file` does. A missing file is empty. */
function readSettings(file: string): Record<string, string | undefined> {
  const text = readIfThere(file)?.toString();
  return text === undefined ? {} : { ...parseEnv(text) };
}

/**
 * Reads the environment and, for variables that are not set, `.env` in the checkout. Throws an error that
 * names an invalid variable.
 */
export function readConfig(
  environment: Record<string, string | undefined> = process.env,
  file = SETTINGS_FILE,
): LocalConfig {
  const source = withoutEmpty({ ...readSettings(file), ...environment });
  // npm passes its own registry setting to the scripts that it runs.
  const parsed = environmentSchema.safeParse(
    { GANTRY_REGISTRY: source.npm_config_registry, ...source },
    { error: describeIssue },
  );
  if (!parsed.success) {
    throw new Error(
      parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("; "),
    );
  }
  const home = resolve(parsed.data.GANTRY_HOME);
  makeHome(home);
  return {
    ...parsed.data,
    root,
    home,
    password: parsed.data.GANTRY_PASSWORD ?? kept(home, "password", 12),
    keys: homeKeys(home),
    sessionCookie: `gantry-${kept(home, "session-cookie", 9)}`,
  };
}

/** `NAME=` in a file or a shell means that the setting is not set. */
function withoutEmpty(source: Record<string, string | undefined>): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
}

/** An existing folder keeps its mode, which could allow other users to read it. */
function makeHome(home: string): void {
  try {
    makeFolder(home, 0o700);
    chmodSync(home, 0o700);
  } catch (error) {
    throw new Error(`GANTRY_HOME: ${fileError(home, "written", error as NodeJS.ErrnoException)}`);
  }
}

/** Refuses an invalid policy at the start instead of at the first mission. */
function toPolicy(path: string, context: z.RefinementCtx): Policy {
  try {
    return readPolicyFile(path);
  } catch (error) {
    context.addIssue((error as Error).message);
    return z.NEVER;
  }
}

/**
 * Returns a random value that is generated once and stored in a file readable by its owner only. The `gantry`
 * command reads the password from this file.
 */
function kept(home: string, name: string, bytes: number): string {
  const path = join(home, name);
  const made = randomBytes(bytes).toString("base64url");
  if (!existsSync(path) && createDurably(path, `${made}\n`)) return made;
  const word = readIfThere(path)?.toString().trim();
  if (!word) throw new Error(`${path} is empty: remove it, and a new value is generated`);
  return word;
}

/** The person's own AWS credentials, which would take precedence over the keys of the local cloud. */
const OWN_ACCESS = ["AWS_PROFILE", "AWS_SESSION_TOKEN", "AWS_BEARER_TOKEN_BEDROCK"];

/** Sets the environment of the product's functions, as Lambda does. */
export function setEnvironment(values: Record<string, string>): void {
  for (const name of OWN_ACCESS) delete process.env[name];
  Object.assign(process.env, values);
}
