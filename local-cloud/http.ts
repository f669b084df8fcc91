import type { IncomingMessage, ServerResponse } from "node:http";
import type { Http2ServerRequest, Http2ServerResponse } from "node:http2";
import type { Principal } from "#local-cloud/sts/identities.ts";

/** A request of the port: HTTP/1.1 and HTTP/2 use the same handlers. */
export type CloudRequest = IncomingMessage | Http2ServerRequest;
export type CloudResponse = ServerResponse | Http2ServerResponse;
export type CloudHandler = (req: CloudRequest, res: CloudResponse) => Promise<void>;

/** A service of the local cloud, which handles requests of its protocol and can be closed. */
export interface CloudService {
  readonly handle: CloudHandler;
  close(): Promise<void>;
}

/**
 * Handles requests whose signature was checked, and receives the signer; its type prevents its use without
 * that check.
 */
export type SignedHandler = (req: CloudRequest, res: CloudResponse, signer: Principal) => Promise<void>;

/** An AWS service whose requests need a signature. */
export interface SignedService {
  readonly handle: SignedHandler;
  close(): Promise<void>;
}

/** An error of a service: `code` is the error code that AWS documents, `status` the HTTP status. */
export class ServiceError extends Error {
  readonly code: string;
  readonly status: number;
  readonly detail: Record<string, unknown>;
  constructor(code: string, message: string, status = 400, detail: Record<string, unknown> = {}) {
    super(message);
    this.name = code;
    this.code = code;
    this.status = status;
    this.detail = detail;
  }
}

/** Bodies by request, so that the service receives exactly the bytes whose signature was checked. */
const bodies = new WeakMap<CloudRequest, Buffer>();

/** Reads a body of at most `limit` bytes. A larger one is refused with 413 before it is in memory. */
export async function readBody(req: CloudRequest, limit = 256 * 1024 * 1024): Promise<Buffer> {
  const body = bodies.get(req) ?? (await collect(req, limit));
  if (body.length > limit) throw tooLarge(limit);
  bodies.set(req, body);
  return body;
}

async function collect(req: CloudRequest, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of req as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) throw tooLarge(limit);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLarge(limit: number): ServiceError {
  return new ServiceError("RequestEntityTooLarge", `body exceeds ${limit} bytes`, 413);
}

/**
 * Returns the URL of a request's target. A target that begins with two slashes is a path and not another
 * host.
 */
export function requestUrl(req: CloudRequest): URL {
  return new URL(`http://local${req.url ?? "/"}`);
}

/** Sends status, headers and body, over HTTP/1.1 or HTTP/2. */
export function send(
  res: CloudResponse,
  status: number,
  body: string | Uint8Array = "",
  headers: Record<string, string> = {},
): void {
  const out = res as ServerResponse;
  out.writeHead(status, headers);
  out.end(body);
}

/** Returns the single value of a header, or undefined. */
export function header(req: CloudRequest, name: string): string | undefined {
  const value = req.headers[name];
  return Array.isArray(value) ? value[0] : value;
}
