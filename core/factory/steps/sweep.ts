import type { WithBuilders } from "#core/factory/build/builders.ts";
import type { WithPolicy } from "#core/factory/policy/policy.ts";
import type { WithClock } from "#core/kernel/clock.ts";

/**
 * The last net under builders: ends those that are older than any can be. What waits for one is told by the event
 * of its end. Answers how many were stopped.
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
