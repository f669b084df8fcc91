import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Duration, Fn, Stack } from "aws-cdk-lib";
import { Certificate } from "aws-cdk-lib/aws-certificatemanager";
import * as cloudfront from "aws-cdk-lib/aws-cloudfront";
import { HttpOrigin, S3BucketOrigin } from "aws-cdk-lib/aws-cloudfront-origins";
import type { Bucket, IBucket } from "aws-cdk-lib/aws-s3";
import type { Construct } from "constructs";
import { ORIGIN_HEADER } from "#core/identity/origin.ts";
import { API_PATHS, PAGE_POLICIES, SITE_HEADERS, SOCKET_PATHS, siteHeaders } from "#core/web/site.ts";
import { STAGE } from "#deployment/apis.ts";
import type { GantryConfig } from "#lib/config.ts";
import { accept } from "#lib/nag/nag.ts";
import { DISTRIBUTION, OWN_CERTIFICATE_MISSING } from "#lib/nag/nag-api.ts";
import { nameOf } from "#lib/names.ts";

export interface DistributionProps {
  readonly config: GantryConfig;
  readonly root: string;
  readonly bucket: Bucket;
  /** What shows the APIs that a request has come through the edge. */
  readonly originKey: string;
  readonly restApiId: string;
  readonly socketApiId: string;
}

/** What CloudFront would keep for ten seconds, for everybody, whatever the answer says of itself. */
const KEPT_ERRORS = [404, 405, 414, 500, 501, 502, 503, 504];

/** One host for the static client and both APIs, so that cookies, origins and the page's policy are about one site. */
export function createDistribution(scope: Construct, props: DistributionProps): cloudfront.Distribution {
  const { config, bucket } = props;
  const shared = {
    functionAssociations: [
      {
        function: viewerFunction(scope, props),
        eventType: cloudfront.FunctionEventType.VIEWER_REQUEST,
      },
    ],
    responseHeadersPolicy: headersPolicy(scope, config),
  };
  const site = {
    // With the right to list, S3 says of a file that is not there that it is not there, and not that it is secret.
    origin: S3BucketOrigin.withOriginAccessControl(bucket as IBucket, {
      originAccessLevels: [cloudfront.AccessLevel.READ, cloudfront.AccessLevel.LIST],
    }),
    viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
    // The viewer function refuses what is not read: CloudFront by itself would say 403, and not what is allowed.
    allowedMethods: cloudfront.AllowedMethods.ALLOW_ALL,
    cachePolicy: cloudfront.CachePolicy.CACHING_OPTIMIZED,
    compress: true,
  };
  const { rest, sockets } = apiBehaviours(scope, props, shared);
  const distribution = new cloudfront.Distribution(scope, "Distribution", {
    comment: nameOf(config),
    defaultRootObject: "index.html",
    defaultBehavior: { ...shared, ...site },
    // In this order: the first pattern that fits is taken.
    additionalBehaviors: {
      [SOCKET_PATHS]: sockets,
      ...Object.fromEntries(API_PATHS.map((path) => [path, rest])),
      ...Object.fromEntries(
        Object.keys(PAGE_POLICIES).map((path) => [
          path,
          { ...shared, ...site, responseHeadersPolicy: headersPolicy(scope, config, path) },
        ]),
      ),
    },
    errorResponses: KEPT_ERRORS.map((httpStatus) => ({ httpStatus, ttl: Duration.seconds(0) })),
    httpVersion: cloudfront.HttpVersion.HTTP2_AND_3,
    enableIpv6: true,
    priceClass: cloudfront.PriceClass.PRICE_CLASS_100,
    ...ownName(scope, config),
  });
  accept(
    distribution,
    config.domain === undefined ? { ...DISTRIBUTION, ...OWN_CERTIFICATE_MISSING } : DISTRIBUTION,
  );
  return distribution;
}

function apiBehaviours(
  scope: Construct,
  { restApiId, socketApiId, originKey }: DistributionProps,
  shared: Pick<cloudfront.BehaviorOptions, "functionAssociations" | "responseHeadersPolicy">,
) {
  const uncached = {
    ...shared,
    // A password that came in the clear has been seen already: it is refused, and not redirected.
    viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.HTTPS_ONLY,
    allowedMethods: cloudfront.AllowedMethods.ALLOW_ALL,
    cachePolicy: cloudfront.CachePolicy.CACHING_DISABLED,
    originRequestPolicy: cloudfront.OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
    compress: false,
  };
  const origin = (apiId: string, path?: string) =>
    new HttpOrigin(Fn.join("", [apiId, ".execute-api.", Stack.of(scope).region, ".amazonaws.com"]), {
      protocolPolicy: cloudfront.OriginProtocolPolicy.HTTPS_ONLY,
      originSslProtocols: [cloudfront.OriginSslPolicy.TLS_V1_2],
      customHeaders: { [ORIGIN_HEADER]: originKey },
      readTimeout: Duration.seconds(30), // API Gateway gives up after 29 s and says so itself.
      ...(path === undefined ? {} : { originPath: path }),
    });
  return {
    rest: { ...uncached, origin: origin(restApiId, `/${STAGE}`) },
    sockets: { ...uncached, origin: origin(socketApiId) },
  } satisfies Record<string, cloudfront.BehaviorOptions>;
}

function viewerFunction(scope: Construct, { config, root }: DistributionProps): cloudfront.Function {
  return new cloudfront.Function(scope, "ViewerRequest", {
    functionName: nameOf(config, "viewer-request"),
    comment: "Names the viewer, finds the page, rewrites sockets.",
    runtime: cloudfront.FunctionRuntime.JS_2_0,
    code: cloudfront.FunctionCode.fromInline(readFileSync(join(root, "lib/edge/viewer-request.js"), "utf8")),
  });
}

/**
 * The client's headers on every answer; the API sends the same, and API Gateway's own answers send none. A page with a
 * policy of its own has its own headers.
 */
function headersPolicy(scope: Construct, config: GantryConfig, page = ""): cloudfront.ResponseHeadersPolicy {
  const suffix = page.replaceAll("/", "-");
  return new cloudfront.ResponseHeadersPolicy(scope, `Headers${suffix}`, {
    responseHeadersPolicyName: nameOf(config, `headers${suffix}`),
    securityHeadersBehavior: {
      strictTransportSecurity: {
        accessControlMaxAge: Duration.days(365),
        // A domain's other hosts may belong to others, and what browsers were told once holds for a year.
        includeSubdomains: config.hstsSubdomains === "on",
        override: true,
      },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: cloudfront.HeadersFrameOption.DENY, override: true },
      referrerPolicy: { referrerPolicy: cloudfront.HeadersReferrerPolicy.NO_REFERRER, override: true },
      contentSecurityPolicy: {
        contentSecurityPolicy: siteHeaders(page)["content-security-policy"] as string,
        override: true,
      },
    },
    customHeadersBehavior: {
      customHeaders: (
        ["cross-origin-opener-policy", "cross-origin-resource-policy", "gantry-version"] as const
      ).map((header) => ({ header, value: SITE_HEADERS[header], override: true })),
    },
  });
}

function ownName(scope: Construct, { domain, certificate }: GantryConfig) {
  if (domain === undefined || certificate === undefined) return {};
  return {
    domainNames: [domain],
    certificate: Certificate.fromCertificateArn(scope, "Certificate", certificate),
    minimumProtocolVersion: cloudfront.SecurityPolicyProtocol.TLS_V1_2_2021,
  };
}
