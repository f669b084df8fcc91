import { createModelCaller } from "#adapters/bedrock/model-caller.ts";
import { systemClock } from "#adapters/system/system.ts";
import type { AnswerStrategy } from "#core/model/capabilities.ts";
import type { Converser, ModelCall, ModelCaller } from "#core/model/converser.ts";
import { createConverser } from "#core/model/fallback.ts";
import { createBedrock } from "#local-cloud/bedrock/bedrock.ts";
import { fixtureModel } from "#local-cloud/bedrock/fixture.ts";
import type { ConverseRequest } from "#local-cloud/bedrock/wire.ts";
import { clientsAt } from "#test/adapters/aws.ts";
import { serveBedrock } from "#test/local-cloud/bedrock/serve.ts";
import { within } from "#test/support/limits.ts";

export interface ModelWorld {
  readonly caller: ModelCaller;
  readonly converser: Converser;
  /** What came over the wire. */
  readonly requests: ConverseRequest[];
  /** How many calls were made, with those that were refused. */
  attempts(): number;
  close(): Promise<void>;
}

/** The real converser over the SDK and HTTP/2, in front of a scripted model. */
export async function modelWorld(script: Parameters<typeof fixtureModel>[0]): Promise<ModelWorld> {
  const requests: ConverseRequest[] = [];
  const model = fixtureModel(script);
  let attempts = 0;
  const bedrock = createBedrock({
    model: {
      converse: (request, signal) => {
        requests.push(request);
        return model.converse(request, signal);
      },
      stream: (request, signal) => {
        requests.push(request);
        return (model.stream as NonNullable<typeof model.stream>)(request, signal);
      },
    },
  });
  const served = await serveBedrock({
    ...bedrock,
    handle(...request) {
      attempts++;
      return bedrock.handle(...request);
    },
  });
  const { bedrock: client } = clientsAt(served.endpoint);
  const caller = createModelCaller({ client });
  return {
    caller,
    converser: createConverser(caller, systemClock),
    requests,
    attempts: () => attempts,
    async close() {
      client.destroy();
      await served.close();
    },
  };
}

export const FORM = {
  name: "architect_answer",
  description: "The draft.",
  schema: {
    type: "object",
    properties: { name: { type: "string" } },
    required: ["name"],
    additionalProperties: false,
  },
};

const PLAIN = {
  model: "us.anthropic.claude-test-v1:0",
  role: "architect",
  system: "You draft apps.",
  messages: [{ role: "user", text: "a sentence that nobody else may read" }],
  max_tokens: 500,
  timeout_ms: within(60),
} as const;

/** A call for a structured answer. */
export const request = (
  rest: Partial<Omit<ModelCall, "strategy">> & { strategy?: AnswerStrategy } = {},
): ModelCall => ({
  ...PLAIN,
  answer: FORM,
  strategy: "forced_tool",
  ...rest,
});

/** A call for text. */
export const plainRequest = (rest: Partial<Omit<ModelCall, "strategy">> = {}): ModelCall => ({
  ...PLAIN,
  strategy: "text",
  ...rest,
});
