import { beforeAll, describe, expect, test } from "@jest/globals";
import { App, Stack, Validations } from "aws-cdk-lib";
import { Bucket } from "aws-cdk-lib/aws-s3";
import { accept } from "#lib/nag/nag.ts";
import { packs } from "#lib/nag/nag-packs.ts";
import { metadataOf, type Report, reportOf } from "#test/lib/support/findings.ts";
import { DEV, STRICT, synthesise } from "#test/lib/support/synth.ts";

interface Acceptance {
  readonly at: string;
  readonly id: string;
  readonly reason: string;
}

describe.each([
  ["dev, economy", DEV],
  ["prod and strict, with everything that can be chosen", STRICT],
])("cdk-nag over %s", (_, context) => {
  let reports: readonly Report[];
  let accepted: readonly Acceptance[];

  beforeAll(async () => {
    const assembly = await synthesise(context);
    reports = reportOf(assembly);
    accepted = metadataOf(assembly)
      .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
      .flatMap(({ path: at, data }) =>
        Object.entries(data as Record<string, string>).map(([id, reason]) => ({ at, id, reason })),
      )
      // The CDK's own, on its own constructs.
      .filter(({ id }) => !id.startsWith("CloudFormation-Validate::"));
  });

  test.each(["AwsSolutions", "Serverless"])("%s checks all stacks and finds nothing unexplained", (pack) => {
    const [report, ...others] = reports.filter(({ pluginName }) => pluginName === pack);
    expect(others).toEqual([]);
    expect(report).toMatchObject({ conclusion: "success", violations: [] });
    expect(report?.suppressedViolations.length).toBeGreaterThan(10);
  });

  test("finds each accepted finding in the stacks", () => {
    const found = new Set(
      reports
        .flatMap(({ suppressedViolations }) => suppressedViolations)
        .map(({ acknowledgedAt, acknowledgedId }) => `${acknowledgedAt} ${acknowledgedId}`),
    );
    expect(found.size).toBeGreaterThan(50);
    expect(accepted.filter(({ at, id }) => !found.has(`${at} ${id}`))).toEqual([]);
  });

  test("accepts each finding once, with its own reason", () => {
    const places = accepted.map(({ at, id }) => `${at} ${id}`);
    expect(places.filter((place, index) => places.indexOf(place) !== index)).toEqual([]);
    const subjects = new Map<string, Set<string>>();
    for (const { id, reason } of accepted) {
      expect(reason).toMatch(/^[A-Z].{48,}\.$/);
      expect(reason.split(" ").length).toBeGreaterThan(8);
      subjects.set(reason, (subjects.get(reason) ?? new Set()).add(subjectOf(id)));
    }
    for (const [reason, ids] of subjects) expect([reason, [...ids]]).toEqual([reason, [[...ids][0]]]);
  });
});

/** What a finding is about: two packs say the same of a queue, and a wildcard is one wherever it leads. */
function subjectOf(id: string): string {
  const [, rule = ""] = /::(?:AwsSolutions|Serverless)-(\w+)/.exec(id) ?? [];
  return rule === "SQS3" ? "SQSRedrivePolicy" : rule;
}

describe("an unexplained finding", () => {
  const synthesiseBucket = (reason?: string) => {
    const app = new App({ analyticsReporting: false });
    const bucket = new Bucket(new Stack(app, "Probe"), "Bucket", { enforceSSL: true });
    if (reason) accept(bucket, { "AwsSolutions-S1": reason });
    Validations.of(app).addPlugins(...packs());
    return () => app.synth();
  };

  test("ends synthesis and is named", () => {
    expect(synthesiseBucket()).toThrow(/Probe\/Bucket\/Resource[\s\S]*AwsSolutions-S1/);
  });

  test("passes once it is accepted", () => {
    const { stacks } = synthesiseBucket("A bucket of this test.")();
    expect(stacks.map(({ id }) => id)).toEqual(["Probe"]);
  });
});
