import { clock } from "#adapters/providers/clock.ts";
import { secrets } from "#adapters/providers/secrets.ts";
import { store } from "#adapters/providers/store.ts";
import { spendTicket } from "#core/identity/ticket.ts";
import { type AuthorizerEvent, allow, deny } from "#lambdas/runtime/api-gateway.ts";
import { contextOf } from "#lambdas/runtime/authorizer-context.ts";
import { guarded } from "#lambdas/runtime/guarded.ts";
import { edgeCheck } from "#lambdas/runtime/origin.ts";
import { servicesOf } from "#lambdas/runtime/services.ts";
import { offeredTicket } from "#lambdas/runtime/subprotocol.ts";
import { comesFromHere } from "#lambdas/runtime/web-security.ts";

const services = servicesOf(store, clock, secrets);
const fromEdge = edgeCheck(services);

/** REQUEST authorizer of $connect: uses the one-time ticket, which is bound to the mission to watch. */
export const handler = guarded(async (event: AuthorizerEvent) => {
  if (!comesFromHere(event.headers) || !(await fromEdge(event.headers))) return deny(event);
  const offered = offeredTicket(event.headers);
  const ticket = offered && (await spendTicket(services(), offered));
  if (!ticket || ticket.mission_id !== event.queryStringParameters?.mission) return deny(event);
  return allow(event, ticket.caller.principal, {
    ...contextOf(ticket.caller),
    mission_id: ticket.mission_id,
  });
});
