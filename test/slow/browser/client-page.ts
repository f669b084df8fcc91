import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { ownValue } from "#core/kernel/own-value.ts";
import { CLIENT_SOURCE, PAGES, siteHeaders, siteType } from "#core/web/site.ts";
import { type Visit, visit } from "#test/e2e/support/visit.ts";

/** Replies of the API, by path; by method and path, as `POST /gantry/keys`, where a path has several. Bytes are a picture. */
type Replies = Readonly<Record<string, unknown>>;

/** What the API says to a page that nobody has used. */
export const NOTHING_YET: Replies = {
  "/gantry/auth/status": { authenticated: true, principal: "owner" },
  "/gantry/missions": { missions: [], next_cursor: null },
  "/gantry/consultations": { consultations: [], next_cursor: null },
  "/gantry/conversations": { conversations: [], next_cursor: null },
  "/gantry/projects": { projects: [], next_cursor: null },
  "/gantry/gates": { gates: [], next_cursor: null },
  "/gantry/auth/logout": { authenticated: false },
  "/gantry/themes": { themes: [] },
  "/gantry/queue": { slots: 3, running: [], waiting: [] },
  "/gantry/budget": {
    month: "2026-11",
    spent_usd: 0,
    reserved_usd: 0,
    unknown_usd: 0,
    limit_usd: null,
    forecast_usd: 0,
  },
  "/gantry/keys": { keys: [], next_cursor: null },
  "/gantry/sessions": { sessions: [] },
  "/gantry/checks": { ok: true, checks: [] },
};

/** Opens the client over an API with these replies by path; keeps what it is asked to change. */
export async function openClient(
  replies: () => Replies,
  path = "/",
): Promise<{ home: Visit; asked: string[]; close(): Promise<void> }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://x");
    if (request.method !== "GET") asked.push(`${request.method} ${pathname}`);
    const all = replies();
    const reply = all[`${request.method} ${pathname}`] ?? all[pathname];
    const file = extname(pathname) === "" ? (ownValue(PAGES, pathname) ?? "/index.html") : pathname;
    const known = reply !== undefined || !isApi(pathname);
    response.writeHead(known ? 200 : 404, {
      ...siteHeaders(pathname),
      "content-type": isApi(pathname) ? typeOf(reply) : siteType(file),
    });
    response.end(isApi(pathname) ? bodyOf(reply) : readFileSync(join(CLIENT_SOURCE, file)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const home = await visit(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`);
  return {
    home,
    asked,
    close: async () => {
      await home.close();
      server.close();
    },
  };
}

const bodyOf = (reply: unknown) => (ArrayBuffer.isView(reply) ? reply : JSON.stringify(reply ?? {}));
const typeOf = (reply: unknown) => (ArrayBuffer.isView(reply) ? "image/png" : "application/json");
const isApi = (path: string) => path.startsWith("/gantry/") || path === "/ready";
