import { randomUUID } from "node:crypto";
import { once } from "node:events";
import type { ServerResponse } from "node:http";
import type { z } from "zod";
import {
  type CloudRequest,
  type CloudResponse,
  readBody,
  ServiceError,
  type SignedService,
  send,
} from "#local-cloud/http.ts";
import type { ModelBackend } from "./backend.ts";
import { bedrockError } from "./errors.ts";
import { eventFrame, exceptionFrame } from "./event-frame.ts";
import { requireAccepted } from "./model-rules.ts";
import { withPromptCache } from "./prompt-cache.ts";
import { streamEvents } from "./stream-events.ts";
import { type ConverseRequest, converseBodySchema, type StreamEvent } from "./wire.ts";

export interface BedrockOptions {
  readonly model: ModelBackend;
  /** Called for every error of a backend that is not a Bedrock error. */
  readonly onError?: (error: unknown) => void;
  /** The time in milliseconds, for the cache of prompts; default: the machine's. */
  readonly now?: () => number;
}

const MAX_BODY = 128 * 1024 * 1024;

/**
 * Bedrock runtime in front of a model backend: Converse and ConverseStream, over HTTP/1.1 and HTTP/2. A
 * request for a model of Bedrock is refused if that model would refuse it, whatever the backend is.
 */
export function createBedrock({ model: backend, onError = () => {}, now }: BedrockOptions): SignedService {
  const model = withPromptCache(backend, now);
  const running = new Set<AbortController>();

  const named = (error: unknown): ServiceError => {
    if (error instanceof ServiceError) return error;
    onError(error);
    return bedrockError("InternalServerException", "The model backend failed unexpectedly.");
  };

  const answer = async (req: CloudRequest, res: CloudResponse, signal: AbortSignal) => {
    const { modelId, operation } = parsePath(req);
    const request = { modelId, ...parseBody(await readBody(req, MAX_BODY)) };
    requireAccepted(request);
    if (operation === "converse") {
      const reply = await model.converse(request, signal);
      send(res, 200, JSON.stringify(reply), { "content-type": "application/json", ...requestId() });
    } else await writeStream(res, events(model, request, signal), named);
  };

  return {
    async handle(req, res) {
      const abort = new AbortController();
      running.add(abort);
      res.on("close", () => abort.abort());
      try {
        await answer(req, res, abort.signal);
      } catch (error) {
        if (!abort.signal.aborted) writeError(res, named(error));
      } finally {
        running.delete(abort);
      }
    },
    async close() {
      for (const abort of running) abort.abort();
    },
  };
}

const requestId = () => ({ "x-amzn-requestid": randomUUID() });

/** `/model/{modelId}/converse`; an inference profile's ARN arrives percent-encoded as one segment. */
function parsePath(req: CloudRequest): { modelId: string; operation: "converse" | "converse-stream" } {
  const path = (req.url ?? "").split("?")[0] ?? "";
  const [, modelId, operation] = /^\/model\/([^/]+)\/([a-z-]+)$/.exec(path) ?? [];
  if (modelId === undefined || req.method !== "POST")
    throw new ServiceError("UnknownOperationException", `${req.method} ${path} is not an operation`, 404);
  if (operation !== "converse" && operation !== "converse-stream")
    throw bedrockError("ValidationException", `The operation ${operation} is not supported; use converse.`);
  return { modelId: decodeURIComponent(modelId), operation };
}

function parseBody(bytes: Buffer): z.output<typeof converseBodySchema> {
  let json: unknown;
  try {
    json = JSON.parse(bytes.toString("utf8"));
  } catch {
    throw bedrockError("ValidationException", "The request body is not valid JSON.");
  }
  const parsed = converseBodySchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => `${path.join(".") || "body"}: ${message}`);
  throw bedrockError("ValidationException", problems.join("; "));
}

async function* events(
  model: ModelBackend,
  request: ConverseRequest,
  signal: AbortSignal,
): AsyncGenerator<StreamEvent> {
  if (model.stream) yield* model.stream(request, signal);
  else yield* streamEvents(await model.converse(request, signal));
}

/** A failure before the first event is an HTTP error; a later failure is an exception frame. */
async function writeStream(
  res: CloudResponse,
  source: AsyncGenerator<StreamEvent>,
  named: (error: unknown) => ServiceError,
): Promise<void> {
  const out = res as ServerResponse;
  const first = await source.next();
  out.writeHead(200, { "content-type": "application/vnd.amazon.eventstream", ...requestId() });
  try {
    if (!first.done) await write(out, eventFrame(first.value));
    for await (const event of source) await write(out, eventFrame(event));
  } catch (error) {
    if (out.destroyed) return;
    out.write(exceptionFrame(named(error)));
  }
  out.end();
}

async function write(out: ServerResponse, bytes: Uint8Array): Promise<void> {
  if (out.destroyed) throw new Error("the caller has disconnected");
  if (out.write(bytes)) return;
  const settled = new AbortController();
  const { signal } = settled;
  try {
    await Promise.race([once(out, "drain", { signal }), once(out, "close", { signal })]);
  } finally {
    settled.abort();
  }
}

function writeError(res: CloudResponse, error: ServiceError): void {
  const body = JSON.stringify({ message: error.message, ...error.detail });
  const headers = { "content-type": "application/json", "x-amzn-errortype": error.code, ...requestId() };
  send(res, error.status, body, headers);
}
