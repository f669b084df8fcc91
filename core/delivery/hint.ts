import type { OutboxEntry } from "#core/ledger/outbox.ts";
import { sequenceOf } from "#core/ledger/signal-v1.ts";

/**
 * A hint for an open socket: something happened, up to this sequence. It shows the aggregate as it was at that signal.
 * The signals are the truth: who needs them all reads on from the last sequence it has.
 */
interface Hint {
  readonly type: "status";
  /** Type of the signal that happened: `gantry.mission.phase_entered`. */
  readonly signal: string;
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
  if (!view) return undefined;
  const { status, message, url } = view;
  const hint: Hint = {
    type: "status",
    signal: signal.type,
    seq: sequenceOf(signal),
    status,
    message,
    ...(url === null ? {} : { url }),
  };
  return JSON.stringify(hint);
}
