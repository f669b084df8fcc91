import { clock } from "#adapters/parts/clock.ts";
import { secrets } from "#adapters/parts/secrets.ts";
import { type AuthorizerEvent, allow, deny } from "#lambdas/runtime/api-gateway.ts";
import { factoryOf } from "#lambdas/runtime/factory.ts";
import { guarded } from "#lambdas/runtime/guarded.ts";
import { edgeCheck } from "#lambdas/runtime/origin.ts";

const fromEdge = edgeCheck(factoryOf(clock, secrets));

/** REQUEST authorizer of operations without a session: the request has come through the edge. */
export const handler = guarded(async (event: AuthorizerEvent) =>
  (await fromEdge(event.headers)) ? allow(event, "anybody", {}) : deny(event),
);
