import type { Factory } from "#core/factory.ts";
import { say } from "#core/mission/missions.ts";
import { ask } from "#core/model/ask.ts";
import { timeLimitMs } from "#core/model/pace.ts";
import { critic } from "#core/prompts/critic.ts";
import {
  callFact,
  loadManifest,
  openMission,
  record,
  type StepInput,
  tellPhase,
} from "#core/steps/context.ts";

/** The critic's second look. It can hold a draft back; it can never let one through that failed its audit. */
export async function reviewApp(
  factory: Pick<Factory, "ledger" | "artifacts" | "converser" | "clock" | "models">,
  input: StepInput & { attempt: number },
): Promise<{ verdict: "accept" | "reject"; reason: string }> {
  const opened = await openMission(factory, input);
  const mission = opened.state;
  opened.enter("REVIEWING", input.attempt);
  await tellPhase(opened);
  const manifest = await loadManifest(factory, mission);
  const { answer, call } = await ask(
    factory,
    critic,
    {
      plan: mission.plan,
      files: manifest.files.filter(({ encoding }) => encoding !== "base64"),
      acceptance: manifest.acceptance,
    },
    {
      model: factory.models.critic,
      timeout_ms: timeLimitMs("critic", critic),
      onUnusable: (call) => record(opened, [callFact(call)]),
    },
  );
  const { verdict, notes } = answer;
  await record(opened, [
    callFact(call),
    say(
      "gantry.review.finished",
      { attempt: input.attempt, verdict, notes },
      { actor: { kind: "agent", id: "critic" } },
    ),
  ]);
  return { verdict, reason: notes.join(" ") };
}
