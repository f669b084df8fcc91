import { execFile } from "node:child_process";
import type { KeyPairKeyObjectResult } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { Octokit } from "@octokit/rest";
import { createGitHub, type GitHubService } from "#local-cloud/github/github.ts";
import { within } from "#test/support/limits.ts";

/** The token that is valid unless a test gives others. */
export const TOKEN = "gantry-local-token";

export interface RunningGitHub {
  /** `http://127.0.0.1:<port>/github` */
  readonly html: string;
  readonly api: string;
  readonly dir: string;
  service: GitHubService;
  /** As after a crash: a new service on the same files. */
  restart(): void;
  close(): Promise<void>;
}

export async function startGitHub(
  options: { tokens?: readonly string[]; appKey?: string } = {},
): Promise<RunningGitHub> {
  const dir = mkdtempSync(join(tmpdir(), "gantry-github-"));
  const server = createServer((req, res) => {
    running.service.handle(req, res).catch((error) => {
      res.writeHead(500).end(String(error?.stack));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const open = () => createGitHub({ dir, origin, tokens: [TOKEN], ...options });
  const running: RunningGitHub = {
    html: `${origin}/github`,
    api: `${origin}/github/api/v3`,
    dir,
    service: open(),
    restart: () => {
      running.service = open();
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await running.service.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
  return running;
}

/** A public key as `appKey` takes it. */
export const spki = ({ publicKey }: KeyPairKeyObjectResult) =>
  publicKey.export({ type: "spki", format: "pem" }).toString();

export function client(github: RunningGitHub, token = TOKEN): Octokit {
  const quiet = { debug() {}, info() {}, warn() {}, error() {} };
  return new Octokit({ baseUrl: github.api, auth: token, log: quiet });
}

const run = promisify(execFile);

/** The system's git, deaf to the settings of whoever runs the tests. */
export async function git(...args: string[]): Promise<string> {
  const env = {
    ...process.env,
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_CONFIG_SYSTEM: "/dev/null",
    GIT_TERMINAL_PROMPT: "0",
  };
  const { stdout } = await run("git", args, { env, timeout: within(60) });
  return stdout.trim();
}
