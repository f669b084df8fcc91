import type { Amendment, OutboxEntry, View } from "#core/kernel/ledger/outbox.ts";
import { sequenceOf } from "#core/kernel/ledger/signal-v1.ts";

/**
 * A hint for an open socket: something happened, up to this sequence. It shows the aggregate as it was at that signal.
 * The signals are the truth: who needs them all reads on from the last sequence it has.
 */
interface Hint {
  readonly type: "status";
  /** Type of the signal that happened: `gantry.mission.phase_entered`. Left out when only the seal was added. */
  readonly signal?: string;
  readonly seq: number;
  readonly status: string;
  readonly message: string;
  readonly url?: string;
}

/**
 * The hint of a signal as it is sent: the same bytes whenever it is asked for, for they are made of what was stored
 * with the signal. Undefined when people see nothing of its aggregate.
 */
export function hintOf({ signal, view }: OutboxEntry): string | undefined {
  return view && write(view, { signal: signal.type, seq: sequenceOf(signal) });
}

/** The hint of an amendment: the same bytes whenever it is asked for. */
export const amendmentHint = ({ sequence, view }: Amendment): string => write(view, { seq: sequence });

function write({ status, message, url }: View, about: Pick<Hint, "signal" | "seq">): string {
  const hint: Hint = { type: "status", ...about, status, message, ...(url === null ? {} : { url }) };
  return JSON.stringify(hint);
}
