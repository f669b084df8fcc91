import type { Context } from "#cli/context.ts";
import { ApiError, Interrupted, Unreachable } from "#cli/errors.ts";
import { type Hints, openHints } from "#cli/missions/hints.ts";
import { eventsReply } from "#cli/service/replies.ts";
import { type Mission, reduce } from "#core/factory/mission/mission.ts";
import { isSettled, type Phase } from "#core/factory/mission/phase.ts";
import type { Signal } from "#core/kernel/ledger/signal.ts";

const PAGE = 200;
/** How long to wait for a service that restarts. */
const PATIENCE_MS = 60_000;

/** Called for each signal in order, with the resulting mission. */
export type OnSignal = (signal: Signal, mission: Mission) => void;

/** Reads a mission's signals from the first to the last, as they come. Returns when its evidence is sealed, or cannot be. */
export async function follow(context: Context, id: string, onSignal: OnSignal): Promise<void> {
  const hints = openHints(context, id);
  try {
    let mission: Mission | null = null;
    for (;;) {
      const { status, signals } = await readSignals(context, hints, id, mission?.seq ?? 0);
      for (const signal of signals) {
        mission = reduce(mission, signal);
        onSignal(signal, mission);
      }
      if (signals.length === PAGE) continue;
      if (isSettled(status)) return;
      await hints.next();
    }
  } catch (error) {
    if (!context.signal.aborted) throw error;
    throw new Interrupted(
      `The mission continues. Check it with: ${context.config.program} status ${id}   Stop it: ${context.config.program} cancel ${id}`,
    );
  } finally {
    hints.close();
  }
}

/** One page of signals behind a sequence number, and the mission's phase. */
export async function signalsAfter(
  { api }: Pick<Context, "api">,
  id: string,
  after: number,
): Promise<{ status: Phase; signals: Signal[] }> {
  const { status, events } = await api.call("events", { id, after, limit: PAGE }, eventsReply);
  return { status, signals: events as unknown as Signal[] };
}

/** As signalsAfter, through a restart of the service. */
async function readSignals(
  context: Context,
  hints: Hints,
  id: string,
  after: number,
): ReturnType<typeof signalsAfter> {
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await signalsAfter(context, id, after);
    } catch (error) {
      const passing = error instanceof Unreachable || (error instanceof ApiError && error.status >= 500);
      if (!passing || performance.now() > deadline) throw error;
      await hints.next();
    }
  }
}
