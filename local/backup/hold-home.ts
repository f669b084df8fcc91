import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import type { Running } from "#core/operations/running.ts";
import { recordRunning } from "#local/running.ts";

/**
 * Runs `work` while this process is recorded as the user of a data folder; other processes recognise it by a
 * port that it holds. If a running Gantry uses the folder, it is passed to `work` and nothing is recorded.
 * Throws if another backup or restore is in progress.
 */
export async function holdHome<T>(
  home: string,
  task: NonNullable<Running["task"]>,
  work: (running: Running | undefined) => Promise<T>,
): Promise<T> {
  const server = createServer((socket) => socket.destroy());
  await once(server.listen(0, "127.0.0.1"), "listening");
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const recorded = await recordRunning(home, { origin, task });
  try {
    if (recorded.other?.task) throw new Error(atWork(home, recorded.other));
    return await work(recorded.other);
  } finally {
    if (!recorded.other) recorded.release();
    server.close();
  }
}

/** Returns the message for a data folder that another task uses. */
export function atWork(home: string, { task, pid }: Running): string {
  return `A ${task} of the data in ${home} is in progress (process ${pid}). Try again when it has ended.`;
}
