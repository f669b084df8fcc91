import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BedrockRuntimeClient, ConverseCommand } from "@aws-sdk/client-bedrock-runtime";
import { KMSClient, ListKeysCommand } from "@aws-sdk/client-kms";
import { LambdaClient, ListFunctionsCommand } from "@aws-sdk/client-lambda";
import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { createBedrock } from "#local-cloud/bedrock/bedrock.ts";
import { fixtureModel } from "#local-cloud/bedrock/fixture.ts";
import { createFront } from "#local-cloud/front/front.ts";
import { send } from "#local-cloud/http.ts";
import { createKms } from "#local-cloud/kms/kms.ts";
import { createLambda } from "#local-cloud/lambda/lambda.ts";
import { createGate } from "#local-cloud/sigv4/gate.ts";
import { awsJson, awsQuery, restJson } from "#local-cloud/sigv4/protocols.ts";
import { createSts } from "#local-cloud/sts/sts.ts";
import { credentials, region } from "./target.ts";

/** What services answer to a request that is not signed as it must be, one service for each protocol. */

let endpoint = process.env.CLOUD_ENDPOINT ?? "";
let close = async (): Promise<void> => {};

beforeAll(async () => {
  if (endpoint) return;
  const dir = mkdtempSync(join(tmpdir(), "gantry-signatures-"));
  const sts = createSts({ dir: join(dir, "sts"), credentials });
  const gate = createGate({ identify: sts.identify });
  const kms = createKms({ dir: join(dir, "kms") });
  const lambda = createLambda({ functions: {} });
  const bedrock = createBedrock({ model: fixtureModel([{ reply: { text: "pong" } }]) });
  const front = createFront({
    services: {
      sts: gate({ service: "sts", protocol: awsQuery, handle: sts.handle, sessions: true }),
      kms: gate({ service: "kms", protocol: awsJson, handle: kms.handle }),
      lambda: gate({ service: "lambda", protocol: restJson, handle: lambda.handle }),
      bedrock: gate({ service: "bedrock", protocol: restJson, handle: bedrock.handle, apiKeys: true }),
    },
    mounts: [],
    hosts: () => undefined,
    fallback: async (_, res) => send(res, 404),
    upgrade: (_, socket) => socket.destroy(),
  });
  endpoint = `http://127.0.0.1:${(await front.listen(0)).port}`;
  close = async () => {
    await front.close();
    for (const service of [sts, kms, lambda, bedrock]) await service.close();
    rmSync(dir, { recursive: true, force: true });
  };
});
afterAll(() => close());

type Keys = typeof credentials & { sessionToken?: string };

const ask: Readonly<Record<string, (keys: Keys, ahead?: number) => Promise<unknown>>> = {
  "JSON (KMS)": (keys, ahead) => new KMSClient(options(keys, ahead)).send(new ListKeysCommand({})),
  "REST (Lambda)": (keys, ahead) => new LambdaClient(options(keys, ahead)).send(new ListFunctionsCommand({})),
  "REST over HTTP/2 (Bedrock)": (keys, ahead) =>
    new BedrockRuntimeClient(options(keys, ahead)).send(
      new ConverseCommand({ modelId: "none", messages: [{ role: "user", content: [{ text: "ping" }] }] }),
    ),
  "query (STS)": (keys, ahead) => new STSClient(options(keys, ahead)).send(new GetCallerIdentityCommand({})),
};

const options = (keys: Keys, systemClockOffset = 0) => ({
  endpoint,
  region,
  credentials: keys,
  systemClockOffset,
  maxAttempts: 1,
});

describe.each(Object.entries(ask))("%s", (protocol, call) => {
  const query = protocol.startsWith("query");
  const refusal = (json: string, ofQuery: string) => ({
    name: query ? ofQuery : json,
    $metadata: { httpStatusCode: protocol.startsWith("JSON") ? 400 : 403 },
  });

  it("refuses an unknown access key", async () => {
    await expect(call({ ...credentials, accessKeyId: "AKIAAAAAAAAAAAAAAAAA" })).rejects.toMatchObject(
      refusal("UnrecognizedClientException", "InvalidClientTokenId"),
    );
  });

  it("refuses a wrong secret", async () => {
    await expect(call({ ...credentials, secretAccessKey: "guess" })).rejects.toMatchObject(
      refusal("InvalidSignatureException", "SignatureDoesNotMatch"),
    );
  });

  it("refuses a session token that was never issued", async () => {
    await expect(call({ ...credentials, sessionToken: "guess" })).rejects.toMatchObject(
      refusal("UnrecognizedClientException", "InvalidClientTokenId"),
    );
  });

  it("refuses a request signed 20 minutes ago, or in the future", async () => {
    for (const minutes of [-20, 20])
      await expect(call(credentials, minutes * 60_000)).rejects.toMatchObject(
        refusal("InvalidSignatureException", "SignatureDoesNotMatch"),
      );
  });

  const right = process.env.CLOUD_ENDPOINT && protocol.includes("Bedrock") ? it.skip : it;
  right("takes the right key", async () => {
    await expect(call(credentials)).resolves.toMatchObject({ $metadata: { httpStatusCode: 200 } });
  });
});
