import {
  GetFunctionCommand,
  InvokeCommand,
  type InvokeCommandInput,
  LambdaClient,
  ListFunctionsCommand,
} from "@aws-sdk/client-lambda";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { LambdaFunction } from "#local-cloud/lambda/function.ts";
import { createLambda } from "#local-cloud/lambda/lambda.ts";
import { credentials, has, region, type Target, target } from "./target.ts";

/** More than any of them takes. */
const SECONDS = 60;
/**
 * Elsewhere, functions of these names and this code must be deployed first, which CLOUD_FUNCTIONS=1 says; their
 * handlers use no libraries.
 */
const functions: Record<string, LambdaFunction> = {
  "gantry-conformance-echo": { handler: async () => async (event) => event, timeoutSeconds: SECONDS },
  "gantry-conformance-context": {
    handler: async () => async (_, context) => ({
      name: context.functionName,
      arn: context.invokedFunctionArn,
      version: context.functionVersion,
      requestId: context.awsRequestId,
      remaining: context.getRemainingTimeInMillis(),
      client: context.clientContext,
    }),
    timeoutSeconds: SECONDS,
  },
  "gantry-conformance-throw": {
    handler: async () => async (event) => {
      if (event === "text") throw "just text";
      throw Object.assign(new TypeError("no good"), { name: "PolicyDenied" });
    },
    timeoutSeconds: SECONDS,
  },
  "gantry-conformance-hang": { handler: async () => () => new Promise(() => {}), timeoutSeconds: 1 },
  "gantry-conformance-nothing": { handler: async () => async () => undefined, timeoutSeconds: SECONDS },
  "gantry-conformance-large": {
    handler: async () => async () => "x".repeat(6 * 1024 * 1024 + 200),
    timeoutSeconds: SECONDS,
  },
};

let server: Target;
let lambda: LambdaClient;

beforeAll(async () => {
  server = await target(() => createLambda({ functions }));
  lambda = new LambdaClient({ endpoint: server.endpoint, region, credentials, maxAttempts: 1 });
});

afterAll(async () => {
  lambda.destroy();
  await server.close();
});

const given = has("CLOUD_FUNCTIONS", "Lambda") ? describe : describe.skip;

given("Invoke", () => {
  it("Invoke returns the function's result", async () => {
    const event = { text: "ünïcode 🙂", list: [1, null, { deep: true }] };
    const answer = await invoke("echo", event);
    expect(answer).toEqual({ status: 200, version: "$LATEST", error: undefined, payload: event });
  });

  it("Invoke passes the function its context", async () => {
    const ClientContext = Buffer.from(JSON.stringify({ custom: { a: 1 } })).toString("base64");
    const { payload } = await invoke("context", {}, { ClientContext });
    expect(payload).toMatchObject({
      name: "gantry-conformance-context",
      arn: expect.stringMatching(/^arn:aws:lambda:[\w-]+:\d{12}:function:gantry-conformance-context$/),
      version: "$LATEST",
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      client: { custom: { a: 1 } },
    });
    const { remaining } = payload as { remaining: number };
    expect(remaining).toBeGreaterThan(0);
    expect(remaining).toBeLessThanOrEqual(SECONDS * 1000);
  });

  it("Invoke reports a thrown error by name, with status 200", async () => {
    const { status, error, payload } = await invoke("throw", {});
    expect([status, error]).toEqual([200, "Unhandled"]);
    expect(payload).toMatchObject({
      errorType: "PolicyDenied",
      errorMessage: "no good",
      trace: expect.any(Array),
    });
    expect((await invoke("throw", "text")).payload).toMatchObject({
      errorType: "string",
      errorMessage: "just text",
    });
  });

  it("Invoke ends a function at its time limit", async () => {
    const { error, payload } = await invoke("hang", {});
    expect(error).toBe("Unhandled");
    expect(payload).toMatchObject({
      errorType: "Sandbox.Timedout",
      errorMessage: expect.stringMatching(
        /^RequestId: [0-9a-f-]{36} Error: Task timed out after 1\.00 seconds$/,
      ),
    });
  });

  it("Invoke returns null for a function that returns nothing", async () => {
    expect((await invoke("nothing", {})).payload).toBeNull();
  });

  it("Invoke limits requests and responses to 6 MB", async () => {
    const request = invoke("echo", "x".repeat(6 * 1024 * 1024));
    await expect(request).rejects.toMatchObject({ name: "RequestTooLargeException" });
    const { error, payload } = await invoke("large", {});
    expect([error, payload]).toMatchObject(["Unhandled", { errorType: "Function.ResponseSizeTooLarge" }]);
  });

  it("Invoke returns 202 at once for an event, and 204 for a dry run", async () => {
    expect((await invoke("hang", {}, { InvocationType: "Event" })).status).toBe(202);
    expect((await invoke("throw", {}, { InvocationType: "DryRun" })).status).toBe(204);
  });

  it("Invoke refuses a payload that is not JSON", async () => {
    const sent = lambda.send(
      new InvokeCommand({ FunctionName: "gantry-conformance-echo", Payload: Buffer.from("{not json") }),
    );
    await expect(sent).rejects.toMatchObject({ name: "InvalidRequestContentException" });
  });

  it("Invoke refuses an unknown function", async () => {
    for (const type of ["RequestResponse", "Event", "DryRun"] as const)
      await expect(invoke("missing", {}, { InvocationType: type })).rejects.toMatchObject({
        name: "ResourceNotFoundException",
        message: expect.stringContaining("Function not found: arn:aws:lambda:"),
      });
  });
});

given("functions", () => {
  it("GetFunction finds functions by name and by ARN", async () => {
    const FunctionName = "gantry-conformance-hang";
    const { Configuration } = await lambda.send(new GetFunctionCommand({ FunctionName }));
    expect(Configuration).toMatchObject({ FunctionName, Timeout: 1, State: "Active" });
    const again = await lambda.send(new GetFunctionCommand({ FunctionName: Configuration?.FunctionArn }));
    expect(again.Configuration?.FunctionName).toBe(FunctionName);
    await expect(lambda.send(new GetFunctionCommand({ FunctionName: "missing" }))).rejects.toMatchObject({
      name: "ResourceNotFoundException",
    });
  });

  it("ListFunctions lists the functions", async () => {
    const { Functions } = await lambda.send(new ListFunctionsCommand({}));
    expect(Functions?.map(({ FunctionName }) => FunctionName)).toEqual(
      expect.arrayContaining(Object.keys(functions)),
    );
  });
});

async function invoke(name: string, event: unknown, more: Partial<InvokeCommandInput> = {}) {
  const answer = await lambda.send(
    new InvokeCommand({
      FunctionName: `gantry-conformance-${name}`,
      Payload: JSON.stringify(event),
      ...more,
    }),
  );
  const text = answer.Payload?.transformToString() ?? "";
  return {
    status: answer.StatusCode,
    version: answer.ExecutedVersion,
    error: answer.FunctionError,
    payload: text === "" ? undefined : (JSON.parse(text) as unknown),
  };
}
