import { describe, expect, it } from "@jest/globals";
import { App, Stack } from "aws-cdk-lib";
import { Template } from "aws-cdk-lib/assertions";
import type { GantryConfig } from "#lib/config.ts";
import { WebAcl } from "#lib/constructs/web-acl.ts";

const STAGE_ARN = "arn:aws:apigateway:us-east-1::/restapis/a/stages/live";

function template(): Template {
  const stack = new Stack(new App(), "Api");
  new WebAcl(stack, "WebAcl", { config: { stage: "prod" } as GantryConfig, stageArn: STAGE_ARN });
  return Template.fromStack(stack);
}

/** The one resource of a type, as its properties. */
function only(type: string): any {
  const [resource, ...others] = Object.values(template().findResources(type));
  expect(others).toEqual([]);
  return resource?.Properties;
}

describe("the web ACL", () => {
  it("protects the stage of the REST API", () => {
    expect(only("AWS::WAFv2::WebACLAssociation")).toMatchObject({ ResourceArn: STAGE_ARN });
  });

  it("blocks a viewer, as the edge identifies it, above its limits", () => {
    const limits = only("AWS::WAFv2::WebACL").Rules.filter(
      ({ Statement }: any) => Statement.RateBasedStatement,
    );
    expect(limits.map(({ Name }: any) => Name)).toEqual(["viewer", "log-in"]);
    for (const { Action, Statement } of limits) {
      expect(Action).toEqual({ Block: {} });
      expect(Statement.RateBasedStatement).toMatchObject({
        AggregateKeyType: "FORWARDED_IP",
        ForwardedIPConfig: { HeaderName: "x-gantry-viewer", FallbackBehavior: "MATCH" },
      });
    }
  });

  it("counts log-ins in any spelling of the path", () => {
    const logIn = only("AWS::WAFv2::WebACL").Rules.find(({ Name }: any) => Name === "log-in");
    expect(logIn.Statement.RateBasedStatement.ScopeDownStatement.ByteMatchStatement).toMatchObject({
      SearchString: "/gantry/auth",
      PositionalConstraint: "ENDS_WITH",
      TextTransformations: [
        { Priority: 0, Type: "URL_DECODE" },
        { Priority: 1, Type: "NORMALIZE_PATH" },
      ],
    });
  });
});
