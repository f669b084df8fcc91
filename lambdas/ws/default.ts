import { z } from "zod";
import { ledger } from "#adapters/parts/ledger.ts";
import { push } from "#adapters/parts/push.ts";
import { replayHints } from "#core/mission/connections.ts";
import { type WebSocketEvent, watchedMission } from "#lambdas/runtime/api-gateway.ts";
import { factoryOf } from "#lambdas/runtime/factory.ts";
import { guarded } from "#lambdas/runtime/guarded.ts";

const schema = z.strictObject({ after: z.number().int().min(0) });

const factory = factoryOf(ledger, push);

/** Any message: `{"after": <seq>}` asks for the hints behind a sequence number; everything else is a ping. */
export const handler = guarded(async ({ body, requestContext }: WebSocketEvent) => {
  const { tenant, mission_id } = requestContext.authorizer as { tenant: string; mission_id: string };
  const parsed = schema.safeParse(parse(body));
  if (parsed.success)
    await replayHints(
      factory(),
      { tenant, mission_id, connection: requestContext.connectionId },
      parsed.data.after,
    );
  return { statusCode: 200 };
}, watchedMission);

function parse(body: string | null | undefined): unknown {
  try {
    return JSON.parse(body ?? "");
  } catch {
    return undefined;
  }
}
