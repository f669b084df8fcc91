// A catalogue for the local cloud, as a person writes one.
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

export const roles = [
  {
    arn: "arn:aws:iam::000000000000:role/reader",
    tags: ["team"],
    statements: [{ actions: ["dynamodb:GetItem"], resources: ["*"] }],
  },
];

export const tasks = {
  cluster: "jobs",
  definitions: {
    report: { revision: 1, cpu: 256, memory: 512, container: { name: "main", image: "report", memory: 512 } },
  },
  run: async ({ environment }) => ({ exitCode: Number(environment.CODE) }),
};

export const model = {
  converse: async () => ({
    output: { message: { role: "assistant", content: [{ text: "Hello." }] } },
    stopReason: "end_turn",
    usage: { inputTokens: 1, outputTokens: 1, totalTokens: 2 },
    metrics: { latencyMs: 1 },
  }),
};
