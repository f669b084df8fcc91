import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { WebSocket } from "ws";
import { SITE_HEADERS } from "#core/web/site.ts";
import {
  createWebSocketApi,
  type WebSocketApi,
  type WebSocketApiOptions,
} from "#local-cloud/apigateway/websocket-api.ts";
import { OWNER } from "#test/cloud/target.ts";

export type SocketEvent = Record<string, any>;
type Functions = Record<string, (event: SocketEvent) => unknown>;

export interface SocketWorld {
  readonly url: string;
  readonly api: WebSocketApi;
  /** The events that each function saw, in order. */
  readonly seen: [string, SocketEvent][];
  close(): Promise<void>;
}

/** A WebSocket API on a free port; `/@connections` is served beside it. */
export async function socketWorld(
  functions: Functions,
  options: Partial<WebSocketApiOptions> = {},
): Promise<SocketWorld> {
  const seen: [string, SocketEvent][] = [];
  const api = createWebSocketApi({
    routes: { $connect: "connect", $disconnect: "disconnect", $default: "default" },
    invoke: async (name, event) => {
      seen.push([name, event as SocketEvent]);
      return (functions[name] ?? (() => ({ statusCode: 200 })))(event as SocketEvent);
    },
    refusalHeaders: SITE_HEADERS,
    ...options,
  });
  const server = createServer((req, res) => void api.manage(req, res, OWNER));
  server.on("upgrade", api.upgrade);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
    api,
    seen,
    async close() {
      await api.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** An open client, or the status it was refused with. */
export async function dial(url: string, protocols: string[] = [], headers = {}): Promise<WebSocket | number> {
  const socket = new WebSocket(url, protocols, { headers });
  return new Promise((resolve, reject) => {
    socket.on("open", () => resolve(socket));
    socket.on("unexpected-response", (_request, response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    socket.on("error", reject);
  });
}

export async function opened(url: string, protocols: string[] = []): Promise<WebSocket> {
  const socket = await dial(url, protocols);
  if (typeof socket === "number") throw new Error(`refused with ${socket}`);
  return socket;
}

export const nextMessage = async (socket: WebSocket): Promise<string> =>
  String((await once(socket, "message"))[0]);
export const nextClose = async (socket: WebSocket): Promise<number> => (await once(socket, "close"))[0];
