import type { Mission } from "#core/factory/mission/mission.ts";
import { SENTENCES, type Sentences } from "#core/factory/mission/sentences.ts";
import { planLocale } from "#core/factory/plan/plan-locale.ts";
import { spoken } from "#core/factory/spoken.ts";
import { ERRORS } from "#core/kernel/errors.ts";

/**
 * One or two sentences about a mission that can be read aloud, at most 300 characters, in the language of its plan. For
 * a failure they contain only the title of the error code, because its message names files, commands and other services.
 */
export function speechOf(mission: Mission): string {
  const sentences = SENTENCES[planLocale(mission.plan)];
  if (mission.cancel_requested_at && mission.ended_at === null)
    return spoken(sentences.stopping(mission.plan.title));
  return spoken([sentenceOf(mission, sentences), ...additions(mission, sentences)].join(" "));
}

function sentenceOf(mission: Mission, { phases, restored }: Sentences): string {
  const { plan, phase, error, manifest_sha256 } = mission;
  if (phase === "SUCCEEDED" && mission.restored) return restored(plan.title, mission.restored.release);
  return phases[phase]({
    title: plan.title,
    attempt: phase === "BUILDING" ? Math.max(1, mission.attempts) : mission.attempts,
    url: mission.url ?? "",
    generated: plan.specification !== undefined,
    promoted: mission.promoted !== null,
    drafted: manifest_sha256 !== null,
    error: error ? ERRORS[error.code].title : "",
  });
}

/** What a person should know beside a good end. */
function additions(
  { phase, pr_url, restored, left_out }: Mission,
  { pullRequest, leftOut }: Sentences,
): readonly string[] {
  if (phase !== "DEPLOYED" && (phase !== "SUCCEEDED" || restored)) return [];
  // The reason may name files, so only the pages are said.
  return [
    ...(pr_url ? [pullRequest] : []),
    ...(left_out === undefined ? [] : [leftOut(left_out.split(":")[0] ?? "")]),
  ];
}
