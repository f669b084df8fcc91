import type { Connection } from "#core/delivery/connections.ts";

/** The parts of API Gateway's Lambda proxy events (payload format 1.0) that the functions read and write. */
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

/** What a REQUEST authorizer is asked, for REST and WebSocket alike. */
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

/** The socket of an event, and what its authorizer let it watch. */
export function socketOf({ requestContext }: WebSocketEvent): Connection {
  const { tenant, mission_id } = requestContext.authorizer as { tenant: string; mission_id: string };
  return { tenant, mission_id, connection: requestContext.connectionId };
}

/** The mission that a socket watches, by its authorizer's word. */
export function watchedMission({ requestContext }: WebSocketEvent): string | undefined {
  const { mission_id } = requestContext.authorizer ?? {};
  return typeof mission_id === "string" ? mission_id : undefined;
}

/** An authorizer's answer: an IAM policy for the caller, and who they are. */
export function allow(event: AuthorizerEvent, principalId: string, context: Record<string, string>) {
  return { principalId, policyDocument: policy("Allow", event), context };
}

/**
 * An authorizer's no. To throw the word API Gateway answers 401 to would count as a failure of the function, and
 * any client without a session could ring the alarm for failures.
 */
export function deny(event: AuthorizerEvent) {
  return { principalId: "nobody", policyDocument: policy("Deny", event), context: {} };
}

/** For every method of the stage: a cached policy for a single method would refuse the others. */
function policy(Effect: "Allow" | "Deny", { methodArn }: AuthorizerEvent) {
  const [api, stage] = methodArn.split("/");
  return {
    Version: "2012-10-17",
    Statement: [{ Effect, Action: "execute-api:Invoke", Resource: `${api}/${stage}/*` }],
  };
}
