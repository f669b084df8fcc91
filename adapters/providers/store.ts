import { z } from "zod";
import { createTableClient } from "#adapters/dynamodb/client.ts";
import { createStore } from "#adapters/dynamodb/store.ts";
import { provider } from "#adapters/provider.ts";

export const store = provider({
  name: "store",
  env: { TABLE_NAME: z.string().min(1) },
  create: ({ TABLE_NAME }, _, { clients }) =>
    createStore({ client: createTableClient(clients), table: TABLE_NAME }),
});
