import { z } from "zod";
import { push } from "#adapters/providers/push.ts";
import { store } from "#adapters/providers/store.ts";
import { replayHints } from "#core/delivery/connections.ts";
import { socketOf, type WebSocketEvent, watchedMission } from "#lambdas/runtime/api-gateway.ts";
import { guarded } from "#lambdas/runtime/guarded.ts";
import { servicesOf } from "#lambdas/runtime/services.ts";

const schema = z.strictObject({ after: z.number().int().min(0) });

const services = servicesOf(store, push);

/** $default: `{"after": <seq>}` requests the hints after a sequence number; any other message is a ping. */
export const handler = guarded(async (event: WebSocketEvent) => {
  const parsed = schema.safeParse(parse(event.body));
  if (parsed.success) await replayHints(services(), socketOf(event), parsed.data.after);
  return { statusCode: 200 };
}, watchedMission);

function parse(body: string | null | undefined): unknown {
  try {
    return JSON.parse(body ?? "");
  } catch {
    return undefined;
  }
}
