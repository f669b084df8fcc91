import { createClient } from "#sdk/typescript/client.ts";
import { createTransport } from "#sdk/typescript/transport.ts";
import { pageToken } from "./session.ts";

/** The client of the API with this browser's session. */
export const client = createClient(createTransport({ headers: () => ({ "x-gantry-token": pageToken() }) }));
