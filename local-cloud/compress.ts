import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { type CloudRequest, header } from "#local-cloud/http.ts";

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

/** Whether an `Accept-Encoding` header takes a coding (RFC 9110 section 12.5.3): by name, else by `*`; weight 0 refuses. */
function accepts(acceptEncoding: string, coding: string): boolean {
  const codings = new Map(
    acceptEncoding.split(",").map((part) => {
      const [name = "", ...parameters] = part.split(";").map((each) => each.trim().toLowerCase());
      return [name, !parameters.some((each) => /^q\s*=\s*0(\.0*)?$/.test(each))] as const;
    }),
  );
  return codings.get(coding) ?? codings.get("*") ?? false;
}
