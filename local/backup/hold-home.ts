import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import type { Running } from "#core/running.ts";
import { recordRunning } from "#local/running.ts";

/**
 * Records this process as the one that uses a data folder, for as long as it lives: a port that it holds is what
 * others know it by. Returns the Gantry that uses the folder already, in which case nothing is recorded.
 */
export async function holdHome(home: string): Promise<Running | undefined> {
  const server = createServer((socket) => socket.destroy());
  await once(server.listen(0, "127.0.0.1"), "listening");
  server.unref();
  const other = await recordRunning(home, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  if (other) server.close();
  return other;
}
