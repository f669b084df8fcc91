import {
  request as httpRequest,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from "node:http";
import { request as httpsRequest } from "node:https";
import { pipeline } from "node:stream/promises";
import { SignatureV4 } from "@smithy/signature-v4";
import {
  type CloudRequest,
  readBody,
  type ServiceError,
  type SignedService,
  send,
} from "#local-cloud/http.ts";
import { bedrockError } from "./errors.ts";
import { Sha256 } from "./sha256.ts";

export interface ForwardOptions {
  /** Base address, such as `https://bedrock-runtime.us-east-1.amazonaws.com`. */
  readonly url: string;
  readonly region: string;
  readonly credentials: () => Promise<{
    accessKeyId: string;
    secretAccessKey: string;
    sessionToken?: string;
  }>;
  readonly onError?: (error: unknown) => void;
}

const MAX_BODY = 128 * 1024 * 1024;
// Headers that are forwarded. The caller's signature, date and token are for the local cloud, not for AWS.
const passedOn = /^(content-type|accept|x-amzn-bedrock-.+)$/;
const hopByHop = /^(connection|keep-alive|proxy-.+|te|trailer|transfer-encoding|upgrade)$/;

/**
 * Forwards requests to Bedrock on AWS: each request is signed again (SigV4, service `bedrock`) and otherwise
 * unchanged; the response is passed on as it arrives, streamed or not.
 */
export function createBedrockForwarder(options: ForwardOptions): SignedService {
  const { credentials, region, onError = () => {} } = options;
  const base = new URL(options.url);
  const signer = new SignatureV4({ service: "bedrock", region, sha256: Sha256, credentials });
  const running = new Set<AbortController>();

  const forward = async (req: CloudRequest, res: ServerResponse, signal: AbortSignal) => {
    const body = await readBody(req, MAX_BODY);
    const signed = await sign(signer, base, req, body).catch((error: unknown) => {
      throw named(error, "AccessDeniedException", "There are no usable AWS credentials");
    });
    const upstream = await exchange(base, signed, body, signal).catch((error: unknown) => {
      throw named(error, "ServiceUnavailableException", "Bedrock cannot be reached");
    });
    res.writeHead(upstream.statusCode ?? 502, withoutHopByHop(upstream.headers));
    await pipeline(upstream, res);
  };

  return {
    async handle(req, res) {
      const out = res as ServerResponse;
      const abort = new AbortController();
      running.add(abort);
      res.on("close", () => abort.abort());
      try {
        await forward(req, out, abort.signal);
      } catch (error) {
        if (abort.signal.aborted) return;
        onError(error);
        if (out.headersSent) out.destroy();
        else writeError(out, error as ServiceError);
      } finally {
        running.delete(abort);
      }
    },
    async close() {
      for (const abort of running) abort.abort();
    },
  };
}

interface Signed {
  readonly method: string;
  readonly path: string;
  readonly headers: Record<string, string>;
}

async function sign(signer: SignatureV4, base: URL, req: CloudRequest, body: Buffer): Promise<Signed> {
  const [path = "/", query = ""] = (req.url ?? "/").split("?");
  const method = req.method ?? "POST";
  const kept = Object.entries(req.headers).filter(([name]) => passedOn.test(name));
  const { headers } = await signer.sign({
    method,
    protocol: base.protocol,
    hostname: base.hostname,
    path,
    query: Object.fromEntries(new URLSearchParams(query)),
    headers: { host: base.host, ...Object.fromEntries(kept.map(([name, value]) => [name, String(value)])) },
    body,
  });
  return { method, path: req.url ?? "/", headers };
}

function exchange(base: URL, signed: Signed, body: Buffer, signal: AbortSignal): Promise<IncomingMessage> {
  const request = base.protocol === "https:" ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    request(new URL(signed.path, base), { method: signed.method, headers: signed.headers, signal })
      .on("response", resolve)
      .on("error", reject)
      .end(body);
  });
}

function withoutHopByHop(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !hopByHop.test(name)));
}

function named(cause: unknown, code: "AccessDeniedException" | "ServiceUnavailableException", text: string) {
  const why = cause instanceof Error ? cause.message : String(cause);
  return Object.assign(bedrockError(code, `${text}: ${why}`), { cause });
}

function writeError(res: ServerResponse, error: Partial<ServiceError>): void {
  const { code = "InternalServerException", status = 500 } = error;
  const message = error.code === undefined ? "The request could not be forwarded." : error.message;
  const headers = { "content-type": "application/json", "x-amzn-errortype": code };
  send(res, status, JSON.stringify({ message }), headers);
}
