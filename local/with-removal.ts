/** Runs `work`, then `remove`, which also runs if the process exits before by `process.exit`. */
export async function withRemoval<T>(remove: () => void, work: () => Promise<T>): Promise<T> {
  process.once("exit", remove);
  try {
    return await work();
  } finally {
    process.off("exit", remove);
    remove();
  }
}
