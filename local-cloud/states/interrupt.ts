/**
 * Why work in progress stops: a `sibling` branch failed, the execution has `ended`, or the process is to be
 * `suspended` and takes the work up again later (nothing may be recorded or cancelled then).
 */
export type Interruption = "sibling" | "ended" | "suspended";

export class Interrupted extends Error {
  readonly reason: Interruption;
  constructor(reason: Interruption) {
    super(`interrupted: ${reason}`);
    this.reason = reason;
  }

  /** For work that is given up without a word; rethrows every other error. */
  static ignore(error: unknown): void {
    if (!(error instanceof Interrupted)) throw error;
  }

  static of(signal: AbortSignal): Interrupted {
    return signal.reason instanceof Interrupted ? signal.reason : new Interrupted("ended");
  }
}

/** The promise's result, or the signal's Interrupted as soon as it is aborted. */
export function interruptible<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(Interrupted.of(signal));
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
}
