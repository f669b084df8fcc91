import type { ErrorCode } from "#core/kernel/errors.ts";
import type { Amendment, OutboxEntry, View } from "#core/kernel/ledger/outbox.ts";
import { sequenceOf } from "#core/kernel/ledger/signal-v1.ts";

/**
 * A hint to a WebSocket connection: a signal with this sequence was recorded. Contains the view of the aggregate at
 * that signal. Hints can be lost; a client that needs all signals reads them from its last sequence.
 */
interface Hint {
  readonly type: "status";
  /** Type of the signal, such as `gantry.mission.phase_entered`. Absent for an amendment, such as the seal. */
  readonly signal?: string;
  readonly seq: number;
  readonly status: string;
  readonly message: string;
  readonly url?: string;
}

/**
 * The hint of a signal as JSON. Always the same bytes, live and on replay, because it is built from the view that is
 * stored with the signal. Undefined when the aggregate has no view.
 */
export function hintOf({ signal, view }: OutboxEntry): string | undefined {
  return view && write(view, { signal: signal.type, seq: sequenceOf(signal) });
}

/** The hint of an amendment as JSON; always the same bytes. */
export const amendmentHint = ({ sequence, view }: Amendment): string => write(view, { seq: sequence });

/** The reply to a message that a connection should not have sent, as JSON: one of the error codes, and a sentence. */
export const errorFrame = (code: ErrorCode, message: string): string =>
  JSON.stringify({ type: "error", code, message });

function write({ status, message, url }: View, about: Pick<Hint, "signal" | "seq">): string {
  const hint: Hint = { type: "status", ...about, status, message, ...(url === null ? {} : { url }) };
  return JSON.stringify(hint);
}
