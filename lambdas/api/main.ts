import { ROUTES } from "#lambdas/api/routes.ts";
import { httpHandler } from "#lambdas/runtime/http.ts";

/** The REST API. */
export const handler = httpHandler(ROUTES);
