import { z } from "zod";

export const description = z
  .looseObject({
    openapi: z.string(),
    info: z.looseObject({ title: z.string(), version: z.string() }),
    paths: z.looseObject({}),
    components: z.looseObject({}),
  })
  .meta({ id: "OpenApi", description: "An OpenAPI document." });

export const healthReply = z
  .object({
    status: z.literal("healthy"),
    uptime_seconds: z.number(),
    websocket_connections: z.number().int().nullable().describe("Null while the table does not answer."),
  })
  .meta({ id: "Health", description: "How the service is." });

export const healthcheckReply = z
  .object({ status: z.literal("ok"), service: z.literal("gantry"), phase: z.literal("serving") })
  .meta({ id: "Healthcheck", description: "The service is alive." });

export const readyReply = z
  .object({
    ready: z.boolean(),
    checks: z.record(z.string(), z.boolean()).describe("Whether each thing answers, by its name."),
  })
  .meta({ id: "Readiness", description: "What the service depends on." });
