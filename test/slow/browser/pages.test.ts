import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { ROUTES } from "#lambdas/api/routes.ts";
import { barriersOf } from "#test/e2e/support/barriers.ts";
import { type Client, logIn } from "#test/e2e/support/client.ts";
import { type Gantry, startGantry } from "#test/e2e/support/gantry.ts";
import { overflowOf } from "#test/e2e/support/overflow.ts";
import { type Visit, visit } from "#test/e2e/support/visit.ts";
import { pngOf } from "#test/support/images.ts";
import { within } from "#test/support/limits.ts";

/** What an installation shows to people and programs without a client of their own. */

/** What clients of this version rely on. */
const CONTRACT = [
  "GET /health",
  "GET /healthcheck",
  "GET /ready",
  "POST /gantry/auth",
  "GET /gantry/auth/status",
  "POST /gantry/auth/logout",
  "POST /gantry/voice",
  "POST /gantry/consult",
  "GET /gantry/consultation/{id}",
  "GET /gantry/consultations",
  "GET /gantry/themes",
  "POST /gantry/chat",
  "POST /gantry/architect",
  "GET /gantry/status/{id}",
  "GET /gantry/latest",
  "GET /gantry/missions",
  "GET /gantry/search",
  "POST /gantry/missions/{id}/retry",
  "POST /gantry/missions/{id}/cancel",
  "GET /gantry/missions/{id}/failure",
  "GET /gantry/missions/{id}/events",
  "GET /gantry/missions/{id}/evidence",
  "POST /gantry/missions/clear",
  "POST /gantry/ws-ticket",
];

let gantry: Gantry;
let client: Client;

beforeAll(async () => {
  gantry = await startGantry();
  client = await logIn(gantry);
});
afterAll(() => gantry?.stop());

