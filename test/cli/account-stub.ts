import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { createSsm } from "#local-cloud/ssm/ssm.ts";
import { credentials, OWNER, region } from "#test/cloud/target.ts";

/** What the services of an account answer, by operation; what is left out is what a healthy account says. */
export interface AccountScript {
  /** A whole error by operation: `sts:GetCallerIdentity`, `quotas`, `bedrock`, `ecr`, `cloudformation`. */
  readonly refuse?: Readonly<Record<string, { readonly code: string; readonly message: string }>>;
  /** Status by stack name; one that is not here is not deployed. */
  readonly stacks?: Readonly<Record<string, string>>;
  /** Why a resource of each stack failed. */
  readonly failed?: string;
  /** Roles that the account lacks. */
  readonly withoutRoles?: readonly string[];
  /** Outputs of the factory stack. */
  readonly outputs?: Readonly<Record<string, string>>;
  /** Applied quotas by code, and those of a service by name. */
  readonly quotas?: Readonly<Record<string, number>>;
  readonly availability?: Readonly<Record<string, string>>;
  readonly imageBytes?: number;
}

export const ACCOUNT = "123456789012";
export const SONNET = "us.anthropic.claude-sonnet-4-5-20250929-v1:0";
export const HAIKU = "us.anthropic.claude-haiku-4-5-20251001-v1:0";
const REPOSITORY = `cdk-hnb659fds-container-assets-${ACCOUNT}-${region}`;
export const IMAGE = `${ACCOUNT}.dkr.ecr.${region}.amazonaws.com/${REPOSITORY}:0a1b2c`;

/**
 * An account on 127.0.0.1 in its services' own wire formats: the small cloud's Parameter Store, and canned answers
 * of STS and CloudFormation (query, XML), Service Quotas and ECR (JSON 1.1) and Bedrock (REST, JSON).
 * `AWS_ENDPOINT_URL` and made-up credentials point the SDK at it.
 */
