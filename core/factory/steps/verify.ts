import type { AcceptanceBrowser, WithBrowser } from "#core/factory/acceptance-browser.ts";
import type { AcceptanceReport } from "#core/factory/acceptance-report.ts";
import { fingerprintText } from "#core/factory/heal/fingerprint.ts";
import { failedSoBefore } from "#core/factory/mission/mission.ts";
import { missionSignal } from "#core/factory/mission/missions.ts";
import type { WithPolicies } from "#core/factory/policy/pin.ts";
import type { Policy } from "#core/factory/policy/policy.ts";
import {
  isCancelled,
  openMission,
  policyOf,
  record,
  recordPhase,
  type StepInput,
} from "#core/factory/steps/context.ts";
import { loadManifest } from "#core/factory/steps/load-manifest.ts";
import { putArtifact, type WithArtifacts } from "#core/kernel/artifacts.ts";
import { canonicalJson } from "#core/kernel/canonical.ts";
import { GantryError } from "#core/kernel/errors.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";
import { wellFormed } from "#core/kernel/text.ts";
import { MAX_IMAGE_BYTES } from "#core/model/image-limits.ts";

/** Runs the acceptances in a browser on the preview. Only a preview that passes is promoted. */
export async function verifyPreview(
  services: WithLedger & WithArtifacts & WithBrowser & WithPolicies,
  input: StepInput & { attempt: number },
): Promise<{ passed: boolean; same: boolean; reason: string }> {
  const opened = await openMission(services, input);
  const mission = opened.state;
  opened.enter("VERIFYING", input.attempt);
  await recordPhase(opened);
  const { acceptance } = await loadManifest(services, mission);
  const url = mission.preview_url;
  if (!url) throw new GantryError("IllegalTransition", "There is no preview to verify.");
  const { screenshot, phone_screenshot, ...ran } = await runWithRetries(
    services,
    await policyOf(services, mission),
    input,
    url,
    acceptance,
  );
  const report = wellFormed(ran);
  const reason = describe(report);
  const fingerprint = report.passed ? null : fingerprintText(reason);
  const report_sha256 = await putArtifact(services.artifacts, input.tenant, canonicalJson(report));
  const picture = await storePicture(services, input.tenant, screenshot);
  const phonePicture = await storePicture(services, input.tenant, phone_screenshot);
  await record(opened, [
    missionSignal("gantry.deployment.verified", {
      attempt: input.attempt,
      url,
      passed: report.passed,
      reason,
      report_sha256,
      fingerprint,
      ...(picture === undefined ? {} : { screenshot_sha256: picture }),
      ...(phonePicture === undefined ? {} : { phone_screenshot_sha256: phonePicture }),
    }),
  ]);
  return {
    passed: report.passed,
    same: failedSoBefore(mission, input.attempt, fingerprint),
    reason,
  };
}

/** Stores a picture for people and the healer; undefined if there is none, or none that models accept. */
async function storePicture(
  { artifacts }: WithArtifacts,
  tenant: string,
  picture: Uint8Array | undefined,
): Promise<string | undefined> {
  if (!picture || picture.length > MAX_IMAGE_BYTES) return undefined;
  return putArtifact(artifacts, tenant, picture, "image/png");
}

type Ran = Awaited<ReturnType<AcceptanceBrowser["run"]>>;

/**
 * Repeats failed acceptances, because a new deployment can fail temporarily; a failure in every try is attributed to
 * the app. Stops when the mission is cancelled.
 */
async function runWithRetries(
  { browser, ledger }: WithBrowser & WithLedger,
  { missions }: Policy,
  input: StepInput,
  url: string,
  acceptances: Parameters<WithBrowser["browser"]["run"]>[0]["acceptances"],
): Promise<Ran> {
  const { verify_tries, verify_seconds } = missions;
  const cancelled = () => isCancelled({ ledger }, input);
  const limits = { seconds: verify_seconds, cancelled, screenshot: "failed" as const };
  let report = await browser.run({ url, acceptances, ...limits });
  for (let attempt = 1; attempt < verify_tries && !report.passed; attempt++) {
    await openMission({ ledger }, input);
    const open = acceptances.filter((_, index) => report.results[index]?.passed === false);
    if (open.length === 0) return report;
    report = withAgain(report, await browser.run({ url, acceptances: open, ...limits }));
  }
  return report;
}

/**
 * The report with the results of the next try for failed acceptances. Page errors of all tries are kept, and the pictures
 * of the last one.
 */
function withAgain(report: Ran, again: Ran): Ran {
  const next = again.results.values();
  const results = report.results.map((result) => (result.passed ? result : (next.next().value ?? result)));
  return {
    url: report.url,
    passed: results.every(({ passed }) => passed),
    results,
    page_errors: [...new Set([...report.page_errors, ...again.page_errors])],
    ms: report.ms + again.ms,
    ...(again.screenshot ? { screenshot: again.screenshot } : {}),
    ...(again.phone_screenshot ? { phone_screenshot: again.phone_screenshot } : {}),
  };
}

function describe({ passed, results, page_errors }: AcceptanceReport): string {
  if (passed) return `All ${results.length} acceptance checks passed.`;
  const failed = results
    .filter((result) => !result.passed)
    .map(({ name, reason }) => `${name}: ${reason ?? "failed"}`);
  return (
    [...failed, ...page_errors.slice(0, 3)].join(" ").slice(0, 2000).toWellFormed() ||
    "The page reported errors."
  );
}
