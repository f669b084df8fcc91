import { BedrockClient } from "@aws-sdk/client-bedrock";
import { CloudFormationClient } from "@aws-sdk/client-cloudformation";
import { ECRClient } from "@aws-sdk/client-ecr";
import { IAMClient } from "@aws-sdk/client-iam";
import { ServiceQuotasClient } from "@aws-sdk/client-service-quotas";
import { SSMClient } from "@aws-sdk/client-ssm";
import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { lazy } from "#adapters/cache/lazy.ts";
import { readBootstrap } from "./bootstrap.ts";
import { type AccountPlace, clientOptions } from "./client-options.ts";
import { readImageSize } from "./images.ts";
import { type ModelAccess, modelReader } from "./models.ts";
import { listBelow, type StoredSecret } from "./parameters.ts";
import { type Answer, attempt } from "./problem.ts";
import { type QuotaKey, quotaReader } from "./quotas.ts";
import { hasRole } from "./service-roles.ts";
import { readFailures, readStack, type Stack } from "./stacks.ts";

/** Queries about an account. Each sends its request when called and returns a problem instead of throwing. */
export interface Account {
  region(): Promise<Answer<string>>;
  identity(): Promise<Answer<{ readonly account: string; readonly arn: string }>>;
  bootstrap(): Promise<Answer<number | undefined>>;
  stack(name: string): Promise<Answer<Stack | undefined>>;
  /** Reasons why resources of a stack failed, newest first. */
  failures(stack: string): Promise<Answer<readonly string[]>>;
  /** Whether the account has a role. */
  role(name: string): Promise<Answer<boolean>>;
  /** Names and dates of the secrets below a prefix, never values. */
  secrets(prefix: string): Promise<Answer<readonly StoredSecret[]>>;
  quota(key: QuotaKey): Promise<Answer<number | undefined>>;
  model(id: string): Promise<Answer<ModelAccess>>;
  /** Compressed size in bytes of an image, by its URI in the registry. */
  imageSize(uri: string): Promise<Answer<number | undefined>>;
}

/** Opens the account of the person's AWS credentials. Clients are created on first use. */
export function openAccount(place: AccountPlace): Account {
  const options = clientOptions(place);
  const clients = lazy({
    sts: () => new STSClient(options),
    ssm: () => new SSMClient(options),
    cloudformation: () => new CloudFormationClient(options),
    quotas: () => new ServiceQuotasClient(options),
    bedrock: () => new BedrockClient(options),
    ecr: () => new ECRClient(options),
    iam: () => new IAMClient(options),
  });
  const readers = lazy({
    quota: () => quotaReader(clients.quotas),
    model: () => modelReader(clients.bedrock),
  });
  return {
    region: () => attempt("the region", () => clients.sts.config.region()),
    identity: () => attempt("sts:GetCallerIdentity", () => readIdentity(clients.sts)),
    bootstrap: () => attempt("ssm:GetParameter", () => readBootstrap(clients.ssm)),
    stack: (name) => attempt("cloudformation:DescribeStacks", () => readStack(clients.cloudformation, name)),
    failures: (stack) =>
      attempt("cloudformation:DescribeStackEvents", () => readFailures(clients.cloudformation, stack)),
    role: (name) => attempt("iam:GetRole", () => hasRole(clients.iam, name)),
    secrets: (prefix) => attempt("ssm:DescribeParameters", () => listBelow(clients.ssm, prefix)),
    quota: (key) => attempt("servicequotas:ListServiceQuotas", () => readers.quota(key)),
    model: (id) => attempt("bedrock:GetFoundationModelAvailability", () => readers.model(id)),
    imageSize: (uri) => attempt("ecr:DescribeImages", () => readImageSize(clients.ecr, uri)),
  };
}

async function readIdentity(client: STSClient) {
  const { Account = "", Arn = "" } = await client.send(new GetCallerIdentityCommand({}));
  return { account: Account, arn: Arn };
}
