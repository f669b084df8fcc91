export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Waits a random part of so many milliseconds. Returns how long it was, in milliseconds. */
  jitter(ms: number): Promise<number>;
}

export interface WithClock {
  readonly clock: Clock;
}
