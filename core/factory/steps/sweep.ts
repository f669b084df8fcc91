import type { WithBuilders } from "#core/factory/build/builders.ts";
import type { WithPolicy } from "#core/factory/policy/policy.ts";
import type { WithClock } from "#core/kernel/clock.ts";

/**
 * Stops builders that exceed their maximum age, as a last resort. The task's stop event fails the step that waits for
 * it. Returns the number of stopped builders.
 */
export async function sweepBuilders({
  builders,
  policy,
  clock,
}: WithBuilders & WithPolicy & WithClock): Promise<{ stopped: number }> {
  const { builder_seconds } = policy.missions;
  const oldest = clock.now() - builder_seconds * 1000;
  const overdue = (await builders.running()).filter(({ created_at_ms }) => created_at_ms < oldest);
  for (const { task } of overdue) await builders.stop(task, `Older than ${builder_seconds} seconds.`);
  return { stopped: overdue.length };
}
