import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "@jest/globals";
import { ROLE_NAMES } from "#core/identity/roles.ts";
import { openApiDocument } from "#lambdas/api/openapi/document.ts";
import { ROUTES } from "#lambdas/api/routes.ts";
import { missionWorld, sealed } from "#test/core/factory/steps/mission-run.ts";
import { personOf } from "#test/support/callers.ts";
import { printed } from "./printed.ts";
import { client, configure } from "./requests.ts";

beforeAll(configure);
printed();

/** The rows of the guide's table: operation, right, and a cell for no session and for each role. */
const GUIDE = "docs/guides/roles.md";
const [, table = ""] = readFileSync(GUIDE, "utf8").split("<!-- operations -->");
const [header = [], , ...rows] = table
  .split("\n")
  .filter((line) => line.startsWith("|"))
  .map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll("`", "")),
  );

const cells = rows.flatMap(([operation = "", right = "", ...answers]) =>
  answers.map((answer, index) => ({ operation, right, who: header[index + 2] as string, answer })),
);

/** A mission that has ended: every operation on it could do something. */
async function endedWorld() {
  const world = await missionWorld();
  await sealed(world, { outcome: "failed", error: { code: "CodeFailure", message: "It broke." } });
  return world;
}

describe("the table of roles and routes", () => {
  it("has a row for every route, with its right, and a column for every role", () => {
    expect(header).toEqual(["Operation", "Right", "nobody", ...ROLE_NAMES]);
    expect(rows.map(([operation, right]) => `${operation} ${right}`)).toEqual(
      ROUTES.map(({ method, path, right }) => `${method} ${path} ${right}`),
    );
  });

  it("is what the OpenAPI document says of each operation", () => {
    const { paths } = JSON.parse(JSON.stringify(openApiDocument(ROUTES)));
    for (const [operation = "", right] of rows) {
      const [method = "", path = ""] = operation.split(" ");
      expect([operation, paths[path][method.toLowerCase()]["x-gantry-right"]]).toEqual([operation, right]);
    }
  });

  it.each(cells)("$who at $operation: $answer", async ({ operation, who, answer }) => {
    const [method = "", path = ""] = operation.split(" ");
    const world = await endedWorld();
    const before = world.store.items();
    const caller = who === "nobody" ? null : personOf({ membership: who });
    const reply = await client(world)(method, path.replace("{id}", "m_1"), {
      caller,
      body: method === "GET" ? undefined : {},
    });
    const refused = { nobody: [401, "Unauthenticated"] }[who] ?? [403, "Forbidden"];
    if (answer === "yes") {
      expect([401, 403]).not.toContain(reply.status);
    } else {
      expect([reply.status, reply.json.code]).toEqual(refused);
      expect(world.store.items()).toEqual(before);
    }
  });

  it.each(["", "constructor", "Owner", "none"])("gives the role '%s' nothing", async (membership) => {
    const caller = personOf({ membership });
    const { status } = await client(await endedWorld())("GET", "/gantry/missions", { caller });
    expect(status).toBe(membership === "" ? 401 : 403);
  });
});

describe("a viewer", () => {
  const VIEWER = personOf({ membership: "viewer" });

  it("is told which right is missing, before the body is read", async () => {
    const { json } = await client(await endedWorld())("POST", "/gantry/architect", {
      caller: VIEWER,
      body: "{",
    });
    expect(json).toMatchObject({
      status: 403,
      code: "Forbidden",
      detail: 'Your role, viewer, does not have the right "write".',
      right: "write",
      membership: "viewer",
    });
  });

  it("reads what there is", async () => {
    const ask = client(await endedWorld());
    for (const url of ["/gantry/status/m_1", "/gantry/missions", "/gantry/missions/m_1/evidence"])
      expect([url, (await ask("GET", url, { caller: VIEWER })).status]).toEqual([url, 200]);
  });
});
