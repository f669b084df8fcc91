import deleteItem from "dynalite/validations/deleteItem.js";
import type { Members } from "dynalite/validations/getItem.js";
import getItem from "dynalite/validations/getItem.js";
import putItem from "dynalite/validations/putItem.js";
import updateItem from "dynalite/validations/updateItem.js";
import type { Rules } from "./validate.ts";

export type WriteKind = "Put" | "Update" | "Delete" | "ConditionCheck";

const returnItem = { ReturnValuesOnConditionCheckFailure: { type: "String", enum: ["ALL_OLD", "NONE"] } };
const expression = [
  "TableName",
  "ConditionExpression",
  "ExpressionAttributeNames",
  "ExpressionAttributeValues",
];

/** Which members each kind of action has in a transaction, and the single operation that checks them. */
const kinds: Record<WriteKind, Rules> = {
  Put: { types: some(putItem.types, [...expression, "Item"]), custom: putItem.custom },
  Update: {
    types: some(updateItem.types, [...expression, "Key", "UpdateExpression"]),
    custom: updateItem.custom,
  },
  Delete: { types: some(deleteItem.types, [...expression, "Key"]), custom: deleteItem.custom },
  ConditionCheck: { types: some(deleteItem.types, [...expression, "Key"]), custom: deleteItem.custom },
};

export const transactWriteRules: Rules = {
  types: {
    TransactItems: list(
      Object.fromEntries(
        Object.entries(kinds).map(([kind, { types }]) => [kind, struct(kind, { ...types, ...returnItem })]),
      ),
    ),
    ClientRequestToken: { type: "String", lengthGreaterThanOrEqual: 1, lengthLessThanOrEqual: 36 },
    ReturnConsumedCapacity: { type: "String", enum: ["INDEXES", "TOTAL", "NONE"] },
  },
  custom(data, store) {
    for (const entry of data.TransactItems as Record<WriteKind, Record<string, unknown>>[]) {
      const [[kind, action] = [], ...others] = Object.entries(entry);
      if (!kind || !action || others.length)
        return "TransactItems can only contain one of Check, Put, Update or Delete";
      if (kind === "ConditionCheck" && action.ConditionExpression === undefined)
        return "The ConditionExpression of a ConditionCheck must not be null";
      if (kind === "Update" && action.UpdateExpression === undefined)
        return "The UpdateExpression of an Update must not be null";
      const problem = kinds[kind as WriteKind].custom?.(action, store);
      if (problem) return problem;
    }
    return undefined;
  },
};

const getTypes = some(getItem.types, [
  "TableName",
  "Key",
  "ProjectionExpression",
  "ExpressionAttributeNames",
]);

export const transactGetRules: Rules = {
  types: {
    TransactItems: list({ Get: { ...struct("Get", getTypes), notNull: true } }),
    ReturnConsumedCapacity: { type: "String", enum: ["INDEXES", "TOTAL", "NONE"] },
  },
  custom(data, store) {
    for (const { Get } of data.TransactItems as { Get: Record<string, unknown> }[]) {
      const problem = getItem.custom?.(Get, store);
      if (problem) return problem;
    }
    return undefined;
  },
};

function some(members: Members, names: string[]): Members {
  return Object.fromEntries(names.flatMap((name) => (members[name] ? [[name, members[name]]] : [])));
}

function struct(name: string, children: Members) {
  return { type: `FieldStruct<${name}>`, children };
}

function list(children: Members) {
  return {
    type: "List",
    notNull: true,
    lengthGreaterThanOrEqual: 1,
    lengthLessThanOrEqual: 100,
    children: { type: "ValueStruct<TransactItem>", children },
  };
}
