import type { FunctionName } from "./functions.ts";

/** How the table's stream, the outbox, feeds the relay. */
export const OUTBOX = {
  target: "relay",
  /** Maximum number of records per invocation. */
  batchSize: 100,
  /** Only signals and amendments reach the relay; other writes to the table cause no invocation. */
  filter: {
    eventName: ["INSERT"],
    dynamodb: { Keys: { sk: { S: [{ prefix: "E#" }, { prefix: "A#" }] } } },
  },
} satisfies { readonly target: FunctionName; readonly batchSize: number; readonly filter: object };
