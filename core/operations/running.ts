import { z } from "zod";

/** Where the process that uses a data folder is recorded in it: a Gantry that runs, a backup or a restore. */
export const RUNNING_FILE = "running.json";

export const runningSchema = z.object({
  pid: z.number().int().positive(),
  origin: z.url(),
  started_at: z.iso.datetime(),
  /** What the process does with the data folder instead of running Gantry. */
  task: z.enum(["backup", "restore"]).optional(),
});
/** A process that uses the folder, or was ended without a chance to remove this. */
export type Running = z.infer<typeof runningSchema>;
