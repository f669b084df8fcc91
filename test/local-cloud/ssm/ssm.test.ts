import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "@jest/globals";
import { createSsm } from "#local-cloud/ssm/ssm.ts";
import { asked } from "../asked.ts";

const dir = mkdtempSync(join(tmpdir(), "gantry-ssm-"));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe("the Parameter Store of the local cloud", () => {
  it("keeps parameters over a restart, secret ones encrypted, readable only by their owner", async () => {
    const first = asked(createSsm({ dir }), "AmazonSSM");
    await first("PutParameter", { Name: "/a/token", Value: "hunter2", Type: "SecureString" });
    const second = asked(createSsm({ dir }), "AmazonSSM");
    const { Parameter } = await second("GetParameter", { Name: "/a/token", WithDecryption: true });
    expect(Parameter.Value).toBe("hunter2");
    for (const file of readdirSync(dir)) {
      expect(statSync(join(dir, file)).mode & 0o777).toBe(0o600);
      expect(readFileSync(join(dir, file), "utf8")).not.toContain("hunter2");
    }
  });

  it.each([
    ["LabelParameterVersion", {}, /#UnknownOperationException$/, "LabelParameterVersion"],
    [
      "PutParameter",
      { Name: "/a/b", Value: "v", Type: "String", Policies: "[]" },
      /#ValidationException$/,
      "Policies",
    ],
    [
      "PutParameter",
      { Name: "/a/b", Value: "v", Type: "String", Tier: "Advanced" },
      /#ValidationException$/,
      "Tier",
    ],
    [
      "PutParameter",
      { Name: "/a/b", Value: "v", Type: "SecureString", KeyId: "mine" },
      /#ValidationException$/,
      "KeyId",
    ],
    [
      "GetParametersByPath",
      { Path: "/a", ParameterFilters: [] },
      /#ValidationException$/,
      "ParameterFilters",
    ],
  ])("refuses %s of %j with a reason", async (operation, input, type, reason) => {
    const answer = await asked(createSsm({ dir }), "AmazonSSM")(operation, input);
    expect(answer.__type).toMatch(type);
    expect(answer.message).toContain(reason);
  });
});
