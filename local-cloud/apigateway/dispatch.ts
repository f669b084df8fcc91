import type { OpenSocket } from "./connections-api.ts";
import type { Invoke } from "./invoke.ts";
import { type Connection, socketContext } from "./socket-event.ts";

interface DispatchOptions {
  readonly routes: Record<string, string>;
  readonly invoke: Invoke;
  readonly select: (body: string) => string | undefined;
  readonly now: () => number;
  readonly onError: (error: unknown, routeKey: string) => void;
}

/** Passes the events of an accepted connection to the functions of their routes. Never rejects. */
export function createDispatch({ routes, invoke, select, now, onError }: DispatchOptions) {
  const routeFor = (body: string): string => {
    const key = select(body);
    return key !== undefined && !key.startsWith("$") && Object.hasOwn(routes, key) ? key : "$default";
  };

  return {
    /** The client receives only AWS's generic error message; the result of the function is not sent. */
    async message({ connection, socket }: OpenSocket, body: string): Promise<void> {
      const routeKey = routeFor(body);
      const requestContext = socketContext(connection, "MESSAGE", routeKey, now());
      const complain = (message: string) => {
        const { connectionId, requestId } = requestContext;
        socket.send(JSON.stringify({ message, connectionId, requestId }));
      };
      const name = routes[routeKey];
      if (name === undefined) return complain("Forbidden");
      try {
        await invoke(name, { requestContext, body, isBase64Encoded: false });
      } catch (error) {
        onError(error, routeKey);
        complain("Internal server error");
      }
    },

    async disconnected(
      connection: Connection,
      headers: Record<string, string>,
      code: number,
      reason: string,
    ): Promise<void> {
      const name = routes.$disconnect;
      if (name === undefined) return;
      const context = socketContext(connection, "DISCONNECT", "$disconnect", now());
      const requestContext = { ...context, disconnectStatusCode: code, disconnectReason: reason };
      const multi = Object.entries(headers).map(([key, value]) => [key, [value]] as const);
      try {
        await invoke(name, {
          headers,
          multiValueHeaders: Object.fromEntries(multi),
          requestContext,
          isBase64Encoded: false,
        });
      } catch (error) {
        onError(error, "$disconnect");
      }
    },
  };
}
