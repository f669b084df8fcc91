import { clock } from "#adapters/parts/clock.ts";
import { store } from "#adapters/parts/store.ts";
import { readSession } from "#core/auth/session.ts";
import { type AuthorizerEvent, allow } from "#lambdas/runtime/api-gateway.ts";
import { factoryOf } from "#lambdas/runtime/factory.ts";
import { sessionToken } from "#lambdas/runtime/web-security.ts";

const factory = factoryOf(store, clock);

/** REQUEST authorizer of the REST API: a session, by cookie or as a bearer token. */
export async function handler(event: AuthorizerEvent) {
  const token = sessionToken(event.headers);
  const caller = token && (await readSession(factory(), token));
  if (!caller) throw new Error("Unauthorized"); // API Gateway answers 401 to exactly this word.
  return allow(event, caller.user, { ...caller });
}
