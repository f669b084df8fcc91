import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { SITE_HEADERS } from "#core/web/site.ts";
import { createSite } from "#local/front/site.ts";

let server: Server;

beforeAll(async () => {
  const site = createSite("web");
  server = createServer((req, res) => void site(req, res));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(() => void server.close());

/** Paths go out as they are written: fetch would tidy them. */
function ask(path: string, method = "GET") {
  const { port } = server.address() as AddressInfo;
  return new Promise<{ status: number | undefined; headers: any; text: string }>((resolve, reject) => {
    const req = request({ port, path, method, agent: false }, async (res) => {
      const chunks: Buffer[] = [];
      for await (const chunk of res) chunks.push(chunk);
      resolve({ status: res.statusCode, headers: res.headers, text: Buffer.concat(chunks).toString() });
    });
    req.once("error", reject).end();
  });
}

describe("the static client", () => {
  it.each([
    ["/index.html", "text/html; charset=utf-8"],
    ["/home.js", "text/javascript; charset=utf-8"],
    ["/home.css", "text/css; charset=utf-8"],
  ])("is served with its type and the headers that guard it: %s", async (path, type) => {
    const { status, headers, text } = await ask(path);
    expect(status).toBe(200);
    expect(headers).toMatchObject({ ...SITE_HEADERS, "content-type": type, "cache-control": "no-cache" });
    expect(text.length).toBeGreaterThan(500);
    const head = await ask(path, "HEAD");
    expect(head.headers["content-length"]).toBe(headers["content-length"]);
    expect({ status: head.status, text: head.text }).toEqual({ status: 200, text: "" });
  });

  it.each([
    "/no.html",
    "/../package.json",
    "/%2e%2e/package.json",
    "/.gitignore",
    "/home.js/x",
    "//etc/passwd",
  ])("is not %s", async (path) => {
    expect(await ask(path)).toMatchObject({ status: 404, headers: SITE_HEADERS });
  });

  it("is only read", async () => {
    expect((await ask("/index.html", "POST")).status).toBe(403);
  });

  it("keeps scripts out of its page", async () => {
    const { text } = await ask("/index.html");
    expect(text.match(/<script[^>]*>[^<]*<\/script>/g)).toEqual([
      '<script type="module" src="/home.js"></script>',
    ]);
    expect(text).not.toMatch(/\son\w+=|style=|javascript:/);
    expect((await ask("/home.js")).text).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|eval\(/);
  });
});
