import { clock } from "#adapters/parts/clock.ts";
import { secrets } from "#adapters/parts/secrets.ts";
import { store } from "#adapters/parts/store.ts";
import { readSession } from "#core/auth/session.ts";
import { type AuthorizerEvent, allow, deny } from "#lambdas/runtime/api-gateway.ts";
import { contextOf } from "#lambdas/runtime/authorizer-context.ts";
import { factoryOf } from "#lambdas/runtime/factory.ts";
import { guarded } from "#lambdas/runtime/guarded.ts";
import { edgeCheck } from "#lambdas/runtime/origin.ts";
import { sessionToken } from "#lambdas/runtime/session-cookie.ts";

const factory = factoryOf(store, clock, secrets);
const fromEdge = edgeCheck(factory);

/** REQUEST authorizer of operations with a session, by cookie or as a bearer token, that come through the edge. */
export const handler = guarded(async (event: AuthorizerEvent) => {
  if (!(await fromEdge(event.headers))) return deny(event);
  const token = sessionToken(event.headers);
  const caller = token && (await readSession(factory(), token));
  return caller ? allow(event, caller.principal, contextOf(caller)) : deny(event);
});
