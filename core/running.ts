import { z } from "zod";

/** Where a Gantry on this machine says, in its data folder, that it runs. */
export const RUNNING_FILE = "running.json";

export const runningSchema = z.object({
  pid: z.number().int().positive(),
  origin: z.url(),
  started_at: z.iso.datetime(),
});
/** A Gantry that runs, or was ended without a chance to say otherwise. */
export type Running = z.infer<typeof runningSchema>;
