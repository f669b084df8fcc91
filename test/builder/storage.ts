import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** A tiny HTTP server standing in for presigned URLs: GET what was put, count every PUT. */
export interface Storage {
  readonly url: string;
  readonly objects: Map<string, Buffer>;
  readonly puts: string[];
  /** Status codes to answer next, per path, before it behaves. */
  readonly faults: Map<string, number[]>;
  close(): Promise<void>;
}

export async function startStorage(): Promise<Storage> {
  const objects = new Map<string, Buffer>();
  const puts: string[] = [];
  const faults = new Map<string, number[]>();
  const server: Server = createServer(async (request, response) => {
    const key = new URL(request.url ?? "/", "http://x").pathname.slice(1);
    const fault = faults.get(key)?.shift();
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    if (fault) return response.writeHead(fault).end();
    if (request.method === "PUT") {
      objects.set(key, Buffer.concat(parts));
      puts.push(key);
      return response.writeHead(200).end();
    }
    const body = objects.get(key);
    return body ? response.writeHead(200).end(body) : response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    objects,
    puts,
    faults,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
