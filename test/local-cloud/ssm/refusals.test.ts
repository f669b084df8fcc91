import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "@jest/globals";
import { createSsm } from "#local-cloud/ssm/ssm.ts";
import { asked } from "../asked.ts";

const dir = mkdtempSync(join(tmpdir(), "gantry-ssm-refusals-"));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
const ssm = asked(createSsm({ dir }), "AmazonSSM");
const parameter = { Name: "/a", Value: "v", Type: "String" };

it.each([
  ["InvalidAllowedPatternException", "PutParameter", { ...parameter, AllowedPattern: "(" }],
  ["InvalidNextToken", "DescribeParameters", { NextToken: "-1" }],
])("the local Parameter Store refuses with %s in %s", async (code, operation, input) => {
  expect((await ssm(operation, input)).__type).toBe(`com.amazonaws.ssm#${code}`);
});
