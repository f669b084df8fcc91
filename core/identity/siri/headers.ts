import { z } from "zod";

/** Headers of a signed request. */
export const siriHeaders = z.object({
  "X-Gantry-Key": z
    .string()
    .regex(/^[0-9A-Za-z_]{1,64}$/, "must be the id of a Siri key, such as sk_3f8k2m9q")
    .describe("The id of the Siri key."),
  "X-Gantry-Timestamp": z
    .string()
    .refine(
      (text) => TIME.test(text) && !Number.isNaN(epochMs(text)),
      "must be a time in ISO 8601 with seconds and zone, such as 2026-11-21T07:00:00+00:00",
    )
    .describe(
      "When it was signed, in ISO 8601 with seconds and zone; at most 5 minutes from the server's time.",
    )
    .meta({ examples: ["2026-11-21T07:00:00+00:00"] }),
  "X-Gantry-Nonce": z
    .string()
    .regex(/^[0-9a-f]{64}$/, "must be 64 digits of lower-case hex")
    .describe("64 random digits of lower-case hex, new for each request."),
  "X-Gantry-Signature": z
    .string()
    .regex(/^v1=[0-9a-f]{64}$/, "must be v1= and 64 digits of lower-case hex")
    .describe("`v1=` and the signature of the scheme `gantry-siri-v1`, in lower-case hex."),
});
export type SiriHeaders = z.infer<typeof siriHeaders>;

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?(Z|[+-]\d\d:?\d\d)$/;

/** A timestamp in epoch milliseconds. Phones write zones as +01:00 or +0100. */
export function epochMs(timestamp: string): number {
  return Date.parse(timestamp.replace(/([+-]\d\d)(\d\d)$/, "$1:$2"));
}
