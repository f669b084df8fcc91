import type { Key } from "#core/kernel/keys.ts";

/** An item of the table: its key, index keys and plain JSON attributes. */
export type Item = Key & Record<string, unknown>;

/** The condition of a write: the item does not exist, or these attributes have these values. */
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
  /** Only sort keys after this one, in the order of reading. */
  readonly after?: string;
  readonly limit?: number;
  readonly newestFirst?: boolean;
  /** Reads an index instead of the table; `pk` is then its partition key. */
  readonly index?: "g1" | "g2" | "g3";
}

/** The table. Reads of the table are strongly consistent; reads of an index are eventually consistent. */
export interface Store {
  get(key: Key): Promise<Item | undefined>;
  query(page: Page): Promise<Item[]>;
  /** Performs all writes or none. Throws {@link TransactionRefused} when a condition does not hold. */
  transact(writes: readonly Write[]): Promise<void>;
}

/** A transaction was refused: the writes whose condition failed, with the existing items. */
export class TransactionRefused extends Error {
  readonly failed: readonly { readonly index: number; readonly existing: Item | undefined }[];
  constructor(failed: TransactionRefused["failed"]) {
    super(`refused writes: ${failed.map(({ index }) => index).join(", ")}`);
    this.name = "TransactionRefused";
    this.failed = failed;
  }
}

/** The key of the item that a write concerns. */
export function keyOf(write: Write): Key {
  return "put" in write ? { pk: write.put.pk, sk: write.put.sk } : write.delete;
}

export interface WithStore {
  readonly store: Store;
}
