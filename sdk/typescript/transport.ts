import { OPERATIONS, type Operations, type Problem } from "./api.ts";
import { ApiError, ConnectionError } from "./errors.ts";
import { type OperationName, requestOf } from "./request.ts";

export interface CallOptions {
  readonly signal?: AbortSignal;
  /** Default: 60,000. */
  readonly timeoutMs?: number;
  /** A key of the caller's own, to repeat a call that may have had its effect. Default: a new one. */
  readonly idempotencyKey?: string;
  /** What to do with a redirection. Default: `error`, as only evidence has one. */
  readonly redirect?: "follow" | "manual";
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * Sends one operation and resolves to its response, whose status says success, or is documented as a reply. Rejects with an ApiError if the service
 * refuses, with a ConnectionError if there is no response.
 */
export type Transport = <Name extends OperationName>(
  name: Name,
  input: Operations[Name]["input"],
  options?: CallOptions,
) => Promise<Response>;

export interface TransportOptions {
  /** Scheme and host of the service. Default: those of the page. */
  readonly url?: string;
  /** Headers of each request: `authorization` with the token of a session or a key, or `x-gantry-token` in a page. */
  readonly headers?: () => Readonly<Record<string, string>>;
  readonly timeoutMs?: number;
  /** The longest time to wait for a busy service, once for each call, in seconds. Default: 10. */
  readonly maxWaitSeconds?: number;
}

const TIMEOUT_MS = 60_000;
const MAX_WAIT_SECONDS = 10;

/** A transport over `fetch`. A request that the service is too busy for is repeated once, after the time that it states. */
export function createTransport({
  url = "",
  headers,
  timeoutMs,
  maxWaitSeconds,
}: TransportOptions): Transport {
  return async (name, input, options = {}) => {
    const { path, ...request } = requestOf(name, input, () => options.idempotencyKey ?? crypto.randomUUID());
    for (let waited = false; ; waited = true) {
      const response = await respond(url + path, {
        ...request,
        headers: { ...request.headers, ...headers?.(), ...options.headers },
        redirect: options.redirect ?? "error",
        signal: limited(options.signal, options.timeoutMs ?? timeoutMs ?? TIMEOUT_MS),
      });
      if (isReply(name, response) || (options.redirect === "manual" && response.status === 303))
        return response;
      const error = await refusal(response);
      const wait = error.status === 429 ? (error.retryAfterSeconds ?? 1) : Number.POSITIVE_INFINITY;
      if (waited || wait > (maxWaitSeconds ?? MAX_WAIT_SECONDS)) throw error;
      await pause(wait * 1000, options.signal);
    }
  };
}

/** Some replies have a status of failure, such as the state of a service that is not ready. */
function isReply(name: OperationName, { ok, status, headers }: Response): boolean {
  const statuses: readonly number[] = OPERATIONS[name].statuses;
  return ok || (statuses.includes(status) && !headers.get("content-type")?.includes("problem"));
}

async function respond(url: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(url, request);
  } catch (cause) {
    throw new ConnectionError("No Gantry service responds.", { cause });
  }
}

async function refusal(response: Response): Promise<ApiError> {
  const body: unknown = await response.json().catch(() => undefined);
  return new ApiError(response.status, isProblem(body) ? body : {});
}

/** A newer service may refuse with codes that are not known here. */
function isProblem(body: unknown): body is Problem {
  return typeof body === "object" && body !== null && "detail" in body && typeof body.detail === "string";
}

function limited(signal: AbortSignal | undefined, timeoutMs: number): AbortSignal {
  const limit = AbortSignal.timeout(timeoutMs);
  return signal ? AbortSignal.any([signal, limit]) : limit;
}

function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(new ConnectionError("The call was aborted.", { cause: signal?.reason }));
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", stop);
      resolve();
    }, ms);
    if (signal?.aborted) stop();
    else signal?.addEventListener("abort", stop, { once: true });
  });
}
