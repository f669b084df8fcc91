import { z } from "zod";
import { artifacts } from "#adapters/providers/artifacts.ts";
import { clock } from "#adapters/providers/clock.ts";
import { store } from "#adapters/providers/store.ts";
import { workflows } from "#adapters/providers/workflows.ts";
import { onTaskStopped } from "#core/factory/steps/builder-events.ts";
import { reportedText } from "#core/kernel/text.ts";
import { eventHandler } from "#lambdas/runtime/event.ts";
import { log } from "#lambdas/runtime/log.ts";
import { servicesOf } from "#lambdas/runtime/services.ts";

const schema = z.object({
  detail: z.object({
    stoppedReason: reportedText().default(""),
    containers: z
      .array(z.object({ exitCode: z.number().optional(), reason: reportedText().optional() }))
      .default([]),
    overrides: z.object({
      containerOverrides: z
        .array(
          z.object({ environment: z.array(z.object({ name: z.string(), value: z.string() })).default([]) }),
        )
        .min(1),
    }),
  }),
});

/** ECS `Task State Change` to STOPPED of a builder. */
export const handler = eventHandler(
  schema,
  servicesOf(store, clock, artifacts, workflows),
  (services, event) => {
    const { detail } = event;
    const {
      GANTRY_TENANT: tenant,
      GANTRY_MISSION: mission,
      GANTRY_ATTEMPT: attempt,
      GANTRY_RETRY: retry,
      GANTRY_START: start,
    } = environmentOf(event);
    if (!tenant || !mission) {
      log("warn", "task without a mission", { reason: detail.stoppedReason });
      return Promise.resolve();
    }
    const [container] = detail.containers;
    const reason = [detail.stoppedReason, container?.reason ?? ""].join(" ").trim();
    return onTaskStopped(services, {
      tenant,
      mission,
      attempt: Number(attempt),
      retry: Number(retry),
      start: Number(start),
      exit_code: container?.exitCode ?? null,
      reason,
    });
  },
  (event) => environmentOf(event).GANTRY_MISSION,
);

/** The environment variables of the task, which identify its build. */
function environmentOf({ detail }: z.infer<typeof schema>): Readonly<Record<string, string>> {
  const { environment = [] } = detail.overrides.containerOverrides[0] ?? {};
  return Object.fromEntries(environment.map(({ name, value }) => [name, value]));
}
