import { ServiceError } from "#local-cloud/http.ts";

/** The errors of Bedrock runtime and their HTTP status (Amazon Bedrock API reference, "Common errors"). */
const statuses = {
  AccessDeniedException: 403,
  InternalServerException: 500,
  ModelErrorException: 424,
  ModelNotReadyException: 429,
  ModelStreamErrorException: 424,
  ModelTimeoutException: 408,
  ResourceNotFoundException: 404,
  ServiceQuotaExceededException: 400,
  ServiceUnavailableException: 503,
  ThrottlingException: 429,
  ValidationException: 400,
} as const;

export type BedrockErrorCode = keyof typeof statuses;

export const bedrockErrorCodes = Object.keys(statuses) as [BedrockErrorCode, ...BedrockErrorCode[]];

export function bedrockError(code: BedrockErrorCode, message: string): ServiceError {
  return new ServiceError(code, message, statuses[code]);
}
