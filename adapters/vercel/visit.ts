import { createHash } from "node:crypto";
import { type IncomingMessage, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import type { Visit } from "#core/directives/deployments.ts";

const VISIT_MS = 10_000;
const MAX_BYTES = 16 * 2 ** 20;

/** Requests the first page of an address and returns its status and the digest of its body. */
export async function visit(url: string): Promise<Visit> {
  try {
    return await read(await open(new URL(url)));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return { unreachable: String(code ?? message).slice(0, 200) };
  }
}

function open(url: URL): Promise<IncomingMessage> {
  const request = url.protocol === "https:" ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      {
        // `*.localhost` is loopback by RFC 6761, which not every resolver knows.
        ...(url.hostname.endsWith(".localhost") ? { hostname: "127.0.0.1" } : {}),
        headers: { host: url.host, accept: "text/html, */*", "cache-control": "no-cache" },
        agent: false,
        signal: AbortSignal.timeout(VISIT_MS),
      },
      resolve,
    );
    sent.on("error", reject);
    sent.end();
  });
}

async function read(response: IncomingMessage): Promise<Visit> {
  const hash = createHash("sha256");
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BYTES) return { unreachable: `a response of more than ${MAX_BYTES} bytes` };
    hash.update(chunk);
  }
  return { status: response.statusCode ?? 0, sha256: hash.digest("hex") };
}
