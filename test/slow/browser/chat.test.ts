import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { barriersOf } from "#test/e2e/support/barriers.ts";
import { type Gantry, startGantry } from "#test/e2e/support/gantry.ts";
import { overflowOf } from "#test/e2e/support/overflow.ts";
import { type Visit, visit } from "#test/e2e/support/visit.ts";

/** A person asks, loses the connection, and finds the answer again, in a real installation. */

let gantry: Gantry;
let home: Visit;

beforeAll(async () => {
  gantry = await startGantry();
  home = await visit(`${gantry.origin}/chat`);
  const { page } = home;
  await page.getByLabel("Password").fill(gantry.password);
  await page.getByRole("button", { name: "Log in" }).click();
  await page.getByRole("heading", { name: "Ask", level: 1 }).waitFor();
});
afterAll(async () => {
  await home?.close();
  await gantry?.stop();
});

const answer = () =>
  home.page.locator("main ol > li", { hasText: "docs/questions.md#how-do-i-cancel-a-mission" }).last();

it("asks a suggested question, announces the answer once, and keeps the focus", async () => {
  const { page } = home;
  await page.getByRole("button", { name: "How do I cancel a mission?" }).click();
  const box = page.getByLabel("Your question");
  expect(await box.inputValue()).toBe("How do I cancel a mission?");
  await box.press("Enter");
  await answer().waitFor();
  await page.waitForURL(/\/chat\?id=ch_/);
  expect(await page.getByRole("status").getByText("Answer ready: ").count()).toBe(1);
  expect(await page.locator("[aria-live], [role=log]").getByText("gantry cancel").count()).toBe(0);
  expect(await page.locator("textarea:focus").count()).toBe(1);
  expect(await box.inputValue()).toBe("");
});

it("reads on when the connection breaks, without asking again", async () => {
  const { page } = home;
  const asked: string[] = [];
  let broken = false;
  await page.route("**/gantry/chat", async (route) => {
    asked.push(route.request().method());
    const response = await route.fetch();
    const text = await response.text();
    broken = true;
    // What arrives ends after the first event.
    await route.fulfill({ response, body: `${text.split("\n\n")[0]}\n\n` });
  });
  const followed = page.waitForRequest(/\/gantry\/conversations\/ch_[^/]+\/stream$/);
  const box = page.getByLabel("Your question");
  await box.fill("What is Gantry made of?");
  await box.press("Enter");
  expect((await followed).headers()["last-event-id"]).toMatch(/^\d+-0$/);
  await page.locator("main ol > li").nth(3).getByText(/\w/).first().waitFor();
  expect([broken, asked]).toEqual([true, ["POST"]]);
  await page.unroute("**/gantry/chat");
});

it("has an answer where events are blocked", async () => {
  const { page } = home;
  await page.route("**/gantry/**", (route) =>
    route.request().headers().accept === "text/event-stream" ? route.abort() : route.fallback(),
  );
  await page.goto(`${gantry.origin}/chat`);
  const box = page.getByLabel("Your question");
  await box.fill("How do I cancel a mission?");
  await box.press("Enter");
  await answer().waitFor();
  await page.unroute("**/gantry/**");
});

it("is there after a reload, and among the conversations", async () => {
  const { page } = home;
  await page.reload();
  await answer().waitFor();
  await page.goto(`${gantry.origin}/conversations?q=cancel`);
  await page.locator("main").getByRole("link", { name: "How do I cancel a mission?" }).first().click();
  await answer().waitFor();
});

it("fits into 320 px, and keeps nobody out", async () => {
  const { page } = home;
  await page.setViewportSize({ width: 320, height: 700 });
  expect(await overflowOf(page)).toBe(0);
  expect(await barriersOf(page)).toEqual([]);
});
