import { z } from "zod";
import type { Factory } from "#core/factory.ts";
import { countConnections } from "#core/mission/connections.ts";
import { docsPage } from "#lambdas/api/docs-page.ts";
import { openApiDocument } from "#lambdas/api/openapi.ts";
import { log } from "#lambdas/runtime/log.ts";
import { type Reply, type Route, route } from "#lambdas/runtime/route.ts";

const started = Date.now();

export function serviceRoutes(all: () => readonly Route[]): readonly Route[] {
  return [
    page("/docs", "docs", "This API, for people.", "text/html; charset=utf-8", () =>
      docsPage(openApiDocument(all())),
    ),
    page("/openapi.json", "openapi", "This API, for programs: OpenAPI 3.1.", "application/json", () =>
      JSON.stringify(openApiDocument(all())),
    ),
    route({
      method: "GET",
      path: "/health",
      id: "health",
      right: "public",
      summary: "Whether the service is alive, for how long it has been, and how many sockets are open.",
      reply: {
        status: 200,
        schema: z.object({
          status: z.literal("healthy"),
          uptime_seconds: z.number(),
          websocket_connections: z.number().int().nullable().describe("null while the table does not answer"),
        }),
      },
      handle: ({ factory }) => health(factory),
    }),
    route({
      method: "GET",
      path: "/healthcheck",
      id: "healthcheck",
      right: "public",
      summary: "Whether the service is alive, and nothing else: it asks nothing of anything.",
      reply: {
        status: 200,
        schema: z.object({
          status: z.literal("ok"),
          service: z.literal("gantry"),
          phase: z.literal("serving"),
        }),
      },
      handle: async () => ({ status: 200, body: { status: "ok", service: "gantry", phase: "serving" } }),
    }),
    route({
      method: "GET",
      path: "/ready",
      id: "ready",
      right: "public",
      summary:
        "Whether each thing the factory depends on answers; `architect` is the model. 503 when one does not.",
      reply: {
        status: 200,
        schema: z.object({ ready: z.boolean(), checks: z.record(z.string(), z.boolean()) }),
      },
      handle: ({ factory }) => readiness(factory),
    }),
  ];
}

/** Alive is alive, also without the table: an orchestrator would end a process for what no new one mends. */
async function health(factory: Pick<Factory, "store" | "clock">): Promise<Reply> {
  const websocket_connections = await countConnections(factory).catch((error) => {
    log("warn", "sockets not counted", { error });
    return null;
  });
  const uptime_seconds = Math.round((Date.now() - started) / 1000);
  return { status: 200, body: { status: "healthy", uptime_seconds, websocket_connections } };
}

async function readiness(factory: Pick<Factory, "probes">): Promise<Reply> {
  const results = await Promise.all(
    Object.entries(factory.probes).map(async ([name, probe]) => {
      try {
        await probe();
        return [name, true] as const;
      } catch (error) {
        log("warn", "probe failed", { probe: name, error });
        return [name, false] as const;
      }
    }),
  );
  const ready = results.every(([, answers]) => answers);
  return { status: ready ? 200 : 503, body: { ready, checks: Object.fromEntries(results) } };
}

function page(path: string, id: string, summary: string, type: string, render: () => string): Route {
  return route({
    method: "GET",
    path,
    id,
    right: "public",
    summary,
    reply: { status: 200, schema: z.string(), type },
    handle: async () => ({
      status: 200,
      body: render(),
      headers: { "content-type": type, "cache-control": "no-cache" },
    }),
  });
}
