import type { Outcome } from "./compare.ts";
import type { GeneratedRequest } from "./requests.ts";

/** Where the two engines may differ, and why. */
interface Deviation {
  readonly name: "transactions" | "malformed" | "end of a query" | "filters of an index" | "several faults";
  readonly because: string;
  readonly covers: (ours: Outcome, theirs: Outcome, request: GeneratedRequest) => boolean;
}

export const DEVIATIONS: readonly Deviation[] = [
  {
    name: "transactions",
    because:
      "DynamoDB Local refuses a transaction as a whole whose update does not fit an item, and AWS cancels it with a reason for each action; it cancels one with a malformed key, or with two checks of one item, and AWS refuses it; and its condition checks look into keys",
    covers: (ours, theirs, { operation }) =>
      operation.startsWith("Transact") &&
      refusal(ours) !== refusal(theirs) &&
      "refused" in ours &&
      ("refused" in theirs || ours.message === "Key attributes must be scalars"),
  },
  {
    name: "malformed",
    because: "DynamoDB Local fails with InternalFailure on some malformed requests; they are refused here",
    covers: (ours, theirs) => refusal(theirs) === "InternalFailure" && refusal(ours) !== undefined,
  },
  {
    name: "end of a query",
    because:
      "DynamoDB Local refuses a starting key at the end of a backward query, which is where its own last page may have ended",
    covers: (ours, theirs, { operation }) =>
      operation === "Query" &&
      "refused" in theirs &&
      theirs.message === "a starting key" &&
      JSON.stringify(ours).includes('"ScannedCount":0'),
  },
  {
    name: "filters of an index",
    because:
      "DynamoDB Local filters by attributes that the index does not project; a global secondary index has only those that it projects",
    covers: (ours, theirs, { input }) =>
      ["keys", "some"].includes(String(input.IndexName)) &&
      input.FilterExpression !== undefined &&
      refusal(ours) === undefined &&
      refusal(theirs) === undefined,
  },
  {
    name: "several faults",
    because: "of several faults in one request each engine names the one that it meets first",
    covers: (ours, theirs) => refusal(ours) !== undefined && refusal(ours) === refusal(theirs),
  },
];

function refusal(outcome: Outcome): string | undefined {
  return "refused" in outcome ? outcome.refused : undefined;
}
