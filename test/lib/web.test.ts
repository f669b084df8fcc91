import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "@jest/globals";
import { App, Stack } from "aws-cdk-lib";
import { Bucket, type IBucket } from "aws-cdk-lib/aws-s3";
import { PAGE_POLICIES, SITE_HEADERS } from "#core/web/site.ts";
import { API_VERSIONS } from "#core/web/version.ts";
import { ROUTES } from "#lambdas/api/routes.ts";
import { readConfig } from "#lib/config.ts";
import { createDistribution } from "#lib/constructs/distribution.ts";
import { type Resolved, resolveTemplates } from "#test/support/template.ts";
import { DEV, STRICT, synthesise } from "./support/synth.ts";

const STACK = "Gantry-dev-Web";
/** CloudFront's managed policies: caching disabled, caching optimised, all of the viewer's but Host. */
const UNCACHED = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";
const CACHED = "658327ea-f89d-4fab-a63d-7e88639e58f6";
const ALL_BUT_HOST = "b689b0a8-53d0-40ab-baf2-68738e2966ac";

let web: Resolved;
let distribution: any;

beforeAll(async () => {
  web = resolveTemplates((await synthesise(DEV)).templates);
  distribution = only("AWS::CloudFront::Distribution").DistributionConfig;
});

const all = (type: string) => web.all(type).filter(({ stack }) => stack === STACK);

function only(type: string) {
  const found = all(type);
  expect(found).toHaveLength(1);
  return found[0]?.properties;
}

const originOf = ({ TargetOriginId }: any) =>
  distribution.Origins.find(({ Id }: any) => Id === TargetOriginId);
const behaviours = (): any[] => [distribution.DefaultCacheBehavior, ...distribution.CacheBehaviors];

/** The behaviour that a path is answered by: the first pattern that fits. */
function behaviourFor(path: string): any {
  const fits = (pattern: string) =>
    pattern.endsWith("*") ? path.startsWith(pattern.slice(0, -1)) : path === pattern;
  return (
    distribution.CacheBehaviors.find(({ PathPattern }: any) => fits(PathPattern)) ??
    distribution.DefaultCacheBehavior
  );
}

/** The headers policy of a path. */
function headersAt(path: string): any {
  const { ResponseHeadersPolicyId } = behaviourFor(path);
  const policies = all("AWS::CloudFront::ResponseHeadersPolicy");
  return policies.find(({ id }) => id.toLowerCase() === ResponseHeadersPolicyId)?.properties
    .ResponseHeadersPolicyConfig;
}

