import { z } from "zod";

/** Of Vercel's answers, only what is relied on; Vercel adds members as it likes. */
export const deploymentSchema = z.object({
  id: z.string().min(1),
  url: z.string().min(1),
  readyState: z.string(),
  aliasAssigned: z.unknown(),
  errorMessage: z.string().nullish(),
});
export type Deployment = z.infer<typeof deploymentSchema>;

export const projectSchema = z.object({
  id: z.string().min(1),
  name: z.string().min(1),
  targets: z
    .object({
      production: z
        .object({ id: z.string(), alias: z.array(z.string()).optional(), readyState: z.string() })
        .nullish(),
    })
    .optional(),
});

export const deploymentListSchema = z.object({
  deployments: z.array(
    z.object({
      uid: z.string().min(1),
      url: z.string().min(1),
      readyState: z.string().optional(),
      meta: z.record(z.string(), z.string()).optional(),
    }),
  ),
  pagination: z.object({ next: z.number().nullable() }),
});

export const ignored = z.unknown();
