import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { FUNCTIONS } from "#deployment/functions.ts";
import { metadataOf, reportOf } from "./support/findings.ts";
import { type Assembly, DEV, FLAGS, ROOT, STRICT, synthesise } from "./support/synth.ts";

/** Where Gantry departs from what the CDK recommends for a new app, and why. */
const DEPARTURES: Readonly<Record<string, readonly [value: unknown, reason: string]>> = {
  "@aws-cdk/core:defaultCrossStackReferences": [
    "strong",
    "The data stack cannot go, nor replace its table, while other stacks read what it exports.",
  ],
  "@aws-cdk/core:enableAdditionalMetadataCollection": [
    false,
    "Nothing is reported about how Gantry is built.",
  ],
};

test("the CDK's feature flags are those of a new app, except for explained ones", () => {
  const file = createRequire(import.meta.url).resolve("aws-cdk-lib/recommended-feature-flags.json");
  const recommended: Record<string, unknown> = JSON.parse(readFileSync(file, "utf8"));
  const departures = Object.entries(DEPARTURES).map(([flag, [value]]) => [flag, value]);
  expect(FLAGS).toEqual({ ...recommended, ...Object.fromEntries(departures) });
});

test("the command line adds nothing to what the tests check", () => {
  expect(JSON.parse(readFileSync(join(ROOT, "cdk.json"), "utf8"))).toMatchObject({
    app: "node_modules/.bin/node bin/gantry.ts",
    versionReporting: false,
    pathMetadata: false,
    assetMetadata: false,
  });
});

describe.each([
  ["dev, economy", DEV],
  ["prod and strict, with everything that can be chosen", STRICT],
])("the synthesis of %s", (_, context) => {
  let assembly: Assembly;

  beforeAll(async () => {
    assembly = await synthesise(context);
  });

  test("has no warnings", () => {
    const said = metadataOf(assembly).filter(({ type }) => /:(warning|error|info)$/.test(type));
    // An accepted warning stays in the CDK's notes; its report says whether it is accepted.
    const accepted = reportOf(assembly).flatMap(({ suppressedViolations }) => suppressedViolations);
    const unexplained = said.filter(
      ({ data }) => !accepted.some(({ description }) => String(data).startsWith(description)),
    );
    expect(unexplained).toEqual([]);
    for (const { pluginName, conclusion, violations } of reportOf(assembly))
      expect([pluginName, conclusion, violations]).toEqual([pluginName, "success", []]);
  });

  test("adds no function besides the product's own", () => {
    const functions = Object.values(assembly.templates)
      .flatMap(({ Resources }) => Object.values(Resources))
      .filter(({ Type }) => Type === "AWS::Lambda::Function")
      .map(({ Properties }) => String(Properties?.FunctionName).replace(/^gantry-(dev|prod)-/, ""));
    expect(functions.toSorted()).toEqual(Object.keys(FUNCTIONS).toSorted());
  });
});
