import { z } from "zod";
import { checked } from "#local-cloud/aws-json.ts";
import { ServiceError } from "#local-cloud/http.ts";
import type { Parameter, ParameterType, ParameterVersion } from "./parameter.ts";
import { assertParameterName } from "./parameter-name.ts";
import type { ParameterStore } from "./parameter-store.ts";
import type { SecretBox } from "./secret-box.ts";

/** The limit of the standard tier. */
const MAX_VALUE_BYTES = 4096;
/** Parameter Store deletes the oldest version above this number. */
const MAX_VERSIONS = 100;

const putInput = z.strictObject({
  Name: z.string(),
  Value: z.string().min(1),
  Type: z.enum(["String", "StringList", "SecureString"]).optional(),
  Description: z.string().max(1024).optional(),
  Overwrite: z.boolean().default(false),
  AllowedPattern: z.string().max(1024).optional(),
  DataType: z.literal("text").optional(),
  Tier: z.literal("Standard").optional(),
  KeyId: z.literal("alias/aws/ssm", "only the default key alias/aws/ssm is supported").optional(),
});
type Put = z.infer<typeof putInput>;

/** PutParameter: a new parameter, or with Overwrite its next version. */
export function putParameter(
  store: ParameterStore,
  box: SecretBox,
  now: () => number,
  input: unknown,
): unknown {
  const put = checked(putInput, input);
  assertParameterName(put.Name);
  const existing = store.get(put.Name);
  if (existing && !put.Overwrite)
    throw new ServiceError(
      "ParameterAlreadyExists",
      "The parameter already exists. To overwrite this value, set the overwrite option in the request to true.",
    );
  const version = nextVersion(put, existing, box, now());
  const versions = [...(existing?.versions ?? []), version].slice(-MAX_VERSIONS);
  store.save({ name: put.Name, versions });
  return { Version: version.version, Tier: "Standard" };
}

function nextVersion(
  put: Put,
  existing: Parameter | undefined,
  box: SecretBox,
  modified: number,
): ParameterVersion {
  const last = existing?.versions.at(-1);
  const type = typeOf(put, last);
  const allowedPattern = put.AllowedPattern ?? last?.allowedPattern;
  const description = put.Description ?? last?.description;
  assertValue(put.Value, allowedPattern);
  return {
    version: (last?.version ?? 0) + 1,
    type,
    value: type === "SecureString" ? box.seal(put.Name, put.Value) : put.Value,
    modified,
    ...(description !== undefined && { description }),
    ...(allowedPattern !== undefined && { allowedPattern }),
  };
}

function typeOf({ Type, KeyId }: Put, last: ParameterVersion | undefined): ParameterType {
  const type = Type ?? last?.type;
  if (!type)
    throw new ServiceError(
      "ValidationException",
      "A parameter type is required when you create a parameter.",
    );
  if (KeyId !== undefined && type !== "SecureString")
    throw new ServiceError("ValidationException", "KeyId is only for parameters of the type SecureString.");
  return type;
}

function assertValue(value: string, allowedPattern: string | undefined): void {
  if (Buffer.byteLength(value) > MAX_VALUE_BYTES)
    throw new ServiceError(
      "ValidationException",
      `Standard tier parameters support a maximum parameter value of ${MAX_VALUE_BYTES} characters.`,
    );
  if (allowedPattern !== undefined && !compiled(allowedPattern).test(value))
    throw new ServiceError(
      "ParameterPatternMismatchException",
      `Parameter value, cannot be validated against allowedPattern: ${allowedPattern}`,
    );
}

function compiled(pattern: string): RegExp {
  try {
    return new RegExp(`^(?:${pattern})$`);
  } catch {
    throw new ServiceError("InvalidAllowedPatternException", `The pattern is not valid: ${pattern}`);
  }
}
