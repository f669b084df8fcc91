import type { Table } from "aws-cdk-lib/aws-dynamodb";
import type { Grant } from "#lib/constructs/gantry-function.ts";

/**
 * Partition keys as IAM sees them: `dynamodb:LeadingKeys` patterns. Ids contain no `#`, so each pattern
 * matches one kind.
 */
export const LEADING = {
  missions: "T#*#execution#*",
  consultations: "T#*#conversation#*",
  projects: "T#*#project#*",
  directives: "T#*#directive#*",
  dedupe: "T#*#D#*",
  usage: "T#*#U#*",
  sockets: "T#*#N#*",
  /** A tenant's own partition: members, bindings, slots. */
  tenants: "T#*",
  lookups: "G#KEY#*",
  /** Index gsi1: open sockets. */
  openSockets: "G#CONN#open",
  /** Index 1: runs within requests that are looked at again. */
  pendingRuns: "G#RUN#pending",
  ready: "G#READY",
} as const;

type Action = "GetItem" | "Query" | "PutItem" | "DeleteItem";

/**
 * Access to the table by operation and partition. A transaction needs the right of each of its writes, so
 * PutItem and DeleteItem. There is no Scan and no PartiQL: all reads name their partition.
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

/**
 * The pattern of tenants' own partitions also matches the partitions of their aggregates, so these are
 * excluded.
 */
function leading(keys: readonly string[]) {
  return {
    "ForAllValues:StringLike": { "dynamodb:LeadingKeys": keys },
    ...(keys.includes(LEADING.tenants)
      ? { "ForAllValues:StringNotLike": { "dynamodb:LeadingKeys": `${LEADING.tenants}#*` } }
      : {}),
  };
}

/** Access to one of the indexes by partition. */
export function queriesIndex(table: Table, index: "gsi1" | "gsi2" | "gsi3", keys: readonly string[]): Grant {
  return (fn) =>
    fn.allow({
      actions: ["dynamodb:Query"],
      resources: [`${table.tableArn}/index/${index}`],
      conditions: { "ForAllValues:StringLike": { "dynamodb:LeadingKeys": keys } },
    });
}

/**
 * Allows reading the table's stream, which the event source mapping does with the function's role. Listing
 * streams supports no resource.
 */
export function readsStream(table: Table): Grant {
  return (fn) => {
    fn.allow({
      actions: ["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator"],
      resources: [table.tableStreamArn as string],
    });
    fn.allow({ actions: ["dynamodb:ListStreams"], resources: ["*"] });
  };
}

/** Groups operations with the same keys into one statement; tenants' own partitions need a separate one. */
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
