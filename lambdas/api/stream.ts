import { clock } from "#adapters/providers/clock.ts";
import { converser } from "#adapters/providers/converser.ts";
import { documentation } from "#adapters/providers/documentation.ts";
import { ids } from "#adapters/providers/ids.ts";
import { library } from "#adapters/providers/library.ts";
import { models } from "#adapters/providers/models.ts";
import { notices } from "#adapters/providers/notices.ts";
import { policy } from "#adapters/providers/policy.ts";
import { store } from "#adapters/providers/store.ts";
import { tenants } from "#adapters/providers/tenants.ts";
import { consultRoutes } from "#lambdas/api/routes/consult.ts";
import { conversationRoutes } from "#lambdas/api/routes/conversations.ts";
import { servicesForCaller } from "#lambdas/runtime/caller-services.ts";
import { httpHandler } from "#lambdas/runtime/http.ts";
import type { ApiServices } from "#lambdas/runtime/route.ts";
import { servicesOf } from "#lambdas/runtime/services.ts";
import { streamed } from "#lambdas/runtime/streamed.ts";

const common = servicesOf(
  ...[clock, ids, store, tenants, converser, models, notices, policy, library, documentation],
);

const routes = [...consultRoutes, ...conversationRoutes].filter(({ streams }) => streams);

/** The operations of the REST API whose replies can be read while they arise. They need fewer services than all others. */
export const handler = streamed(
  httpHandler(routes, (caller) => servicesForCaller(common(), caller) as unknown as ApiServices),
);
