import { ApiGatewayManagementApiClient } from "@aws-sdk/client-apigatewaymanagementapi";
import { BedrockRuntimeClient } from "@aws-sdk/client-bedrock-runtime";
import { ECSClient } from "@aws-sdk/client-ecs";
import { KMSClient } from "@aws-sdk/client-kms";
import { S3Client } from "@aws-sdk/client-s3";
import { SFNClient } from "@aws-sdk/client-sfn";
import { SSMClient } from "@aws-sdk/client-ssm";
import { lazy } from "#adapters/cache/lazy.ts";
import { createTableClient } from "#adapters/dynamodb/client.ts";
import { createPresigner } from "#adapters/s3/presigner.ts";
import { credentials, region } from "#test/cloud/target.ts";

/** AWS clients as the parts of the factory make them, configured through the environment as a function's are. */
export function clientsAt(endpoint: string) {
  Object.assign(process.env, {
    AWS_ENDPOINT_URL: endpoint,
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_EC2_METADATA_DISABLED: "true",
  });
  delete process.env.AWS_SESSION_TOKEN;
  delete process.env.AWS_PROFILE;
  return lazy({
    table: () => createTableClient(),
    s3: () => new S3Client({}),
    presigner: () => createPresigner(),
    states: () => new SFNClient({}),
    ecs: () => new ECSClient({}),
    kms: () => new KMSClient({}),
    ssm: () => new SSMClient({}),
    bedrock: () => new BedrockRuntimeClient({ maxAttempts: 3 }),
    management: () => new ApiGatewayManagementApiClient({ endpoint }),
  });
}

/** Runs a step around every call of a client: to count calls, lose answers or make up errors. */
export function intercept(
  client: { middlewareStack: { add(middleware: any, options: any): void } },
  around: (call: { name: string; input: any }, send: () => Promise<any>) => Promise<any>,
): void {
  client.middlewareStack.add(
    (next: any, { commandName }: any) =>
      async (args: any) =>
        around({ name: commandName, input: args.input }, () => next(args)),
    { step: "initialize", name: crypto.randomUUID() },
  );
}
