import { z } from "zod";
import { createTableClient } from "#adapters/dynamodb/client.ts";
import { createStore } from "#adapters/dynamodb/store.ts";
import { part } from "#adapters/part.ts";

export const store = part({
  name: "store",
  env: { TABLE_NAME: z.string().min(1) },
  make: ({ TABLE_NAME }, _, clients) =>
    createStore({ client: createTableClient(clients), table: TABLE_NAME }),
});
