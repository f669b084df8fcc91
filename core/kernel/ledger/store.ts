import type { Key } from "#core/kernel/keys.ts";

/** An item as it lies in the table: its key, index keys and plain JSON attributes. */
export type Item = Key & Record<string, unknown>;

/** When a write may happen: always, if nothing is there, or if these attributes still have these values. */
export type Condition =
  | { readonly absent: true }
  | { readonly equals: Readonly<Record<string, string | number | boolean>> };

/** One write of a transaction. */
export type Write =
  | { readonly put: Item; readonly when?: Condition }
  | { readonly delete: Key; readonly when?: Condition };

export interface Page {
  readonly pk: string;
  /** Only sort keys that start with this. */
  readonly prefix?: string;
  /** Only sort keys behind this one, in the order read. */
  readonly after?: string;
  readonly limit?: number;
  readonly newestFirst?: boolean;
  /** Reads an index instead of the table; `pk` is then its partition key. */
  readonly index?: "g1" | "g2" | "g3";
}

/** The table as the domain sees it. Reads of the table are consistent; reads of an index are not. */
export interface Store {
  get(key: Key): Promise<Item | undefined>;
  query(page: Page): Promise<Item[]>;
  /** All or nothing. Throws {@link TransactionRefused} when a condition does not hold. */
  transact(writes: readonly Write[]): Promise<void>;
}

/** Which writes were refused, and what lay there instead. */
export class TransactionRefused extends Error {
  readonly failed: readonly { readonly index: number; readonly existing: Item | undefined }[];
  constructor(failed: TransactionRefused["failed"]) {
    super(`refused writes: ${failed.map(({ index }) => index).join(", ")}`);
    this.name = "TransactionRefused";
    this.failed = failed;
  }
}

/** The key a write is about. */
export function keyOf(write: Write): Key {
  return "put" in write ? { pk: write.put.pk, sk: write.put.sk } : write.delete;
}

export interface WithStore {
  readonly store: Store;
}
