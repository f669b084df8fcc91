// Measures how soon 1,000 sockets on one mission hear of its signals, against a bare fan-out by `ws` in the same run:
// `npm run bench:push -- [sockets]`. Both serve as many clients in this process, and the bare one sends its message
// whenever the first hint of a signal arrives, so that both meet the same load.
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { WebSocket, WebSocketServer } from "ws";
import { eachAtOnce } from "#core/kernel/each-at-once.ts";
import { type Client, logIn } from "#test/e2e/support/client.ts";
import { startGantry } from "#test/e2e/support/gantry.ts";

const [sockets = "1000"] = process.argv.slice(2);
const COUNT = Number(sockets);
const WISH = "a notes app with tags";
/** Handshakes at once. */
const AT_ONCE = 16;
const LEVEL_SECONDS = 10;

const gantry = await startGantry();
const bare = await bareFanOut(COUNT);
try {
  const client = await logIn(gantry);
  const id = await client.build(WISH, { deploy: true });
  const listeners = await listen(client, id, COUNT);
  const all = performance.now();
  const before = await client.get(`/gantry/status/${id}`);
  for (const listener of listeners) listener.onFirst = bare.send;
  const mission = await client.wait(
    id,
    600,
    ({ evidence, status }) => evidence !== null || status === "CANCELLED",
  );
  const took = (performance.now() - all) / 1000;
  const level = await untilLevel(listeners, mission.seq);
  const { body } = await client.get(`/gantry/missions/${id}/events?after=${before.body.seq}&limit=200`);
  report(body.events, listeners, { level, took, status: mission.status });
} finally {
  bare.close();
  await gantry.stop();
}

interface Listener {
  /** When each hint arrived, by its sequence. */
  readonly heard: Map<number, number>;
  onFirst: (seq: number) => void;
}

/** Opens sockets on a mission, each with a ticket of its own. */
async function listen(client: Client, mission_id: string, count: number): Promise<Listener[]> {
  const listeners: Listener[] = [];
  await eachAtOnce(Array.from({ length: count }), AT_ONCE, async () => {
    const { body } = await client.request("POST", "/gantry/ws-ticket", { mission_id });
    const socket = new WebSocket(new URL(body.url, gantry.origin.replace("http", "ws")), [
      "gantry.v1",
      `ticket.${body.ticket}`,
    ]);
    const listener: Listener = { heard: new Map(), onFirst: () => {} };
    socket.on("message", (data) => {
      const { seq } = JSON.parse(String(data)) as { seq: number };
      if (!listener.heard.has(seq)) listener.heard.set(seq, Date.now());
      listener.onFirst(seq);
    });
    await once(socket, "open");
    listeners.push(listener);
  });
  return listeners;
}

/** How many sockets know the last sequence within ten seconds of the mission's end, and after how long all do. */
async function untilLevel(listeners: readonly Listener[], seq: number) {
  const started = performance.now();
  const known = () => listeners.filter(({ heard }) => heard.has(seq)).length;
  while (known() < listeners.length && performance.now() - started < LEVEL_SECONDS * 1000) await sleep(20);
  return { known: known(), seconds: (performance.now() - started) / 1000 };
}

/** A server of `ws` and its clients; `send` sends one message to all, once for each number. */
async function bareFanOut(count: number) {
  const server = new WebSocketServer({ port: 0, host: "127.0.0.1" });
  await once(server, "listening");
  const url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const delays: number[] = [];
  const clients: WebSocket[] = [];
  await eachAtOnce(Array.from({ length: count }), AT_ONCE, async () => {
    const client = new WebSocket(url);
    client.on("message", (data) => delays.push(Date.now() - Number(data)));
    clients.push(client);
    await once(client, "open");
  });
  const sent = new Set<number>();
  return {
    delays,
    send(seq: number) {
      if (sent.has(seq)) return;
      sent.add(seq);
      const now = String(Date.now());
      for (const socket of server.clients) socket.send(now);
    },
    close() {
      for (const client of clients) client.terminate();
      server.close();
    },
  };
}

interface Outcome {
  readonly level: { readonly known: number; readonly seconds: number };
  readonly took: number;
  readonly status: string;
}

function report(
  events: readonly { readonly sequence: string; readonly time: string }[],
  listeners: readonly Listener[],
  { level, took, status }: Outcome,
): void {
  const delays = events.flatMap(({ sequence, time }) =>
    listeners.flatMap(({ heard }) => {
      const at = heard.get(Number(sequence));
      return at === undefined ? [] : at - Date.parse(time);
    }),
  );
  const [ours, floor] = [delays, bare.delays].map(
    (all) => [quantile(all, 0.5), quantile(all, 0.99)] as const,
  );
  console.log(`${COUNT} sockets, mission ${status} after ${took.toFixed(1)} s, ${events.length} signals`);
  console.log(`hints received         ${delays.length}, at most one for each signal and socket`);
  console.log(
    `level within ${LEVEL_SECONDS} s      ${level.known} of ${COUNT}, after ${level.seconds.toFixed(2)} s`,
  );
  console.log(`commit to received     p50 ${ours?.[0]} ms, p99 ${ours?.[1]} ms`);
  console.log(`bare fan-out           p50 ${floor?.[0]} ms, p99 ${floor?.[1]} ms`);
  console.log(`ratio of p99           ${((ours?.[1] ?? Number.NaN) / (floor?.[1] || 1)).toFixed(1)}`);
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
