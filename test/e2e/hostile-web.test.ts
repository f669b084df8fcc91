import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { DeleteObjectsCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import bundled from "@sparticuz/chromium";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { unpackChromium } from "#adapters/browser/unpack.ts";
import { homeKeys } from "#local/home-keys.ts";
import { BROWSER_FOLDER } from "#test/support/browser.ts";
import { type Client, logIn } from "./support/client.ts";
import { aws } from "./support/effects.ts";
import { type Gantry, startGantry } from "./support/gantry.ts";
import { raw } from "./support/raw.ts";
import { everythingStored, quiet } from "./support/table.ts";

/**
 * A person is logged in, and their browser opens a page that wants to use that: one of another server on this
 * machine, and one that the factory itself deployed. A real Chromium decides what such a page can do.
 */

let gantry: Gantry;
let client: Client;
let mission: string;
let evil: Server;
let browser: Browser;
let context: BrowserContext;
let app: string;
/** Every cookie that the other server on this machine was sent. */
const received: string[] = [];

beforeAll(async () => {
  gantry = await startGantry();
  client = await logIn(gantry);
  mission = await client.build("Build me a task manager", { deploy: false, publish: false });
  app = await deploy("stranger", "<!doctype html><title>A stranger's app</title>");
  evil = createServer((request, response) => {
    received.push(request.headers.cookie ?? "");
    response.end("<!doctype html><title>Evil</title>");
  });
  await new Promise<void>((resolve) => evil.listen(0, "127.0.0.1", resolve));
  browser = await chromium.launch(await program());
  context = await browser.newContext();
  await client.wait(mission, 60);
  await quiet(gantry);
});

afterAll(async () => {
  await browser?.close();
  evil?.close();
  await gantry?.stop();
});

async function program() {
  if (process.platform !== "linux") return { channel: "chrome" };
  // Its flags are for scraping; these would switch off the very walls that are looked at here, or make it crash.
  const lax =
    /^--(disable-web-security|allow-running-insecure-content|disable-site-isolation|headless|single-process|in-process-gpu)/;
  const args = bundled.args.filter((flag) => !lax.test(flag));
  return { executablePath: await unpackChromium(BROWSER_FOLDER), args };
}

/** A deployment with this page, made through Vercel's API. Answers its address. */
async function deploy(name: string, html: string): Promise<string> {
  const response = await fetch(
    `${gantry.origin}/vercel/v13/deployments?prebuilt=1&skipAutoDetectionConfirmation=1`,
    {
      method: "POST",
      headers: {
        authorization: `Bearer ${homeKeys(gantry.home).vercel}`,
        "content-type": "application/json",
      },
      body: JSON.stringify({
        name,
        target: "production",
        files: [
          { file: ".vercel/output/config.json", data: '{"version":3}' },
          { file: ".vercel/output/static/index.html", data: html },
        ],
      }),
    },
  );
  const made = (await response.json()) as any;
  if (!response.ok) throw new Error(JSON.stringify(made));
  return `http://${made.url}`;
}

/** Logs the browser in, as the person would by the page at `/`. */
async function personLogsIn(): Promise<void> {
  await context.clearCookies();
  const page = await context.newPage();
  await page.goto(gantry.origin);
  await page.getByLabel("Password").fill(gantry.password);
  await page.getByRole("button", { name: "Log in" }).click();
  await page.getByRole("listitem").filter({ hasText: "Task manager" }).first().waitFor();
  expect(await page.evaluate("document.cookie")).toBe("");
  await page.close();
}

type Try = { url: string; init?: Record<string, unknown> };

/** What a page's script gets to see of each request: nothing, or an answer of this type and status. */
function attempt(page: Page, tries: readonly Try[]): Promise<string[]> {
  return page.evaluate(
    (all) =>
      Promise.all(
        all.map(({ url, init }) =>
          fetch(url, { credentials: "include", ...init }).then(
            (response) => `${response.type} ${response.status}`,
            () => "blocked",
          ),
        ),
      ),
    tries as Try[],
  );
}

const signature = (service: string) =>
  `AWS4-HMAC-SHA256 Credential=gantry/20260101/us-east-1/${service}/aws4_request, SignedHeaders=host, Signature=${"0".repeat(64)}`;

/** Requests that need no leave of the server's to be sent, and what a program would send to AWS, GitHub and Vercel. */
function tries(origin: string): Record<"simple" | "asking", Try[]> {
  const text = { mode: "no-cors", method: "POST", headers: { "content-type": "text/plain" } };
  const json = { method: "POST", headers: { "content-type": "application/json" }, body: "{}" };
  return {
    simple: [
      { url: `${origin}/gantry/missions/clear`, init: { ...text, body: "{}" } },
      { url: `${origin}/gantry/missions/${mission}/retry`, init: { ...text, body: "{}" } },
      { url: `${origin}/gantry/voice`, init: { ...text, body: '{"message":"Build me a quiz"}' } },
      { url: `${origin}/gantry/auth/logout`, init: { mode: "no-cors", method: "POST" } },
      { url: `${origin}/`, init: { ...text, body: '{"TableName":"gantry"}' } },
      { url: `${origin}/gantry/missions`, init: { mode: "no-cors" } },
    ],
    asking: [
      { url: `${origin}/gantry/missions` },
      { url: `${origin}/gantry/status/${mission}` },
      { url: `${origin}/gantry/missions/clear`, init: json },
      {
        url: `${origin}/`,
        init: {
          ...json,
          headers: { authorization: signature("dynamodb"), "x-amz-target": "DynamoDB_20120810.Scan" },
        },
      },
      { url: `${origin}/`, init: { ...json, headers: { authorization: signature("states") } } },
      { url: `${origin}/gantry-evidence?versions`, init: { headers: { authorization: signature("s3") } } },
      { url: `${origin}/github/api/v3/user`, init: { headers: { authorization: "Bearer x" } } },
      { url: `${origin}/vercel/v9/projects/stranger`, init: { headers: { authorization: "Bearer x" } } },
    ],
  };
}

describe.each([
  ["of another server on this machine", () => `http://127.0.0.1:${(evil.address() as AddressInfo).port}/`],
  ["that the factory deployed", () => app],
])("a page %s", (_, address) => {
  let page: Page;

  beforeAll(async () => {
    await personLogsIn();
    page = await context.newPage();
    await page.goto(address());
  });
  afterAll(() => page?.close());

  it("reads nothing of the API, AWS, GitHub or Vercel", async () => {
    for (const origin of [gantry.origin, gantry.origin.replace("127.0.0.1", "localhost")]) {
      const seen = await attempt(page, tries(origin).asking);
      expect(seen).toEqual(seen.map(() => "blocked"));
    }
  });

  it("changes nothing with requests that a browser sends by default", async () => {
    const before = await everythingStored(gantry);
    for (const origin of [gantry.origin, gantry.origin.replace("127.0.0.1", "localhost")]) {
      const seen = await attempt(page, tries(origin).simple);
      expect(seen).toEqual(seen.map(() => "blocked"));
    }
    await quiet(gantry);
    expect(await everythingStored(gantry)).toEqual(before);
    expect((await client.get("/gantry/missions")).body.missions).toHaveLength(1);
  });

  it("deletes nothing with a URL signed with the local cloud's well-known key", async () => {
    await put("kept");
    const { url, body } = await signedDeletion("kept");
    const init = { method: "POST", body, headers: { "content-type": "text/plain" } };
    const before = await everythingStored(gantry);
    expect(before).toContain("kept");
    await attempt(page, [{ url, init: { ...init, mode: "no-cors" } }]);
    expect(await everythingStored(gantry)).toEqual(before);
    // The request itself was right: from a program it does what it says.
    expect((await fetch(url, init)).status).toBe(200);
    expect(await everythingStored(gantry)).not.toContain("kept");
  });

  it("cannot read the session", async () => {
    const cookies = await context.cookies(page.url());
    const own = await page.evaluate("document.cookie");
    expect(own).toBe("");
    if (page.url().includes(".localhost")) expect(cookies).toEqual([]);
    for (const { httpOnly, sameSite } of cookies)
      expect({ httpOnly, sameSite }).toEqual({ httpOnly: true, sameSite: "Lax" });
  });

  it("opens no socket, even with a stolen ticket", async () => {
    const { ticket, url } = (await client.post("/gantry/ws-ticket", { mission_id: mission })).body;
    const outcome = await page.evaluate(
      ([target, offered]) =>
        new Promise((resolve) => {
          const socket = new WebSocket(target as string, ["gantry.v1", `ticket.${offered}`]);
          socket.onopen = () => resolve("open");
          socket.onerror = () => resolve("refused");
        }),
      [`${gantry.origin.replace("http", "ws")}${url}`, ticket],
    );
    expect(outcome).toBe("refused");
  });

  it("cannot show a page of Gantry in a frame", async () => {
    const framed = await page.evaluate(`new Promise((resolve) => {
      const frame = document.createElement("iframe");
      frame.onload = () => resolve(frame.contentDocument === null ? "another origin" : "empty");
      frame.src = ${JSON.stringify(gantry.origin)};
      document.body.append(frame);
    })`);
    expect(framed).toBe("another origin");
    const inside = page.frames().find((frame) => frame !== page.mainFrame());
    expect(
      await inside?.evaluate(`document.querySelector("h1")?.textContent ?? "nothing"`).catch(() => "nothing"),
    ).toBe("nothing");
  });
});

/** DeleteObjects, presigned: the strongest request to AWS that a page can send without asking first. */
async function signedDeletion(key: string): Promise<{ url: string; body: string }> {
  const s3 = new S3Client(aws(gantry));
  // As the SDK would write it, whose checksum is under the signature.
  const body = `<?xml version="1.0" encoding="UTF-8"?><Delete xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Object><Key>${key}</Key></Object></Delete>`;
  const url = await getSignedUrl(
    s3,
    new DeleteObjectsCommand({
      Bucket: "gantry-artifacts",
      Delete: { Objects: [{ Key: key }] },
    }),
    {
      hoistableHeaders: new Set(["x-amz-checksum-crc32", "x-amz-sdk-checksum-algorithm"]),
      unsignableHeaders: new Set(["content-length"]),
    },
  );
  s3.destroy();
  return { url, body };
}

async function put(key: string): Promise<void> {
  const s3 = new S3Client(aws(gantry));
  await s3.send(new PutObjectCommand({ Bucket: "gantry-artifacts", Key: key, Body: key }));
  s3.destroy();
}

describe("a server at another port of this host", () => {
  const ask = (headers: Record<string, string>, method = "GET", path = "/gantry/missions") =>
    raw(gantry, method, path, headers, method === "POST" ? "{}" : undefined);

  it("receives the session cookie, and can do nothing with it", async () => {
    await personLogsIn();
    const page = await context.newPage();
    await page.goto(`http://127.0.0.1:${(evil.address() as AddressInfo).port}/`);
    await page.close();
    const cookie = received.find((sent) => sent !== "") as string;
    const [name, value] = cookie.split("=") as [string, string];
    expect(name).toMatch(/^gantry-[\w-]{12}$/);
    const json = { "content-type": "application/json" };
    for (const headers of [
      { cookie },
      { cookie, "x-gantry-token": "" },
      { cookie, "x-gantry-token": value },
      { authorization: `Bearer ${value}` },
    ]) {
      expect((await ask(headers)).status).toBe(401);
      expect((await ask({ ...headers, ...json }, "POST", "/gantry/missions/clear")).status).toBe(401);
      expect(JSON.parse((await ask(headers, "GET", "/gantry/auth/status")).body).authenticated).toBe(false);
    }
  });
});

describe("the host name of a deployed app", () => {
  const at = (path: string, headers: Record<string, string> = {}) =>
    raw(gantry, "GET", path, { host: new URL(app).host, ...headers });

  it("reaches only the app: not the API, even with a session, and not AWS", async () => {
    const bearer = { authorization: `Bearer ${client.token}` };
    for (const path of [
      "/gantry/missions",
      `/gantry/status/${mission}`,
      "/github/api/v3/user",
      "/health",
      "/openapi.json",
    ])
      expect({ path, status: (await at(path, bearer)).status }).toEqual({ path, status: 404 });
    const scan = { authorization: signature("dynamodb"), "x-amz-target": "DynamoDB_20120810.Scan" };
    expect((await at("/", scan)).body).toContain("A stranger's app");
  });

  it("opens no socket, and is refused when the app does not exist", async () => {
    const upgrade = {
      connection: "Upgrade",
      upgrade: "websocket",
      "sec-websocket-version": "13",
      "sec-websocket-key": "AAAAAAAAAAAAAAAAAAAAAA==",
    };
    expect((await at(`/gantry/ws/${mission}`, upgrade)).status).toBe(421);
    expect(
      (await raw(gantry, "GET", "/", { host: `nobody.localhost:${new URL(gantry.origin).port}` })).status,
    ).toBe(404);
  });
});