export async function accountStub() {
  const dir = mkdtempSync(join(tmpdir(), "gantry-account-"));
  const ssm = createSsm({ dir });
  let script: AccountScript = {};
  const asked: string[] = [];
  const server = createServer(async (req, res) => {
    const target = String(req.headers["x-amz-target"] ?? "");
    if (target.startsWith("AmazonSSM.")) {
      asked.push(`ssm:${target.slice(10)}`);
      return void ssm.handle(req, res, OWNER);
    }
    const body = await text(req);
    const reply =
      target !== ""
        ? json(script, target, JSON.parse(body), asked)
        : req.method === "POST"
          ? query(script, new URLSearchParams(body), asked)
          : rest(script, new URL(req.url ?? "/", "http://x"), asked);
    res.writeHead(reply.status, reply.headers).end(reply.body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const before = { ...process.env };
  Object.assign(process.env, {
    AWS_ENDPOINT_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_EC2_METADATA_DISABLED: "true",
    AWS_CONFIG_FILE: "/nonexistent",
    AWS_SHARED_CREDENTIALS_FILE: "/nonexistent",
  });
  for (const name of ["AWS_SESSION_TOKEN", "AWS_PROFILE"]) delete process.env[name];
  return {
    /** Operations in the order in which they came. */
    asked,
    answers(next: AccountScript) {
      script = next;
      asked.length = 0;
    },
    async close() {
      process.env = before;
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await ssm.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Every stack of an installation in one state. */
export function deployed(status = "UPDATE_COMPLETE", stage = "dev"): Record<string, string> {
  const parts = ["Data", "Factory", "Api", "Web", "Ops"];
  return Object.fromEntries(parts.map((part) => [`Gantry-${stage}-${part}`, status]));
}

function query(script: AccountScript, input: URLSearchParams, asked: string[]): Reply {
  const action = input.get("Action") ?? "";
  const service = action === "GetCallerIdentity" ? "sts" : action === "GetRole" ? "iam" : "cloudformation";
  const xmlns = NAMESPACES[service];
  const fail = (code: string, message: string, status = 400) =>
    reply(
      code.startsWith("AccessDenied") || code === "ExpiredToken" ? 403 : status,
      "text/xml",
      `<ErrorResponse xmlns="${xmlns}"><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error><RequestId>r-1</RequestId></ErrorResponse>`,
    );
  const answer = (result: string) =>
    reply(
      200,
      "text/xml",
      `<${action}Response xmlns="${xmlns}"><${action}Result>${result}</${action}Result><ResponseMetadata><RequestId>r-1</RequestId></ResponseMetadata></${action}Response>`,
    );
  asked.push(`${service}:${action}`);
  const refused = script.refuse?.[service];
  if (refused) return fail(refused.code, refused.message);
  if (action === "GetCallerIdentity")
    return answer(
      `<Arn>arn:aws:iam::${ACCOUNT}:user/ada</Arn><UserId>AIDAEXAMPLE</UserId><Account>${ACCOUNT}</Account>`,
    );
  if (service === "iam") {
    const role = input.get("RoleName") ?? "";
    if (script.withoutRoles?.includes(role)) return fail("NoSuchEntity", `${role} cannot be found.`, 404);
    return answer(
      `<Role><Path>/aws-service-role/</Path><RoleName>${role}</RoleName><RoleId>AROAEXAMPLE</RoleId><Arn>arn:aws:iam::${ACCOUNT}:role/${role}</Arn><CreateDate>2026-11-20T10:00:00Z</CreateDate></Role>`,
    );
  }
  const stack = input.get("StackName") ?? "";
  const status = script.stacks?.[stack];
  if (!status) return fail("ValidationError", `Stack with id ${stack} does not exist`);
  if (action === "DescribeStackEvents")
    return answer(`<StackEvents>${script.failed ? event(stack, script.failed) : ""}</StackEvents>`);
  return answer(`<Stacks><member>${stackXml(stack, status, script)}</member></Stacks>`);
}

const NAMESPACES = {
  sts: "https://sts.amazonaws.com/doc/2011-06-15/",
  iam: "https://iam.amazonaws.com/doc/2010-05-08/",
  cloudformation: "http://cloudformation.amazonaws.com/doc/2010-05-15/",
} as const;

function event(stack: string, reason: string): string {
  return `<member><StackId>${stack}</StackId><EventId>e-1</EventId><StackName>${stack}</StackName><Timestamp>2026-11-20T10:00:00.000Z</Timestamp><ResourceStatus>CREATE_FAILED</ResourceStatus><ResourceStatusReason>${reason}</ResourceStatusReason></member>`;
}

function stackXml(name: string, status: string, { outputs = {} }: AccountScript): string {
  const rows = Object.entries(name.endsWith("-Factory") ? outputs : {}).map(([OutputKey, OutputValue]) =>
    member({ OutputKey, OutputValue }),
  );
  return `<StackName>${name}</StackName><StackId>arn:aws:cloudformation:${region}:${ACCOUNT}:stack/${name}/1</StackId><CreationTime>2026-11-20T10:00:00.000Z</CreationTime><StackStatus>${status}</StackStatus><DisableRollback>false</DisableRollback><Outputs>${rows.join("")}</Outputs>`;
}

function member(members: Record<string, string>): string {
  const parts = Object.entries(members).map(([name, value]) => `<${name}>${value}</${name}>`);
  return `<member>${parts.join("")}</member>`;
}

function json(script: AccountScript, target: string, input: any, asked: string[]): Reply {
  const [namespace = "", operation = ""] = target.split(".");
  const service = namespace.startsWith("ServiceQuotas") ? "quotas" : "ecr";
  const answer = (body: object, status = 200) =>
    reply(status, "application/x-amz-json-1.1", JSON.stringify(body));
  asked.push(`${service}:${operation}`);
  const refused = script.refuse?.[service];
  if (refused) return answer({ __type: refused.code, Message: refused.message }, 400);
  const quotas = Object.entries(script.quotas ?? {});
  if (operation === "GetServiceQuota" || operation === "GetAWSDefaultServiceQuota") {
    const found = operation === "GetServiceQuota" && quotas.find(([code]) => code === input.QuotaCode);
    return found
      ? answer({ Quota: { QuotaCode: found[0], Value: found[1] } })
      : answer({ __type: "NoSuchResourceException", Message: "The quota does not exist." }, 400);
  }
  if (operation === "ListServiceQuotas") {
    // Page by page, as a service with a thousand quotas answers.
    const at = Number(input.NextToken ?? 0);
    const [name, value] = quotas[at] ?? [];
    const rest = at + 1 < quotas.length ? { NextToken: String(at + 1) } : {};
    return answer({ Quotas: name ? [{ QuotaName: name, Value: value }] : [], ...rest });
  }
  if (operation === "ListAWSDefaultServiceQuotas") return answer({ Quotas: [] });
  const wanted = { registryId: ACCOUNT, repositoryName: REPOSITORY, imageIds: [{ imageTag: "0a1b2c" }] };
  if (!isDeepStrictEqual(input, wanted))
    return answer({ __type: "RepositoryNotFoundException", message: "not in the registry" }, 400);
  return answer({ imageDetails: [{ imageSizeInBytes: script.imageBytes ?? 97_400_000 }] });
}

function rest(script: AccountScript, url: URL, asked: string[]): Reply {
  const answer = (body: object, status = 200, headers = {}) =>
    reply(status, "application/json", JSON.stringify(body), headers);
  asked.push(`bedrock:${url.pathname.split("/")[1]}`);
  const refused = script.refuse?.bedrock;
  if (refused) return answer({ message: refused.message }, 403, { "x-amzn-errortype": refused.code });
  if (url.pathname === "/inference-profiles") {
    const models = url.searchParams.get("type") === "SYSTEM_DEFINED" ? [SONNET, HAIKU] : [];
    return answer({ inferenceProfileSummaries: models.map(profile) });
  }
  const modelId = decodeURIComponent(url.pathname.split("/")[2] ?? "");
  const { agreement = "AVAILABLE", ...rest } = script.availability ?? {};
  return answer({
    modelId,
    agreementAvailability: { status: agreement },
    authorizationStatus: "AUTHORIZED",
    entitlementAvailability: "AVAILABLE",
    regionAvailability: "AVAILABLE",
    ...rest,
  });
}

function profile(id: string) {
  return {
    inferenceProfileId: id,
    inferenceProfileName: id,
    inferenceProfileArn: `arn:aws:bedrock:${region}:${ACCOUNT}:inference-profile/${id}`,
    models: [{ modelArn: `arn:aws:bedrock:${region}::foundation-model/${id.slice(3)}` }],
    status: "ACTIVE",
    type: "SYSTEM_DEFINED",
  };
}

async function text(req: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

function reply(status: number, type: string, body: string, headers = {}): Reply {
  return { status, headers: { "content-type": type, ...headers }, body };
}
