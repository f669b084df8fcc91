import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { type CloudRequest, header } from "#local-cloud/http.ts";

const TEXT = /^(text\/|image\/svg|application\/([\w.+-]*(json|xml|javascript)))/;
const QUICK = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

export interface Compressible {
  readonly type: string;
  readonly body: Uint8Array;
  /** Minimum size in bytes for compression. */
  readonly minimum: number;
  readonly encodings: readonly ("br" | "gzip")[];
}

/**
 * Compresses a body with the first of these encodings that the client accepts. Returns the body and its
 * headers.
 */
export function compressed(req: CloudRequest, { type, body, minimum, encodings }: Compressible) {
  if (body.length < minimum || !TEXT.test(type)) return { body, headers: {} };
  const wanted = header(req, "accept-encoding");
  const encoding = wanted === undefined ? undefined : encodings.find((name) => accepts(wanted, name));
  const vary = { vary: "Accept-Encoding" };
  if (encoding === undefined) return { body, headers: vary };
  const bytes = encoding === "br" ? brotliCompressSync(body, QUICK) : gzipSync(body);
  return { body: bytes, headers: { ...vary, "content-encoding": encoding } };
}

/**
 * Whether an `Accept-Encoding` header accepts a coding (RFC 9110 section 12.5.3): by name, otherwise by `*`;
 * weight 0 means no.
 */
function accepts(acceptEncoding: string, coding: string): boolean {
  const codings = new Map(
    acceptEncoding.split(",").map((part) => {
      const [name = "", ...parameters] = part.split(";").map((each) => each.trim().toLowerCase());
      return [name, !parameters.some((each) => /^q\s*=\s*0(\.0*)?$/.test(each))] as const;
    }),
  );
  return codings.get(coding) ?? codings.get("*") ?? false;
}
