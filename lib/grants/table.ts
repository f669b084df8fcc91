import type { Table } from "aws-cdk-lib/aws-dynamodb";
import type { Grant } from "#lib/constructs/gantry-function.ts";

/** Partition keys as IAM sees them: `dynamodb:LeadingKeys` patterns. Ids hold no `#`, so each names one kind. */
export const LEADING = {
  missions: "T#*#execution#*",
  consultations: "T#*#conversation#*",
  directives: "T#*#directive#*",
  dedupe: "T#*#D#*",
  sockets: "T#*#N#*",
  /** A tenant's own partition: members, bindings, slots. */
  tenants: "T#*",
  lookups: "G#KEY#*",
  /** Index 1: sockets that are open now. */
  openSockets: "G#CONN#open",
  ready: "G#READY",
} as const;

type Action = "GetItem" | "Query" | "PutItem" | "DeleteItem";

/**
 * The table, by operation and partition. A transaction asks for the right of each write in it, so PutItem and
 * DeleteItem are what it needs; nothing reads more than partitions it can name: no Scan, no PartiQL.
 */
export function onTable(table: Table, rights: Partial<Record<Action, readonly string[]>>): Grant {
  return (fn) => {
    fn.env("TABLE_NAME", table.tableName);
    for (const [keys, actions] of byKeys(rights))
      fn.allow({
        actions: actions.map((action) => `dynamodb:${action}`),
        resources: [table.tableArn],
        conditions: leading(keys),
      });
  };
}

/** The pattern of tenants' own partitions would take in all that is a tenant's, so what lies deeper is left out. */
function leading(keys: readonly string[]) {
  return {
    "ForAllValues:StringLike": { "dynamodb:LeadingKeys": keys },
    ...(keys.includes(LEADING.tenants)
      ? { "ForAllValues:StringNotLike": { "dynamodb:LeadingKeys": `${LEADING.tenants}#*` } }
      : {}),
  };
}

/** One of the indexes by partition. */
export function queriesIndex(table: Table, index: "gsi1" | "gsi2" | "gsi3", keys: readonly string[]): Grant {
  return (fn) =>
    fn.allow({
      actions: ["dynamodb:Query"],
      resources: [`${table.tableArn}/index/${index}`],
      conditions: { "ForAllValues:StringLike": { "dynamodb:LeadingKeys": keys } },
    });
}

/** Reads the table's stream, as an event source mapping does in the function's name. Streams are listed, not named. */
export function readsStream(table: Table): Grant {
  return (fn) => {
    fn.allow({
      actions: ["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator"],
      resources: [table.tableStreamArn as string],
    });
    fn.allow({ actions: ["dynamodb:ListStreams"], resources: ["*"] });
  };
}

/** Operations that have the same keys are one statement; tenants' own partitions are one apart. */
function byKeys(rights: Partial<Record<Action, readonly string[]>>): [readonly string[], string[]][] {
  const groups = new Map<string, [readonly string[], string[]]>();
  const add = (keys: readonly string[], action: string) => {
    if (keys.length === 0) return;
    const group = groups.get(keys.join()) ?? [keys, []];
    group[1].push(action);
    groups.set(keys.join(), group);
  };
  for (const [action, keys] of Object.entries(rights)) {
    add(
      keys.filter((key) => key !== LEADING.tenants),
      action,
    );
    add(
      keys.filter((key) => key === LEADING.tenants),
      action,
    );
  }
  return [...groups.values()];
}
