import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "@jest/globals";
import { mayUse } from "#core/identity/authorise.ts";
import type { Caller } from "#core/identity/caller.ts";
import { ROLE_NAMES } from "#core/identity/roles.ts";
import { SCOPE_NAMES } from "#core/identity/scopes.ts";
import { logIn } from "#core/identity/session.ts";
import { openApiDocument } from "#lambdas/api/openapi/document.ts";
import { ROUTES } from "#lambdas/api/routes.ts";
import { missionWorld, sealed } from "#test/core/factory/steps/mission-run.ts";
import { machineOf, personOf } from "#test/support/callers.ts";
import { PASSWORD } from "#test/support/memory-world.ts";
import { fc } from "#test/support/property.ts";
import { printed } from "./printed.ts";
import { client, configure } from "./requests.ts";

beforeAll(configure);
printed();

/** The rows of the guide's table: operation, right, scope, and a cell for each kind of caller and each role. */
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

const cells = rows.flatMap(([operation = "", , , ...answers]) =>
  answers.map((answer, index) => ({ operation, who: header[index + 3] as string, answer })),
);

/** The caller of a column: anonymous (no credential), an owner's device, a machine with every scope, else a role in a session. */
function callerOf(who: string): Caller | null {
  if (who === "anonymous") return null;
  if (who === "device") return personOf({ amr: ["device"], device: "k_1" });
  if (who === "service" || who === "agent") return machineOf({ kind: who, scopes: SCOPE_NAMES });
  return personOf({ membership: who });
}

/** A mission that has ended: every operation on it could do something. */
async function endedWorld() {
  const world = await missionWorld();
  await sealed(world, { outcome: "failed", error: { code: "CodeFailure", message: "It broke." } });
  return world;
}

describe("the table of roles and routes", () => {
  it("has a row for every route with its right and scope, and a column for every kind of caller", () => {
    const callers = ["anonymous", ...ROLE_NAMES, "device", "service", "agent"];
    expect(header).toEqual(["Operation", "Right", "Scope", ...callers]);
    expect(rows.map(([operation, right, scope]) => `${operation} ${right} ${scope}`)).toEqual(
      ROUTES.map(({ method, path, right, scope = "" }) => `${method} ${path} ${right} ${scope}`),
    );
  });

  it("matches the OpenAPI document for each operation", () => {
    const { paths } = JSON.parse(JSON.stringify(openApiDocument(ROUTES)));
    for (const [operation = "", right, scope = "", ...answers] of rows) {
      const [method = "", path = ""] = operation.split(" ");
      const described = paths[path][method.toLowerCase()];
      const may = (column: string) => answers[header.indexOf(column) - 3] === "yes";
      const callers = ["session", ...["device", "service", "agent"].filter(may)];
      expect([
        operation,
        described["x-gantry-right"],
        described["x-gantry-scope"] ?? "",
        described["x-gantry-callers"],
      ]).toEqual([operation, right, scope, callers]);
    }
  });

  it.each(cells)(
    "has the right reply for $who at $operation: $answer",
    async ({ operation, who, answer }) => {
      const [method = "", path = ""] = operation.split(" ");
      const world = await endedWorld();
      const { token } = await logIn(world, { user: "owner", password: PASSWORD, address: "203.0.113.9" });
      const before = world.store.items();
      const caller = callerOf(who);
      const reply = await client(world)(method, path.replace("{id}", "m_1").replace("{token}", "t"), {
        caller,
        headers: { authorization: `Bearer ${token}` },
        body: method === "GET" ? undefined : {},
      });
      const refused = { anonymous: [401, "Unauthenticated"] }[who] ?? [403, "Forbidden"];
      if (answer === "yes") {
        expect([401, 403]).not.toContain(reply.status);
      } else {
        expect([reply.status, reply.json.code]).toEqual(refused);
        expect(world.store.items()).toEqual(before);
      }
    },
  );

  it.each(["", "constructor", "Owner", "none"])("grants nothing to the role '%s'", async (membership) => {
    const caller = personOf({ membership });
    const { status } = await client(await endedWorld())("GET", "/gantry/missions", { caller });
    expect(status).toBe(membership === "" ? 401 : 403);
  });
});

/** Rows that some machine may call, and rows that need a right. */
const machineRows = ROUTES.filter(({ scope }) => scope !== undefined);
const guarded = ROUTES.filter(({ right }) => right !== "public");

describe("the rights of a caller", () => {
  it("never admit a machine without the row's scope, whatever else it has", () => {
    const scopes = fc.subarray([...SCOPE_NAMES, "admin", "owner", "write", "*"]);
    const labels = fc.subarray([...ROLE_NAMES, "tech_lead"]);
    fc.assert(
      fc.property(fc.constantFrom(...guarded), scopes, labels, (row, scopes, roles) => {
        const caller = machineOf({ scopes, roles, amr: ["pwd"] });
        expect(mayUse(caller, row)).toBe(row.scope !== undefined && scopes.includes(row.scope));
      }),
    );
    expect(machineRows.length).toBeGreaterThan(0);
  });

  it("are never greater for a device than for its owner's session, and never admin or owner", () => {
    const membership = fc.constantFrom(...ROLE_NAMES, "none");
    fc.assert(
      fc.property(fc.constantFrom(...guarded), membership, (row, membership) => {
        const session = mayUse(personOf({ membership }), row);
        const device = mayUse(personOf({ membership, amr: ["device"], device: "k_1" }), row);
        const isForSessions = row.sessionOnly === true || ["admin", "owner"].includes(row.right);
        expect(device).toBe(session && !isForSessions);
      }),
    );
  });

  it("do not depend on authority roles or teams", () => {
    const labels = fc.subarray([...ROLE_NAMES, "write", "admin"]);
    fc.assert(
      fc.property(fc.constantFrom(...guarded), labels, (row, labels) => {
        const caller = personOf({ membership: "none", roles: labels, teams: labels });
        expect(mayUse(caller, row)).toBe(false);
      }),
    );
  });

  it.each<[string, Caller, object]>([
    [
      "a device where a session is needed",
      personOf({ amr: ["device"], device: "k_1" }),
      { detail: "This requires a session; the key of a device is not sufficient. Log in.", device: "k_1" },
    ],
    [
      "a machine where only people may",
      machineOf({ scopes: SCOPE_NAMES }),
      {
        detail: "Only people may do this; the key of a service or agent is not sufficient.",
        kind: "service",
      },
    ],
  ])("are refused with the reason: %s", async (_, caller, problem) => {
    const { status, json } = await client(await endedWorld())("POST", "/gantry/missions/clear", {
      caller,
      body: {},
    });
    expect([status, json]).toEqual([403, expect.objectContaining({ code: "Forbidden", ...problem })]);
  });

  it("name the scope that a machine lacks", async () => {
    const caller = machineOf({ scopes: ["consultations:read"] });
    const { json } = await client(await endedWorld())("GET", "/gantry/missions", { caller });
    expect(json).toMatchObject({
      code: "Forbidden",
      detail: 'The key does not have the scope "missions:read".',
      scope: "missions:read",
    });
  });
});

describe("a viewer", () => {
  const VIEWER = personOf({ membership: "viewer" });

  it("receives the name of the missing right before the body is read", async () => {
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

  it("can read what exists", async () => {
    const ask = client(await endedWorld());
    for (const url of ["/gantry/status/m_1", "/gantry/missions", "/gantry/missions/m_1/evidence"])
      expect([url, (await ask("GET", url, { caller: VIEWER })).status]).toEqual([url, 200]);
  });
});
