import { z } from "zod";
import { checked } from "#local-cloud/aws-json.ts";
import { nextToken, page } from "./members.ts";
import { type Parameter, parameterArn } from "./parameter.ts";
import type { ParameterStore } from "./parameter-store.ts";
import { below, latest } from "./read-operations.ts";

const Values = z.array(z.string().min(1)).min(1).max(50);
const filter = z.discriminatedUnion("Key", [
  z.strictObject({
    Key: z.literal("Name"),
    Option: z.enum(["Equals", "BeginsWith", "Contains"]).default("Equals"),
    Values,
  }),
  z.strictObject({ Key: z.literal("Type"), Option: z.literal("Equals").optional(), Values }),
  z.strictObject({
    Key: z.literal("Path"),
    Option: z.enum(["Recursive", "OneLevel"]).default("OneLevel"),
    Values,
  }),
]);
type Filter = z.infer<typeof filter>;

const describeInput = z.strictObject({
  ParameterFilters: z.array(filter).default([]),
  MaxResults: z.int().min(1).max(50).default(50),
  NextToken: nextToken,
});

/** DescribeParameters: returns everything but the values of the parameters that match every filter. */
export function describeParameters(store: ParameterStore, arnPrefix: string, input: unknown): unknown {
  const { ParameterFilters, MaxResults, NextToken } = checked(describeInput, input);
  const wanted = store.list().filter((parameter) => ParameterFilters.every((one) => passes(parameter, one)));
  const { entries, ...rest } = page(wanted, MaxResults, NextToken);
  return { Parameters: entries.map((parameter) => metadata(parameter, arnPrefix)), ...rest };
}

function passes(parameter: Parameter, { Key, Option, Values }: Filter): boolean {
  const { name } = parameter;
  return Values.some((value) => {
    if (Key === "Type") return latest(parameter).type === value;
    if (Key === "Path") return below([parameter], value, Option === "Recursive").length > 0;
    if (Option === "BeginsWith") return name.startsWith(value);
    return Option === "Contains" ? name.includes(value) : name === value;
  });
}

function metadata(parameter: Parameter, arnPrefix: string): unknown {
  const { type, version, modified, description, allowedPattern } = latest(parameter);
  return {
    Name: parameter.name,
    ARN: parameterArn(arnPrefix, parameter),
    Type: type,
    Version: version,
    LastModifiedDate: modified / 1000,
    Tier: "Standard",
    DataType: "text",
    Policies: [],
    ...(type === "SecureString" && { KeyId: "alias/aws/ssm" }),
    ...(description !== undefined && { Description: description }),
    ...(allowedPattern !== undefined && { AllowedPattern: allowedPattern }),
  };
}
