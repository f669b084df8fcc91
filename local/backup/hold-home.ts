import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import type { Running } from "#core/operations/running.ts";
import { recordRunning } from "#local/running.ts";

/**
 * Does `work` while this process is recorded as the one that uses a data folder: a port that it holds is what others
 * know it by. A Gantry that uses the folder already is handed to `work`, and nothing is recorded then. Throws where
 * another backup or restore is at work.
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

/** Why a data folder cannot be used now. */
export function atWork(home: string, { task, pid }: Running): string {
  return `A ${task} of the data in ${home} is at work (process ${pid}). Try again when it has ended.`;
}
