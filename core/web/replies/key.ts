import { z } from "zod";
import { keySchema } from "#core/identity/key.ts";
import { id, next_cursor, time } from "#core/web/replies/parts.ts";

const known = keySchema.extend({
  key_id: id,
  principal: id.describe("The member who owns the device, or the name of the service."),
  created_by: id,
  created_at: time,
  expires_at: time,
  revoked_at: time.nullable(),
  status: z.enum(["active", "expired", "revoked"]),
});

export const key = known.meta({ id: "Key", description: "A key of a personal device or of a service." });

export const newKey = known
  .extend({ key: z.string().describe("Send it as Authorization: Bearer. It is not shown again.") })
  .meta({ id: "NewKey", description: "A new key." });

export const keyList = z
  .object({ keys: z.array(key), next_cursor })
  .meta({ id: "KeyList", description: "Keys, newest first." });
