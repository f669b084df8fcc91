import { z } from "zod";
import { reportedText } from "#core/kernel/text.ts";

/** The members of Vercel's responses that are used; others are ignored. */
export const deploymentSchema = z.object({
  id: reportedText().min(1),
  url: reportedText().min(1),
  readyState: reportedText(),
  aliasAssigned: z.unknown(),
  errorMessage: reportedText().nullish(),
});
export type Deployment = z.infer<typeof deploymentSchema>;

export const projectSchema = z.object({
  id: reportedText().min(1),
  name: reportedText().min(1),
  targets: z
    .object({
      production: z
        .object({ id: reportedText(), alias: z.array(reportedText()).optional(), readyState: reportedText() })
        .nullish(),
    })
    .optional(),
});

export const deploymentListSchema = z.object({
  deployments: z.array(
    z.object({
      uid: reportedText().min(1),
      url: reportedText().min(1),
      readyState: reportedText().optional(),
      meta: z.record(z.string(), reportedText()).optional(),
    }),
  ),
  pagination: z.object({ next: z.number().nullable() }),
});

export const ignored = z.unknown();
