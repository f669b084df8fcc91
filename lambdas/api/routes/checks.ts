import { instanceChecks } from "#core/operations/instance-checks.ts";
import { probeAll } from "#lambdas/api/probe-all.ts";
import { type Route, route } from "#lambdas/runtime/route.ts";

export const checkRoutes: readonly Route[] = [
  route({
    method: "GET",
    path: "/gantry/checks",
    id: "checks",
    tag: "Service",
    right: "owner",
    limit: "search",
    summary: "Check the installation.",
    description:
      "What limits builds, whether a model, GitHub and Vercel are connected, and whether each dependency responds. What only the machine knows, such as its disk and its browser, is checked by `gantry doctor`, and the settings of an AWS account by `gantry doctor --aws`.",
    reply: { status: 200, description: "The checks, what hinders a first build first.", schema: "CheckList" },
    async handle({ services }) {
      const [limits, access, responds] = await Promise.all([
        services.notices(),
        services.access(),
        probeAll(services),
      ]);
      const checks = instanceChecks({ limits, access, responds, models: services.models });
      return { status: 200, body: { ok: checks.every(({ state }) => state !== "fail"), checks } };
    },
  }),
];
