import { randomUUID } from "node:crypto";
import type { CloudRequest } from "#local-cloud/http.ts";
import {
  extendedId,
  headerValue,
  orNull,
  queryValues,
  requestHeaders,
  requestTime,
  sourceIp,
} from "./request-parts.ts";
import type { RouteMatch } from "./rest-routes.ts";

/** Identifies the API and its account in events and method ARNs. */
export interface RestIdentity {
  readonly stage: string;
  readonly apiId: string;
  readonly accountId: string;
  readonly region: string;
}

export interface RestBody {
  readonly body: string | null;
  readonly isBase64Encoded: boolean;
}

export type RestEvent = ReturnType<typeof restEvent>;

/**
 * The event of a Lambda proxy integration, payload version 1.0 (API Gateway developer guide, "Input format of
 * a Lambda function for proxy integration"). The body is added after the request was authorised.
 */
export function restEvent(req: CloudRequest, url: URL, match: RouteMatch, api: RestIdentity, now: number) {
  const headers = requestHeaders(req);
  const query = queryValues(url.searchParams);
  const method = req.method ?? "GET";
  const domainName = headerValue(headers.single, "host") ?? "localhost";
  return {
    resource: match.route.path,
    path: url.pathname,
    httpMethod: method,
    headers: orNull(headers.single),
    multiValueHeaders: orNull(headers.multi),
    queryStringParameters: orNull(query.single),
    multiValueQueryStringParameters: orNull(query.multi),
    pathParameters: orNull(match.pathParameters),
    stageVariables: null,
    requestContext: {
      resourceId: Buffer.from(match.route.path).toString("hex").slice(-6),
      resourcePath: match.route.path,
      httpMethod: method,
      extendedRequestId: extendedId(),
      requestTime: requestTime(now),
      path: `/${api.stage}${url.pathname}`,
      accountId: api.accountId,
      protocol: "HTTP/1.1",
      stage: api.stage,
      domainPrefix: domainName.split(".")[0],
      requestTimeEpoch: now,
      requestId: randomUUID(),
      identity: {
        cognitoIdentityPoolId: null,
        accountId: null,
        cognitoIdentityId: null,
        caller: null,
        sourceIp: sourceIp(req),
        principalOrgId: null,
        accessKey: null,
        cognitoAuthenticationType: null,
        cognitoAuthenticationProvider: null,
        userArn: null,
        userAgent: headerValue(headers.single, "user-agent") ?? null,
        user: null,
      },
      domainName,
      deploymentId: "local",
      apiId: api.apiId,
    },
  };
}

/**
 * `arn:aws:execute-api:<region>:<account>:<api>/<stage>/<METHOD><path>`: the resource in an authorizer's
 * policy.
 */
export function methodArn(event: RestEvent, api: RestIdentity): string {
  return `arn:aws:execute-api:${api.region}:${api.accountId}:${api.apiId}/${api.stage}/${event.httpMethod}${event.path}`;
}
