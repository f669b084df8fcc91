import type { OutgoingHttpHeaders, ServerResponse } from "node:http";
import type { Readable } from "node:stream";
import { z } from "zod";
import type { CloudResponse } from "#local-cloud/http.ts";
import { HEAD_END } from "#local-cloud/lambda/streaming.ts";
import { GatewayError } from "./gateway-response.ts";
import { IntegrationTimeout, within } from "./invoke.ts";
import { responseHeaders } from "./proxy-result.ts";

/** The head of a streamed response: JSON before eight zero bytes, within the first 16 kB. */
const headSchema = z.strictObject({
  statusCode: z.number().int().min(100).max(599).default(200),
  headers: z.record(z.string(), z.string()).optional(),
  multiValueHeaders: z.record(z.string(), z.array(z.string())).optional(),
  cookies: z.array(z.string()).optional(),
});
const MAX_HEAD_BYTES = 16 * 1024;

export interface StreamLimits {
  /** The longest silence of the function. */
  readonly idleMs: number;
}

/**
 * Passes a function's response on while it is written (integration with `responseTransferMode: STREAM`). Throws
 * GatewayError before the head; after it, a function that fails or is silent for too long breaks the connection off. A
 * client that leaves does not stop the function.
 */
export async function passStream(
  source: Readable,
  res: CloudResponse,
  added: OutgoingHttpHeaders,
  { idleMs }: StreamLimits,
): Promise<void> {
  const out = res as ServerResponse;
  const chunks = source[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  const next = () => within(idleMs, chunks.next());
  const { head, rest } = await readHead(next).catch((error: unknown) => {
    source.destroy();
    throw error;
  });
  out.writeHead(head.statusCode, { ...responseHeaders({ ...head.headers, ...cookiesOf(head) }), ...added });
  out.flushHeaders?.();
  if (rest.length > 0) out.write(rest);
  try {
    for (let read = await next(); !read.done; read = await next()) if (!out.destroyed) out.write(read.value);
    out.end();
  } catch (error) {
    source.destroy();
    out.destroy(error instanceof IntegrationTimeout ? undefined : (error as Error));
  }
}

const cookiesOf = ({ cookies, multiValueHeaders }: z.output<typeof headSchema>) => ({
  ...multiValueHeaders,
  ...(cookies ? { "set-cookie": cookies } : {}),
});

async function readHead(next: () => Promise<IteratorResult<Buffer>>) {
  let bytes = Buffer.alloc(0);
  for (;;) {
    const end = bytes.indexOf(HEAD_END);
    if (end >= 0 && end <= MAX_HEAD_BYTES)
      return {
        head: parseHead(bytes.subarray(0, end)),
        rest: bytes.subarray(end + HEAD_END.length),
      };
    if (end > MAX_HEAD_BYTES || bytes.length > MAX_HEAD_BYTES + HEAD_END.length) throw malformed();
    const read = await next();
    if (read.done) throw malformed();
    bytes = Buffer.concat([bytes, read.value]);
  }
}

function parseHead(bytes: Buffer): z.output<typeof headSchema> {
  try {
    return headSchema.parse(JSON.parse(bytes.toString("utf8")));
  } catch {
    throw malformed();
  }
}

const malformed = () => new GatewayError("DEFAULT_5XX", "Internal server error", 502);
