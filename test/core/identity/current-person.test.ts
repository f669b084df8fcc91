import { describe, expect, it } from "@jest/globals";
import { currentPerson } from "#core/identity/current-person.ts";
import { personOf } from "#test/support/callers.ts";

const ADA = personOf({ principal: "ada", membership: "owner", roles: ["tech_lead"], device: "k_1" });
const stored = (member?: object) => ({
  secrets: { get: async () => member && JSON.stringify({ phc: "x".repeat(20), ...member }) },
});

describe("the current state of a person", () => {
  it("has the member's role, authority roles and teams, or those of the session or device", async () => {
    const services = stored({ tenant: "tn_1", role: "viewer", teams: ["search"] });
    expect(await currentPerson(services, ADA)).toEqual({
      ...ADA,
      membership: "viewer",
      roles: [],
      teams: ["search"],
    });
  });

  it.each([
    ["was removed", undefined],
    ["belongs to another tenant", { tenant: "tn_2", role: "owner" }],
  ])("is refused after they %s", async (_, member) => {
    await expect(currentPerson(stored(member), ADA)).rejects.toMatchObject({ code: "Forbidden" });
  });
});
