import type { ErrorCode, Problem } from "./api.ts";

/** A code of the API, or one that a newer service has. */
type Code = ErrorCode | (string & {});

/** The service refused the request. `message` is a sentence for people. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly status: number;
  readonly code: Code;
  /** The first invalid field, as a dotted path; empty for the whole request. */
  readonly field: string | undefined;
  /** All invalid fields. */
  readonly errors: readonly { field: string; message: string }[];
  readonly requestId: string | undefined;
  /** When the request may be repeated, in seconds. */
  readonly retryAfterSeconds: number | undefined;

  constructor(status: number, problem: Partial<Problem>) {
    super(problem.detail ?? `The service returned status ${status}.`);
    this.status = status;
    this.code = problem.code ?? "Internal";
    this.field = problem.field;
    this.errors = problem.errors ?? [];
    this.requestId = problem.request_id;
    this.retryAfterSeconds = problem.retry_after_seconds;
  }
}

/** No response: the service is not running, the network is down, the time was over, or the call was aborted. */
export class ConnectionError extends Error {
  override readonly name = "ConnectionError";
}
