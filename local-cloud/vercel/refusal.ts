import { ServiceError } from "#local-cloud/http.ts";

/**
 * An error in the format of Vercel's REST API: `{ error: { code, message, …detail } }` with an HTTP status.
 */
export function refusal(
  status: number,
  code: string,
  message: string,
  detail: Record<string, unknown> = {},
): ServiceError {
  return new ServiceError(code, message, status, detail);
}

export const badRequest = (message: string) => refusal(400, "bad_request", message);
export const notFound = (message: string) => refusal(404, "not_found", message);
