import { useEffect, useState, useSyncExternalStore } from "react";
import type { Mission, Phase, Signal } from "#sdk/typescript/api.ts";
import { ApiError } from "#sdk/typescript/errors.ts";
import { isSettled } from "../missions/phases.ts";
import { words } from "../words/words.ts";
import { client } from "./client.ts";
import { type Hints, openHints } from "./hints.ts";

/** A mission with its signals, each once and in order, as far as they are known. */
export interface MissionState {
  readonly mission: Mission | null;
  readonly signals: readonly Signal[];
  /** Why the newest state could not be read; null while it can. */
  readonly trouble: unknown;
}

const PAGE = 200;

/**
 * Follows a mission: reads the signals after the newest known one at each hint, so that a reload, a lost connection or a
 * restarted service neither repeats nor loses any. Ends when the mission has.
 */
class MissionFeed {
  private state: MissionState = { mission: null, signals: [], trouble: null };
  private readonly listeners = new Set<() => void>();
  private readonly end = new AbortController();
  private readonly id: string;
  /** Only of a mission that goes on. */
  private hints: Hints | undefined;

  constructor(id: string) {
    this.id = id;
    void this.follow();
  }

  readonly snapshot = (): MissionState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  stop(): void {
    this.end.abort();
  }

  private async follow(): Promise<void> {
    while (!this.end.signal.aborted) {
      const phase = await this.read().catch((trouble: unknown) => this.failed(trouble));
      if (phase === "gone" || (phase && isSettled(phase))) return this.stop();
      this.hints ??= openHints(this.id, this.end.signal);
      await this.hints.next();
    }
  }

  /** Reads the mission, then all new signals, so that those of a mission that has ended are complete. Returns its phase. */
  private async read(): Promise<Phase> {
    const { signal } = this.end;
    const mission = await client.status({ id: this.id }, { signal });
    if (!("phases" in mission)) throw new Error(words().missions.unknown);
    this.set({ mission, trouble: null });
    for (;;) {
      const after = this.state.signals.length;
      const { events } = await client.events({ id: this.id, after, limit: PAGE }, { signal });
      if (events.length > 0) this.set({ signals: [...this.state.signals, ...events] });
      if (events.length < PAGE) return mission.status;
    }
  }

  /** A refusal is final. Anything else may pass: the service restarts, or the computer was asleep. */
  private failed(trouble: unknown): "gone" | undefined {
    if (this.end.signal.aborted) return undefined;
    this.set({ trouble });
    return trouble instanceof ApiError && [401, 403, 404].includes(trouble.status) ? "gone" : undefined;
  }

  private set(change: Partial<MissionState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
}

const NOTHING: MissionState = { mission: null, signals: [], trouble: null };
const none = () => () => {};

/** A mission as it goes on, for as long as it is shown. */
export function useMission(id: string): MissionState {
  const [feed, setFeed] = useState<MissionFeed | null>(null);
  useEffect(() => {
    const opened = new MissionFeed(id);
    setFeed(opened);
    return () => opened.stop();
  }, [id]);
  return useSyncExternalStore(feed?.subscribe ?? none, feed?.snapshot ?? (() => NOTHING));
}
