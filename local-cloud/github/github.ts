import { createPublicKey, randomBytes } from "node:crypto";
import { join } from "node:path";
import {
  type CloudHandler,
  type CloudRequest,
  type CloudResponse,
  type CloudService,
  requestUrl,
  send,
} from "#local-cloud/http.ts";
import { endPulls } from "./end-pulls.ts";
import { isoSeconds } from "./git-formats.ts";
import { type GitRepository, openRepository } from "./git-repository.ts";
import { notFoundHtml, pullHtml, repositoryHtml } from "./pages.ts";
import { createRest } from "./rest.ts";
import { type GitRoute, serveGit } from "./smart-http.ts";
import { openState } from "./state.ts";
import type { Account, World } from "./world.ts";

export interface GitHubOptions {
  /** Folder of the repositories and the journal. */
  readonly dir: string;
  /** The address of the local cloud, without a trailing slash. */
  readonly origin: string;
  /** The path below the origin. Requests are accepted with and without it. */
  readonly prefix?: string;
  /** The only valid tokens. */
  readonly tokens: readonly string[];
  /** Public key (PEM) of a GitHub App that may ask for tokens of its installation. */
  readonly appKey?: string;
}

/** A request that GitHub would refuse, or that no program should make. */
interface GitHubViolation {
  readonly request: string;
  readonly message: string;
}

export interface GitHubService extends CloudService {
  /** The most recent violations. */
  readonly violations: readonly GitHubViolation[];
}

const KEPT_VIOLATIONS = 100;

const ACCOUNTS: readonly Account[] = [
  { id: 1, login: "gantry-local", type: "User" },
  { id: 2, login: "gantry-org", type: "Organization" },
  { id: 3, login: "gantry[bot]", type: "Bot" },
];

/**
 * GitHub on this machine, with real git repositories: the REST API at `<prefix>/api/v3`, `git clone` from and
 * `git push` to `<prefix>/<owner>/<repo>.git`, and pages for people at the `html_url`s. Unlike on GitHub, anyone
 * on this machine may read. Unsupported requests are refused and listed in `violations`.
 */
export function createGitHub({
  dir,
  origin,
  prefix = "/github",
  tokens,
  appKey,
}: GitHubOptions): GitHubService {
  const violations: GitHubViolation[] = [];
  const state = openState(dir);
  const opened = new Map<number, GitRepository>();
  const world: World = {
    api: `${origin}${prefix}/api/v3`,
    html: `${origin}${prefix}`,
    accounts: ACCOUNTS,
    access: {
      tokens,
      appKey: appKey === undefined ? undefined : createPublicKey(appKey),
      secret: randomBytes(32).toString("base64"),
    },
    state,
    git(repository) {
      const path = join(dir, "repositories", `${repository.id}.git`);
      const git = opened.get(repository.id) ?? openRepository(path, repository.default_branch);
      opened.set(repository.id, git);
      return git;
    },
    now: () => isoSeconds(new Date()),
  };
  completePushes(world);
  const rest = createRest({
    world,
    onViolation: (request, message) => {
      violations.push({ request: request.slice(0, 200), message: message.slice(0, 1000) });
      // Bounded, because anyone on this machine can cause violations.
      if (violations.length > KEPT_VIOLATIONS) violations.shift();
    },
  });
  return {
    violations,
    async handle(req, res) {
      if (req.url?.startsWith(`${prefix}/`)) req.url = req.url.slice(prefix.length);
      await route(world, rest, req, res);
    },
    close: async () => state.close(),
  };
}

/** Ends the pull requests of pushes after which the process ended. */
function completePushes(world: World): void {
  for (const { login } of world.accounts)
    for (const repository of world.state.repositories(login)) endPulls(world, repository, login);
}

const GIT_PATH = /^\/([^/]+)\/([^/]+?)(?:\.git)?\/(info\/refs|git-upload-pack|git-receive-pack)$/;
const PAGE_PATH = /^\/([^/]+)\/([^/]+?)(?:\.git)?(?:\/pull\/(\d+))?\/?$/;

async function route(world: World, rest: CloudHandler, req: CloudRequest, res: CloudResponse) {
  const { pathname } = requestUrl(req);
  if (pathname.startsWith("/api/v3/")) {
    req.url = (req.url ?? "").slice("/api/v3".length);
    return rest(req, res);
  }
  const [, gitOwner = "", gitName = "", service] = GIT_PATH.exec(pathname) ?? [];
  if (service) {
    const repository = world.state.repository(gitOwner, gitName);
    if (!repository) return send(res, 404, "Repository not found.\n", { "content-type": "text/plain" });
    return serveGit(world, repository, service as GitRoute, req, res);
  }
  const html = await pageAt(world, pathname);
  return send(res, html === undefined ? 404 : 200, html ?? notFoundHtml(), {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'",
  });
}

async function pageAt(world: World, pathname: string): Promise<string | undefined> {
  const [, owner = "", name = "", number] = PAGE_PATH.exec(pathname) ?? [];
  const repository = world.state.repository(owner, name);
  if (!repository) return undefined;
  const git = world.git(repository);
  if (number === undefined) return repositoryHtml(world, repository, git);
  const pull = world.state.pulls(repository.id).find((candidate) => candidate.number === Number(number));
  return pull && pullHtml(world, repository, git, pull);
}
