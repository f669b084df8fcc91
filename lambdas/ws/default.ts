import { z } from "zod";
import { push } from "#adapters/parts/push.ts";
import { store } from "#adapters/parts/store.ts";
import { replayHints } from "#core/delivery/connections.ts";
import { socketOf, type WebSocketEvent, watchedMission } from "#lambdas/runtime/api-gateway.ts";
import { factoryOf } from "#lambdas/runtime/factory.ts";
import { guarded } from "#lambdas/runtime/guarded.ts";

const schema = z.strictObject({ after: z.number().int().min(0) });

const factory = factoryOf(store, push);

/** Any message: `{"after": <seq>}` asks for the hints behind a sequence number; everything else is a ping. */
export const handler = guarded(async (event: WebSocketEvent) => {
  const parsed = schema.safeParse(parse(event.body));
  if (parsed.success) await replayHints(factory(), socketOf(event), parsed.data.after);
  return { statusCode: 200 };
}, watchedMission);

function parse(body: string | null | undefined): unknown {
  try {
    return JSON.parse(body ?? "");
  } catch {
    return undefined;
  }
}
