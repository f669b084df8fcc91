import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { UsageError } from "#cli/errors.ts";

/** Where the command looks and what it may say; the only place of the command that reads the environment. */
export interface CliConfig {
  /** The checkout. */
  readonly root: string;
  /** Data of the local cloud, and what this command keeps: the pinned evidence key. */
  readonly home: string;
  /** Origin of the API. */
  readonly url: string;
  /** Whether that is this machine, so that a cloud may be started there. */
  readonly local: boolean;
  readonly port: number;
  /** AWS region of the environment; undefined leaves it to the AWS profile. */
  readonly region: string | undefined;
  readonly color: boolean;
  /** How the person calls this command, for hints that can be copied. */
  readonly program: string;
  /** The password, when there is one for this address. */
  password(): string | undefined;
  /** Environment of a cloud that is started. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;

export function readConfig(env: Record<string, string | undefined> = process.env): CliConfig {
  const root = dirname(dirname(fileURLToPath(import.meta.url)));
  const home = resolve(env.GANTRY_HOME || join(root, ".gantry"));
  const address = readAddress(env);
  const local = LOOPBACK.test(address.hostname);
  const port = Number(address.port) || (address.protocol === "https:" ? 443 : 80);
  return {
    root,
    home,
    url: address.origin,
    local,
    port,
    region: env.AWS_REGION || env.AWS_DEFAULT_REGION || undefined,
    program: programOf(env),
    color: !env.NO_COLOR && env.TERM !== "dumb",
    // The generated password is for this machine's cloud; it is never sent anywhere else.
    password: () => env.GANTRY_PASSWORD || (local ? keptPassword(home) : undefined),
    environment: { ...env, GANTRY_HOME: home, PORT: String(port) },
  };
}

/** `npm run gantry --` in a checkout, `gantry` where it is installed. */
export function programOf(env: Record<string, string | undefined> = process.env): string {
  return env.npm_lifecycle_event === "gantry" ? "npm run gantry --" : "gantry";
}

function readAddress(env: Record<string, string | undefined>): URL {
  const text = env.GANTRY_URL || `http://127.0.0.1:${env.PORT || "5050"}`;
  const address = URL.parse(text);
  if (!address || !/^https?:$/.test(address.protocol))
    throw new UsageError(`${env.GANTRY_URL ? "GANTRY_URL" : "PORT"}: ${text} is not an http address.`);
  return address;
}

function keptPassword(home: string): string | undefined {
  try {
    return readFileSync(join(home, "password"), "utf8").trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
