/**
 * Why work in progress stops: a `sibling` branch failed, the execution has `ended`, or it is `suspended` and
 * will be resumed later (then nothing may be recorded or cancelled).
 */
export type Interruption = "sibling" | "ended" | "suspended";

export class Interrupted extends Error {
  readonly reason: Interruption;
  constructor(reason: Interruption) {
    super(`interrupted: ${reason}`);
    this.reason = reason;
  }

  /** Ignores an interruption; rethrows every other error. */
  static ignore(error: unknown): void {
    if (!(error instanceof Interrupted)) throw error;
  }

  static of(signal: AbortSignal): Interrupted {
    return signal.reason instanceof Interrupted ? signal.reason : new Interrupted("ended");
  }
}

/** Returns the promise's result, or throws the signal's Interrupted when it is aborted. */
export function interruptible<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(Interrupted.of(signal));
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
}
