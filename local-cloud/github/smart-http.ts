import type { ServerResponse } from "node:http";
import { createGunzip } from "node:zlib";
import { type CloudRequest, type CloudResponse, header, requestUrl, send } from "#local-cloud/http.ts";
import { gitIsInstalled, spawnGit } from "./git-process.ts";

export type GitService = "info/refs" | "git-upload-pack" | "git-receive-pack";

/**
 * git's smart HTTP protocol (gitprotocol-http(5)) for `git clone` and `git fetch`, which runs `git
 * upload-pack`. Pushes are refused: code arrives through the API.
 */
export async function serveGit(dir: string, service: GitService, req: CloudRequest, res: CloudResponse) {
  const query = requestUrl(req).searchParams;
  const asked = service === "info/refs" ? query.get("service") : service;
  const method = service === "info/refs" ? "GET" : "POST";
  if (asked !== "git-upload-pack")
    return send(res, 403, "This GitHub serves clones and fetches only; pushing is refused.\n", TEXT);
  if (req.method !== method) return send(res, 405, "Method not allowed\n", { ...TEXT, allow: method });
  if (!gitIsInstalled())
    return send(res, 503, "Git is not installed on the machine that serves this repository.\n", TEXT);
  return service === "info/refs" ? advertise(dir, res) : exchange(dir, req, res);
}

const TEXT = { "content-type": "text/plain; charset=utf-8" };
const NO_CACHE = { "cache-control": "no-cache, max-age=0, must-revalidate" };

function advertise(dir: string, res: CloudResponse): Promise<void> {
  const out = begin(res, "application/x-git-upload-pack-advertisement");
  out.write(`${packetLine("# service=git-upload-pack\n")}0000`);
  return pipeOut(spawnGit(["upload-pack", "--stateless-rpc", "--advertise-refs", dir]), out);
}

function exchange(dir: string, req: CloudRequest, res: CloudResponse): Promise<void> {
  const input = header(req, "content-encoding") === "gzip" ? req.pipe(createGunzip()) : req;
  const out = begin(res, "application/x-git-upload-pack-result");
  return pipeOut(spawnGit(["upload-pack", "--stateless-rpc", dir], input), out);
}

function begin(res: CloudResponse, type: string): ServerResponse {
  const out = res as ServerResponse;
  out.writeHead(200, { "content-type": type, ...NO_CACHE });
  return out;
}

/** The response ends when git ends; git is ended when the client disconnects. */
async function pipeOut(child: ReturnType<typeof spawnGit>, out: ServerResponse): Promise<void> {
  out.on("close", () => child.kill());
  child.stdout?.pipe(out, { end: false });
  const code = await new Promise<number | null>((resolve) => {
    child.on("error", () => resolve(null));
    child.on("close", resolve);
  });
  if (code === 0) out.end();
  else out.destroy();
}

/** The text, preceded by its length as four hex digits, which includes these digits. */
const packetLine = (text: string) => `${(text.length + 4).toString(16).padStart(4, "0")}${text}`;