describe("the CloudFront distribution", () => {
  it("sends every API route to the REST API's stage, uncached, with everything the viewer sent except Host", () => {
    for (const { path } of ROUTES) {
      const behaviour = behaviourFor(path.replace(/\{\w+\}/g, "m_1"));
      expect([path, originOf(behaviour)]).toEqual([
        path,
        expect.objectContaining({
          DomainName: expect.stringMatching(/^[^/]+\.execute-api\..+\.amazonaws\.com$/),
          OriginPath: "/live",
          CustomOriginConfig: expect.objectContaining({
            OriginProtocolPolicy: "https-only",
            OriginSSLProtocols: ["TLSv1.2"],
          }),
        }),
      ]);
      expect(behaviour).toMatchObject({
        CachePolicyId: UNCACHED,
        OriginRequestPolicyId: ALL_BUT_HOST,
        ViewerProtocolPolicy: "https-only",
      });
      expect(behaviour.AllowedMethods).toEqual(expect.arrayContaining(["GET", "HEAD", "POST"]));
    }
  });

  it("sends sockets to the WebSocket API, under the stage's path", () => {
    const behaviour = behaviourFor("/gantry/ws/m_1");
    const origin = originOf(behaviour);
    expect(behaviour).toMatchObject({ CachePolicyId: UNCACHED, OriginRequestPolicyId: ALL_BUT_HOST });
    expect(origin.OriginPath).toBeUndefined();
    expect(origin.DomainName).not.toBe(originOf(behaviourFor("/gantry/latest")).DomainName);
  });

  it("authenticates to both APIs with a key that is in no template", async () => {
    const [key] = Object.entries<any>((await synthesise(DEV)).templates[STACK]?.Resources ?? {}).find(
      ([, { Type }]) => Type === "Custom::GantryOriginKey",
    )!;
    const raw = Object.values<any>((await synthesise(DEV)).templates[STACK]?.Resources ?? {}).find(
      ({ Type }) => Type === "AWS::CloudFront::Distribution",
    ).Properties.DistributionConfig.Origins;
    const sent = raw.map(({ OriginCustomHeaders }: any) => OriginCustomHeaders);
    const header = { HeaderName: "x-gantry-origin", HeaderValue: { "Fn::GetAtt": [key, "Value"] } };
    expect(sent).toHaveLength(4);
    expect(sent.filter((headers: any) => headers !== undefined)).toEqual([[header], [header]]);
    expect(only("Custom::GantryOriginKey")).toMatchObject({ Name: "1", ServiceTimeout: "120" });
  });

  it("forwards presigned uploads to the artifact bucket, with what is signed and no cookies", () => {
    const behaviour = behaviourFor("/t/acme/artifacts/ab");
    expect(behaviour).toMatchObject({ CachePolicyId: UNCACHED, ViewerProtocolPolicy: "https-only" });
    expect(originOf(behaviour)).toMatchObject({
      CustomOriginConfig: { OriginProtocolPolicy: "https-only", OriginSSLProtocols: ["TLSv1.2"] },
    });
    expect(originOf(behaviour).OriginCustomHeaders).toBeUndefined();
    expect(only("AWS::CloudFront::OriginRequestPolicy").OriginRequestPolicyConfig).toMatchObject({
      CookiesConfig: { CookieBehavior: "none" },
      HeadersConfig: { HeaderBehavior: "whitelist", Headers: ["content-type", "x-amz-checksum-sha256"] },
      QueryStringsConfig: { QueryStringBehavior: "all" },
    });
  });

  it("returns everything else from the bucket, which is readable only for it", () => {
    const behaviour = behaviourFor("/missions/m_1");
    expect(behaviour).toBe(distribution.DefaultCacheBehavior);
    expect(behaviour).toMatchObject({
      CachePolicyId: CACHED,
      ViewerProtocolPolicy: "redirect-to-https",
      // The viewer function refuses those that are not for reading.
      AllowedMethods: ["GET", "HEAD", "OPTIONS", "PUT", "PATCH", "POST", "DELETE"],
      Compress: true,
    });
    expect(originOf(behaviour).OriginAccessControlId).toBeDefined();
    expect(only("AWS::CloudFront::OriginAccessControl").OriginAccessControlConfig).toMatchObject({
      OriginAccessControlOriginType: "s3",
      SigningBehavior: "always",
      SigningProtocol: "sigv4",
    });
    expect(only("AWS::S3::Bucket")).toMatchObject({
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
    });
    const statements: any[] = only("AWS::S3::BucketPolicy").PolicyDocument.Statement;
    expect(statements).toContainEqual(
      expect.objectContaining({ Effect: "Deny", Condition: { Bool: { "aws:SecureTransport": "false" } } }),
    );
    const allowed = statements.filter(({ Effect }) => Effect === "Allow");
    expect(allowed.flatMap(({ Action }) => Action).sort()).toEqual(["s3:GetObject", "s3:ListBucket"]);
    for (const { Principal, Condition } of allowed) {
      expect(Principal).toEqual({ Service: "cloudfront.amazonaws.com" });
      expect(Condition.StringEquals["AWS:SourceArn"]).toMatch(/:distribution\//);
    }
  });

  it("runs the edge's function and sends the same headers on every path", () => {
    const code = only("AWS::CloudFront::Function");
    expect(code.FunctionCode).toBe(readFileSync("lib/edge/viewer-request.js", "utf8"));
    expect(code.FunctionConfig.Runtime).toBe("cloudfront-js-2.0");
    for (const { FunctionAssociations, ResponseHeadersPolicyId } of behaviours()) {
      expect(FunctionAssociations).toEqual([
        { EventType: "viewer-request", FunctionARN: expect.stringContaining("viewerrequest") },
      ]);
      expect(ResponseHeadersPolicyId).toBeDefined();
    }
    const { SecurityHeadersConfig: headers, CustomHeadersConfig } = headersAt("/");
    const custom = CustomHeadersConfig.Items.map(({ Header, Value }: any) => [Header, Value]);
    expect(custom).toContainEqual(["cross-origin-opener-policy", "same-origin"]);
    expect(custom).toContainEqual(["cross-origin-resource-policy", "same-origin"]);
    expect(custom).toContainEqual(["gantry-version", API_VERSIONS[0]]);
    expect(headers).toMatchObject({
      StrictTransportSecurity: { AccessControlMaxAgeSec: 31_536_000 },
      ContentTypeOptions: { Override: true },
      FrameOptions: { FrameOption: SITE_HEADERS["x-frame-options"] },
      ReferrerPolicy: { ReferrerPolicy: SITE_HEADERS["referrer-policy"] },
      ContentSecurityPolicy: { ContentSecurityPolicy: SITE_HEADERS["content-security-policy"] },
    });
  });

  it("keeps a page's own policy, and sends the common one for everything else", () => {
    const policyOf = (path: string) =>
      headersAt(path).SecurityHeadersConfig.ContentSecurityPolicy.ContentSecurityPolicy;
    for (const [path, policy] of Object.entries(PAGE_POLICIES)) {
      expect(policyOf(path)).toBe(policy);
      const { CachePolicyId, Compress, TargetOriginId } = behaviourFor("/");
      expect(behaviourFor(path)).toMatchObject({ CachePolicyId, Compress, TargetOriginId });
      const { Name: _, SecurityHeadersConfig: own, ...rest } = headersAt(path);
      const { Name: __, SecurityHeadersConfig: shared, ...others } = headersAt("/");
      expect(rest).toEqual(others);
      expect({ ...own, ContentSecurityPolicy: 0 }).toEqual({ ...shared, ContentSecurityPolicy: 0 });
    }
    for (const path of ["/docs.js", "/gantry/latest", "/docs/a"])
      expect(policyOf(path)).toBe(SITE_HEADERS["content-security-policy"]);
  });

  it("sets HSTS for subdomains only where configured", async () => {
    const subdomains = (of: Resolved) =>
      of.all("AWS::CloudFront::ResponseHeadersPolicy")[0]?.properties.ResponseHeadersPolicyConfig
        .SecurityHeadersConfig.StrictTransportSecurity.IncludeSubdomains;
    expect(subdomains(web)).toBe(false);
    expect(subdomains(resolveTemplates((await synthesise(STRICT)).templates))).toBe(true);
  });

  it("caches no error of one request for the next", () => {
    const { CustomErrorResponses } = distribution;
    expect(CustomErrorResponses.map((row: any) => [row.ErrorCode, row.ErrorCachingMinTTL])).toEqual(
      [404, 405, 414, 500, 501, 502, 503, 504].map((code) => [code, 0]),
    );
    for (const row of CustomErrorResponses) expect(row.ResponsePagePath).toBeUndefined();
  });

  it("supports HTTP/3 and IPv6, and has no fixed cost", () => {
    expect(distribution).toMatchObject({
      HttpVersion: "http2and3",
      IPV6Enabled: true,
      PriceClass: "PriceClass_100",
      Enabled: true,
    });
    expect(distribution.WebACLId).toBeUndefined();
    expect(distribution.Aliases).toBeUndefined();
  });
});

describe("a custom domain", () => {
  it("has its certificate, and at least TLS 1.2", () => {
    const certificate = "arn:aws:acm:us-east-1:111122223333:certificate/0a1b";
    const config = readConfig({ ...DEV, domain: "gantry.example.com", certificate });
    const app = new App({ analyticsReporting: false });
    const stack = new Stack(app, "Own");
    const bucket = new Bucket(stack, "Files");
    createDistribution(stack, {
      config,
      root: ".",
      bucket,
      artifacts: new Bucket(stack, "Artifacts") as IBucket,
      originKey: "k",
      restApiId: "r",
      socketApiId: "s",
    });
    const { Resources } = app.synth().getStackByName("Own").template;
    const own: any = Object.values<any>(Resources).find(
      ({ Type }) => Type === "AWS::CloudFront::Distribution",
    );
    expect(own.Properties.DistributionConfig).toMatchObject({
      Aliases: ["gantry.example.com"],
      ViewerCertificate: {
        AcmCertificateArn: certificate,
        MinimumProtocolVersion: "TLSv1.2_2021",
        SslSupportMethod: "sni-only",
      },
    });
  });
});

describe("the static client's files", () => {
  it("are uploaded with each deployment, by a function with rights only to its bucket", () => {
    expect(only("Custom::GantryWebFiles")).toEqual({
      ServiceToken: expect.stringMatching(/:function:gantry-dev-web-files$/),
      ServiceTimeout: "300",
      Bucket: expect.any(String),
      Digest: expect.stringMatching(/^[0-9a-f]{32,}$/),
    });
    const statements: any[] = all("AWS::IAM::Policy").flatMap(
      ({ properties }) => properties.PolicyDocument.Statement,
    );
    const onS3 = statements.filter(({ Action }) =>
      [Action].flat().some((each: string) => each.startsWith("s3:")),
    );
    expect(onS3.map(({ Action }) => Action)).toEqual([["s3:DeleteObject", "s3:PutObject"], "s3:ListBucket"]);
    for (const { Resource } of onS3) expect(Resource).toMatch(/^arn:aws:s3:::files[0-9a-f]+(\/\*)?$/);
  });
});
