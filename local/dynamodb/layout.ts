/** A half-open range of keys. */
export interface KeyRange {
  readonly gte: string;
  readonly lt: string;
}

/**
 * Where everything lies in the one LevelDB, so that whatever belongs to an operation fits into one batch.
 * Names of tables and indexes cannot hold "/", keys of items are hexadecimal.
 */
export const layout = {
  sequence: "q",
  tables: "t/",
  table: (name: string) => `t/${name}`,
  items: (table: string) => `i/${table}/`,
  indexes: (table: string) => `x/${table}/`,
  index: (table: string, index: string) => `x/${table}/${index}/`,
  expiries: (table: string) => `e/${table}/`,
  /** `seconds` since 1970 and the item's key: entries sort by the time they are due. */
  expiry: (table: string, seconds: number, key: string) => `e/${table}/${padded(seconds, 12)}/${key}`,
  stream: (table: string) => `s/${table}/`,
  streamRecord: (table: string, sequence: string) => `s/${table}/${sequence}`,
  tokens: "k/",
  token: (at: number, token: string) => `k/${padded(at, 15)}/${token}`,
};

/** Every key that starts with `prefix`, which ends with "/" ("0" is the character after it). */
export function below(prefix: string): KeyRange {
  return { gte: prefix, lt: `${prefix.slice(0, -1)}0` };
}

export function padded(value: number, digits: number): string {
  return String(Math.floor(value)).padStart(digits, "0");
}
