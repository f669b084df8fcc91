import { countConnections } from "#core/delivery/connections.ts";
import type { WithClock } from "#core/kernel/clock.ts";
import type { WithStore } from "#core/kernel/ledger/store.ts";
import type { ApiDescription } from "#core/web/description.ts";
import type { WithProbes } from "#core/web/probes.ts";
import { probeAll } from "#lambdas/api/probe-all.ts";
import type { Headers } from "#lambdas/runtime/headers.ts";
import { log } from "#lambdas/runtime/log.ts";
import { type Reply, type Route, route } from "#lambdas/runtime/route.ts";
import { cookieName } from "#lambdas/runtime/session-cookie.ts";

const started = Date.now();

export const serviceRoutes: readonly Route[] = [
  route({
    method: "GET",
    path: "/openapi.json",
    id: "openapi",
    tag: "Service",
    right: "public",
    summary: "Read this description.",
    description: "The API as OpenAPI 3.1. `/docs` shows it in the browser.",
    reply: { status: 200, description: "The description.", schema: "OpenApi" },
    handle: async ({ services, event }) => ({
      status: 200,
      body: withOwnCookie(await services.description(), event.headers),
      headers: { "cache-control": "no-cache" },
    }),
  }),
  route({
    method: "GET",
    path: "/health",
    id: "health",
    tag: "Service",
    right: "public",
    summary: "Read the state of the service.",
    description: "Returns the uptime and the number of open WebSockets.",
    reply: { status: 200, description: "The service is running.", schema: "Health" },
    handle: ({ services }) => health(services),
  }),
  route({
    method: "GET",
    path: "/healthcheck",
    id: "healthcheck",
    tag: "Service",
    right: "public",
    summary: "Check that the service is running.",
    description: "Checks no dependencies.",
    reply: { status: 200, description: "The service is running.", schema: "Healthcheck" },
    handle: async () => ({ status: 200, body: { status: "ok", service: "gantry", phase: "serving" } }),
  }),
  route({
    method: "GET",
    path: "/ready",
    id: "ready",
    tag: "Service",
    right: "public",
    summary: "Check that the dependencies of the service respond.",
    description: "Returns whether each dependency responds; `architect` is the model.",
    reply: { status: 200, description: "All dependencies respond.", schema: "Readiness" },
    others: [{ status: 503, description: "At least one dependency does not respond.", schema: "Readiness" }],
    handle: ({ services }) => readiness(services),
  }),
];

/** The description with this installation's name of the session cookie. */
function withOwnCookie({ components, ...document }: ApiDescription, headers: Headers): ApiDescription {
  const { securitySchemes } = components;
  const cookie = { ...securitySchemes.cookie, name: cookieName(headers) };
  return { ...document, components: { ...components, securitySchemes: { ...securitySchemes, cookie } } };
}

/** Healthy even if the table does not respond: an orchestrator's restart of the process would not help. */
async function health(services: WithStore & WithClock): Promise<Reply> {
  const websocket_connections = await countConnections(services).catch((error) => {
    log("warn", "connections not counted", { error });
    return null;
  });
  const uptime_seconds = Math.round((Date.now() - started) / 1000);
  return { status: 200, body: { status: "healthy", uptime_seconds, websocket_connections } };
}

async function readiness(services: WithProbes): Promise<Reply> {
  const checks = await probeAll(services);
  const ready = Object.values(checks).every(Boolean);
  return { status: ready ? 200 : 503, body: { ready, checks } };
}
