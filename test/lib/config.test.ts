import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { readConfig } from "#lib/config.ts";
import { runApp } from "./support/synth.ts";

const GIVEN = { stage: "dev", githubOwner: "acme" };
const PROD = { ...GIVEN, stage: "prod", alarmEmail: "ops@example.com", network: "economy" };
const CERTIFICATE = "arn:aws:acm:us-east-1:111122223333:certificate/0a1b2c3d-0000-4000-8000-0a1b2c3d4e5f";

describe("the configuration of a deployment", () => {
  test("has defaults for all but the stage and the owner", () => {
    expect(readConfig(GIVEN)).toMatchObject({
      stage: "dev",
      githubOwner: "acme",
      network: "economy",
      evidenceMode: "GOVERNANCE",
      evidenceDays: 1,
      model: "us.anthropic.claude-sonnet-4-5-20250929-v1:0",
      modelSmall: "us.anthropic.claude-haiku-4-5-20251001-v1:0",
      budget: 50,
      reservedConcurrency: "off",
      waf: "off",
      hstsSubdomains: "off",
      originKey: "1",
    });
    expect(readConfig(GIVEN).artifactDays).toBeUndefined();
  });

  test("has a web ACL and reserved concurrency in production, unless told otherwise", () => {
    expect(readConfig(PROD)).toMatchObject({ waf: "on", reservedConcurrency: "on" });
    const off = { waf: "off", reservedConcurrency: "off" };
    expect(readConfig({ ...PROD, ...off })).toMatchObject(off);
    expect(readConfig({ ...GIVEN, waf: "on" })).toMatchObject({ waf: "on", reservedConcurrency: "off" });
  });

  test("requires a choice of production's network and states the cost and the exposure of each", () => {
    const refused = () => readConfig({ ...PROD, network: undefined });
    expect(refused).toThrow(/^network is missing: /);
    expect(refused).toThrow(/economy costs nothing while idle, but code can connect to port 443 /);
    expect(refused).toThrow(/strict costs \$[\d.]+ a month and allows connections to AWS's endpoints only/);
    expect(readConfig({ ...PROD, network: "strict" }).network).toBe("strict");
  });

  test("keeps evidence for a year in production", () => {
    expect(readConfig(PROD).evidenceDays).toBe(365);
  });

  test("reads numbers as the command line passes them", () => {
    expect(readConfig({ ...GIVEN, evidenceDays: "30", budget: "200" })).toMatchObject({
      evidenceDays: 30,
      budget: 200,
    });
  });

  test("ignores the CDK's own settings", () => {
    const cdk = { "aws:cdk:enable-path-metadata": true, "@aws-cdk/core:x": true };
    expect(readConfig({ ...GIVEN, ...cdk })).toEqual(readConfig(GIVEN));
  });

  test.each([
    [{ githubOwner: "acme" }, "stage is missing: it must be dev or prod."],
    [{ stage: "dev" }, "githubOwner is missing: it must be the GitHub user or organisation"],
    [{ ...GIVEN, stage: "test" }, 'stage must be dev or prod, not "test".'],
    [
      { ...GIVEN, newtork: "strict" },
      "newtork is an unknown setting; the settings are stage, githubOwner, network,",
    ],
    [{ ...GIVEN, network: "open" }, 'network must be economy or strict, not "open".'],
    [{ ...GIVEN, waf: "yes" }, 'waf must be on or off, not "yes".'],
    [{ ...GIVEN, reservedConcurrency: "10" }, 'reservedConcurrency must be on or off, not "10".'],
    [{ ...GIVEN, hstsSubdomains: "1" }, 'hstsSubdomains must be on or off, not "1".'],
    [
      { ...GIVEN, artifactDays: "29" },
      'artifactDays must be a whole number of days from 30 to 36500, not "29".',
    ],
    [{ ...GIVEN, originKey: "" }, "originKey must be at most 64 letters, digits, dots and dashes"],
    [{ ...GIVEN, evidenceMode: "NONE" }, 'evidenceMode must be GOVERNANCE or COMPLIANCE, not "NONE".'],
    [
      { ...GIVEN, evidenceDays: "0" },
      'evidenceDays must be a whole number of days from 1 to 36500, not "0".',
    ],
    [
      { ...GIVEN, budget: "12.5" },
      'budget must be a whole number of USD a month from 1 to 1000000, not "12.5".',
    ],
    [{ ...GIVEN, githubOwner: "a/b" }, "githubOwner must be the GitHub user or organisation"],
    [{ ...GIVEN, model: "sonnet" }, "model must be a Bedrock model id or inference profile id"],
    [{ ...GIVEN, alarmEmail: "me" }, "alarmEmail must be an e-mail address"],
    [{ ...PROD, alarmEmail: undefined }, "alarmEmail is missing: prod needs an e-mail address"],
    [{ ...PROD, alarmEmail: "" }, 'alarmEmail must be an e-mail address, not "".'],
    [{ ...GIVEN, vercelTeam: "acme" }, "vercelTeam must be a Vercel team id"],
    [{ ...GIVEN, domain: "gantry.example.com" }, "certificate is required with domain"],
    [{ ...GIVEN, certificate: CERTIFICATE }, "domain is required with certificate"],
    [
      { ...GIVEN, domain: "gantry.example.com", certificate: CERTIFICATE.replace("us-east-1", "eu-west-1") },
      "certificate must be the ARN of an ACM certificate in us-east-1",
    ],
  ])("refuses %j and names what would be right", (context, sentence) => {
    expect(() => readConfig(context)).toThrow(expect.objectContaining({ code: "InvalidInput" }));
    expect(() => readConfig(context)).toThrow(sentence);
  });

  test("ends synthesis with the sentence alone", () => {
    const { status, stderr } = runApp(join(tmpdir(), "gantry-synth-refused"), { stage: "dev" });
    expect(status).toBe(1);
    expect(stderr.trim().split("\n")).toEqual([expect.stringMatching(/^githubOwner is missing: /)]);
  });
});
