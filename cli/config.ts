import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { parseEnv } from "node:util";
import { UsageError } from "#cli/errors.ts";
import { supportsHyperlinks } from "#cli/terminal/hyperlinks.ts";

/** The command's configuration; the only module of the command that reads the environment. */
export interface CliConfig {
  /** The checkout, or the built files of an installed package. */
  readonly root: string;
  /** Whether this is a checkout, whose programs are its sources. */
  readonly isCheckout: boolean;
  /** Data of the local Gantry and of this command: sessions and the pinned evidence key. */
  readonly home: string;
  /** Origin of the API. */
  readonly url: string;
  /** Whether that is this machine, so that a Gantry may be started there. */
  readonly local: boolean;
  readonly port: number;
  /** The setting GANTRY_PUBLIC_URL, as it was given: where other devices reach the local Gantry. */
  readonly publicUrl: string | undefined;
  /** AWS region of the environment; undefined leaves it to the AWS profile. */
  readonly region: string | undefined;
  readonly color: boolean;
  readonly hyperlinks: boolean;
  /** How this command was invoked, for hints that can be copied. */
  readonly program: string;
  /** The password, when there is one for this address. */
  password(): string | undefined;
  /** Whether GANTRY_PASSWORD is set. */
  readonly passwordGiven: boolean;
  /** Environment of a program that is started. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}

type Environment = Record<string, string | undefined>;

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;
/** This file is `cli/config.ts`, or part of `cli/gantry.cjs` of a package. */
const ROOT = dirname(import.meta.dirname);
const IS_CHECKOUT = existsSync(join(ROOT, "cli/main.ts"));

/** The environment and, for what is not set there, `.env` in the checkout, as the service reads it. */
function readEnvironment(): Environment {
  const file = join(ROOT, ".env");
  return { ...(IS_CHECKOUT && existsSync(file) ? parseEnv(readFileSync(file, "utf8")) : {}), ...process.env };
}

export function readConfig(env: Environment = readEnvironment()): CliConfig {
  const home = resolve(env.GANTRY_HOME || join(IS_CHECKOUT ? ROOT : homedir(), ".gantry"));
  const address = readAddress(env);
  const local = LOOPBACK.test(address.hostname);
  const port = Number(address.port) || (address.protocol === "https:" ? 443 : 80);
  return {
    root: ROOT,
    isCheckout: IS_CHECKOUT,
    home,
    url: address.origin,
    local,
    port,
    publicUrl: env.GANTRY_PUBLIC_URL || undefined,
    region: env.AWS_REGION || env.AWS_DEFAULT_REGION || undefined,
    program: programOf(env),
    color: !env.NO_COLOR && env.TERM !== "dumb",
    hyperlinks: supportsHyperlinks(env),
    // The generated password is for this machine's Gantry; it is never sent anywhere else.
    password: () => env.GANTRY_PASSWORD || (local ? keptPassword(home) : undefined),
    passwordGiven: Boolean(env.GANTRY_PASSWORD),
    environment: { ...env, GANTRY_HOME: home, PORT: String(port) },
  };
}

/** How the command is called: by a script of the checkout, by `npx .` in it, or by its own name. */
export function programOf(env: Environment = process.env): string {
  if (env.npm_lifecycle_event === "gantry") return "npm run gantry --";
  return env.npm_lifecycle_event === "npx" && IS_CHECKOUT ? "npx ." : "gantry";
}

/** A program of this product: TypeScript in a checkout, JavaScript in a package. `name` is its path without a suffix. */
export function programFile(
  { root, isCheckout }: Pick<CliConfig, "root" | "isCheckout">,
  name: string,
): string {
  return join(root, `${name}${isCheckout ? ".ts" : ".js"}`);
}

/** The product's version. */
export function version(): string {
  return (JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { version: string }).version;
}

function readAddress(env: Environment): URL {
  const text = env.GANTRY_URL || `http://127.0.0.1:${env.PORT || "5050"}`;
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return new URL(text);
  throw new UsageError(
    env.GANTRY_URL
      ? `GANTRY_URL: ${text} is not an http or https address.`
      : `PORT must be a number from 1 to 65535, not ${env.PORT}.`,
  );
}

/** The service leaves this file when the password was changed in the web client. */
const CHANGED_FILE = "password-changed";

function keptPassword(home: string): string | undefined {
  if (existsSync(join(home, CHANGED_FILE))) return undefined;
  try {
    return readFileSync(join(home, "password"), "utf8").trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
