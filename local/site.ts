import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { GantryError, toProblem } from "#core/kernel/errors.ts";
import { isFresh } from "#core/web/conditional.ts";
import { PACKAGE_FILES, siteCacheControl, siteType } from "#core/web/site.ts";
import { problemBody } from "#local/problem-body.ts";
import { compressed } from "#local-cloud/compress.ts";
import {
  type CloudHandler,
  type CloudRequest,
  type CloudResponse,
  header,
  requestUrl,
  send,
} from "#local-cloud/http.ts";

const { resolve } = createRequire(import.meta.url);
const NAME = /^\/[\w-][\w.-]*(\/[\w-][\w.-]*)*$/;
/** The minimum size of files that CloudFront compresses. */
const COMPRESSED_FROM = 1000;

/**
 * Serves the static client's files as CloudFront does from its bucket: compressed, with an ETag, 404 for
 * missing files.
 */
export function createSite(folder: string): CloudHandler {
  return async (req, res) => {
    const path = requestUrl(req).pathname;
    const file = NAME.test(path) ? await read(fileAt(folder, path)) : undefined;
    if (!file) return refuse(req, res);
    const type = siteType(path);
    const etag = `W/"${createHash("sha256").update(file).digest("base64url").slice(0, 27)}"`;
    const headers = { "cache-control": siteCacheControl(path), etag, "content-type": type };
    if (isFresh(header(req, "if-none-match"), etag)) return send(res, 304, "", headers);
    const answer = compressed(req, { type, body: file, minimum: COMPRESSED_FROM, encodings: ["br", "gzip"] });
    send(res, 200, req.method === "HEAD" ? "" : answer.body, {
      ...headers,
      ...answer.headers,
      "content-length": String(answer.body.length),
    });
  };
}

function fileAt(folder: string, path: string): string {
  const packaged = PACKAGE_FILES.get(path);
  return packaged === undefined ? join(folder, path) : resolve(packaged);
}

function refuse(req: CloudRequest, res: CloudResponse): void {
  const problem = toProblem(new GantryError("NotFound", "There is no such file."));
  const { body, headers } = problemBody(req, problem);
  send(res, 404, req.method === "HEAD" ? "" : body, { ...headers, "cache-control": "no-store" });
}

async function read(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR" || code === "EISDIR") return undefined;
    throw error;
  }
}
