import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { accepts } from "#core/web/accepts.ts";
import { type CloudRequest, header } from "#local/http.ts";

const TEXT = /^(text\/|image\/svg|application\/([\w.+-]*(json|xml|javascript)))/;
const QUICK = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

export interface Compressible {
  readonly type: string;
  readonly body: Uint8Array;
  /** Bytes below which nothing is compressed. */
  readonly minimum: number;
  readonly encodings: readonly ("br" | "gzip")[];
}

/** A body in the first of these encodings that the client takes, and the headers that say so; else as it is. */
export function compressed(req: CloudRequest, { type, body, minimum, encodings }: Compressible) {
  if (body.length < minimum || !TEXT.test(type)) return { body, headers: {} };
  const wanted = header(req, "accept-encoding");
  const encoding = wanted === undefined ? undefined : encodings.find((name) => accepts(wanted, name));
  const vary = { vary: "Accept-Encoding" };
  if (encoding === undefined) return { body, headers: vary };
  const bytes = encoding === "br" ? brotliCompressSync(body, QUICK) : gzipSync(body);
  return { body: bytes, headers: { ...vary, "content-encoding": encoding } };
}
