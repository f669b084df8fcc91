import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { SITE_CACHE_CONTROL, SITE_HEADERS, siteType } from "#core/web/site.ts";
import { type CloudHandler, requestUrl, send } from "#local/http.ts";

const NAME = /^\/[\w-][\w.-]*(\/[\w-][\w.-]*)*$/;

/** The static client's files as CloudFront gives them from its bucket: only GET and HEAD, and 404 for what is not there. */
export function createSite(folder: string): CloudHandler {
  return async (req, res) => {
    if (req.method !== "GET" && req.method !== "HEAD")
      return send(res, 403, "This path takes GET and HEAD only.\n", plain);
    const path = requestUrl(req).pathname;
    const file = NAME.test(path) ? await read(join(folder, path)) : undefined;
    if (!file) return send(res, 404, req.method === "HEAD" ? "" : "There is no such file.\n", plain);
    send(res, 200, req.method === "HEAD" ? "" : file, {
      ...SITE_HEADERS,
      "cache-control": SITE_CACHE_CONTROL,
      "content-type": siteType(path),
      "content-length": String(file.length),
    });
  };
}

const plain = { ...SITE_HEADERS, "content-type": "text/plain; charset=utf-8" };

async function read(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR" || code === "EISDIR") return undefined;
    throw error;
  }
}
