import { z } from "zod";
import { readPlaceholders } from "#local-cloud/dynamodb/expressions/placeholders.ts";
import type { Database } from "#local-cloud/dynamodb/store/database.ts";
import { segmentOf } from "#local-cloud/dynamodb/store/keys.ts";
import { parseItem } from "#local-cloud/dynamodb/values/parse.ts";
import { consumed } from "./capacity.ts";
import { type Input, invalid, validated } from "./input.ts";
import { readPage, startKey } from "./page.ts";
import { refuseConsistent, refuseSelection, selectedBy, selectShape } from "./select.ts";
import { indexNamed, refuseKeyParts, tableNamed } from "./tables.ts";

const MAX_SEGMENTS = 1_000_000;

const schema = z.strictObject({
  ...selectShape,
  Segment: z
    .int()
    .min(0)
    .max(MAX_SEGMENTS - 1)
    .optional(),
  TotalSegments: z.int().min(1).max(MAX_SEGMENTS).optional(),
});

export async function scan(database: Database, input: Input): Promise<unknown> {
  const request = validated(schema, input);
  const { FilterExpression, ProjectionExpression, IndexName } = request;
  const range = segmentOf(...segments(request));
  const table = tableNamed(database, request.TableName);
  const index = IndexName === undefined ? undefined : indexNamed(table, IndexName);
  refuseConsistent(index, request);
  const placeholders = readPlaceholders(request, { FilterExpression, ProjectionExpression });
  const selected = selectedBy(request, placeholders);
  placeholders.refuseUnused();
  refuseKeyParts(table, placeholders.paths);
  const start =
    request.ExclusiveStartKey && startKey(table, index, parseItem(request.ExclusiveStartKey, "Key"));
  refuseSelection(index, request, selected);
  const { page, usage } = await database.read(() =>
    readPage(database, {
      table,
      index,
      range,
      start,
      limit: request.Limit,
      consistent: request.ConsistentRead,
      ...selected,
    }),
  );
  return { ...page, ...consumed(request.ReturnConsumedCapacity, usage) };
}

/** Returns the segment and the number of segments. */
function segments({ Segment, TotalSegments }: z.infer<typeof schema>): [number, number] {
  if (TotalSegments === undefined && Segment !== undefined)
    throw invalid(
      "The TotalSegments parameter is required but was not present in the request when Segment parameter is present",
    );
  if (TotalSegments !== undefined && Segment === undefined)
    throw invalid(
      "The Segment parameter is required but was not present in the request when parameter TotalSegments is present",
    );
  if (Segment !== undefined && TotalSegments !== undefined && Segment >= TotalSegments)
    throw invalid(
      `The Segment parameter is zero-based and must be less than parameter TotalSegments: Segment: ${Segment} is not less than TotalSegments: ${TotalSegments}`,
    );
  return [Segment ?? 0, TotalSegments ?? 1];
}
