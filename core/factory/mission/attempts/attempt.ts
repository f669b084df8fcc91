import { z } from "zod";
import { SCREEN_WIDTHS } from "#core/factory/acceptance-browser.ts";
import { acceptanceReportSchema } from "#core/factory/acceptance-report.ts";
import type { MissionSignal } from "#core/factory/mission/signals.ts";
import { sha256Schema } from "#core/kernel/ids.ts";

const buildSchema = z.object({
  retry: z.number().int().describe("How often the build was run again because the machine failed."),
  started_at: z.iso.datetime(),
  ended_at: z.iso.datetime().nullable(),
  verdict: z.enum(["passed", "code", "killed", "environment"]).nullable().describe("Null while it runs."),
  reason: z.string().nullable(),
  command: z.array(z.string()).describe("The command that failed, or the last one."),
  exit_code: z.number().int().nullable(),
  log_sha256: sha256Schema.nullable(),
});

/** One attempt at building an app: the draft, its builds, and what became of them. Attempts count from 1. */
export const attemptSchema = z.object({
  attempt: z.number().int().min(1),
  started_at: z.iso.datetime(),
  by: z.string().describe("Who wrote the draft or its repairs: a model, `rules`, or the generator."),
  repairs: z
    .array(z.string())
    .describe("The repairs of the attempt before, as sentences; none for the first."),
  manifest_sha256: sha256Schema,
  policy: z
    .object({ verdict: z.enum(["allow", "deny"]), reasons: z.array(z.string()) })
    .nullable()
    .describe("What the policy finds in the draft; null until it is checked."),
  builds: z.array(buildSchema).describe("Oldest first. Only builds that the machine failed are repeated."),
  review: z
    .object({ verdict: z.enum(["accept", "reject"]), notes: z.array(z.string()) })
    .nullable()
    .describe("Null without a review."),
  acceptance: z
    .object({
      passed: z.boolean(),
      reason: z.string(),
      url: z.string(),
      report_sha256: sha256Schema,
      ...acceptanceReportSchema.shape,
      screenshots: z
        .array(z.object({ sha256: sha256Schema, width: z.number().int().describe("In CSS pixels.") }))
        .describe("Pictures of the app, from wide to narrow."),
    })
    .nullable()
    .describe("Null until the preview is opened in a browser."),
});
export type Attempt = z.infer<typeof attemptSchema>;

/** An attempt without what only the acceptance report contains. */
export type RecordedAttempt = Omit<Attempt, "acceptance"> & {
  readonly acceptance: Omit<NonNullable<Attempt["acceptance"]>, "results" | "page_errors"> | null;
};

/** The attempts that a mission's signals record, oldest first. */
export function attemptsOf(signals: readonly MissionSignal[]): RecordedAttempt[] {
  const attempts: RecordedAttempt[] = [];
  for (const signal of signals) {
    const opened = openedBy(signal);
    const newest = attempts.at(-1);
    if (opened) attempts.push(opened);
    else if (newest) attempts[attempts.length - 1] = after(newest, signal);
  }
  return attempts;
}

/** The attempt that a draft or a repair begins. */
function openedBy({ type, data, time }: MissionSignal): RecordedAttempt | undefined {
  const begun = { started_at: time, policy: null, builds: [], review: null, acceptance: null };
  if (type === "gantry.mission.drafted") {
    const { attempt, by, manifest_sha256 } = data;
    return { attempt, by, repairs: [], manifest_sha256, ...begun };
  }
  if (type !== "gantry.heal.applied") return undefined;
  const { attempt, by, fixes, manifest_sha256 } = data;
  return { attempt: attempt + 1, by, repairs: fixes, manifest_sha256, ...begun };
}

function after(attempt: RecordedAttempt, { type, data, time }: MissionSignal): RecordedAttempt {
  switch (type) {
    case "gantry.policy.evaluated":
      return { ...attempt, policy: { verdict: data.verdict, reasons: data.reasons } };
    case "gantry.build.started":
      return { ...attempt, builds: [...attempt.builds, startedBuild(data.retry, time)] };
    case "gantry.build.finished": {
      const started =
        attempt.builds.find(({ retry }) => retry === data.retry) ?? startedBuild(data.retry, time);
      const { verdict, reason, command, exit_code, log_sha256 } = data;
      const finished = { ...started, ended_at: time, verdict, reason, command, exit_code, log_sha256 };
      return {
        ...attempt,
        builds: [...attempt.builds.filter(({ retry }) => retry !== data.retry), finished],
      };
    }
    case "gantry.review.finished":
      return { ...attempt, review: { verdict: data.verdict, notes: data.notes } };
    case "gantry.deployment.verified": {
      const { passed, reason, url, report_sha256 } = data;
      return {
        ...attempt,
        acceptance: { passed, reason, url, report_sha256, screenshots: screenshotsOf(data) },
      };
    }
    default:
      return attempt;
  }
}

const startedBuild = (retry: number, started_at: string): RecordedAttempt["builds"][number] => ({
  ...{ retry, started_at, ended_at: null, verdict: null, reason: null },
  ...{ command: [], exit_code: null, log_sha256: null },
});

type Verified = (MissionSignal & { type: "gantry.deployment.verified" })["data"];

const screenshotsOf = ({ screenshot_sha256, phone_screenshot_sha256 }: Verified) => [
  ...(screenshot_sha256 ? [{ sha256: screenshot_sha256, width: SCREEN_WIDTHS.desktop }] : []),
  ...(phone_screenshot_sha256 ? [{ sha256: phone_screenshot_sha256, width: SCREEN_WIDTHS.phone }] : []),
];
