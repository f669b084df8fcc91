import { clock } from "#adapters/providers/clock.ts";
import { secrets } from "#adapters/providers/secrets.ts";
import { type AuthorizerEvent, allow, deny } from "#lambdas/runtime/api-gateway.ts";
import { guarded } from "#lambdas/runtime/guarded.ts";
import { edgeCheck } from "#lambdas/runtime/origin.ts";
import { servicesOf } from "#lambdas/runtime/services.ts";

const fromEdge = edgeCheck(servicesOf(clock, secrets));

/** REQUEST authorizer of operations without a session: allows requests that came through CloudFront. */
export const handler = guarded(async (event: AuthorizerEvent) =>
  (await fromEdge(event.headers)) ? allow(event, "anybody", {}) : deny(event),
);
