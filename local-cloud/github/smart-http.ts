import type { ServerResponse } from "node:http";
import { createGunzip } from "node:zlib";
import { type CloudRequest, type CloudResponse, header, requestUrl, send } from "#local-cloud/http.ts";
import { type Authenticate, authenticator } from "./authenticate.ts";
import { endPulls, rememberPulls } from "./end-pulls.ts";
import { GitHubError } from "./errors.ts";
import { gitIsInstalled, spawnGit } from "./git-process.ts";
import type { Repository } from "./state.ts";
import type { Account, World } from "./world.ts";

export type GitRoute = "info/refs" | "git-upload-pack" | "git-receive-pack";
type Service = Exclude<GitRoute, "info/refs">;

/** What a caller must be allowed to do in order to push; an App may, as with "Contents: write" on GitHub. */
const PUSH: Parameters<Authenticate>[1] = { id: "git/receive-pack", forApps: true };

/**
 * git's smart HTTP protocol (gitprotocol-http(5)). Anyone on this machine may clone and fetch, which runs `git
 * upload-pack`; `git receive-pack` takes a push, with a valid token as the password.
 */
export async function serveGit(
  world: World,
  repository: Repository,
  route: GitRoute,
  req: CloudRequest,
  res: CloudResponse,
): Promise<void> {
  const asked = route === "info/refs" ? requestUrl(req).searchParams.get("service") : route;
  const method = route === "info/refs" ? "GET" : "POST";
  if (asked !== "git-upload-pack" && asked !== "git-receive-pack")
    return send(res, 403, "Only git's smart HTTP protocol is supported.\n", TEXT);
  if (req.method !== method) return send(res, 405, "Method not allowed\n", { ...TEXT, allow: method });
  const pusher = asked === "git-receive-pack" ? pusherOf(world, req) : undefined;
  if (pusher instanceof GitHubError)
    return send(res, pusher.status, `${pusher.message}\n`, { ...TEXT, ...CHALLENGE });
  if (!gitIsInstalled())
    return send(res, 503, "Git is not installed on the machine that serves this repository.\n", TEXT);
  const { dir } = world.git(repository);
  if (route === "info/refs") return advertise(dir, asked, res);
  if (pusher) return takePush(world, repository, { pusher, dir }, req, res);
  await exchange(dir, asked, req, res);
  res.end();
}

const TEXT = { "content-type": "text/plain; charset=utf-8" };
const CHALLENGE = { "www-authenticate": 'Basic realm="GitHub"' };
const NO_CACHE = { "cache-control": "no-cache, max-age=0, must-revalidate" };

/** In bytes: GitHub's own limit for one push. */
const PUSH_LIMIT = 2 * 1024 ** 3;

/**
 * Objects stay loose, because the REST API reads loose ones; they are checked, and are on the disk before git reports
 * success. Only branches and tags can be pushed, and no hook runs.
 */
const SETTINGS: Record<Service, readonly string[]> = {
  "git-upload-pack": [],
  "git-receive-pack": [
    "receive.unpackLimit=2147483647",
    "receive.fsckObjects=true",
    `receive.maxInputSize=${PUSH_LIMIT}`,
    "receive.autogc=false",
    "core.fsync=all",
    "core.hooksPath=/dev/null",
    "receive.hideRefs=refs",
    "receive.hideRefs=!refs/heads",
    "receive.hideRefs=!refs/tags",
  ].flatMap((setting) => ["-c", setting]),
};

/** The account that pushes, or GitHub's error. */
function pusherOf(world: World, req: CloudRequest): Account | GitHubError {
  try {
    return authenticator(world)(header(req, "authorization") ?? "", PUSH);
  } catch (error) {
    if (error instanceof GitHubError) return error;
    throw error;
  }
}

async function advertise(dir: string, service: Service, res: CloudResponse): Promise<void> {
  const out = begin(res, `application/x-${service}-advertisement`);
  out.write(`${packetLine(`# service=${service}\n`)}0000`);
  await pipeOut(spawnGit([...command(service), "--advertise-refs", dir]), out);
  out.end();
}

/** git waits for the end of the response, so the pull requests have ended before the push has. */
async function takePush(
  world: World,
  repository: Repository,
  { pusher, dir }: { readonly pusher: Account; readonly dir: string },
  req: CloudRequest,
  res: CloudResponse,
): Promise<void> {
  rememberPulls(world, repository);
  await world.state.settled();
  await exchange(dir, "git-receive-pack", req, res);
  endPulls(world, repository, pusher.login);
  await world.state.settled();
  res.end();
}

async function exchange(dir: string, service: Service, req: CloudRequest, res: CloudResponse): Promise<void> {
  const input = header(req, "content-encoding") === "gzip" ? req.pipe(createGunzip()) : req;
  const out = begin(res, `application/x-${service}-result`);
  await pipeOut(spawnGit([...command(service), dir], input), out);
}

const command = (service: Service): string[] => [
  ...SETTINGS[service],
  service.slice("git-".length),
  "--stateless-rpc",
];

function begin(res: CloudResponse, type: string): ServerResponse {
  const out = res as ServerResponse;
  out.writeHead(200, { "content-type": type, ...NO_CACHE });
  return out;
}

/**
 * Sends what git prints until git ends; the connection is cut if git fails. git is ended when the client disconnects.
 */
async function pipeOut(child: ReturnType<typeof spawnGit>, out: ServerResponse): Promise<void> {
  out.on("close", () => child.kill());
  child.stdout?.pipe(out, { end: false });
  const code = await new Promise<number | null>((resolve) => {
    child.on("error", () => resolve(null));
    child.on("close", resolve);
  });
  if (code !== 0) out.destroy();
}

/** The text, preceded by its length as four hex digits, which includes these digits. */
const packetLine = (text: string) => `${(text.length + 4).toString(16).padStart(4, "0")}${text}`;
