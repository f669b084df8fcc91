import { z } from "zod";

/** A person's verdict on a gate. `snapshot_sha256` is the hash of exactly what the person saw. */
export const decisionSchema = z.strictObject({
  gate: z.string(),
  verdict: z.enum(["APPROVE", "REJECT", "OVERRIDE"]),
  actor: z.string(),
  role: z.string(),
  justification: z.string(),
  snapshot_sha256: z.string(),
  mission_id: z.string(),
});
export type Decision = Readonly<z.infer<typeof decisionSchema>>;
