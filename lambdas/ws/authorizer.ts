import { clock } from "#adapters/providers/clock.ts";
import { secrets } from "#adapters/providers/secrets.ts";
import { store } from "#adapters/providers/store.ts";
import { spendTicket } from "#core/identity/ticket.ts";
import { type AuthorizerEvent, allow, deny } from "#lambdas/runtime/api-gateway.ts";
import { contextOf } from "#lambdas/runtime/authorizer-context.ts";
import { guarded } from "#lambdas/runtime/guarded.ts";
import { log } from "#lambdas/runtime/log.ts";
import { edgeCheck } from "#lambdas/runtime/origin.ts";
import { servicesOf } from "#lambdas/runtime/services.ts";
import { offeredTicket } from "#lambdas/runtime/subprotocol.ts";
import { Unauthorized } from "#lambdas/runtime/unauthorized.ts";
import { comesFromHere } from "#lambdas/runtime/web-security.ts";

const services = servicesOf(store, clock, secrets);
const fromEdge = edgeCheck(services);

/**
 * REQUEST authorizer of $connect: uses the one-time ticket, which is bound to the mission to watch. The status of a
 * refusal is all that API Gateway lets a client know: 403 for a page of another site, for what has not come through the
 * edge and for another mission, 401 for a ticket that is missing, unknown, expired or used.
 */
export const handler = guarded(async (event: AuthorizerEvent) => {
  if (!comesFromHere(event.headers)) return refuse(event, "a page of another site");
  if (!(await fromEdge(event.headers))) return refuse(event, "not through the edge");
  const offered = offeredTicket(event.headers);
  const ticket = offered && (await spendTicket(services(), offered));
  if (!ticket) throw new Unauthorized();
  if (ticket.mission_id !== event.queryStringParameters?.mission) return refuse(event, "another mission");
  return allow(event, ticket.caller.principal, {
    ...contextOf(ticket.caller),
    mission_id: ticket.mission_id,
  });
});

function refuse(event: AuthorizerEvent, why: string) {
  log("info", "socket refused", { why });
  return deny(event);
}
