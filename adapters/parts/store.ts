import { z } from "zod";
import { createTableClient } from "#adapters/dynamodb/client.ts";
import { createStore } from "#adapters/dynamodb/store.ts";
import { part } from "#adapters/part.ts";

export const STORE_ENV = { TABLE_NAME: z.string().min(1) };

/** The table, with the function's own rights unless others are given. */
export const openStore = (
  { TABLE_NAME }: { readonly TABLE_NAME: string },
  options?: Parameters<typeof createTableClient>[0],
) => createStore({ client: createTableClient(options), table: TABLE_NAME });

export const store = part({ name: "store", env: STORE_ENV, make: (config) => openStore(config) });
