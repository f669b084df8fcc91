import { z } from "zod";
import { sha256, speech } from "#core/web/replies/parts.ts";

export const siriSelfTest = z
  .object({
    key_id: z.string(),
    text_sha256: sha256.describe("What the phone must have hashed of `text`, as UTF-8."),
    text_bytes: z.number().int().describe("The length of `text` in UTF-8, in bytes."),
    canonical: z
      .string()
      .describe("What the phone must have signed; it contains nothing that the request does not."),
    signature_matches: z.boolean(),
    seconds_behind: z
      .number()
      .int()
      .describe("Seconds by which the timestamp is behind the server's time; negative when it is ahead."),
    time_accepted: z.boolean().describe("Whether the timestamp is at most 300 s from the server's time."),
    speech,
  })
  .meta({ id: "SiriSelfTest", description: "What the server made of a signed request." });
