import { z } from "zod";
import { checked, type JsonOperation } from "#local-cloud/aws-json.ts";
import { ServiceError } from "#local-cloud/http.ts";
import { names, nextToken, page, reference } from "./members.ts";
import { type Parameter, type ParameterVersion, parameterArn } from "./parameter.ts";
import type { ParameterStore } from "./parameter-store.ts";
import type { SecretBox } from "./secret-box.ts";

const WithDecryption = z.boolean().default(false);
const getInput = z.strictObject({ Name: reference, WithDecryption });
const getManyInput = z.strictObject({ Names: names, WithDecryption });
const byPathInput = z.strictObject({
  Path: z
    .string()
    .max(2048)
    .regex(
      /^\//,
      "The parameter doesn't meet the parameter name requirements: it must begin with a forward slash",
    ),
  Recursive: z.boolean().default(false),
  WithDecryption,
  MaxResults: z.int().min(1).max(10).default(10),
  NextToken: nextToken,
});

/**
 * GetParameter, GetParameters, GetParametersByPath. Without WithDecryption the value of a SecureString is its
 * ciphertext.
 */
export function readOperations(
  store: ParameterStore,
  box: SecretBox,
  arnPrefix: string,
): Record<string, JsonOperation> {
  const shown = (parameter: Parameter, one: ParameterVersion, decrypted: boolean, selector?: string) => ({
    Name: parameter.name,
    Type: one.type,
    Value: one.type === "SecureString" && decrypted ? box.open(parameter.name, one.value) : one.value,
    Version: one.version,
    LastModifiedDate: one.modified / 1000,
    ARN: parameterArn(arnPrefix, parameter),
    DataType: "text",
    ...(selector !== undefined && { Selector: `:${selector}` }),
  });
  const read = (asked: string, decrypted: boolean) => {
    const { name, selector } = parse(asked, arnPrefix);
    const parameter = store.get(name);
    if (!parameter) throw new ServiceError("ParameterNotFound", `Parameter ${asked} not found.`);
    return shown(parameter, versionOf(parameter, selector), decrypted, selector);
  };

  return {
    GetParameter(input) {
      const { Name, WithDecryption } = checked(getInput, input);
      return { Parameter: read(Name, WithDecryption) };
    },
    GetParameters(input) {
      const { Names, WithDecryption } = checked(getManyInput, input);
      if (new Set(Names).size < Names.length)
        throw new ServiceError("ValidationException", "Names: duplicate parameters are not allowed");
      const results = Names.map((name) => ({
        name,
        parameter: orUndefined(() => read(name, WithDecryption)),
      }));
      return {
        Parameters: results.flatMap(({ parameter }) => (parameter ? [parameter] : [])),
        InvalidParameters: results.flatMap(({ name, parameter }) => (parameter ? [] : [name])),
      };
    },
    GetParametersByPath(input) {
      const { Path, Recursive, WithDecryption, MaxResults, NextToken } = checked(byPathInput, input);
      const { entries, ...rest } = page(below(store.list(), Path, Recursive), MaxResults, NextToken);
      return {
        Parameters: entries.map((parameter) => shown(parameter, latest(parameter), WithDecryption)),
        ...rest,
      };
    },
  };
}

/** Returns the parameters under a path; only one level unless `recursive`. */
export function below(parameters: readonly Parameter[], path: string, recursive: boolean): Parameter[] {
  const prefix = path.endsWith("/") ? path : `${path}/`;
  return parameters.filter(
    ({ name }) => name.startsWith(prefix) && (recursive || !name.slice(prefix.length).includes("/")),
  );
}

export function latest({ versions }: Parameter): ParameterVersion {
  const last = versions.at(-1);
  if (!last) throw new Error("a parameter without versions");
  return last;
}

/** Parses `name` and `name:version`, optionally after the ARN's prefix. */
function parse(asked: string, arnPrefix: string): { name: string; selector?: string } {
  const prefix = `${arnPrefix}parameter`;
  const [name = "", selector] = (asked.startsWith(prefix) ? asked.slice(prefix.length) : asked).split(":");
  return selector === undefined ? { name } : { name, selector };
}

function versionOf(parameter: Parameter, selector: string | undefined): ParameterVersion {
  if (selector === undefined) return latest(parameter);
  const found = parameter.versions.find(({ version }) => String(version) === selector);
  if (found) return found;
  throw new ServiceError(
    "ParameterVersionNotFound",
    `Systems Manager could not find version ${selector} of ${parameter.name}. Verify the version and try again.`,
  );
}

function orUndefined<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof ServiceError) return undefined;
    throw error;
  }
}
