import type { CloudRequest } from "#local-cloud/http.ts";
import { header, readBody } from "#local-cloud/http.ts";
import { badRequest, refusal } from "./refusal.ts";
import { type Store, sha1 } from "./store.ts";

/** Maximum size of a file: the limit of Vercel's Hobby plan for one upload. */
const FILE_LIMIT = 100 * 1024 * 1024;

/** POST /v2/files: stores bytes under their SHA-1, which the caller states in `x-vercel-digest`. */
export async function uploadFile(store: Store, req: CloudRequest): Promise<{ urls: string[] }> {
  const stated = header(req, "x-vercel-digest") ?? header(req, "x-now-digest");
  if (stated === undefined) throw badRequest("Invalid request: the header `x-vercel-digest` is missing.");
  const bytes = await readBody(req, FILE_LIMIT);
  const size = header(req, "x-now-size");
  if (size !== undefined && Number(size) !== bytes.length)
    throw refusal(400, "size_mismatch", `The file has ${bytes.length} bytes, not ${size}.`);
  const actual = sha1(bytes);
  if (actual !== stated)
    throw refusal(400, "digest_mismatch", `The file has the SHA-1 ${actual}, not ${stated.slice(0, 80)}.`);
  store.keep(bytes);
  return { urls: [] };
}
