import { GantryError } from "#core/kernel/errors.ts";

/** Octokit's error for an unsuccessful response, or, without `response`, for no response. */
export interface RequestFailure {
  readonly status: number;
  readonly message: string;
  readonly request: { readonly method: string; readonly url: string };
  readonly response?: {
    readonly headers: Readonly<Record<string, string | number | undefined>>;
    readonly data: unknown;
  };
}

export function isRequestFailure(error: unknown): error is RequestFailure {
  return error instanceof Error && "status" in error && "request" in error;
}

/**
 * Whether GitHub responded with this status and a message that matches. Reads the response itself, because Octokit
 * appends a documentation URL to its message.
 */
export function answered(error: unknown, status: number, words: RegExp): boolean {
  return isRequestFailure(error) && error.status === status && words.test(saidBy(error));
}

/** Converts an error of a GitHub request to a GantryError without credentials. */
export function toGantryError(error: unknown): GantryError {
  if (error instanceof GantryError) return error;
  if (!isRequestFailure(error))
    return new GantryError("Internal", "A request to GitHub failed inside Gantry.", {
      cause: new Error(withoutCredentials(String(error))),
    });
  const { method, url } = error.request;
  const call = `${method} ${URL.parse(url)?.pathname ?? url}`;
  const said = withoutCredentials(saidBy(error));
  const cause = new Error(`${call}: ${error.status} ${said}`);

  const wait = retryAfter(error);
  if (wait !== undefined)
    return new GantryError(
      "GitHubUnavailable",
      "GitHub's rate limit is reached; the request will be retried.",
      {
        detail: { retry_after_seconds: wait },
        cause,
      },
    );
  if (!error.response) return new GantryError("GitHubUnavailable", "GitHub could not be reached.", { cause });
  if (error.status >= 500)
    return new GantryError("GitHubUnavailable", `GitHub returned status ${error.status}.`, { cause });
  if (answered(error, 409, /Git Repository is empty/i))
    return new GantryError("GitHubUnavailable", "The new repository is not ready yet.", {
      detail: { retry_after_seconds: 2 },
      cause,
    });
  return new GantryError("GitHubRefused", refusal(error, call, said), { cause });
}

function refusal(error: RequestFailure, call: string, said: string): string {
  if (error.status === 401)
    return "GitHub does not accept the credential: the token or the App's key is wrong, expired or revoked.";
  if (error.status === 403)
    return `GitHub does not allow this: the credential lacks the permission ${permission(error, call)}. GitHub's message: ${said}`;
  if (error.status === 404)
    return `Not found on GitHub, or hidden: the repository or organisation does not exist, or the credential has no access to it with the permission ${permission(error, call)}. (${call})`;
  return `GitHub refused the request with ${error.status}: ${said}`;
}

/** The missing permission: from GitHub's response header, otherwise from its documentation. */
function permission(error: RequestFailure, call: string): string {
  const named = error.response?.headers["x-accepted-github-permissions"];
  if (named) return String(named);
  if (/\/pulls\b/.test(call)) return "'Pull requests: write'";
  if (/\/repos$/.test(call)) return "'Administration: write' (of an organisation, for a GitHub App)";
  if (/workflow/i.test(saidBy(error))) return "'Workflows: write'";
  return "'Contents: write'";
}

/** Seconds to wait after a rate-limit response; undefined for other responses. */
function retryAfter(error: RequestFailure): number | undefined {
  if (error.status !== 403 && error.status !== 429) return undefined;
  const headers = error.response?.headers ?? {};
  const given = Number(headers["retry-after"]);
  if (given > 0) return given;
  if (headers["x-ratelimit-remaining"] === "0")
    return Math.max(Math.ceil(Number(headers["x-ratelimit-reset"]) - Date.now() / 1000), 1);
  // GitHub's documentation: without these headers, wait for at least a minute.
  return error.status === 429 || /secondary rate limit/i.test(saidBy(error)) ? 60 : undefined;
}

/** GitHub's message with the messages, fields and codes of `errors`. */
function saidBy(error: RequestFailure): string {
  if (!error.response) return error.message;
  const { message = "", errors = [] } = (error.response.data ?? {}) as { message?: string; errors?: unknown };
  const details = Array.isArray(errors) ? errors.map(detailText) : [];
  return [message, ...details].filter((part) => part !== "").join("; ");
}

function detailText(detail: unknown): string {
  if (typeof detail === "string") return detail;
  const { message, field = "", code = "" } = (detail ?? {}) as Record<string, string | undefined>;
  return message ?? `${field} ${code}`.trim();
}

const CREDENTIAL = /\b(gh[a-z]_[\w.-]+|github_pat_\w+|eyJ[\w.-]+)|\b(bearer|token|basic)\s+\S+/gi;

const withoutCredentials = (text: string): string => text.replace(CREDENTIAL, "[credential]");
