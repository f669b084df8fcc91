import { z } from "zod";
import { type Condition, parseCondition } from "#local-cloud/dynamodb/expressions/condition.ts";
import type { Placeholders } from "#local-cloud/dynamodb/expressions/placeholders.ts";
import { type Projection, parseProjection } from "#local-cloud/dynamodb/expressions/projection.ts";
import type { Index } from "#local-cloud/dynamodb/store/table.ts";
import { attributes, capacity, expression, invalid, names, tableName, values } from "./input.ts";

/** The common members of Query and Scan. */
export const selectShape = {
  TableName: tableName,
  IndexName: z.string().min(3).max(255).optional(),
  Select: z.enum(["SPECIFIC_ATTRIBUTES", "COUNT", "ALL_ATTRIBUTES", "ALL_PROJECTED_ATTRIBUTES"]).optional(),
  ProjectionExpression: expression,
  FilterExpression: expression,
  ExpressionAttributeNames: names,
  ExpressionAttributeValues: values,
  Limit: z.int().min(1).optional(),
  ExclusiveStartKey: attributes.optional(),
  ConsistentRead: z.boolean().optional(),
  ReturnConsumedCapacity: capacity,
};

const selectSchema = z.object(selectShape);
export type Selection = z.infer<typeof selectSchema>;

export interface Selected {
  readonly filter: Condition | undefined;
  readonly projection: Projection | undefined;
  readonly counts: boolean;
}

/** Parses the expressions of a query or scan, except the key condition. */
export function selectedBy(request: Selection, placeholders: Placeholders): Selected {
  const { ProjectionExpression, FilterExpression } = request;
  return {
    filter:
      FilterExpression === undefined
        ? undefined
        : parseCondition("FilterExpression", FilterExpression, placeholders),
    projection:
      ProjectionExpression === undefined ? undefined : parseProjection(ProjectionExpression, placeholders),
    counts: request.Select === "COUNT",
  };
}

export function refuseConsistent(index: Index | undefined, { ConsistentRead }: Selection): void {
  if (index?.isGlobal && ConsistentRead)
    throw invalid("Consistent reads are not supported on global secondary indexes");
}

/** Throws for contradictory members, and for attributes that an index does not project. */
export function refuseSelection(
  index: Index | undefined,
  request: Selection,
  { projection }: Selected,
): void {
  refuseSelect(request.Select, request.ProjectionExpression, request.IndexName);
  if (!index) return;
  const { projected } = index;
  if (!index.isGlobal || !projected) return;
  if (request.Select === "ALL_ATTRIBUTES")
    throw invalid(
      `One or more parameter values were invalid: Select type ALL_ATTRIBUTES is not supported for global secondary index ${index.name} because its projection type is not ALL`,
    );
  const missing = [...(projection?.keys() ?? [])].filter((name) => !projected.has(String(name)));
  if (missing.length)
    throw invalid(
      `One or more parameter values were invalid: Global secondary index ${index.name} does not project [${missing.join(", ")}]`,
    );
}

function refuseSelect(
  select: Selection["Select"],
  projection: string | undefined,
  index: string | undefined,
): void {
  if (projection !== undefined && select !== undefined && select !== "SPECIFIC_ATTRIBUTES")
    throw invalid(
      `Cannot specify the ProjectionExpression when choosing to get ${select === "COUNT" ? "only the Count" : select}`,
    );
  if (select === "ALL_PROJECTED_ATTRIBUTES" && index === undefined)
    throw invalid("ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName");
  if (select === "SPECIFIC_ATTRIBUTES" && projection === undefined)
    throw invalid(
      "Must specify the AttributesToGet or ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES",
    );
}
