import { z } from "zod";
import { push } from "#adapters/providers/push.ts";
import { store } from "#adapters/providers/store.ts";
import { replayHints } from "#core/delivery/connections.ts";
import { errorFrame } from "#core/delivery/hint.ts";
import { socketOf, type WebSocketEvent, watchedMission } from "#lambdas/runtime/api-gateway.ts";
import { guarded } from "#lambdas/runtime/guarded.ts";
import { servicesOf } from "#lambdas/runtime/services.ts";

const schema = z.strictObject({ after: z.number().int().min(0) });

const services = servicesOf(store, push);

/** Keeps a connection open that is closed after ten minutes without a message. */
const PING = "ping";

/**
 * $default: `{"after": <seq>}` requests the hints after a sequence number, and `ping` keeps the connection open. Any
 * other message is replied to with an error frame.
 */
export const handler = guarded(async (event: WebSocketEvent) => {
  if (event.body === PING) return { statusCode: 200 };
  const socket = socketOf(event);
  const parsed = schema.safeParse(parse(event.body));
  if (parsed.success) await replayHints(services(), socket, parsed.data.after);
  else await services().push.post(socket.connection, MALFORMED);
  return { statusCode: 200 };
}, watchedMission);

const MALFORMED = errorFrame(
  "InvalidInput",
  'A message must be {"after": <seq>}, seq being a whole number from 0, or the word ping.',
);

function parse(body: string | null | undefined): unknown {
  try {
    return JSON.parse(body ?? "");
  } catch {
    return undefined;
  }
}
