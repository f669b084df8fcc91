import { clock } from "#adapters/providers/clock.ts";
import { secrets } from "#adapters/providers/secrets.ts";
import { store } from "#adapters/providers/store.ts";
import { readCredential } from "#core/identity/credentials.ts";
import { type AuthorizerEvent, allow, deny } from "#lambdas/runtime/api-gateway.ts";
import { contextOf } from "#lambdas/runtime/authorizer-context.ts";
import { guarded } from "#lambdas/runtime/guarded.ts";
import { edgeCheck } from "#lambdas/runtime/origin.ts";
import { servicesOf } from "#lambdas/runtime/services.ts";
import { credentialOf } from "#lambdas/runtime/session-cookie.ts";

const services = servicesOf(store, clock, secrets);
const fromEdge = edgeCheck(services);

/**
 * REQUEST authorizer of operations that require a caller. Accepts a session, as cookie or bearer token, or a key.
 * Ignores credentials in the query string, because query strings are logged.
 */
export const handler = guarded(async (event: AuthorizerEvent) => {
  if (!(await fromEdge(event.headers))) return deny(event);
  const token = credentialOf(event.headers);
  const caller = token && (await readCredential(services(), token));
  return caller ? allow(event, caller.principal, contextOf(caller)) : deny(event);
});
