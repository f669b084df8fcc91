// A catalogue for the local cloud, as a person writes one: functions, a rule and a model.
import { DynamoDBClient, PutItemCommand } from "@aws-sdk/client-dynamodb";

const table = new DynamoDBClient();

export const functions = {
  double: async ({ value }) => ({ value: 2 * value }),
  note: {
    handler: async ({ detail }) => {
      await table.send(new PutItemCommand({ TableName: "notes", Item: { pk: { S: detail.object.key } } }));
    },
    timeoutSeconds: 10,
  },
};

export const rules = [{ name: "objects", pattern: { source: ["aws.s3"] }, targets: ["note"] }];

export const model = {
  converse: async () => ({
    output: { message: { role: "assistant", content: [{ text: "Hello." }] } },
    stopReason: "end_turn",
    usage: { inputTokens: 1, outputTokens: 1, totalTokens: 2 },
    metrics: { latencyMs: 1 },
  }),
};
