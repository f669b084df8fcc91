import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { Response } from "playwright-core";
import { addOwner } from "#test/e2e/support/add-user.ts";
import { type Client, logIn } from "#test/e2e/support/client.ts";
import { type Gantry, startGantry } from "#test/e2e/support/gantry.ts";
import { type Visit, visit } from "#test/e2e/support/visit.ts";

/** Two people of different tenants in two browsers on one installation. */

const PASSWORD = "a-different-password";
const PEOPLE = [
  { user: "owner", tenant: "local", title: "Quetzal", wish: "a reading list called Quetzal" },
  { user: "grace", tenant: "acme", title: "Narwhal", wish: "a wine list called Narwhal" },
] as const;

interface Person {
  readonly client: Client;
  readonly home: Visit;
  /** Everything that this browser received from the service. */
  readonly received: string[];
  /** What only this person may see: names, and ids of what they made. */
  readonly secrets: readonly string[];
  readonly pages: readonly string[];
}

let gantry: Gantry;
let people: Person[];

beforeAll(async () => {
  gantry = await startGantry();
  await addOwner(gantry, { user: "grace", tenant: "acme", password: PASSWORD });
  people = [];
  for (const person of PEOPLE) people.push(await enter(person));
});
afterAll(async () => {
  for (const { home } of people ?? []) await home.close();
  await gantry?.stop();
});

async function enter({ user, title, wish }: (typeof PEOPLE)[number]): Promise<Person> {
  const password = user === "owner" ? gantry.password : PASSWORD;
  const client = await logIn({ origin: gantry.origin, password }, user);
  const asked = (await client.post("/gantry/consult", { message: wish })).body;
  const { conversation_id, plan } = asked;
  const { mission_id } = (await client.post("/gantry/consult", { conversation_id, confirm: plan.hash })).body;
  const mission = await client.wait(mission_id, 300);
  const home = await visit(gantry.origin);
  const received: string[] = [];
  home.page.on("response", (response) => void keep(received, response));
  await home.page.getByLabel("User name").fill(user);
  await home.page.getByLabel("Password").fill(password);
  await home.page.getByRole("button", { name: "Log in" }).click();
  await home.page.getByLabel("What should we build?").waitFor();
  const { project } = mission;
  return {
    ...{ client, home, received },
    secrets: [title, mission_id, project, conversation_id, plan.hash],
    pages: [`/missions/${mission_id}`, `/projects/${project}`, `/conversations/${conversation_id}`],
  };
}

/** Bodies of redirects and of requests that a closing page ended cannot be read. */
async function keep(received: string[], response: Response): Promise<void> {
  if (!new URL(response.url()).pathname.startsWith("/assets/"))
    received.push(await response.text().catch(() => ""));
}

const LISTS = ["/", "/missions", "/projects", "/conversations", "/approvals", "/operations", "/settings"];
const others = () => people.map((person, index) => [person, people[1 - index] as Person] as const);

describe("a person's browser", () => {
  it("shows what the person made", async () => {
    for (const { home, secrets, pages } of people) {
      for (const path of ["/missions", "/projects", "/conversations", ...pages]) {
        await home.page.goto(`${gantry.origin}${path}`);
        await home.page
          .getByText(secrets[0] ?? "")
          .first()
          .waitFor();
      }
    }
  });

  it("never receives a byte of another tenant, on any page and by any address", async () => {
    for (const [{ home, received }, other] of others()) {
      for (const path of [...LISTS, ...other.pages]) {
        await home.page.goto(`${gantry.origin}${path}`);
        await home.page.getByRole("heading", { level: 1 }).waitFor();
        await home.page.waitForLoadState("networkidle");
        const shown = (await home.page.locator("body").textContent()) ?? "";
        // A refusal may repeat the id that the address names.
        const leaked = other.secrets.filter((secret) => shown.includes(secret) && !path.includes(secret));
        expect([path, leaked]).toEqual([path, []]);
      }
      const all = received.join("\n");
      expect(all.length).toBeGreaterThan(10_000);
      const [title, , , , hash] = other.secrets as [string, string, string, string, string];
      expect([title, hash].filter((secret) => all.includes(secret))).toEqual([]);
    }
  });

  it("cannot change, follow or download what another tenant made", async () => {
    for (const [{ client }, other] of others()) {
      const [, mission, project, conversation, hash] = other.secrets;
      const replies = await Promise.all([
        client.get(`/gantry/missions/${mission}/evidence`),
        client.get(`/gantry/missions/${mission}/source.zip`),
        client.get(`/gantry/missions/${mission}/events?after=0`),
        client.request("POST", "/gantry/ws-ticket", { mission_id: mission }),
        client.request("POST", `/gantry/projects/${project}/change`, { message: "make it blue" }),
        client.request("DELETE", `/gantry/projects/${project}`),
        client.request("POST", "/gantry/consult", { conversation_id: conversation, message: "hello" }),
        client.request("POST", "/gantry/consult", { conversation_id: conversation, confirm: hash }),
        client.request("PATCH", `/gantry/consultation/${conversation}`, { title: "Mine" }),
      ]);
      expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 404));
      expect(replies.filter(({ body }) => JSON.stringify(body).includes(other.secrets[0] ?? ""))).toEqual([]);
    }
  });
});
