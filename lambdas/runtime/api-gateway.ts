import type { Connection } from "#core/delivery/connections.ts";

/** The parts of API Gateway's Lambda proxy events (payload format 1.0) that the functions use. */
export interface APIGatewayProxyEvent {
  readonly resource: string;
  readonly path: string;
  readonly httpMethod: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly queryStringParameters: Readonly<Record<string, string>> | null;
  readonly pathParameters: Readonly<Record<string, string>> | null;
  readonly body: string | null;
  readonly isBase64Encoded: boolean;
  readonly requestContext: {
    readonly requestId: string;
    readonly identity: { readonly sourceIp: string };
    readonly authorizer?: Readonly<Record<string, unknown>> | null;
  };
}

export interface APIGatewayProxyResult {
  readonly statusCode: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly multiValueHeaders?: Readonly<Record<string, readonly string[]>>;
  readonly body: string;
  readonly isBase64Encoded?: boolean;
}

/** The event of a REQUEST authorizer, for REST and WebSocket APIs. */
export interface AuthorizerEvent {
  readonly methodArn: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly queryStringParameters: Readonly<Record<string, string>> | null;
}

export interface WebSocketEvent {
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly body?: string | null;
  readonly requestContext: {
    readonly connectionId: string;
    readonly authorizer?: Readonly<Record<string, unknown>> | null;
  };
}

/** The connection of an event, with the mission that its authorizer permitted. */
export function socketOf({ requestContext }: WebSocketEvent): Connection {
  const { tenant, mission_id } = requestContext.authorizer as { tenant: string; mission_id: string };
  return { tenant, mission_id, connection: requestContext.connectionId };
}

/** The mission that a connection watches, from its authorizer's context. */
export function watchedMission({ requestContext }: WebSocketEvent): string | undefined {
  const { mission_id } = requestContext.authorizer ?? {};
  return typeof mission_id === "string" ? mission_id : undefined;
}

/** An authorizer's response that allows a request: an IAM policy with the caller's context. */
export function allow(event: AuthorizerEvent, principalId: string, context: Record<string, string>) {
  return { principalId, policyDocument: policy("Allow", event), context };
}

/**
 * An authorizer's response that denies a request. Throwing "Unauthorized", which API Gateway turns into 401, would
 * count as a function error, so that any client without a session could trigger the alarm for function errors.
 */
export function deny(event: AuthorizerEvent) {
  return { principalId: "nobody", policyDocument: policy("Deny", event), context: {} };
}

/** A policy for all methods of the stage, because a cached policy for one method would deny the others. */
function policy(Effect: "Allow" | "Deny", { methodArn }: AuthorizerEvent) {
  const [api, stage] = methodArn.split("/");
  return {
    Version: "2012-10-17",
    Statement: [{ Effect, Action: "execute-api:Invoke", Resource: `${api}/${stage}/*` }],
  };
}
