import type { IndexDescription, Item, TableDescription } from "dynalite/db/index.js";

export type StreamViewType = "KEYS_ONLY" | "NEW_IMAGE" | "OLD_IMAGE" | "NEW_AND_OLD_IMAGES";

/** A table as it is kept: what DescribeTable answers, and what is not part of that answer. */
export interface Table {
  readonly description: TableDescription;
  readonly stream?: {
    readonly arn: string;
    readonly label: string;
    readonly viewType: StreamViewType;
    /** Sequence of the stream's first possible record. */
    readonly start: string;
    /** Seconds since 1970. */
    readonly created: number;
  };
  /** ENABLING while the items that were there before are being entered into the expiry index. */
  readonly timeToLive?: { readonly attribute: string; readonly status: "ENABLING" | "ENABLED" };
}

export function indexesOf({ description }: Table): IndexDescription[] {
  return [...(description.GlobalSecondaryIndexes ?? []), ...(description.LocalSecondaryIndexes ?? [])];
}

/** The item's primary key alone. */
export function keysOf(item: Item, { description }: Table): Item {
  return pick(
    item,
    description.KeySchema.map((element) => element.AttributeName),
  );
}

export function pick(item: Item, names: Iterable<string>): Item {
  const picked: Item = {};
  for (const name of names) {
    const value = item[name];
    if (value) picked[name] = value;
  }
  return picked;
}
