import { join } from "node:path";
import { DEFAULT_MODELS, OFFLINE_MODEL } from "#core/model/defaults.ts";
import { MACHINES, machineVariable } from "#core/workflows/machines.ts";
import { CONSULTANT_FUNCTION } from "#deployment/api-functions.ts";
import { SEALING_FUNCTION } from "#deployment/event-functions.ts";
import { LIBRARY_SOURCE, SKILLS_FOLDER } from "#deployment/function-row.ts";
import { browserFolder } from "#local/browser-folder.ts";
import { builderFamily } from "#local/builder/task-definitions.ts";
import type { LocalConfig } from "#local/config.ts";
import { noticeFile } from "#local/machine-watch.ts";
import { policyFile } from "#local/policy-file.ts";
import { TENANT_ROLE } from "#local/tenant-role.ts";
import {
  ARTIFACT_BUCKET,
  CLUSTER,
  EVIDENCE_BUCKET,
  machineArn,
  PARAMETERS,
  REGION,
  SIGNING_ALIAS,
  TABLE,
} from "#local/topology.ts";

/** The ARN of each machine of the catalogue. */
const MACHINE_ARNS: Readonly<Record<string, string>> = Object.fromEntries(
  MACHINES.map((machine) => [machineVariable(machine), machineArn(machine)]),
);

/** Returns the environment of the product's functions. Only endpoints and names differ from AWS. */
export function functionEnvironment(config: LocalConfig, origin: string): Record<string, string> {
  const [large, small] = config.GANTRY_MODEL
    ? [config.GANTRY_MODEL, config.GANTRY_MODEL]
    : config.GANTRY_BEDROCK === "aws"
      ? [DEFAULT_MODELS.large, DEFAULT_MODELS.small]
      : [OFFLINE_MODEL, OFFLINE_MODEL];
  // The offline brain composes whole apps, whose files are longer than those that a language model writes.
  const architect = config.GANTRY_BEDROCK === "brain" ? OFFLINE_MODEL : large;
  return {
    AWS_REGION: REGION,
    LOG_LEVEL: config.LOG_LEVEL,
    AWS_ENDPOINT_URL: origin,
    AWS_ACCESS_KEY_ID: config.keys.aws.accessKeyId,
    AWS_SECRET_ACCESS_KEY: config.keys.aws.secretAccessKey,
    AWS_EC2_METADATA_DISABLED: "true",
    TABLE_NAME: TABLE,
    ARTIFACT_BUCKET,
    EVIDENCE_BUCKET,
    TENANT_ROLE_ARN: TENANT_ROLE.arn,
    SIGNING_KEY_ID: SIGNING_ALIAS,
    ...MACHINE_ARNS,
    SEALING_FUNCTION,
    CONSULTANT_FUNCTION,
    CLUSTER,
    TASK_DEFINITION_SMALL: builderFamily("small"),
    TASK_DEFINITION_LARGE: builderFamily("large"),
    BUILDER_SUBNETS: "subnet-local",
    BUILDER_SECURITY_GROUPS: "sg-local",
    PARAMETER_PREFIX: PARAMETERS,
    WEBSOCKET_MANAGEMENT_URL: origin,
    ...github(config, origin),
    ...vercel(config, origin),
    POLICY_FILE: policyFile(config.home),
    OPENAPI_FILE: join(config.root, "openapi.json"),
    APP_LIBRARY: join(config.root, LIBRARY_SOURCE),
    SKILLS: join(config.root, SKILLS_FOLDER),
    DOCUMENTATION: config.root,
    BUILDER_PLATFORM: `${process.platform}/${process.arch}/${process.platform === "linux" ? libc() : ""}/${process.versions.modules}`,
    BROWSER_FOLDER: browserFolder(config),
    SESSION_COOKIE: config.sessionCookie,
    WORK_DIR: join(config.home, "work"),
    NOTICE_FILE: noticeFile(config.home),
    ...(config.GANTRY_REGISTRY ? { NPM_REGISTRY: config.GANTRY_REGISTRY } : {}),
    MODEL_CONSULTANT: large,
    MODEL_ARCHITECT: architect,
    MODEL_HEALER_SMALL: small,
    MODEL_HEALER_LARGE: large,
    MODEL_CRITIC: large,
    MODEL_CHAT: small,
  };
}

/** Returns the C library of this Node: its report contains a glibc version only with glibc. */
function libc(): string {
  const { header } = process.report.getReport() as { header: { glibcVersionRuntime?: string } };
  return header.glibcVersionRuntime ? "glibc" : "musl";
}

/** Real GitHub if there is a token for it, otherwise the local cloud's. */
function github(
  { GANTRY_GITHUB_TOKEN, GANTRY_GITHUB_OWNER }: LocalConfig,
  origin: string,
): Record<string, string> {
  if (!GANTRY_GITHUB_TOKEN)
    return { GITHUB_API_URL: `${origin}/github/api/v3`, GITHUB_OWNER: "gantry-local", GITHUB_PAUSE_MS: "0" };
  if (!GANTRY_GITHUB_OWNER) throw new Error("GANTRY_GITHUB_OWNER: is required with GANTRY_GITHUB_TOKEN");
  return { GITHUB_OWNER: GANTRY_GITHUB_OWNER };
}

/** Real Vercel if there is a token for it, otherwise the local cloud's. */
function vercel({ GANTRY_VERCEL_TOKEN }: LocalConfig, origin: string): Record<string, string> {
  return GANTRY_VERCEL_TOKEN ? {} : { VERCEL_API_URL: `${origin}/vercel`, VERCEL_SCHEME: "http" };
}
