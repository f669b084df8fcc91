import { beforeAll, describe, expect, test } from "@jest/globals";
import { DEV, STRICT, synthesise } from "#test/lib/support/synth.ts";
import { type Resolved, resolveTemplates } from "#test/support/template.ts";

let economy: Resolved;
let strict: Resolved;

beforeAll(async () => {
  economy = resolveTemplates((await synthesise(DEV)).templates);
  strict = resolveTemplates((await synthesise(STRICT)).templates);
});

const properties = (of: Resolved, type: string): any[] => of.all(type).map((row) => row.properties);
const endpoints = (of: Resolved, type: "Gateway" | "Interface") =>
  properties(of, "AWS::EC2::VPCEndpoint").filter(({ VpcEndpointType }) => VpcEndpointType === type);
const statements = ({ PolicyDocument }: any): any[] => PolicyDocument.Statement;

describe.each([
  ["economy", () => economy],
  ["strict", () => strict],
])("the %s network", (_, of) => {
  test("has no NAT gateway and no address that costs while nothing is built", () => {
    expect(of().all("AWS::EC2::NatGateway")).toEqual([]);
    expect(of().all("AWS::EC2::EIP")).toEqual([]);
  });

  test("permits builders to connect to port 443 and nothing to connect to them", () => {
    const [group] = properties(of(), "AWS::EC2::SecurityGroup").filter(({ GroupDescription }) =>
      GroupDescription.startsWith("Builders"),
    );
    expect(group.SecurityGroupIngress).toBeUndefined();
    expect(group.SecurityGroupEgress).toEqual([
      expect.objectContaining({ IpProtocol: "tcp", FromPort: 443, ToPort: 443 }),
    ]);
  });

  test("reaches only our artefacts and the image's layers in S3", () => {
    const [s3, ...others] = endpoints(of(), "Gateway");
    expect(others).toEqual([]);
    expect(
      statements(s3).flatMap(({ Action, Resource }) => [Resource].flat().map((arn) => `${Action} ${arn}`)),
    ).toEqual([
      "s3:GetObject arn:aws:s3:::prod-us-east-1-starport-layer-bucket/*",
      expect.stringMatching(/^s3:GetObject arn:aws:s3:::artifacts\w+\/layers\/\*$/),
      expect.stringMatching(
        /^s3:GetObject arn:aws:s3:::artifacts\w+\/t\/\*\/missions\/\*\/builds\/\*\/job-\*\.json$/,
      ),
      expect.stringMatching(/^s3:PutObject arn:aws:s3:::artifacts\w+\/t\/\*\/missions\/\*\/builds\/\*$/),
    ]);
  });

  test("resolves only the names that the start of a builder needs", () => {
    const [group] = properties(of(), "AWS::Route53Resolver::FirewallRuleGroup");
    const lists = of().all("AWS::Route53Resolver::FirewallDomainList");
    const domains = (suffix: string) =>
      lists.find(({ properties: { Name } }) => Name.endsWith(suffix))!.properties.Domains;
    expect(group.FirewallRules.map(({ Action, Priority }: any) => [Priority, Action])).toEqual([
      [100, "ALLOW"],
      [200, "BLOCK"],
    ]);
    expect(domains("-names-allowed")).toEqual([
      "api.ecr.us-east-1.amazonaws.com",
      "111122223333.dkr.ecr.us-east-1.amazonaws.com",
      "logs.us-east-1.amazonaws.com",
      "prod-us-east-1-starport-layer-bucket.s3.us-east-1.amazonaws.com",
      expect.stringMatching(/^artifacts\w+\.s3\.us-east-1\.amazonaws\.com$/),
    ]);
    expect(domains("-names-others")).toEqual(["*"]);
    expect(of().all("AWS::Route53Resolver::FirewallRuleGroupAssociation")).toHaveLength(1);
  });

  test("records its traffic", () => {
    expect(properties(of(), "AWS::EC2::FlowLog")).toEqual([expect.objectContaining({ TrafficType: "ALL" })]);
  });
});

describe("the economy network", () => {
  test("has no interface endpoint, and gives each builder a public address", () => {
    expect(endpoints(economy, "Interface")).toEqual([]);
    expect(variables(economy)).toMatchObject({ BUILDER_PUBLIC_IP: "ENABLED" });
  });

  test("spans two availability zones", () => {
    expect(economy.all("AWS::EC2::Subnet")).toHaveLength(2);
  });
});

describe("the strict network", () => {
  test("has no route to the internet", () => {
    expect(strict.all("AWS::EC2::InternetGateway")).toEqual([]);
    expect(strict.all("AWS::EC2::Route")).toEqual([]);
    expect(variables(strict)).toMatchObject({ BUILDER_PUBLIC_IP: "DISABLED" });
  });

  test("gives the builder access to ECR and the log, for its own image and its own log group", () => {
    const found = endpoints(strict, "Interface");
    expect(found.map(({ ServiceName }) => ServiceName.split(".").slice(3).join(".")).toSorted()).toEqual([
      "ecr.api",
      "ecr.dkr",
      "logs",
    ]);
    const reached = found.flatMap((endpoint) =>
      statements(endpoint).flatMap(({ Resource }) => [Resource].flat()),
    );
    expect([...new Set(reached)].toSorted()).toEqual([
      "*", // ecr:GetAuthorizationToken knows no resource.
      expect.stringMatching(/^arn:aws:ecr:us-east-1:111122223333:repository\/cdk-\w+-container-assets-/),
      "arn:aws:logs:us-east-1:111122223333:log-group:/gantry/prod/builders:*",
    ]);
    for (const { Action, Resource } of found.flatMap(statements))
      if (Resource === "*") expect(Action).toBe("ecr:GetAuthorizationToken");
  });

  test("permits only builders to connect to the endpoints", () => {
    const [rule, ...others] = properties(strict, "AWS::EC2::SecurityGroupIngress");
    expect(others).toEqual([]);
    expect(rule).toMatchObject({ IpProtocol: "tcp", FromPort: 443, ToPort: 443 });
    expect(rule.SourceSecurityGroupId).toBeDefined();
  });
});

function variables(of: Resolved): Record<string, string> {
  return properties(of, "AWS::Lambda::Function").find(({ FunctionName }) => FunctionName.endsWith("-build"))
    .Environment.Variables;
}

test("a deployed network can be changed: the subnets of both have different addresses", () => {
  const blocks = (of: Resolved): string[] =>
    properties(of, "AWS::EC2::Subnet").map((subnet) => subnet.CidrBlock);
  expect(blocks(economy)).toHaveLength(2);
  expect(blocks(strict)).toHaveLength(2);
  expect(new Set([...blocks(economy), ...blocks(strict)]).size).toBe(4);
});
