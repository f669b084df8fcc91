interface Line {
  readonly last: Promise<unknown>;
  readonly waiting: number;
}

/** The queues that are not empty, by name. */
const lines = new Map<string, Line>();

/**
 * Serialises the functions that run under one name in this process. Returns undefined, without running `run`, when
 * `most` functions are already running or waiting.
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
  // Stryker disable next-line ConditionalExpression,EqualityOperator,LogicalOperator: an empty line that stays costs only memory.
  if (!line || line.waiting <= 1) lines.delete(name);
  else lines.set(name, { ...line, waiting: line.waiting - 1 });
}
