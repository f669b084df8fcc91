import { clock } from "#adapters/parts/clock.ts";
import { store } from "#adapters/parts/store.ts";
import { readSession } from "#core/auth/session.ts";
import { type AuthorizerEvent, allow, deny } from "#lambdas/runtime/api-gateway.ts";
import { factoryOf } from "#lambdas/runtime/factory.ts";
import { guarded } from "#lambdas/runtime/guarded.ts";
import { sessionToken } from "#lambdas/runtime/session-cookie.ts";

const factory = factoryOf(store, clock);

/** REQUEST authorizer of the REST API: a session, by cookie or as a bearer token. */
export const handler = guarded(async (event: AuthorizerEvent) => {
  const token = sessionToken(event.headers);
  const caller = token && (await readSession(factory(), token));
  return caller ? allow(event, caller.user, { ...caller }) : deny(event);
});
