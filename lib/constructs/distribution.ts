import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Duration, Fn, Stack } from "aws-cdk-lib";
import { Certificate } from "aws-cdk-lib/aws-certificatemanager";
import * as cloudfront from "aws-cdk-lib/aws-cloudfront";
import { HttpOrigin, S3BucketOrigin } from "aws-cdk-lib/aws-cloudfront-origins";
import type { Bucket, IBucket } from "aws-cdk-lib/aws-s3";
import type { Construct } from "constructs";
import { ORIGIN_HEADER } from "#core/identity/origin.ts";
import {
  API_PATHS,
  PAGE_POLICIES,
  SITE_HEADERS,
  SOCKET_PATHS,
  siteHeaders,
  UPLOAD_PATHS,
} from "#core/web/site.ts";
import { STAGE } from "#deployment/apis.ts";
import type { GantryConfig } from "#lib/config.ts";
import { accept } from "#lib/nag/nag.ts";
import { DISTRIBUTION, OWN_CERTIFICATE_MISSING } from "#lib/nag/nag-api.ts";
import { nameOf } from "#lib/names.ts";

export interface DistributionProps {
  readonly config: GantryConfig;
  readonly root: string;
  readonly bucket: Bucket;
  /** Takes the uploads of pages. */
  readonly artifacts: IBucket;
  /** Proves to the APIs that a request came through the edge. */
  readonly originKey: string;
  readonly restApiId: string;
  readonly socketApiId: string;
}

/** Error responses that CloudFront by default caches for ten seconds, even if the response forbids it. */
const KEPT_ERRORS = [404, 405, 414, 500, 501, 502, 503, 504];

/**
 * Creates one host for the static client and both APIs, so that cookies, origin checks and the content
 * security policy concern one site.
 */
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
    // With the right to list, S3 returns 404 for a missing file instead of 403.
    origin: S3BucketOrigin.withOriginAccessControl(bucket as IBucket, {
      originAccessLevels: [cloudfront.AccessLevel.READ, cloudfront.AccessLevel.LIST],
    }),
    viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
    // The viewer function refuses other methods: CloudFront itself would return 403, without `Allow`.
    allowedMethods: cloudfront.AllowedMethods.ALLOW_ALL,
    cachePolicy: cloudfront.CachePolicy.CACHING_OPTIMIZED,
    compress: true,
  };
  const { rest, sockets } = apiBehaviours(scope, props, shared);
  const distribution = new cloudfront.Distribution(scope, "Distribution", {
    comment: nameOf(config),
    defaultRootObject: "index.html",
    defaultBehavior: { ...shared, ...site },
    // The order matters: the first pattern that matches is used.
    additionalBehaviors: {
      [SOCKET_PATHS]: sockets,
      [UPLOAD_PATHS]: uploads(scope, props, shared),
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
    // A password sent without TLS may already have been read, so such requests are refused and not
    // redirected.
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
      readTimeout: Duration.seconds(30), // API Gateway times out after 29 s and returns its own error.
      ...(path === undefined ? {} : { originPath: path }),
    });
  return {
    rest: { ...uncached, origin: origin(restApiId, `/${STAGE}`) },
    sockets: { ...uncached, origin: origin(socketApiId) },
  } satisfies Record<string, cloudfront.BehaviorOptions>;
}

/** Presigned requests are forwarded with what is signed, but without cookies. */
function uploads(
  scope: Construct,
  { config, artifacts }: DistributionProps,
  shared: Pick<cloudfront.BehaviorOptions, "functionAssociations" | "responseHeadersPolicy">,
): cloudfront.BehaviorOptions {
  return {
    ...shared,
    origin: new HttpOrigin(artifacts.bucketRegionalDomainName, {
      protocolPolicy: cloudfront.OriginProtocolPolicy.HTTPS_ONLY,
      originSslProtocols: [cloudfront.OriginSslPolicy.TLS_V1_2],
    }),
    viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.HTTPS_ONLY,
    allowedMethods: cloudfront.AllowedMethods.ALLOW_ALL,
    cachePolicy: cloudfront.CachePolicy.CACHING_DISABLED,
    originRequestPolicy: new cloudfront.OriginRequestPolicy(scope, "UploadRequest", {
      originRequestPolicyName: nameOf(config, "uploads"),
      headerBehavior: cloudfront.OriginRequestHeaderBehavior.allowList(
        "content-type",
        "x-amz-checksum-sha256",
      ),
      queryStringBehavior: cloudfront.OriginRequestQueryStringBehavior.all(),
      cookieBehavior: cloudfront.OriginRequestCookieBehavior.none(),
    }),
    compress: false,
  };
}

function viewerFunction(scope: Construct, { config, root }: DistributionProps): cloudfront.Function {
  return new cloudfront.Function(scope, "ViewerRequest", {
    functionName: nameOf(config, "viewer-request"),
    comment: "Adds the viewer's address, finds pages, rewrites WebSocket paths.",
    runtime: cloudfront.FunctionRuntime.JS_2_0,
    code: cloudfront.FunctionCode.fromInline(readFileSync(join(root, "lib/edge/viewer-request.js"), "utf8")),
  });
}

/**
 * Creates the policy that adds the client's headers to every response; the API sends the same, and API
 * Gateway's own responses have none. A page with its own content security policy has its own headers.
 */
function headersPolicy(scope: Construct, config: GantryConfig, page = ""): cloudfront.ResponseHeadersPolicy {
  const suffix = page.replaceAll("/", "-");
  return new cloudfront.ResponseHeadersPolicy(scope, `Headers${suffix}`, {
    responseHeadersPolicyName: nameOf(config, `headers${suffix}`),
    securityHeadersBehavior: {
      strictTransportSecurity: {
        accessControlMaxAge: Duration.days(365),
        // Other hosts of the domain may belong to others, and browsers apply HSTS for a year.
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
