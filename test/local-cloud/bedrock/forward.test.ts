import { ConverseCommand, ConverseStreamCommand } from "@aws-sdk/client-bedrock-runtime";
import { afterEach, describe, expect, it } from "@jest/globals";
import type { Fixture } from "#local-cloud/bedrock/fixture.ts";
import { createBedrockForwarder, type ForwardOptions } from "#local-cloud/bedrock/forward.ts";
import { type AwsDouble, awsDouble } from "./aws-double.ts";
import { bedrockClient, serveBedrock } from "./serve.ts";
import { problemsOf } from "./smithy-check.ts";

const real = { accessKeyId: "AKIAREAL", secretAccessKey: "real-secret", sessionToken: "real-token" };
let aws: AwsDouble | undefined;
let served: Awaited<ReturnType<typeof serveBedrock>> | undefined;
afterEach(async () => {
  await served?.close();
  await aws?.close();
  aws = served = undefined;
});

async function start(answers: Fixture[], options: Partial<ForwardOptions> = {}): Promise<string> {
  aws = await awsDouble(real.secretAccessKey, answers);
  const forwarder = createBedrockForwarder({
    url: aws.url,
    region: "eu-central-1",
    credentials: async () => real,
    ...options,
  });
  served = await serveBedrock(forwarder);
  return served.endpoint;
}

const modelId = "arn:aws:bedrock:us-east-1:000000000000:inference-profile/us.anthropic.model-v1:0";
const input = { modelId, messages: [{ role: "user" as const, content: [{ text: "grüße" }] }] };

describe.each(["HTTP/2", "HTTP/1.1"] as const)(
  "forwarding to AWS for a client that speaks %s",
  (protocol) => {
    it("signs with the real credentials and returns the reply", async () => {
      const client = bedrockClient(
        await start([{ match: { text: "grüße" }, reply: { text: "pong" } }]),
        protocol,
      );
      const reply = await client.send(new ConverseCommand(input));
      expect(reply.output!.message!.content).toEqual([{ text: "pong" }]);
      const { headers, url } = aws!.seen[0]!;
      expect(url).toBe(`/model/${encodeURIComponent(modelId)}/converse`);
      expect(headers.authorization).toMatch(
        /Credential=AKIAREAL\/\d{8}\/eu-central-1\/bedrock\/aws4_request/,
      );
      expect(headers["x-amz-security-token"]).toBe("real-token");
      expect(JSON.stringify(headers)).not.toContain("Credential=gantry");
      client.destroy();
    });

    it("passes a stream through event by event, including its error", async () => {
      const endpoint = await start([
        { reply: { text: "one two three" }, times: 1 },
        { reply: { error: { code: "ModelStreamErrorException", message: "broke", afterText: "one" } } },
      ]);
      const client = bedrockClient(endpoint, protocol);
      const read = async () => {
        let text = "";
        const { stream } = await client.send(new ConverseStreamCommand(input));
        for await (const event of stream!) text += event.contentBlockDelta?.delta?.text ?? "";
        return text;
      };
      expect(await read()).toBe("one two three");
      await expect(read()).rejects.toMatchObject({ name: "ModelStreamErrorException", message: "broke" });
      client.destroy();
    });

    it("passes AWS's own errors through", async () => {
      const client = bedrockClient(
        await start([{ reply: { error: { code: "ThrottlingException" } } }]),
        protocol,
      );
      await expect(client.send(new ConverseCommand(input))).rejects.toMatchObject({
        name: "ThrottlingException",
        $metadata: { httpStatusCode: 429 },
      });
      client.destroy();
    });
  },
);

describe("forwarding to AWS that fails", () => {
  const attempt = async (options: Partial<ForwardOptions>) => {
    const client = bedrockClient(await start([], options), "HTTP/2");
    await client.send(new ConverseCommand(input)).finally(() => client.destroy());
  };

  it("reports that there are no credentials", async () => {
    const credentials = () => Promise.reject(new Error("no provider"));
    await expect(attempt({ credentials })).rejects.toMatchObject({
      name: "AccessDeniedException",
      message: "There are no usable AWS credentials: no provider",
    });
  });

  it("reports that AWS cannot be reached", async () => {
    await expect(attempt({ url: "http://127.0.0.1:1" })).rejects.toMatchObject({
      name: "ServiceUnavailableException",
      message: expect.stringContaining("Bedrock cannot be reached"),
    });
  });

  it("reports AWS's signature error when the secret is wrong", async () => {
    const credentials = async () => ({ ...real, secretAccessKey: "other" });
    await expect(attempt({ credentials })).rejects.toMatchObject({ name: "InvalidSignatureException" });
  });
});

describe("the checker of the SDK's model", () => {
  it("reports members that are missing, unknown, of a wrong type, or twice in a union", () => {
    const body = (content: unknown, rest = {}) => ({
      messages: [{ role: "user", content: [content] }],
      ...rest,
    });
    expect(problemsOf("ConverseRequest$", body({ text: "x" }))).toEqual([]);
    expect(problemsOf("ConverseRequest$", body({ text: 1 }))).toHaveLength(1);
    expect(problemsOf("ConverseRequest$", body({ text: "x", image: {} }))).not.toEqual([]);
    expect(problemsOf("ConverseRequest$", body({ text: "x" }, { invented: 1 }))).toEqual([
      "$.invented: unknown",
    ]);
    expect(problemsOf("ConverseRequest$", { messages: [{ content: [] }] })).toEqual([
      "$.messages[0].role: missing",
    ]);
    const tool = { toolConfig: { tools: [{ toolSpec: { name: "t" } }] } };
    expect(problemsOf("ConverseRequest$", body({ text: "x" }, tool))).toEqual([
      "$.toolConfig.tools[0].toolSpec.inputSchema: missing",
    ]);
  });
});
