/** A day, in milliseconds. */
export const DAY_MS = 86_400_000;

export interface Clock {
  /** The current time in epoch milliseconds. */
  now(): number;
  /** Waits for a random time between 0 and `ms`. Returns the time waited, in milliseconds. */
  jitter(ms: number): Promise<number>;
}

export interface WithClock {
  readonly clock: Clock;
}
