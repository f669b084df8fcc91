/** Does `work`, then `remove`s what it has left; a process that ends before, by `process.exit`, removes it too. */
export async function withRemoval<T>(remove: () => void, work: () => Promise<T>): Promise<T> {
  process.once("exit", remove);
  try {
    return await work();
  } finally {
    process.off("exit", remove);
    remove();
  }
}
