import type { GantryError } from "#core/kernel/errors.ts";

/** `EX_USAGE` of sysexits: no other exit code of this command means that the command line is wrong. */
export const EXIT_USAGE = 64;

/** What ends a command: a sentence for the person, and an exit code. */
export class CliError extends Error {
  readonly exit: number = 1;
  /** What programs get instead of the sentence. */
  readonly code: string;
  /** The mission that was being followed, if any: it goes on without this command. */
  mission_id: string | null = null;

  constructor(
    message: string,
    { code = "Failed", cause }: { readonly code?: string; readonly cause?: unknown } = {},
  ) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
  }
}

/** The command line is wrong: unknown command or option, a missing argument, a value that cannot be. */
export class UsageError extends CliError {
  override readonly exit = EXIT_USAGE;
  override readonly code = "WrongUsage";
}

/** The person pressed Ctrl+C. */
export class Interrupted extends CliError {
  override readonly exit = 130;
  override readonly code = "Interrupted";
}

/** A service that the command calls itself refused; the sentence is the adapter's. */
export class Refused extends CliError {
  constructor({ code, message }: GantryError) {
    super(message, { code });
  }
}

/** The API refused a request: its problem details (RFC 9457). */
export class ApiError extends CliError {
  readonly status: number;
  readonly field: string | undefined;
  readonly retryAfter: number | undefined;

  constructor(
    status: number,
    problem: {
      code: string;
      detail: string;
      field?: string | undefined;
      retry_after_seconds?: number | undefined;
    },
  ) {
    super(problem.detail, { code: problem.code });
    this.status = status;
    this.field = problem.field;
    this.retryAfter = problem.retry_after_seconds;
  }
}

/** Nothing answers at the address. */
export class Unreachable extends CliError {
  override readonly code = "Unreachable";
}
