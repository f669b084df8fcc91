import {
  type BedrockClient,
  GetFoundationModelAvailabilityCommand,
  type InferenceProfileSummary,
  paginateListInferenceProfiles,
} from "@aws-sdk/client-bedrock";

/** Whether a configured model can be called from this account and region. */
export interface ModelAccess {
  /** Whether the inference profile exists in this region; undefined for the id of a model itself. */
  readonly profile: "ACTIVE" | "absent" | undefined;
  /** What prevents access, with Bedrock's values: `agreement NOT_AVAILABLE`. */
  readonly obstacles: readonly string[];
}

export type ReadModel = (id: string) => Promise<ModelAccess>;

/** Ids of inference profiles start with a region group: `us.anthropic.…`, `global.anthropic.…`. */
const PROFILE = /^(global|apac|us-gov|[a-z]{2})\./;

/** Returns a function that reads the access to a model. The list of profiles is fetched only once. */
export function modelReader(client: BedrockClient): ReadModel {
  let profiles: Promise<InferenceProfileSummary[]> | undefined;
  return async (id) => {
    if (!PROFILE.test(id) && !id.startsWith("arn:"))
      return { profile: undefined, obstacles: await obstacles(client, id) };
    profiles ??= listProfiles(client);
    const profile = (await profiles).find(
      ({ inferenceProfileId, inferenceProfileArn }) =>
        inferenceProfileId === id || inferenceProfileArn === id,
    );
    if (!profile) return { profile: "absent", obstacles: [] };
    const [model] = (profile.models ?? []).map(({ modelArn = "" }) => modelArn.split("foundation-model/")[1]);
    const found = model === undefined ? ["profile without a model"] : await obstacles(client, model);
    return { profile: "ACTIVE", obstacles: found };
  };
}

async function listProfiles(client: BedrockClient): Promise<InferenceProfileSummary[]> {
  const all: InferenceProfileSummary[] = [];
  for (const typeEquals of ["SYSTEM_DEFINED", "APPLICATION"] as const)
    for await (const page of paginateListInferenceProfiles({ client }, { typeEquals }))
      all.push(...(page.inferenceProfileSummaries ?? []));
  return all;
}

async function obstacles(client: BedrockClient, modelId: string): Promise<string[]> {
  const { agreementAvailability, authorizationStatus, entitlementAvailability, regionAvailability } =
    await client.send(new GetFoundationModelAvailabilityCommand({ modelId }));
  const answers = [
    ["agreement", agreementAvailability?.status, "AVAILABLE"],
    ["authorization", authorizationStatus, "AUTHORIZED"],
    ["entitlement", entitlementAvailability, "AVAILABLE"],
    ["region", regionAvailability, "AVAILABLE"],
  ];
  return answers.filter(([, is, wanted]) => is !== wanted).map(([what, is]) => `${what} ${is}`);
}
