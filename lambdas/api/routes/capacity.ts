import { readQueue } from "#core/factory/queue.ts";
import { readMonth } from "#core/model/month.ts";
import { type Route, route } from "#lambdas/runtime/route.ts";

const common = { method: "GET", right: "read", scope: "missions:read" } as const;

/** What limits the tenant's missions: builder slots, and the month's budget. */
export const capacityRoutes: readonly Route[] = [
  route({
    ...common,
    path: "/gantry/queue",
    id: "queue",
    tag: "Missions",
    summary: "Read the queue of missions.",
    description:
      "Returns which missions hold the tenant's builder slots, and which wait for one, in their order.",
    reply: { status: 200, description: "The queue.", schema: "Queue" },
    async handle({ services, caller }) {
      const { slots, running, waiting } = await readQueue(services, caller);
      return { status: 200, body: { slots, running: [...running], waiting: [...waiting] } };
    },
  }),
  route({
    ...common,
    path: "/gantry/budget",
    id: "budget",
    tag: "Missions",
    summary: "Read the month's budget for models.",
    description:
      "Returns what the tenant has spent on models this month, what is reserved for calls that are running, the limit of the policy, and a forecast.",
    reply: { status: 200, description: "The budget.", schema: "Budget" },
    handle: async ({ services, caller }) => ({
      status: 200,
      body: await readMonth(services, caller.tenant, services.policy.models),
    }),
  }),
];
