import { ApiGatewayManagementApiClient } from "@aws-sdk/client-apigatewaymanagementapi";
import { BedrockRuntimeClient } from "@aws-sdk/client-bedrock-runtime";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { ECSClient } from "@aws-sdk/client-ecs";
import { KMSClient } from "@aws-sdk/client-kms";
import { S3Client } from "@aws-sdk/client-s3";
import { SFNClient } from "@aws-sdk/client-sfn";
import { SSMClient } from "@aws-sdk/client-ssm";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { lazy } from "#adapters/lazy.ts";

const MODEL_ATTEMPTS = 3;

/**
 * The AWS clients, each made when it is first used. Region, credentials and endpoints come from the environment
 * by the SDK's own rules, so the same lines reach AWS and the small cloud.
 */
export function awsClients({ managementUrl }: { managementUrl: string }) {
  return lazy({
    table: () =>
      DynamoDBDocumentClient.from(new DynamoDBClient({}), {
        marshallOptions: { removeUndefinedValues: true },
      }),
    s3: () => new S3Client({}),
    // A URL signed with a checksum of its empty body would refuse every real one; plain HTTP checks none either.
    presigner: () =>
      new S3Client({
        requestChecksumCalculation: "WHEN_REQUIRED",
        responseChecksumValidation: "WHEN_REQUIRED",
      }),
    states: () => new SFNClient({}),
    ecs: () => new ECSClient({}),
    kms: () => new KMSClient({}),
    ssm: () => new SSMClient({}),
    bedrock: () => new BedrockRuntimeClient({ maxAttempts: MODEL_ATTEMPTS }),
    management: () => new ApiGatewayManagementApiClient({ endpoint: managementUrl }),
  });
}
