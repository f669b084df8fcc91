/** Findings of cdk-nag that stand in the API and web stacks, each with the reason why it is right here. */

export const REST_API = {
  "AwsSolutions-COG4":
    "Sessions are Gantry's own: an authorizer of ours reads them from the table, by cookie or bearer token, so a session that was ended is refused at once and no user pool has to be run.",
  "AwsSolutions-APIG2":
    "The function checks each path, query and body before it does anything, by the schemas that openapi.json is made of, and names the field and what would be right. API Gateway's validator would come before it, with less in its answer.",
  "AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs]":
    "API Gateway has one role per account and region for its logs, and this is the policy that AWS maintains for it: it writes logs and reads nothing but them.",
} as const;

/** Without the setting `waf`. */
export const WEB_ACL_MISSING = {
  "AwsSolutions-APIG3":
    "A web ACL costs $5 a month and $1 for each rule, far more than everything else while idle, so it is a setting. The stage is throttled, most of all where passwords are tried, and the function checks every request before it does anything.",
} as const;

export const OPEN_SOCKET = {
  "AwsSolutions-APIG4":
    "API Gateway authorises $connect only; what comes over an open socket carries what the authorizer said then.",
} as const;

export const WEB_BUCKET = {
  "AwsSolutions-S1":
    "It holds the client that everybody may read, and only CloudFront reads it: a log of that would say nothing.",
} as const;

export const DISTRIBUTION = {
  "@aws-cdk/aws-cloudfront-origins:listBucketSecurityRisk":
    'With it S3 says of a file that is not there that it is not there, and not that it is secret. It is never listed: "/" becomes the page before S3 is asked, and no query reaches it.',
  "AwsSolutions-CFR1": "People may use their factory from wherever they are.",
  "AwsSolutions-CFR2":
    "The files are public. The REST API behind has a web ACL of its own where the setting says so, in the region of the installation: one for CloudFront could be in us-east-1 only.",
  "AwsSolutions-CFR3":
    "API Gateway logs each request to the APIs. What would be left are reads of public files, and a log of people's addresses that is not needed.",
} as const;

/** CloudFront's own name comes with CloudFront's own certificate, and that with TLS 1.0: a domain of one's own does not. */
export const OWN_CERTIFICATE_MISSING = {
  "AwsSolutions-CFR4":
    "Without a domain of its own a distribution has CloudFront's certificate, for which the protocol cannot be chosen. With one it is TLS 1.2 at least.",
} as const;
