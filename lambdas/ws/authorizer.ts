import { clock } from "#adapters/parts/clock.ts";
import { secrets } from "#adapters/parts/secrets.ts";
import { store } from "#adapters/parts/store.ts";
import { spendTicket } from "#core/auth/ticket.ts";
import { type AuthorizerEvent, allow, deny } from "#lambdas/runtime/api-gateway.ts";
import { contextOf } from "#lambdas/runtime/authorizer-context.ts";
import { factoryOf } from "#lambdas/runtime/factory.ts";
import { guarded } from "#lambdas/runtime/guarded.ts";
import { edgeCheck } from "#lambdas/runtime/origin.ts";
import { offeredTicket } from "#lambdas/runtime/subprotocol.ts";
import { comesFromHere } from "#lambdas/runtime/web-security.ts";

const factory = factoryOf(store, clock, secrets);
const fromEdge = edgeCheck(factory);

/** REQUEST authorizer of $connect: spends the one-time ticket, which names the mission to watch. */
export const handler = guarded(async (event: AuthorizerEvent) => {
  if (!comesFromHere(event.headers) || !(await fromEdge(event.headers))) return deny(event);
  const offered = offeredTicket(event.headers);
  const ticket = offered && (await spendTicket(factory(), offered));
  if (!ticket || ticket.mission_id !== event.queryStringParameters?.mission) return deny(event);
  return allow(event, ticket.caller.principal, {
    ...contextOf(ticket.caller),
    mission_id: ticket.mission_id,
  });
});
