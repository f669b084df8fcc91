import { WebSocket } from "ws";

interface Message {
  readonly seq: number;
  readonly type: "status";
  readonly signal: string;
  readonly status: string;
  readonly message: string;
  readonly url?: string;
}

/** An open socket on a mission, with every message that has arrived. */
export interface Watch {
  readonly messages: readonly Message[];
  readonly protocol: string;
  send(message: string): void;
  close(): Promise<void>;
}

/** Opens a mission's socket with a ticket; throws with the status it is refused with. */
export async function watch(origin: string, path: string, ticket: string): Promise<Watch> {
  const socket = new WebSocket(`${origin.replace("http", "ws")}${path}`, ["gantry.v1", `ticket.${ticket}`]);
  const messages: Message[] = [];
  socket.on("message", (data) => messages.push(JSON.parse(String(data))));
  await new Promise<void>((resolve, reject) => {
    socket.once("open", resolve);
    socket.once("error", reject);
    socket.once("unexpected-response", (_request, response) => {
      response.resume();
      reject(new Error(`refused with ${response.statusCode}`));
    });
  });
  return {
    messages,
    protocol: socket.protocol,
    send: (message) => socket.send(message),
    close: () =>
      new Promise((resolve) => {
        socket.once("close", () => resolve());
        socket.close();
      }),
  };
}
