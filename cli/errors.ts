import type { GantryError } from "#core/kernel/errors.ts";
import type { ApiError as Refusal } from "#sdk/typescript/errors.ts";

/** `EX_USAGE` of sysexits: no other exit code of this command means that the command line is wrong. */
export const EXIT_USAGE = 64;

/** An error that ends a command: a message and an exit code. */
export class CliError extends Error {
  readonly exit: number = 1;
  /** The members that `--json` prints instead of the message. */
  readonly code: string;
  /** The mission that was being followed, if any: it continues without this command. */
  mission_id: string | null = null;

  constructor(
    message: string,
    { code = "Failed", cause }: { readonly code?: string; readonly cause?: unknown } = {},
  ) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
  }
}

/** The command line is invalid: an unknown command or option, a missing argument or an invalid value. */
export class UsageError extends CliError {
  override readonly exit = EXIT_USAGE;
  override readonly code = "WrongUsage";
}

/** The person pressed Ctrl+C. */
export class Interrupted extends CliError {
  override readonly exit = 130;
  override readonly code = "Interrupted";
}

/** A service that the command calls directly refused; the message is the adapter's. */
export class Refused extends CliError {
  constructor({ code, message }: GantryError) {
    super(message, { code });
  }
}

/** The API refused a request: its problem details (RFC 9457). */
export class ApiError extends CliError {
  readonly status: number;
  readonly field: string | undefined;

  constructor({ status, code, message, field }: Refusal) {
    super(message, { code });
    this.status = status;
    this.field = field;
  }
}

/** No service responds at the address. */
export class Unreachable extends CliError {
  override readonly code = "Unreachable";
}
