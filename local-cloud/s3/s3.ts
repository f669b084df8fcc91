import { randomBytes, randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import {
  type CloudRequest,
  type CloudResponse,
  type CloudService,
  ServiceError,
  send,
} from "#local-cloud/http.ts";
import type { Identify, KeyPair } from "#local-cloud/sts/identities.ts";
import { runFor } from "./access.ts";
import { authenticate, ownerOnly } from "./authenticate.ts";
import { openBody } from "./body.ts";
import { sweepLifecycle } from "./lifecycle.ts";
import { createOutbox, type OnEvent } from "./outbox.ts";
import { parseRequest, type S3Reply, type S3Request } from "./request.ts";
import { chooseOperation } from "./routes.ts";
import { openStore } from "./store.ts";
import { leaf } from "./xml.ts";

export interface S3Options {
  /** Folder of the bytes and the journal, created if it does not exist. */
  readonly dir: string;
  readonly credentials: KeyPair;
  /** Identifies signers by their keys; without it only the key above is valid. */
  readonly identify?: Identify;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
  /** Receives the events of buckets with EventBridge enabled, before the response is sent. */
  readonly onEvent?: OnEvent;
  readonly account?: string;
}

export interface S3 extends CloudService {
  /** Applies the buckets' lifecycle rules now; it also happens every hour. */
  sweep(): Promise<void>;
}

const HOUR = 3600 * 1000;

/**
 * S3's REST protocol with path-style addresses. Every request must carry a valid Signature Version 4. Bytes
 * are written to disk as they arrive; acknowledged changes survive the end of the process and a power cut.
 */
export function createS3({
  dir,
  credentials,
  identify = ownerOnly(credentials),
  now = Date.now,
  onEvent,
  account = "000000000000",
}: S3Options): S3 {
  const store = openStore(dir);
  const outbox = createOutbox(store, onEvent);
  const context = (requestId: string) => ({ store, outbox, now: now(), account, requestId });
  const sweep = () => sweepLifecycle(context(randomUUID()));
  const timer = setInterval(() => void sweep().catch(() => {}), HOUR).unref();

  const answer = (request: S3Request): S3Reply | Promise<S3Reply> => {
    const signed = authenticate(request, identify, now());
    const operation = chooseOperation(request);
    checkKey(request);
    checkOwner(request, account);
    return runFor(signed.principal, operation, request, () =>
      operation.run({
        ...context(request.id),
        request,
        region: signed.region,
        body: () => openBody(request, signed),
      }),
    );
  };

  return {
    handle: async (req, res) => {
      const id = randomBytes(8).toString("hex").toUpperCase();
      try {
        const reply = await answer(parseRequest(req, id));
        await store.settled();
        await respond(res, id, reply);
      } catch (error) {
        respondError(req, res, id, error);
      }
    },
    sweep,
    close: async () => {
      clearInterval(timer);
      outbox.close();
      store.close();
    },
  };
}

function checkKey(request: S3Request): void {
  if (Buffer.byteLength(request.key) > 1024)
    throw new ServiceError("KeyTooLongError", "Your key is too long", 400, { MaxSizeAllowed: 1024 });
}

function checkOwner(request: S3Request, account: string): void {
  const expected = request.headers.get("x-amz-expected-bucket-owner");
  if (expected !== undefined && expected !== account)
    throw new ServiceError("AccessDenied", "Access Denied: the bucket has another owner", 403);
}

async function respond(res: CloudResponse, id: string, reply: S3Reply): Promise<void> {
  const headers = { "x-amz-request-id": id, ...reply.headers };
  if (reply.body instanceof Readable) {
    (res as NodeJS.WritableStream & { writeHead(status: number, headers: object): void }).writeHead(
      reply.status,
      headers,
    );
    // A client that disconnects during a download is not an error of the service.
    await pipeline(reply.body, res as NodeJS.WritableStream).catch(() => {});
  } else if (reply.body)
    send(res, reply.status, reply.body, { "content-type": "application/xml", ...headers });
  else send(res, reply.status, "", headers);
}

function respondError(req: CloudRequest, res: CloudResponse, id: string, error: unknown): void {
  if (res.headersSent || res.destroyed) return void res.destroy();
  const known =
    error instanceof ServiceError
      ? error
      : new ServiceError("InternalError", "We encountered an internal error. Please try again.", 500);
  if (known !== error) console.error(error);
  const { headers, ...detail } = known.detail as { headers?: Record<string, string> };
  const fields = Object.entries(detail).map(([name, value]) => leaf(name, String(value)));
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<Error>${leaf("Code", known.code)}${leaf("Message", known.message)}${fields.join("")}${leaf("Resource", req.url)}${leaf("RequestId", id)}</Error>`;
  send(res, known.status, req.method === "HEAD" ? "" : body, {
    "content-type": "application/xml",
    "x-amz-request-id": id,
    ...headers,
  });
}
