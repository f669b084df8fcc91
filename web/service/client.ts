import { createClient } from "#sdk/typescript/client.ts";
import { createTransport } from "#sdk/typescript/transport.ts";
import { pageToken } from "./session.ts";

/** How an archive is requested: a large one is at another address. */
export const ARCHIVE = { redirect: "follow", headers: { accept: "application/zip" } } as const;

/** Sends a request of the API with this browser's session. */
export const send = createTransport({ headers: () => ({ "x-gantry-token": pageToken() }) });

/** The client of the API with this browser's session. */
export const client = createClient(send);
