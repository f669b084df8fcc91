import { createConverser } from "#adapters/bedrock/converser.ts";
import type { Converser, ModelRequest } from "#core/model/converser.ts";
import { createBedrock } from "#local/bedrock/bedrock.ts";
import { fixtureModel } from "#local/bedrock/fixture.ts";
import type { ConverseRequest } from "#local/bedrock/wire.ts";
import { clientsAt } from "#test/adapters/aws.ts";
import { serveBedrock } from "#test/local/bedrock/serve.ts";

export interface ModelWorld {
  readonly converser: Converser;
  /** What came over the wire. */
  readonly requests: ConverseRequest[];
  close(): Promise<void>;
}

/** The real converser over the SDK and HTTP/2, in front of a scripted model. */
export async function modelWorld(script: Parameters<typeof fixtureModel>[0]): Promise<ModelWorld> {
  const requests: ConverseRequest[] = [];
  const model = fixtureModel(script);
  const served = await serveBedrock(
    createBedrock({
      model: {
        converse: (request, signal) => {
          requests.push(request);
          return model.converse(request, signal);
        },
      },
    }),
  );
  const { bedrock: client } = clientsAt(served.endpoint);
  return {
    converser: createConverser({ client }),
    requests,
    async close() {
      client.destroy();
      await served.close();
    },
  };
}

export const request = (rest: Partial<ModelRequest> = {}): ModelRequest => ({
  model: "us.anthropic.claude-test-v1:0",
  role: "architect",
  system: "You draft apps.",
  messages: [{ role: "user", text: "a sentence that nobody else may read" }],
  answer: {
    name: "architect_answer",
    description: "The draft.",
    schema: { type: "object", properties: { name: { type: "string" } }, required: ["name"] },
  },
  strategy: "forced_tool",
  max_tokens: 500,
  timeout_ms: 10_000,
  ...rest,
});
