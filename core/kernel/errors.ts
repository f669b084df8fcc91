/**
 * Every way Gantry can say no. The code is the Step Functions error name, the HTTP problem type (RFC 9457)
 * and what people see; `status` is the HTTP status; `retry` says whether the same request may succeed later.
 */
export const ERRORS = {
  InvalidInput: { status: 400, title: "The request is not valid", retry: false },
  Unauthenticated: { status: 401, title: "Log in first", retry: false },
  Forbidden: { status: 403, title: "Not allowed", retry: false },
  NotFound: { status: 404, title: "Not found", retry: false },
  MethodNotAllowed: { status: 405, title: "Method not allowed", retry: false },
  NotAcceptable: { status: 406, title: "Not available in that form", retry: false },
  Conflict: { status: 409, title: "Conflict with a concurrent change", retry: true },
  StalePlan: { status: 409, title: "The plan has changed since it was shown", retry: false },
  StaleGate: { status: 409, title: "The gate has changed since it was shown", retry: false },
  AlreadyDecided: { status: 409, title: "The gate was decided already", retry: false },
  RequestInProgress: { status: 409, title: "The same request is still being answered", retry: true },
  IllegalTransition: { status: 409, title: "Not possible in this state", retry: false },
  TooLarge: { status: 413, title: "The request is too large", retry: false },
  UnsupportedMedia: { status: 415, title: "Unsupported media type", retry: false },
  IdempotencyMismatch: { status: 422, title: "Idempotency key used with another request", retry: false },
  UpgradeRequired: { status: 426, title: "Only for WebSockets", retry: false },
  TooManyRequests: { status: 429, title: "Too many requests", retry: true },
  PolicyDenied: { status: 422, title: "The policy does not allow this", retry: false },
  InvalidDraft: { status: 422, title: "The draft cannot be used", retry: false },
  DependencyRefused: { status: 422, title: "A dependency is refused", retry: false },
  CodeFailure: { status: 422, title: "The app did not pass its build or audit", retry: false },
  SameFailure: { status: 422, title: "The same failure came back", retry: false },
  AttemptsExhausted: { status: 422, title: "No attempts are left", retry: false },
  ModelRefused: { status: 422, title: "The model gave no usable answer", retry: false },
  UnsupportedRequest: { status: 422, title: "No builder for this request", retry: false },
  Cancelled: { status: 409, title: "Cancelled", retry: false },
  Rejected: { status: 409, title: "Rejected at its gate", retry: false },
  TimedOut: { status: 504, title: "Out of time", retry: false },
  EnvironmentFailure: { status: 503, title: "The environment failed, not the app", retry: true },
  ModelUnavailable: { status: 503, title: "The model is not available", retry: true },
  GitHubUnavailable: { status: 502, title: "GitHub did not answer as expected", retry: true },
  GitHubRefused: { status: 422, title: "GitHub refused the request", retry: false },
  VercelUnavailable: { status: 502, title: "Vercel did not answer as expected", retry: true },
  VercelRefused: { status: 422, title: "Vercel refused the request", retry: false },
  EvidenceConflict: { status: 409, title: "Other evidence is already sealed here", retry: false },
  NoSandbox: { status: 503, title: "No sandbox for builds", retry: false },
  Internal: { status: 500, title: "Something went wrong inside", retry: true },
} as const;

export type ErrorCode = keyof typeof ERRORS;

export interface ErrorOptions {
  /** The input field the sentence is about, as a dotted path: `files.3.path`. */
  readonly field?: string;
  /** Facts a client may use, shown as members of the problem. */
  readonly detail?: Readonly<Record<string, unknown>>;
  readonly cause?: unknown;
}

/** The one error class. `message` is a clear sentence that a stranger may read; causes stay inside. */
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

/** What a stranger may see of an error: everything of a GantryError but its cause, nothing of any other. */
export function toProblem(error: unknown): Problem {
  const known =
    error instanceof GantryError
      ? error
      : new GantryError("Internal", "Please try again; the operator's log has the details.");
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
