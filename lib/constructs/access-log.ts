import type { Construct } from "constructs";
import type { GantryConfig } from "#lib/config.ts";
import { createLogGroup } from "#lib/constructs/log-group.ts";
import { nameOf } from "#lib/names.ts";

/**
 * One JSON line per request. Paths are the routes' patterns; query strings, headers, cookies and bodies are
 * not logged, so no ticket, token or prompt can be.
 */
export const REST_LOG = line({
  time: "$context.requestTime",
  request: "$context.requestId",
  trace: "$context.xrayTraceId",
  method: "$context.httpMethod",
  route: "$context.resourcePath",
  status: "$context.status",
  refused: "$context.error.responseType",
  bytes: "$context.responseLength",
  latency_ms: "$context.responseLatency",
  function_ms: "$context.integration.latency",
  function_status: "$context.integration.status",
  authorizer_ms: "$context.authorizer.latency",
  tenant: "$context.authorizer.tenant",
});

export const SOCKET_LOG = line({
  time: "$context.requestTime",
  request: "$context.requestId",
  event: "$context.eventType",
  route: "$context.routeKey",
  connection: "$context.connectionId",
  status: "$context.status",
  refused: "$context.error.responseType",
  function_status: "$context.integration.status",
  function_ms: "$context.integration.latency",
  tenant: "$context.authorizer.tenant",
});

function line(fields: Readonly<Record<string, string>>): string {
  return JSON.stringify(fields);
}

export function createAccessLog(scope: Construct, config: GantryConfig, api: "rest" | "sockets") {
  return createLogGroup(scope, "AccessLog", config, `/gantry/${nameOf(config, api)}/access`);
}
