interface Line {
  readonly last: Promise<unknown>;
  readonly waiting: number;
}

/** By name, while it is not empty. */
const lines = new Map<string, Line>();

/**
 * Runs what changes one thing of this name after all that were to change it before, in this process. Undefined,
 * without running it, when `most` have not ended yet.
 */
export function inTurn<T>(name: string, most: number, run: () => Promise<T>): Promise<T> | undefined {
  const { last, waiting } = lines.get(name) ?? { last: Promise.resolve(), waiting: 0 };
  if (waiting >= most) return undefined;
  const turn = last.then(run).finally(() => leave(name));
  lines.set(name, { last: turn.catch(() => {}), waiting: waiting + 1 });
  return turn;
}

function leave(name: string): void {
  const line = lines.get(name);
  if (!line || line.waiting <= 1) lines.delete(name);
  else lines.set(name, { ...line, waiting: line.waiting - 1 });
}
