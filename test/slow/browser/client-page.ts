import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { SITE_HEADERS, siteType } from "#core/web/site.ts";
import { type Visit, visit } from "#test/e2e/support/visit.ts";

/** Replies of the API, by path. */
type Replies = Readonly<Record<string, unknown>>;

/** Opens the page of the client over an API with these replies by path; keeps what it is asked to change. */
export async function openClient(
  replies: () => Replies,
): Promise<{ home: Visit; asked: string[]; close(): Promise<void> }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://x");
    if (request.method !== "GET") asked.push(`${request.method} ${pathname}`);
    const reply = replies()[pathname];
    const path = pathname === "/" ? "/index.html" : pathname;
    response.writeHead(200, { ...SITE_HEADERS, "content-type": reply ? "application/json" : siteType(path) });
    response.end(reply ? JSON.stringify(reply) : readFileSync(join("web", path)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const home = await visit(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  return {
    home,
    asked,
    close: async () => {
      await home.close();
      server.close();
    },
  };
}
