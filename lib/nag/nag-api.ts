/** Accepted findings of cdk-nag in the API and web stacks, each with its reason. */

export const REST_API = {
  "AwsSolutions-COG4":
    "Gantry has its own sessions: its authorizer reads them from the table, by cookie or bearer token, so a session that has ended is refused immediately and no user pool is needed.",
  "AwsSolutions-APIG2":
    "The function first validates each path, query and body with the schemas of openapi.json, and its errors name the field and the expected value. API Gateway's validator would run before it, with less specific errors.",
  "AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs]":
    "API Gateway has one role per account and region for its logs, and this is the policy that AWS maintains for it: it writes logs and reads nothing else.",
} as const;

/** Without the setting `waf`. */
export const WEB_ACL_MISSING = {
  "AwsSolutions-APIG3":
    "A web ACL costs $5 a month and $1 for each rule, far more than everything else while idle, so it is a setting. The stage is throttled, log-ins most of all, and the function validates every request first.",
} as const;

export const OPEN_SOCKET = {
  "AwsSolutions-APIG4":
    "API Gateway authorises $connect only; later messages carry the context that the authorizer returned.",
} as const;

export const WEB_BUCKET = {
  "AwsSolutions-S1":
    "It contains the public client, and only CloudFront reads it, so an access log would be of no use.",
} as const;

export const DISTRIBUTION = {
  "@aws-cdk/aws-cloudfront-origins:listBucketSecurityRisk":
    'With this right S3 returns 404 for a missing file instead of 403. The bucket is never listed: "/" is rewritten to the page, and no query string reaches S3.',
  "AwsSolutions-CFR1":
    "There is no restriction by country: people may use their installation from any place.",
  "AwsSolutions-CFR2":
    "The files are public. The REST API has its own web ACL if the setting is on, in the region of the installation; one for CloudFront could only be in us-east-1.",
  "AwsSolutions-CFR3":
    "API Gateway logs each request to the APIs. A log of CloudFront would only add reads of public files, and people's addresses, which are not needed.",
} as const;

/** Accepted without the setting `domain`: CloudFront's own certificate allows TLS 1.0. */
export const OWN_CERTIFICATE_MISSING = {
  "AwsSolutions-CFR4":
    "Without a custom domain a distribution has CloudFront's certificate, for which the protocol cannot be set. With one the minimum is TLS 1.2.",
} as const;
