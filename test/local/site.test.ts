import { globSync, readdirSync, readFileSync } from "node:fs";
import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { CLIENT_SOURCE } from "#core/web/site.ts";
import { createSite } from "#local/site.ts";

/** Names of built files contain their hash. */
const built = (name: RegExp) =>
  `/assets/${readdirSync(join(CLIENT_SOURCE, "assets")).find((file) => name.test(file))}`;
const SCRIPT = built(/^index-.*\.js$/);
const STYLES = built(/^shared-.*\.css$/);

let server: Server;

beforeAll(async () => {
  const site = createSite(CLIENT_SOURCE);
  server = createServer((req, res) => void site(req, res));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(() => void server.close());

/** Paths go out as they are written: fetch would tidy them. */
function ask(path: string, method = "GET", headers: Record<string, string> = {}) {
  const { port } = server.address() as AddressInfo;
  return new Promise<{ status: number | undefined; headers: any; text: string; bytes: Buffer }>(
    (resolve, reject) => {
      const req = request({ port, path, method, headers, agent: false }, async (res) => {
        const chunks: Buffer[] = [];
        for await (const chunk of res) chunks.push(chunk);
        const bytes = Buffer.concat(chunks);
        resolve({ status: res.statusCode, headers: res.headers, text: bytes.toString(), bytes });
      });
      req.once("error", reject).end();
    },
  );
}

describe("the static client", () => {
  it.each([
    ["/index.html", "text/html; charset=utf-8", "no-cache"],
    [SCRIPT, "text/javascript; charset=utf-8", "public, max-age=31536000, immutable"],
    [STYLES, "text/css; charset=utf-8", "public, max-age=31536000, immutable"],
    ["/vendor/swagger-ui/swagger-ui.css", "text/css; charset=utf-8", "no-cache"],
    ["/vendor/swagger-ui/LICENSE.txt", "text/plain; charset=utf-8", "no-cache"],
  ])("is served with its type, and for how long it may be kept: %s", async (path, type, kept) => {
    const { status, headers, text } = await ask(path);
    expect(status).toBe(200);
    expect(headers).toMatchObject({ "content-type": type, "cache-control": kept });
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
    "/theme.js/x",
    "/vendor/swagger-ui/index.html",
    "//etc/passwd",
  ])("is not %s", async (path) => {
    const { status, headers, text } = await ask(path);
    expect([status, headers["content-type"]]).toEqual([404, "application/problem+json"]);
    expect(JSON.parse(text)).toMatchObject({ status: 404, code: "NotFound" });
    const page = await ask(path, "GET", { accept: "text/html,*/*;q=0.8" });
    expect([page.status, page.headers["content-type"]]).toEqual([404, "text/html; charset=utf-8"]);
    expect(page.text).toMatch(/^<!doctype html>.*<h1>Not found<\/h1>/);
  });

  it("is not sent again to a client that has it", async () => {
    const { etag } = (await ask(SCRIPT)).headers;
    const again = await ask(SCRIPT, "GET", { "if-none-match": etag });
    expect([again.status, again.text, again.headers.etag]).toEqual([304, "", etag]);
    expect((await ask(SCRIPT, "GET", { "if-none-match": '"other"' })).status).toBe(200);
  });

  it("is sent compressed to a client that accepts it", async () => {
    const plain = await ask(SCRIPT);
    expect([plain.headers["content-encoding"], plain.headers.vary]).toEqual([undefined, "Accept-Encoding"]);
    for (const [accept, encoding, open] of [
      ["gzip, deflate, br", "br", brotliDecompressSync],
      ["gzip", "gzip", gunzipSync],
      ["br;q=0, gzip;q=0.5", "gzip", gunzipSync],
    ] as const) {
      const { headers, bytes } = await ask(SCRIPT, "GET", { "accept-encoding": accept });
      expect([headers["content-encoding"], headers["content-length"]]).toEqual([
        encoding,
        String(bytes.length),
      ]);
      expect(open(bytes).toString()).toBe(plain.text);
      expect(bytes.length).toBeLessThan(plain.bytes.length / 2);
    }
  });

  it("has no scripts within its page", async () => {
    const { text } = await ask("/index.html");
    expect(text.match(/<script[^>]*>[^<]*<\/script>/g)).toEqual([
      '<script src="/theme.js"></script>',
      `<script type="module" crossorigin src="${SCRIPT}"></script>`,
    ]);
    expect(text).not.toMatch(/\son\w+=|style=|javascript:/);
  });

  it("never reads text as HTML or as code", () => {
    const sources = globSync("web/**/*.{ts,tsx,js}", { exclude: ["web/dist/**"] });
    expect(sources.length).toBeGreaterThan(40);
    for (const path of sources)
      expect([
        path,
        readFileSync(path, "utf8").match(
          /dangerouslySetInnerHTML|innerHTML|outerHTML|insertAdjacentHTML|eval\(|new Function/,
        ),
      ]).toEqual([path, null]);
  });
});
