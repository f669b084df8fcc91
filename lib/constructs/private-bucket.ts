import * as s3 from "aws-cdk-lib/aws-s3";

/** Properties of every bucket: no public access, no ACLs, encrypted, TLS only. */
export const PRIVATE_BUCKET = {
  blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
  objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
  encryption: s3.BucketEncryption.S3_MANAGED,
  enforceSSL: true,
} as const satisfies s3.BucketProps;
