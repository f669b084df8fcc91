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

export const key = known.meta({
  id: "Key",
  description: "A key of a personal device, of a service, or of a Siri Shortcut.",
});

const part = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .exactOptional();

export const newKey = known
  .extend({
    key: z
      .string()
      .exactOptional()
      .describe("Of a device or a service: send it as Authorization: Bearer. It is not shown again."),
    k1: part.describe("Of a Siri key: the first part. It is not shown again."),
    k2: part.describe("Of a Siri key: the second part. It is not shown again."),
  })
  .meta({ id: "NewKey", description: "A new key." });

export const keyList = z
  .object({ keys: z.array(key), next_cursor })
  .meta({ id: "KeyList", description: "Keys, newest first." });
