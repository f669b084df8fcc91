import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DEFAULT_MODELS } from "#core/model/defaults.ts";
import { freePort } from "#test/support/free-port.ts";
import { within } from "#test/support/limits.ts";
import { patientPolicy } from "./patient-policy.ts";

const ROOT = join(import.meta.dirname, "../../..");
const NODE = join(ROOT, "node_modules/.bin/node");
const READY_SECONDS = 120;

/** The line of the log that ends a start. */
const READY = '"message":"ready"';

/** One installation on this machine: its own process, port and data, as `npm start` makes it. */
export interface Gantry {
  readonly origin: string;
  readonly home: string;
  readonly password: string;
  /** The running process; a new one after `start`. */
  readonly pid: number;
  /** Its log so far, as lines of JSON. */
  output(): string;
  start(): Promise<void>;
  /** SIGKILL, as a power cut would. Resolves when the process is gone. */
  crash(): Promise<void>;
  /** Ends the process and removes its data. */
  stop(): Promise<void>;
}

/** Starts an installation with these environment variables on top, or another program that is one. */
export async function startGantry(
  env: Record<string, string> = {},
  program: readonly string[] = ["local/main.ts", "--json"],
): Promise<Gantry> {
  const folder = mkdtempSync(join(tmpdir(), "gantry-e2e-"));
  const home = join(folder, "home");
  mkdirSync(home, { mode: 0o700 });
  const policy = patientPolicy(folder);
  const port = await freePort();
  const password = "correct-horse-battery";
  let child: ChildProcess | undefined;
  let output = "";

  const gantry: Gantry = {
    origin: `http://127.0.0.1:${port}`,
    home,
    password,
    get pid() {
      return child?.pid ?? 0;
    },
    output: () => output,
    start,
    crash: () => end("SIGKILL"),
    async stop() {
      await end("SIGTERM");
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
  await start();
  return gantry;

  async function start(): Promise<void> {
    const started = spawn(NODE, [...program], {
      cwd: ROOT,
      env: {
        PATH: process.env.PATH ?? "",
        // The local endpoint then refuses what this model would refuse, whoever answers behind it.
        ...(env.GANTRY_BEDROCK === "aws" ? {} : { GANTRY_MODEL: DEFAULT_MODELS.large }),
        HOME: process.env.HOME ?? "",
        PORT: String(port),
        GANTRY_HOME: home,
        GANTRY_POLICY: policy,
        GANTRY_PASSWORD: password,
        ...env,
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    child = started;
    const ready = Promise.withResolvers<void>();
    for (const stream of [started.stdout, started.stderr]) {
      stream.on("data", (part: Buffer) => {
        output += part;
        if (output.includes(READY)) ready.resolve();
      });
    }
    const timer = setTimeout(
      () => ready.reject(new Error(`not ready after ${READY_SECONDS} s of this machine:\n${output}`)),
      within(READY_SECONDS),
    );
    started.once("exit", (code, signal) =>
      ready.reject(new Error(`ended with ${code ?? signal}:\n${output}`)),
    );
    await ready.promise.finally(() => clearTimeout(timer));
    output = output.replaceAll(READY, '"message":"was ready"');
  }

  async function end(signal: NodeJS.Signals): Promise<void> {
    const running = child;
    if (!running || running.exitCode !== null || running.signalCode !== null) return;
    const gone = new Promise((resolve) => running.once("exit", resolve));
    running.kill(signal);
    await gone;
  }
}
