/** Exclusive access by key, first come, first served. */
export interface Locks {
  /** Waits for its turn; the result gives the turn to the next one. */
  acquire(key: string): Promise<() => void>;
}

export function createLocks(): Locks {
  const tails = new Map<string, Promise<void>>();
  return {
    async acquire(key) {
      const before = tails.get(key);
      const { promise, resolve } = Promise.withResolvers<void>();
      tails.set(key, promise);
      await before;
      return () => {
        if (tails.get(key) === promise) tails.delete(key);
        resolve();
      };
    },
  };
}
