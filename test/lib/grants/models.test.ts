import { expect, test } from "@jest/globals";
import { App, Stack } from "aws-cdk-lib";
import type { PolicyStatementProps } from "aws-cdk-lib/aws-iam";
import { Construct } from "constructs";
import { readConfig } from "#lib/config.ts";
import type { GantryFunction } from "#lib/constructs/gantry-function.ts";
import { invokesModels } from "#lib/grants/models.ts";

/** What a function that asks this model may ask, by the resources of each statement. */
function allowed(model: string, region: string): unknown[] {
  const stack = new Stack(new App(), "S", { env: { account: "111122223333", region } });
  const statements: PolicyStatementProps[] = [];
  const fn = Object.assign(new Construct(stack, "Fn"), {
    env: () => undefined,
    allow: (statement: PolicyStatementProps) => statements.push(statement),
  });
  const config = readConfig({ stage: "dev", githubOwner: "acme", model, modelSmall: model });
  invokesModels(config, ["CRITIC"])(fn as unknown as GantryFunction);
  return statements.map(({ resources }) =>
    resources?.map((arn) => arn.replace(/\$\{Token\[AWS\.Partition\.\d+\]\}/, "aws")),
  );
}

const CLAUDE = "anthropic.claude-sonnet-4-5-20250929-v1:0";

test.each([
  ["us-gov", "us-gov-west-1", ["us-gov-east-1", "us-gov-west-1"]],
  ["jp", "ap-northeast-1", ["ap-northeast-1", "ap-northeast-3"]],
])(
  "the rights to a profile of %s cover its model in the regions of that geography",
  (geography, region, regions) => {
    expect(allowed(`${geography}.${CLAUDE}`, region)).toEqual([
      [expect.stringMatching(`:bedrock:${region}:111122223333:inference-profile/${geography}\\.${CLAUDE}$`)],
      regions.map((each) => expect.stringMatching(`:bedrock:${each}::foundation-model/${CLAUDE}$`)),
    ]);
  },
);
