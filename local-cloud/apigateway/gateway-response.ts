/** API Gateway's own responses by type, with their default status and message. */
const kinds = {
  ACCESS_DENIED: { status: 403, errorType: "AccessDeniedException" },
  API_CONFIGURATION_ERROR: { status: 500, errorType: "InternalServerErrorException" },
  AUTHORIZER_CONFIGURATION_ERROR: { status: 500, errorType: "AuthorizerConfigurationException" },
  AUTHORIZER_FAILURE: { status: 500, errorType: "AuthorizerFailureException" },
  BAD_REQUEST_BODY: { status: 400, errorType: "BadRequestException" },
  BAD_REQUEST_PARAMETERS: { status: 400, errorType: "BadRequestException" },
  DEFAULT_4XX: { status: 400, errorType: "BadRequestException" },
  DEFAULT_5XX: { status: 500, errorType: "InternalServerErrorException" },
  INTEGRATION_FAILURE: { status: 504, errorType: "InternalServerErrorException" },
  INTEGRATION_TIMEOUT: { status: 504, errorType: "InternalServerErrorException" },
  MISSING_AUTHENTICATION_TOKEN: { status: 403, errorType: "MissingAuthenticationTokenException" },
  REQUEST_TOO_LARGE: { status: 413, errorType: "RequestTooLargeException" },
  THROTTLED: { status: 429, errorType: "TooManyRequestsException" },
  UNAUTHORIZED: { status: 401, errorType: "UnauthorizedException" },
} as const;

export type GatewayResponseType = keyof typeof kinds;

/**
 * The properties of AWS::ApiGateway::GatewayResponse, so that AWS and the local cloud can use the same table.
 */
interface GatewayResponse {
  readonly statusCode?: number;
  /** `gatewayresponse.header.<Name>` → `'literal'`, `context.<variable>` or `method.request.header.<Name>`. */
  readonly responseParameters?: Record<string, string>;
  /** Only `application/json`; `$context.error.messageString`, `$context.requestId`, … are replaced. */
  readonly responseTemplates?: { readonly "application/json": string };
}

export type GatewayResponses = Partial<Record<GatewayResponseType, GatewayResponse>>;

/** Ends a request with API Gateway's own response. AWS uses the `message` null if an authorizer fails. */
export class GatewayError extends Error {
  readonly type: GatewayResponseType;
  readonly text: string | null;
  readonly status: number;
  /** The fault that the validation of the request found. */
  readonly fault: string;
  constructor(
    type: GatewayResponseType,
    text: string | null,
    status: number = kinds[type].status,
    fault = "",
  ) {
    super(text ?? type);
    this.type = type;
    this.text = text;
    this.status = status;
    this.fault = fault;
  }
}

export interface RenderedResponse {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: string;
}

/** The part of the request that gateway responses use. */
export interface GatewayContext {
  requestId: string;
  readonly extendedRequestId: string;
  readonly path: string;
  readonly httpMethod: string;
  readonly stage: string;
  /** By lower-case name. */
  readonly headers?: Readonly<Record<string, string | string[] | undefined>>;
}

/** Throws for every template or parameter that could not be rendered later. */
export function createGatewayResponses(
  overrides: GatewayResponses,
): (error: GatewayError, context: GatewayContext) => RenderedResponse {
  for (const [type, override] of Object.entries(overrides)) checkOverride(type, override);
  return (error, context) => {
    const generic = error.status >= 500 ? "DEFAULT_5XX" : "DEFAULT_4XX";
    const override = overrides[error.type] ?? overrides[generic] ?? {};
    const variables = contextVariables(error, context);
    const template =
      override.responseTemplates?.["application/json"] ?? '{"message":$context.error.messageString}';
    const headers = Object.entries(override.responseParameters ?? {}).map(([key, value]) => [
      key.slice(HEADER.length),
      parameterValue(value, variables, context.headers ?? {}),
    ]);
    return {
      status: override.statusCode ?? error.status,
      headers: {
        "content-type": "application/json",
        "x-amzn-errortype": kinds[error.type].errorType,
        ...Object.fromEntries(
          headers.flatMap(([name = "", value]) => (value ? [[name.toLowerCase(), value]] : [])),
        ),
      },
      body: template.replace(VARIABLE, (_, name: string) => variables[name] ?? ""),
    };
  };
}

const HEADER = "gatewayresponse.header.";
const REQUEST_HEADER = "method.request.header.";
const VARIABLE = /\$context\.((?:[A-Za-z]+\.)*[A-Za-z]+)/g;

function contextVariables(
  error: GatewayError,
  { headers: _, ...context }: GatewayContext,
): Record<string, string> {
  return {
    ...context,
    "error.message": error.text ?? "null",
    "error.messageString": JSON.stringify(error.text),
    "error.responseType": error.type,
    // Templates put the message between quotes, so its own quotes are escaped.
    "error.validationErrorString": JSON.stringify(error.fault).slice(1, -1),
  };
}

function parameterValue(
  value: string,
  variables: Record<string, string>,
  headers: NonNullable<GatewayContext["headers"]>,
): string {
  if (value.startsWith("'")) return value.slice(1, -1);
  if (value.startsWith(REQUEST_HEADER))
    return String(headers[value.slice(REQUEST_HEADER.length).toLowerCase()] ?? "");
  return variables[value.slice("context.".length)] ?? "";
}

function checkOverride(type: string, override: GatewayResponse): void {
  if (!(type in kinds)) throw new Error(`unknown gateway response type ${type}`);
  const known = contextVariables(new GatewayError("DEFAULT_4XX", ""), {
    requestId: "",
    extendedRequestId: "",
    path: "",
    httpMethod: "",
    stage: "",
  });
  const refuse = (what: string) => {
    throw new Error(`gateway response ${type}: ${what} is not supported`);
  };
  for (const mediaType of Object.keys(override.responseTemplates ?? {}))
    if (mediaType !== "application/json") refuse(`a template for ${mediaType}`);
  for (const [, name = ""] of (override.responseTemplates?.["application/json"] ?? "").matchAll(VARIABLE))
    if (!(name in known)) refuse(`$context.${name}`);
  for (const [key, value] of Object.entries(override.responseParameters ?? {})) {
    if (!key.startsWith(HEADER)) refuse(`parameter ${key}`);
    const literal = value.startsWith("'") && value.endsWith("'") && value.length > 1;
    const variable = value.startsWith("context.") && value.slice(8) in known;
    if (!literal && !variable && !value.startsWith(REQUEST_HEADER)) refuse(`value ${value}`);
  }
}