describe("the service, on the way of a person through its pages,", () => {
  it("reports that it and everything it needs replies", async () => {
    expect((await client.get("/health")).body).toEqual({
      status: "healthy",
      uptime_seconds: expect.any(Number),
      websocket_connections: 0,
    });
    const { status, body } = await client.get("/ready");
    expect({ status, ready: body.ready }).toEqual({ status: 200, ready: true });
    expect(Object.keys(body.checks).length).toBeGreaterThan(4);
    expect(new Set(Object.values(body.checks))).toEqual(new Set([true]));
  });

  it("describes every route for programs", async () => {
    const { body } = await client.get("/openapi.json");
    expect(body.openapi).toMatch(/^3\.1/);
    const described = Object.entries<object>(body.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(described).toEqual(expect.arrayContaining(CONTRACT));
    expect(described.toSorted()).toEqual(ROUTES.map(({ method, path }) => `${method} ${path}`).toSorted());
  });
});

describe("the page at /, in this order,", () => {
  let home: Visit;
  beforeAll(async () => {
    home = await visit(gantry.origin);
  });
  afterAll(() => home?.close());

  it("accepts the password, and reports a wrong one", async () => {
    const { page } = home;
    await page.getByLabel("Password").fill("not the password");
    await page.getByRole("button", { name: "Log in" }).click();
    await page
      .getByRole("status")
      .getByText(/password/i)
      .waitFor();
    await page.getByLabel("Password").fill(gantry.password);
    await page.getByRole("button", { name: "Log in" }).click();
    await page.getByLabel("What should we build?").waitFor();
    expect(await page.getByLabel("Password").count()).toBe(0);
  });

  it("plans an example, builds the plan that is shown, and shows how the mission ends", async () => {
    const { page } = home;
    await page.getByRole("button", { name: "Recipe book with ingredients per recipe" }).click();
    await page.getByLabel("What should we build?").fill("Build me a notes app with dark mode");
    await page.getByRole("button", { name: "Plan it" }).click();
    await page.getByText("Light and dark mode").first().waitFor();
    const opened = page.waitForEvent("websocket");
    await page.getByRole("button", { name: "Build this plan" }).click();
    // The policy of the page permits sockets to its own host alone.
    await (await opened).waitForEvent("framereceived");
    await page.getByRole("heading", { name: "Notes", level: 1 }).waitFor();
    await page.getByRole("listitem").filter({ hasText: "Building and testing" }).first().waitFor();
    await client.wait(new URL(page.url()).pathname.slice("/missions/".length), 300);
    const evidence = page.getByRole("button", { name: "Download the evidence" });
    await evidence.waitFor();
    const { body } = await client.get("/gantry/latest");
    expect(body.status).toBe("DEPLOYED");
    const hrefs = await Promise.all(
      ["Open the app", "Pull request"].map((name) => page.getByRole("link", { name }).getAttribute("href")),
    );
    expect(hrefs).toEqual([body.url, body.pr_url]);
    const events = (await client.get(`/gantry/missions/${body.mission_id}/events`)).body.events;
    await page.locator("#log").getByText(`${events.length} records`).waitFor();
    await page.getByRole("button", { name: "Verify in this browser" }).click();
    await page.getByText("VALID", { exact: true }).waitFor();
    const [answer, download] = await Promise.all([
      page.waitForResponse((response) => response.url().endsWith("/evidence")),
      page.waitForEvent("download"),
      evidence.click(),
    ]);
    expect([answer.status(), await answer.headerValue("content-type")]).toEqual([200, "application/zip"]);
    expect(download.suggestedFilename()).toBe(`${body.mission_id}.zip`);
  });

  it("sends a design image, which it shows before, and says what becomes of it", async () => {
    const { page } = home;
    await page.getByRole("link", { name: "Build", exact: true }).first().click();
    const chooser = page.getByLabel("Design image");
    await chooser.setInputFiles({
      name: "notes.txt",
      mimeType: "text/plain",
      buffer: Buffer.from("no image"),
    });
    await page.getByText("notes.txt is not a PNG, JPEG, GIF or WebP image.").waitFor();
    const mockup = {
      name: "mockup.png",
      mimeType: "image/png",
      buffer: Buffer.from(pngOf(8, 8, () => [194, 65, 12])),
    };
    await chooser.setInputFiles(mockup);
    await page.getByRole("img", { name: "mockup.png" }).waitFor();
    await page.getByRole("button", { name: "Remove the image" }).click();
    expect(await page.getByRole("img", { name: "mockup.png" }).count()).toBe(0);
    await chooser.setInputFiles(mockup);
    await page.getByLabel("What should we build?").fill("Build me a recipe book");
    await page.getByRole("button", { name: "Plan it" }).click();
    await page.getByText("colors of the image").waitFor();
    await page.getByText("layout of the image").first().waitFor();
    expect(await page.getByRole("img", { name: "mockup.png" }).count()).toBe(0);
  });

  it("uploads a design image that is too large for a message, through its own host", async () => {
    const { page } = home;
    const large = Buffer.from(pngOf(1200, 1100, (x, y) => [x % 256, y % 256, (x * y) % 256]));
    const padding = Buffer.alloc(3_760_000);
    padding.writeUInt32BE(padding.length - 12, 0);
    padding.write("tEXt", 4);
    const buffer = Buffer.concat([large.subarray(0, -12), padding, large.subarray(-12)]);
    await page.getByRole("link", { name: "Build", exact: true }).first().click();
    await page.getByLabel("Design image").setInputFiles({ name: "large.png", mimeType: "image/png", buffer });
    await page.getByRole("img", { name: "large.png" }).waitFor();
    await page.getByLabel("What should we build?").fill("Build me a recipe book");
    const [sent] = await Promise.all([
      page.waitForResponse((response) => response.request().method() === "PUT"),
      page.getByRole("button", { name: "Plan it" }).click(),
    ]);
    expect(sent.status()).toBe(200);
    expect(new URL(sent.url()).host).toBe(new URL(page.url()).host);
    await page.getByText("colors of the image").waitFor();
  });

  it("has an address for every page, to which a reload returns, without an error or barrier", async () => {
    const { page } = home;
    const { body } = await client.get("/gantry/latest");
    for (const [path, heading] of [
      ["/", "Build"],
      ["/conversations", "Conversations"],
      [`/conversations/${body.conversation_id}`, "Notes"],
      ["/missions", "Missions"],
      [`/missions/${body.mission_id}`, "Notes"],
      ["/projects", "Projects"],
      [`/projects/${body.project}`, "Notes"],
      ["/approvals", "Approvals"],
      ["/evidence", "Verify evidence"],
      ["/settings", "Settings"],
      ["/design", "Design system"],
    ] as const) {
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        await page.goto(gantry.origin + path);
        await page.getByRole("heading", { name: heading, level: 1 }).waitFor();
        expect([path, colorScheme, await barriersOf(page)]).toEqual([path, colorScheme, []]);
      }
    }
    expect([...home.errors].filter((error) => !error.includes("401"))).toEqual([]);
  });

  it("fits into 320 px", async () => {
    const { page } = home;
    await page.setViewportSize({ width: 320, height: 700 });
    for (const path of ["/", "/missions", "/projects", "/approvals", "/conversations", "/settings"]) {
      await page.goto(gantry.origin + path);
      await page.getByRole("heading", { level: 1 }).waitFor();
      const overflow = await overflowOf(page);
      expect([path, overflow]).toEqual([path, 0]);
    }
  });

  it("creates the key of a device, shows it once, and revokes it", async () => {
    const { page } = home;
    await page.setViewportSize({ width: 1280, height: 720 });
    await page.goto(`${gantry.origin}/settings`);
    await page.getByLabel("Name of the device").fill("Phone");
    await page.getByRole("button", { name: "Create the key" }).click();
    const shown = page.getByRole("status", { name: "Key for Phone" });
    const key = (await shown.locator("code").textContent()) ?? "";
    const allowed = () =>
      fetch(`${gantry.origin}/gantry/missions`, { headers: { authorization: `Bearer ${key}` } });
    expect((await allowed()).status).toBe(200);
    await page.getByRole("button", { name: "I have copied it" }).click();
    await shown.waitFor({ state: "detached" });
    expect(await page.content()).not.toContain(key);
    await page.getByRole("button", { name: "Revoke: Phone" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Revoke" }).click();
    await page.getByText("Revoked", { exact: true }).waitFor();
    expect((await allowed()).status).toBe(401);
  });

  it("leads back to the log-in when the session has ended elsewhere", async () => {
    const { page } = home;
    const status = await page.evaluate(`fetch("/gantry/auth/logout", {
      method: "POST",
      headers: { "x-gantry-token": localStorage.getItem("gantry-page-token"), "idempotency-key": "another-tab" },
    }).then((response) => response.status)`);
    expect(status).toBe(200);
    await page.getByLabel("User name").waitFor();
    await page.getByLabel("Password").fill(gantry.password);
    await page.getByRole("button", { name: "Log in" }).click();
    await page.getByRole("heading", { level: 1 }).waitFor();
  });

  it("logs out", async () => {
    const { page } = home;
    await page.getByRole("button", { name: "Log out" }).last().click();
    await page.getByLabel("User name").waitFor();
    expect(await page.evaluate("localStorage.getItem('gantry-page-token')")).toBeNull();
  });
});

describe("the page at /docs, in this order,", () => {
  let docs: Visit;
  const asked = new Set<string>();
  beforeAll(async () => {
    docs = await visit(gantry.origin);
    docs.page.setDefaultTimeout(within(60));
    docs.page.on("request", (request) => asked.add(new URL(request.url()).origin));
    await docs.page.goto(`${gantry.origin}/docs`);
  });
  afterAll(() => docs?.close());

  const operation = (id: string) => docs.page.locator(`[id^="operations-"][id$="-${id}"]`);

  /** Opens the operation, fills its body, sends it and returns the status that the page shows. */
  async function tryOut(id: string, body?: object): Promise<string | null> {
    const block = operation(id);
    await block.locator(".opblock-summary-control").click();
    await block.getByRole("button", { name: "Try it out" }).click();
    if (body) await block.locator("textarea.body-param__text").fill(JSON.stringify(body));
    await block.getByRole("button", { name: "Execute" }).click();
    return block.locator(".live-responses-table tbody .response-col_status").first().textContent();
  }

  it("shows every operation", async () => {
    for (const { id } of ROUTES) await operation(id).waitFor();
  });

  it("tries operations with the session of a log-in that was tried there", async () => {
    expect(await tryOut("logIn", { password: gantry.password })).toContain("200");
    await docs.page.getByText("Logged in as owner").waitFor();
    expect(await tryOut("missions")).toContain("200");
    await operation("missions").getByText('"missions"').first().waitFor();
  });

  it("shows the fields of replies", async () => {
    const block = operation("missions");
    await block.getByRole("tab", { name: "Schema" }).first().click();
    await block.getByText("next_cursor").first().waitFor();
  });

  it("has every error code at the address in problems", async () => {
    const { body } = await client.get("/gantry/status/m_none");
    await docs.page.goto(gantry.origin + body.type);
    await docs.page.reload();
    const row = docs.page.locator(`#error-${body.code}`);
    await row.getByText(body.title).waitFor();
    expect(await row.isVisible()).toBe(true);
  });

  it("requested no other host, and violated no policy", () => {
    expect([...asked]).toEqual([gantry.origin]);
    expect([...docs.errors]).toEqual([]);
  });
});
