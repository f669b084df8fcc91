import { randomUUID } from "node:crypto";
import type { ZodType } from "zod";
import {
  type CloudResponse,
  header,
  readBody,
  ServiceError,
  type SignedHandler,
  send,
} from "#local-cloud/http.ts";
import type { Principal } from "#local-cloud/sts/identities.ts";

/** One operation: receives the parsed request and returns the response body (`undefined` means `{}`). */
export type JsonOperation = (input: Record<string, unknown>) => unknown;

export interface AwsJsonOptions {
  /** By the complete `X-Amz-Target`, such as `TrentService.Sign`. */
  readonly operations: ReadonlyMap<string, JsonOperation>;
  /** The namespace before `#` in an error's `__type`. */
  readonly namespace: string;
  /** The service's code for an internal error. */
  readonly internalError: string;
  /** Throws if the signer of the request has no permission. */
  readonly admit?: (signer: Principal, target: string, input: Record<string, unknown>) => void;
  /** Largest request body in bytes. */
  readonly limit?: number;
}

/**
 * The AWS JSON protocols 1.0 and 1.1 (Smithy, "AWS JSON 1.x protocol"): POST, the operation in
 * `X-Amz-Target`, errors as `{ __type, message }`. Never rejects: an exception of an operation becomes an
 * error of the service.
 */
export function awsJsonHandler(options: AwsJsonOptions): SignedHandler {
  const { operations, namespace, internalError, admit, limit = 16 * 1024 * 1024 } = options;
  return async (req, res, signer) => {
    const type = header(req, "content-type")?.split(";")[0] ?? "application/x-amz-json-1.1";
    try {
      const target = header(req, "x-amz-target") ?? "";
      const operation = req.method === "POST" ? operations.get(target) : undefined;
      const body = await readBody(req, limit);
      if (!operation)
        throw new ServiceError(
          "UnknownOperationException",
          `The operation ${target || "(none)"} is not known here`,
        );
      const input = parse(body);
      admit?.(signer, target, input);
      answer(res, 200, (await operation(input)) ?? {}, type);
    } catch (error) {
      const { status, code, message, detail } = asServiceError(error, internalError);
      answer(res, status, { __type: `${namespace}#${code}`, message, ...detail }, type);
    }
  };
}

/** Parses a request by its schema. Throws ValidationException, which names the invalid member. */
export function checked<T>(schema: ZodType<T>, input: unknown): T {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const reasons = result.error.issues.map(({ path, message }) =>
    path.length ? `${path.join(".")}: ${message}` : message,
  );
  throw new ServiceError("ValidationException", reasons.join("; "));
}

function parse(body: Buffer): Record<string, unknown> {
  let input: unknown;
  try {
    input = JSON.parse(body.toString("utf8") || "{}");
  } catch {
    throw new ServiceError("SerializationException", "The request body is not JSON");
  }
  if (typeof input !== "object" || input === null || Array.isArray(input))
    throw new ServiceError("SerializationException", "Start of structure expected");
  return input as Record<string, unknown>;
}

function asServiceError(error: unknown, internalError: string): ServiceError {
  if (error instanceof ServiceError) return error;
  const reason = error instanceof Error ? error.message : String(error);
  return new ServiceError(internalError, reason, 500);
}

function answer(res: CloudResponse, status: number, body: unknown, type: string): void {
  send(res, status, JSON.stringify(body), { "content-type": type, "x-amzn-requestid": randomUUID() });
}
