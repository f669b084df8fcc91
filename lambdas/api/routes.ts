import { attemptRoutes } from "#lambdas/api/routes/attempts.ts";
import { authRoutes } from "#lambdas/api/routes/auth.ts";
import { capacityRoutes } from "#lambdas/api/routes/capacity.ts";
import { checkRoutes } from "#lambdas/api/routes/checks.ts";
import { consultRoutes } from "#lambdas/api/routes/consult.ts";
import { conversationRoutes } from "#lambdas/api/routes/conversations.ts";
import { gateRoutes } from "#lambdas/api/routes/gates.ts";
import { instanceRoutes } from "#lambdas/api/routes/instances.ts";
import { keyRoutes } from "#lambdas/api/routes/keys.ts";
import { missionRoutes } from "#lambdas/api/routes/missions.ts";
import { projectRoutes } from "#lambdas/api/routes/projects.ts";
import { serviceRoutes } from "#lambdas/api/routes/service.ts";
import { sessionRoutes } from "#lambdas/api/routes/sessions.ts";
import { shareRoutes } from "#lambdas/api/routes/share.ts";
import { siriRoutes } from "#lambdas/api/routes/siri.ts";
import type { Route } from "#lambdas/runtime/route.ts";

/** All routes of the API, as served, validated, documented and deployed. */
export const ROUTES: readonly Route[] = [
  ...authRoutes,
  ...sessionRoutes,
  ...keyRoutes,
  ...consultRoutes,
  ...conversationRoutes,
  ...siriRoutes,
  ...gateRoutes,
  ...instanceRoutes,
  ...missionRoutes,
  ...attemptRoutes,
  ...shareRoutes,
  ...projectRoutes,
  ...capacityRoutes,
  ...checkRoutes,
  ...serviceRoutes,
];
