import { createHash } from "node:crypto";
import { ServiceError } from "#local-cloud/http.ts";
import { hmac, sameText, sha256Hex } from "#local-cloud/sigv4/digest.ts";
import type { Signed } from "#local-cloud/sigv4/verify.ts";

const MAX_LINE = 16 * 1024;
const EMPTY_SHA256 = sha256Hex("");

/**
 * Decodes an aws-chunked body: `<hex size>[;chunk-signature=<hex>]\r\n<bytes>\r\n` … `0…\r\n<trailers>\r\n`
 * (docs: "Signature calculations … multiple chunks" and "… including trailing headers").
 * Chunk signatures, and the signature over the trailers, are checked when `signed` is given.
 */
export async function* decodeChunked(
  source: AsyncIterable<Buffer>,
  trailers: Map<string, string>,
  signed: Signed | null,
): AsyncGenerator<Buffer> {
  const reader = createReader(source);
  const chain = signed && createSignatureChain(signed);
  for (;;) {
    const [, size, , signature] =
      /^([0-9a-fA-F]{1,8})(;chunk-signature=([0-9a-f]{64}))?$/.exec(await reader.line()) ?? [];
    if (size === undefined || (chain && !signature)) throw malformedChunk();
    const length = Number.parseInt(size, 16);
    const hash = createHash("sha256");
    for await (const bytes of reader.bytes(length)) {
      if (chain) hash.update(bytes);
      yield bytes;
    }
    chain?.check("AWS4-HMAC-SHA256-PAYLOAD", `${EMPTY_SHA256}\n${hash.digest("hex")}`, signature ?? "");
    if (length === 0) break;
    if ((await reader.line()) !== "") throw malformedChunk();
  }
  await readTrailers(reader, trailers, chain);
}

async function readTrailers(
  reader: Reader,
  trailers: Map<string, string>,
  chain: SignatureChain | null,
): Promise<void> {
  let canonical = "";
  for (let line = await reader.line(); line !== ""; line = await reader.line()) {
    const colon = line.indexOf(":");
    if (colon < 1 || trailers.size > 8) throw malformedChunk();
    const name = line.slice(0, colon).trim().toLowerCase();
    const value = line.slice(colon + 1).trim();
    trailers.set(name, value);
    if (name !== "x-amz-trailer-signature") canonical += `${name}:${value}\n`;
  }
  if (chain && canonical)
    chain.check(
      "AWS4-HMAC-SHA256-TRAILER",
      sha256Hex(canonical),
      trailers.get("x-amz-trailer-signature") ?? "",
    );
}

interface SignatureChain {
  check(algorithm: string, content: string, signature: string): void;
}

/** Each signature covers the previous one, so chunks can be neither removed nor reordered. */
function createSignatureChain(signed: Signed): SignatureChain {
  let previous = signed.signature;
  return {
    check: (algorithm, content, signature) => {
      const text = [algorithm, signed.date, signed.scope, previous, content].join("\n");
      const expected = hmac(signed.signingKey, text).toString("hex");
      if (!sameText(expected, signature))
        throw new ServiceError("SignatureDoesNotMatch", "The signature of a chunk does not match.", 403);
      previous = expected;
    },
  };
}

interface Reader {
  /** Returns the text up to the next CRLF, or to the end of the body. */
  line(): Promise<string>;
  bytes(length: number): AsyncGenerator<Buffer>;
}

function createReader(source: AsyncIterable<Buffer>): Reader {
  const iterator = source[Symbol.asyncIterator]();
  let buffer: Buffer = Buffer.alloc(0);
  const more = async (): Promise<boolean> => {
    const { done, value } = await iterator.next();
    if (!done) buffer = buffer.length === 0 ? value : Buffer.concat([buffer, value]);
    return !done;
  };
  return {
    line: async () => {
      let end = buffer.indexOf("\r\n");
      while (end < 0) {
        if (buffer.length > MAX_LINE) throw malformedChunk();
        if (!(await more())) {
          const rest = buffer.toString("latin1");
          buffer = Buffer.alloc(0);
          return rest;
        }
        end = buffer.indexOf("\r\n");
      }
      const text = buffer.toString("latin1", 0, end);
      buffer = buffer.subarray(end + 2);
      return text;
    },
    bytes: async function* (length) {
      let left = length;
      while (left > 0) {
        if (buffer.length === 0 && !(await more())) throw incompleteBody();
        const piece = buffer.subarray(0, left);
        buffer = buffer.subarray(piece.length);
        left -= piece.length;
        if (piece.length > 0) yield piece;
      }
    },
  };
}

export function incompleteBody(): ServiceError {
  const message = "You did not provide the number of bytes specified by the Content-Length HTTP header";
  return new ServiceError("IncompleteBody", message, 400);
}

function malformedChunk(): ServiceError {
  return new ServiceError("InvalidRequest", "The aws-chunked body is malformed", 400);
}
