import { z } from "zod";

/** File in a data folder that records the process that uses it: the service, a backup or a restore. */
export const RUNNING_FILE = "running.json";

export const runningSchema = z.object({
  pid: z.number().int().positive(),
  origin: z.url(),
  started_at: z.iso.datetime(),
  /** Present for a backup or restore; absent for the service. */
  task: z.enum(["backup", "restore"]).optional(),
});
/** The process that uses the folder, or that was killed before it could remove this record. */
export type Running = z.infer<typeof runningSchema>;
