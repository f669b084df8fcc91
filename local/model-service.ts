import { defaultProvider } from "@aws-sdk/credential-provider-node";
import { createBrain } from "#local/brain/brain.ts";
import type { LocalConfig } from "#local/config.ts";
import { fixtureFile } from "#local/fixture-file.ts";
import { createBedrock } from "#local-cloud/bedrock/bedrock.ts";
import { createBedrockForwarder } from "#local-cloud/bedrock/forward.ts";
import { openAiModel } from "#local-cloud/bedrock/openai.ts";
import type { SignedService } from "#local-cloud/http.ts";

/**
 * Creates the service behind the Bedrock endpoint. Must be called before the environment of the functions is
 * set: real Bedrock is called with the person's own credentials, which are resolved here.
 */
export async function createModelService(
  config: LocalConfig,
  onError: (error: unknown) => void,
): Promise<SignedService> {
  const region = config.GANTRY_BEDROCK_REGION;
  switch (config.GANTRY_BEDROCK) {
    case "brain":
      return createBedrock({ model: createBrain(), onError });
    case "fixture":
      return createBedrock({
        model: fixtureFile(required(config.GANTRY_FIXTURE, "GANTRY_FIXTURE")),
        onError,
      });
    case "openai":
      return createBedrock({
        model: openAiModel({
          url: required(config.GANTRY_BEDROCK_URL, "GANTRY_BEDROCK_URL"),
          model: required(config.GANTRY_MODEL, "GANTRY_MODEL"),
          ...(config.GANTRY_OPENAI_KEY ? { apiKey: config.GANTRY_OPENAI_KEY } : {}),
        }),
        onError,
      });
    case "aws": {
      const provider = defaultProvider(config.AWS_PROFILE ? { profile: config.AWS_PROFILE } : {});
      const first = await provider();
      // Long-lived keys are used as they are; the provider refreshes those of a profile or SSO session.
      const credentials = first.expiration ? () => provider() : async () => first;
      return createBedrockForwarder({
        url: config.GANTRY_BEDROCK_URL ?? `https://bedrock-runtime.${region}.amazonaws.com`,
        region,
        credentials,
        onError,
      });
    }
  }
}

function required(value: string | undefined, name: string): string {
  if (value === undefined) throw new Error(`${name}: is required with this value of GANTRY_BEDROCK`);
  return value;
}
