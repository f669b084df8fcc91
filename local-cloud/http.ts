import type { IncomingMessage, ServerResponse } from "node:http";
import type { Http2ServerRequest, Http2ServerResponse } from "node:http2";
import type { Principal } from "#local-cloud/sts/identities.ts";

/** A request or response of the one port: HTTP/1.1 and HTTP/2 arrive at the same handlers. */
export type CloudRequest = IncomingMessage | Http2ServerRequest;
export type CloudResponse = ServerResponse | Http2ServerResponse;
export type CloudHandler = (req: CloudRequest, res: CloudResponse) => Promise<void>;

/** One service of the local cloud: it answers its wire protocol and can be shut down. */
export interface CloudService {
  readonly handle: CloudHandler;
  close(): Promise<void>;
}

/** Takes requests whose signature was checked, and gets whose it is; it cannot be served without that check. */
export type SignedHandler = (req: CloudRequest, res: CloudResponse, signer: Principal) => Promise<void>;

/** A service of AWS behind the check of signatures. */
export interface SignedService {
  readonly handle: SignedHandler;
  close(): Promise<void>;
}

/** An error in a service's own wire format: `code` is the name AWS documents, `status` the HTTP status. */
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

/** Bodies by their request: the bytes whose signature was checked are those that the service gets. */
const bodies = new WeakMap<CloudRequest, Buffer>();

/** The whole body, at most `limit` bytes; a larger one is refused with 413 before it is kept. */
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

/** The URL of a request's target. One that begins with two slashes is a path as well, and names no other host. */
export function requestUrl(req: CloudRequest): URL {
  return new URL(`http://local${req.url ?? "/"}`);
}

/** Writes status, headers and body in one go; works for HTTP/1.1 and HTTP/2 alike. */
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

/** A header's single value, or undefined. */
export function header(req: CloudRequest, name: string): string | undefined {
  const value = req.headers[name];
  return Array.isArray(value) ? value[0] : value;
}
