import { createHash } from "node:crypto";
import { ServiceError } from "#local-cloud/http.ts";
import type { Signed } from "#local-cloud/sigv4/verify.ts";
import { createDigests, expectationOf } from "./checksum.ts";
import { decodeChunked, incompleteBody } from "./chunked.ts";
import type { S3Request } from "./request.ts";
import { parseXml, type XmlNode } from "./xml.ts";

/** A decoded body: without framing; its signature and length are checked while it is read. */
export interface Body {
  readonly bytes: AsyncIterable<Buffer>;
  /** Complete when `bytes` has been read. */
  readonly trailers: ReadonlyMap<string, string>;
}

const MAX_OBJECT = 5 * 1024 ** 3;
const MAX_DOCUMENT = 2 * 1024 * 1024;

export function openBody(request: S3Request, signed: Signed): Body {
  const trailers = new Map<string, string>();
  const length = declaredLength(request, signed);
  if (length > MAX_OBJECT)
    throw new ServiceError("EntityTooLarge", "Your proposed upload exceeds the maximum allowed size", 400);
  return { bytes: ofLength(decoded(request, signed, trailers), length), trailers };
}

/** Reads a small XML document and verifies its checksum. */
export async function readDocument(request: S3Request, body: Body): Promise<XmlNode> {
  const expectation = expectationOf(request);
  const digests = createDigests(expectation, expectation.algorithm ?? "CRC32");
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body.bytes) {
    size += chunk.length;
    if (size > MAX_DOCUMENT) throw new ServiceError("MalformedXML", "The XML you provided is too large", 400);
    digests.update(chunk);
    chunks.push(chunk);
  }
  digests.finish(body.trailers);
  return parseXml(Buffer.concat(chunks).toString("utf8"));
}

function decoded(request: S3Request, signed: Signed, trailers: Map<string, string>): AsyncIterable<Buffer> {
  const source = request.http as AsyncIterable<Buffer>;
  switch (signed.payload) {
    case "UNSIGNED-PAYLOAD":
      return source;
    case "STREAMING-UNSIGNED-PAYLOAD-TRAILER":
      return decodeChunked(source, trailers, null);
    case "STREAMING-AWS4-HMAC-SHA256-PAYLOAD":
    case "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER":
      return decodeChunked(source, trailers, signed);
    default:
      if (/^[0-9a-f]{64}$/.test(signed.payload)) return withDigest(source, signed.payload);
      throw new ServiceError(
        "NotImplemented",
        `x-amz-content-sha256 ${signed.payload} is not implemented`,
        501,
      );
  }
}

function declaredLength(request: S3Request, signed: Signed): number {
  const streaming = signed.payload.startsWith("STREAMING-");
  const text = request.headers.get(streaming ? "x-amz-decoded-content-length" : "content-length");
  if (text !== undefined && /^\d+$/.test(text)) return Number(text);
  if (!streaming && request.headers.has("transfer-encoding"))
    throw new ServiceError(
      "NotImplemented",
      "A header you provided implies functionality that is not implemented: Transfer-Encoding",
      501,
    );
  if (!streaming && ["GET", "HEAD", "DELETE", "POST"].includes(request.method)) return 0;
  throw new ServiceError("MissingContentLength", "You must provide the Content-Length HTTP header.", 411);
}

async function* ofLength(source: AsyncIterable<Buffer>, length: number): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const chunk of source) {
    size += chunk.length;
    if (size > length) throw incompleteBody();
    yield chunk;
  }
  if (size !== length) throw incompleteBody();
}

async function* withDigest(source: AsyncIterable<Buffer>, promised: string): AsyncGenerator<Buffer> {
  const hash = createHash("sha256");
  for await (const chunk of source) {
    hash.update(chunk);
    yield chunk;
  }
  if (hash.digest("hex") !== promised)
    throw new ServiceError(
      "XAmzContentSHA256Mismatch",
      "The provided 'x-amz-content-sha256' header does not match what was computed.",
      400,
    );
}
