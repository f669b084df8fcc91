import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { FACTORY_MISSION } from "#core/factory/mission/definition.ts";
import { canonicalJson } from "#core/kernel/canonical.ts";

describe("the workflow of a mission", () => {
  it("is the repository's state machine, pinned by the digest of its canonical JSON", () => {
    const machine = JSON.parse(readFileSync("statemachines/mission.asl.json", "utf8"));
    const sha256 = createHash("sha256").update(canonicalJson(machine)).digest("hex");
    expect(FACTORY_MISSION).toEqual({ id: "factory.mission", version: "2", sha256 });
  });
});
