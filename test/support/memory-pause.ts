/** Where a fake of the outside world may be held up, or its process may die: before and after each call. */
export interface Pause {
  around<T>(name: string, act: () => T | Promise<T>): Promise<T>;
}

/** A process that died. It is not an error of the product, so only the test may catch it. */
export class Crash extends Error {}

export const noPause: Pause = { around: async (_, act) => await act() };

/** Lets a scheduler decide when each call happens and when its caller learns of it. */
export function scheduled(schedule: (name: string) => Promise<unknown>): Pause {
  return {
    async around(name, act) {
      await schedule(name);
      try {
        return await act();
      } finally {
        await schedule(`${name} answered`);
      }
    },
  };
}

/** Dies at the moment with this number, counted over the befores and afters of all calls; then lives on. */
export function crashing(at: number): Pause & { crashed(): boolean } {
  let moment = 0;
  const tick = () => {
    if (moment++ === at) throw new Crash(`crashed at moment ${at}`);
  };
  return {
    crashed: () => moment > at,
    async around(_, act) {
      tick();
      const result = await act();
      tick();
      return result;
    },
  };
}
