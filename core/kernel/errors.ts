/**
 * The closed set of error codes. A code is the Step Functions error name and part of the HTTP problem type (RFC 9457).
 * `status` is the HTTP status; `retry` states whether the same request can succeed later.
 */
export const ERRORS = {
  InvalidInput: { status: 400, title: "Invalid request", retry: false },
  Unauthenticated: { status: 401, title: "Authentication required", retry: false },
  StaleRequest: { status: 401, title: "The request was signed at another time", retry: false },
  Forbidden: { status: 403, title: "Not allowed", retry: false },
  NotFound: { status: 404, title: "Not found", retry: false },
  MethodNotAllowed: { status: 405, title: "Method not allowed", retry: false },
  NotAcceptable: { status: 406, title: "Not available in an accepted media type", retry: false },
  Conflict: { status: 409, title: "Conflict with a concurrent change", retry: true },
  StalePlan: { status: 409, title: "The plan has changed since it was shown", retry: false },
  StaleGate: { status: 409, title: "The gate has changed since it was shown", retry: false },
  AlreadyDecided: { status: 409, title: "The gate has already been decided", retry: false },
  ReplayedRequest: { status: 409, title: "The request has been received before", retry: false },
  RequestInProgress: { status: 409, title: "The same request is still being processed", retry: true },
  IllegalTransition: { status: 409, title: "Not possible in this state", retry: false },
  TooLarge: { status: 413, title: "The request is too large", retry: false },
  UnsupportedMedia: { status: 415, title: "Unsupported media type", retry: false },
  IdempotencyMismatch: {
    status: 422,
    title: "Idempotency key reused with a different request",
    retry: false,
  },
  UpgradeRequired: { status: 426, title: "WebSocket upgrade required", retry: false },
  TooManyRequests: { status: 429, title: "Too many requests", retry: true },
  PolicyDenied: { status: 422, title: "Not allowed by the policy", retry: false },
  InvalidDraft: { status: 422, title: "Invalid draft", retry: false },
  DependencyRefused: { status: 422, title: "A dependency was refused", retry: false },
  CodeFailure: { status: 422, title: "The app did not pass its build or audit", retry: false },
  SameFailure: { status: 422, title: "The same failure occurred again", retry: false },
  AttemptsExhausted: { status: 422, title: "No attempts left", retry: false },
  ModelRefused: { status: 422, title: "The model returned no usable response", retry: false },
  UnsupportedRequest: { status: 422, title: "Unsupported request", retry: false },
  Cancelled: { status: 409, title: "Cancelled", retry: false },
  Rejected: { status: 409, title: "Rejected at a gate", retry: false },
  TimedOut: { status: 504, title: "Time limit exceeded", retry: false },
  EnvironmentFailure: { status: 503, title: "Environment failure, not a fault of the app", retry: true },
  ModelUnavailable: { status: 503, title: "The model is not available", retry: true },
  GitHubUnavailable: { status: 502, title: "GitHub did not respond as expected", retry: true },
  GitHubRefused: { status: 422, title: "GitHub refused the request", retry: false },
  VercelUnavailable: { status: 502, title: "Vercel did not respond as expected", retry: true },
  VercelRefused: { status: 422, title: "Vercel refused the request", retry: false },
  NotLive: { status: 502, title: "The live address does not show the release", retry: true },
  EvidenceConflict: { status: 409, title: "Different evidence has already been sealed", retry: false },
  NoSandbox: { status: 503, title: "No sandbox for builds", retry: false },
  Internal: { status: 500, title: "Internal error", retry: true },
} as const;

export type ErrorCode = keyof typeof ERRORS;

export interface ErrorOptions {
  /** The input field that the message is about, as a dotted path: `files.3.path`. */
  readonly field?: string;
  /** Details for clients, added as members of the problem. */
  readonly detail?: Readonly<Record<string, unknown>>;
  readonly cause?: unknown;
}

/**
 * The error class for all expected errors. `message` is shown to users and has no internals; `cause` is never shown.
 */
export class GantryError extends Error {
  readonly code: ErrorCode;
  readonly field: string | undefined;
  readonly detail: Readonly<Record<string, unknown>>;

  constructor(code: ErrorCode, message: string, options: ErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = code;
    this.code = code;
    this.field = options.field;
    this.detail = options.detail ?? {};
  }
}

/** RFC 9457 problem details. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: ErrorCode;
  readonly field?: string;
  readonly [member: string]: unknown;
}

/** The problem to send for an error: all of a GantryError except its cause; a generic Internal for any other error. */
export function toProblem(error: unknown): Problem {
  const known =
    error instanceof GantryError
      ? error
      : new GantryError("Internal", "Internal error; try again. The operator's log has the details.");
  const { status, title } = ERRORS[known.code];
  return {
    ...known.detail,
    type: `/docs#error-${known.code}`,
    title,
    status,
    detail: known.message,
    code: known.code,
    ...(known.field === undefined ? {} : { field: known.field }),
  };
}
