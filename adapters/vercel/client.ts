import { z } from "zod";
import { GantryError } from "#core/kernel/errors.ts";
import { reportedText } from "#core/kernel/text.ts";

export interface VercelConnection {
  /** Base URL: `https://api.vercel.com`, or that of the local cloud. */
  readonly apiUrl: string;
  readonly token: string;
  readonly teamId?: string;
  readonly fetch?: typeof fetch;
  /** Waits for `ms` milliseconds. */
  readonly sleep: (ms: number) => Promise<void>;
  /** The current time in epoch milliseconds. */
  readonly now: () => number;
}

interface ApiRequest<T> {
  readonly method: "GET" | "POST" | "PATCH" | "DELETE";
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  /** A JSON value, or bytes. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Schema of the members of the response that are used. */
  readonly answer: z.ZodType<T>;
}

export interface VercelClient {
  /** Sends one request without retries. Throws VercelUnavailable (may succeed later) or VercelRefused. */
  send<T>(request: ApiRequest<T>): Promise<T>;
  /** Retries while Vercel is unavailable, with growing pauses of at most five seconds in total. */
  retrying<T>(attempt: () => Promise<T>): Promise<T>;
}

/** Milliseconds between tries; 4.5 s in total. */
const PAUSES = [200, 500, 1300, 2500];
const REQUEST_MS = 30_000;

/** Vercel's REST API (https://vercel.com/docs/rest-api) over fetch. */
export function createClient(connection: VercelConnection): VercelClient {
  const { apiUrl, token, teamId, sleep } = connection;
  const request = connection.fetch ?? fetch;

  const send = async <T>({ method, path, query, body, headers, answer }: ApiRequest<T>): Promise<T> => {
    const parameters = new URLSearchParams({ ...(teamId ? { teamId } : {}), ...query });
    const suffix = parameters.size > 0 ? `?${parameters}` : "";
    let response: Response;
    let text: string;
    try {
      response = await request(`${apiUrl}${path}${suffix}`, {
        method,
        headers: { ...headers, authorization: `Bearer ${token}` },
        ...(body === undefined ? {} : { body: encoded(body) }),
        redirect: "error",
        signal: AbortSignal.timeout(REQUEST_MS),
      });
      text = await response.text();
    } catch {
      // The cause is omitted, because it can contain the request with its token.
      throw unavailable(`Vercel could not be reached (${method} ${path}).`);
    }
    if (!response.ok) throw refused(method, path, response, text, connection);
    const parsed = answer.safeParse(text === "" ? undefined : json(text));
    if (!parsed.success) throw unavailable(`Vercel's response to ${method} ${path} has an unknown format.`);
    return parsed.data;
  };

  const retrying = async <T>(attempt: () => Promise<T>): Promise<T> => {
    for (const pause of PAUSES) {
      try {
        return await attempt();
      } catch (error) {
        const wait = isUnavailable(error) ? waitOf(error) : Number.POSITIVE_INFINITY;
        if (wait > pause) throw error;
        await sleep(pause);
      }
    }
    return attempt();
  };

  return { send, retrying };
}

const isUnavailable = (error: unknown): error is GantryError =>
  error instanceof GantryError && error.code === "VercelUnavailable";

/** The wait that Vercel requested, in milliseconds. */
const waitOf = ({ detail }: GantryError): number => Number(detail.retry_after_seconds ?? 0) * 1000;

function unavailable(message: string, seconds?: number): GantryError {
  const detail = seconds === undefined ? {} : { retry_after_seconds: seconds };
  return new GantryError("VercelUnavailable", message, { detail });
}

const errorSchema = z.object({
  error: z.object({
    code: reportedText(),
    message: reportedText().optional(),
    missing: z.array(reportedText()).optional(),
  }),
});

/** The error of an unsuccessful response: 429 and 5xx are temporary; others are refusals with Vercel's message. */
function refused(
  method: string,
  path: string,
  response: Response,
  text: string,
  { token, now }: VercelConnection,
): GantryError {
  const { status } = response;
  if (status === 429)
    return unavailable("Vercel's rate limit is reached.", retryAfter(response.headers, now()));
  if (status >= 500) return unavailable(`Vercel failed with status ${status} (${method} ${path}).`);
  const parsed = errorSchema.safeParse(json(text));
  const { code, message, missing } = parsed.success ? parsed.data.error : { code: "unknown" };
  const sentence = (message ?? `status ${status}`).replaceAll(token, "…").slice(0, 500);
  return new GantryError("VercelRefused", `Vercel refused ${method} ${path}: ${sentence}`, {
    detail: { vercel_status: status, vercel_code: code, ...(missing ? { missing } : {}) },
  });
}

/** Seconds to wait, from `retry-after` or from `x-ratelimit-reset` (epoch seconds). */
function retryAfter(headers: Headers, now: number): number {
  const after = Number(headers.get("retry-after") ?? Number.NaN);
  const reset = Number(headers.get("x-ratelimit-reset") ?? Number.NaN) - now / 1000;
  return Math.max(1, Math.ceil([after, reset].find((seconds) => Number.isFinite(seconds)) ?? 1));
}

const encoded = (body: unknown) => (body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body));

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
