import { clock } from "#adapters/providers/clock.ts";
import { secrets } from "#adapters/providers/secrets.ts";
import { store } from "#adapters/providers/store.ts";
import { readSession } from "#core/identity/session.ts";
import { type AuthorizerEvent, allow, deny } from "#lambdas/runtime/api-gateway.ts";
import { contextOf } from "#lambdas/runtime/authorizer-context.ts";
import { guarded } from "#lambdas/runtime/guarded.ts";
import { edgeCheck } from "#lambdas/runtime/origin.ts";
import { servicesOf } from "#lambdas/runtime/services.ts";
import { sessionToken } from "#lambdas/runtime/session-cookie.ts";

const services = servicesOf(store, clock, secrets);
const fromEdge = edgeCheck(services);

/** REQUEST authorizer of operations with a session, by cookie or as a bearer token, that come through the edge. */
export const handler = guarded(async (event: AuthorizerEvent) => {
  if (!(await fromEdge(event.headers))) return deny(event);
  const token = sessionToken(event.headers);
  const caller = token && (await readSession(services(), token));
  return caller ? allow(event, caller.principal, contextOf(caller)) : deny(event);
});
