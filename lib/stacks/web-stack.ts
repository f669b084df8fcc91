import { CfnOutput, RemovalPolicy, Stack } from "aws-cdk-lib";
import * as s3 from "aws-cdk-lib/aws-s3";
import type { Construct } from "constructs";
import type { Bundles } from "#lib/bundling/bundles.ts";
import type { GantryConfig } from "#lib/config.ts";
import { createDistribution } from "#lib/constructs/distribution.ts";
import { GantryFunction } from "#lib/constructs/gantry-function.ts";
import { createOriginKey } from "#lib/constructs/origin-key.ts";
import { PRIVATE_BUCKET } from "#lib/constructs/private-bucket.ts";
import { deployFiles } from "#lib/constructs/static-files.ts";
import { accept } from "#lib/nag/nag.ts";
import { WEB_BUCKET } from "#lib/nag/nag-api.ts";
import type { ApiStack } from "#lib/stacks/api-stack.ts";
import type { DataStack } from "#lib/stacks/data-stack.ts";

export interface WebStackProps {
  readonly config: GantryConfig;
  readonly bundles: Bundles;
  readonly api: Pick<ApiStack, "rest" | "sockets">;
  readonly data: Pick<DataStack, "artifacts">;
  /** Root of the repository, which contains the client's files. */
  readonly root: string;
}

/** One address for everything: the static client from a private bucket, and both APIs behind it. */
export class WebStack extends Stack {
  /** The address for people. */
  readonly url: string;
  readonly files: GantryFunction;
  readonly originKey: GantryFunction;

  constructor(scope: Construct, id: string, { config, bundles, api, data, root }: WebStackProps) {
    super(scope, id, { description: `Gantry ${config.stage}: the web client and its address.` });
    const bucket = createBucket(this);
    this.files = new GantryFunction(this, "web-files", { config, bundles });
    deployFiles(this.files, bucket);
    this.originKey = new GantryFunction(this, "origin-key", { config, bundles });
    const distribution = createDistribution(this, {
      config,
      root,
      bucket,
      artifacts: data.artifacts as s3.IBucket,
      originKey: createOriginKey(this.originKey, config),
      restApiId: api.rest.api.restApiId,
      socketApiId: api.sockets.api.apiId,
    });
    this.url = `https://${config.domain ?? distribution.distributionDomainName}`;
    new CfnOutput(this, "Url", { value: this.url });
    new CfnOutput(this, "DistributionDomain", { value: distribution.distributionDomainName });
  }
}

/**
 * Creates the bucket of the client. It contains only files of the repository, so it is deleted with the
 * stack, after its files.
 */
function createBucket(scope: Construct): s3.Bucket {
  const bucket = new s3.Bucket(scope, "Files", {
    ...PRIVATE_BUCKET,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  accept(bucket, WEB_BUCKET);
  return bucket;
}
