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
    websocket_connections: z.number().int().nullable().describe("Null while the table does not respond."),
  })
  .meta({ id: "Health", description: "The state of the service." });

export const healthcheckReply = z
  .object({ status: z.literal("ok"), service: z.literal("gantry"), phase: z.literal("serving") })
  .meta({ id: "Healthcheck", description: "The service is running." });

export const readyReply = z
  .object({
    ready: z.boolean(),
    checks: z.record(z.string(), z.boolean()).describe("Whether each dependency responds, by its name."),
  })
  .meta({ id: "Readiness", description: "The dependencies of the service." });

const check = z
  .object({
    name: z.string(),
    state: z.enum(["ok", "warn", "fail"]),
    detail: z.string().describe("What was found; for a warning or failure, with its consequence."),
    fix: z.string().exactOptional().describe("The command or sentence that solves the problem."),
  })
  .meta({ id: "Check", description: "A check of the installation." });

export const checkList = z
  .object({ ok: z.boolean().describe("Whether no check fails."), checks: z.array(check) })
  .meta({ id: "CheckList", description: "The checks of the installation." });
