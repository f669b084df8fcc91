import { z } from "zod";

/** The result of one acceptance. `failed_step` counts from 0. */
export interface AcceptanceResult {
  readonly name: string;
  readonly passed: boolean;
  readonly failed_step?: number;
  readonly reason?: string;
}
export interface AcceptanceReport {
  readonly url: string;
  readonly passed: boolean;
  readonly results: readonly AcceptanceResult[];
  /** Errors of the page itself: uncaught exceptions, console errors, failed requests to its own origin. */
  readonly page_errors: readonly string[];
  readonly ms: number;
}

/** The part of a stored report that people are shown. */
export const acceptanceReportSchema = z.object({
  results: z.array(
    z.object({
      name: z.string(),
      passed: z.boolean(),
      failed_step: z.number().int().optional(),
      reason: z.string().optional(),
    }),
  ),
  page_errors: z.array(z.string()),
});
export type ShownReport = z.infer<typeof acceptanceReportSchema>;
export type AcceptanceOutcome = ShownReport["results"][number];
