import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { InvokeCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { afterEach, describe, expect, it } from "@jest/globals";
import type { LambdaContext, LambdaHandler } from "#local-cloud/lambda/function.ts";
import { createLambda, type Lambda } from "#local-cloud/lambda/lambda.ts";
import { credentials, OWNER, region } from "#test/cloud/target.ts";
import { until } from "#test/support/limits.ts";

let lambda: Lambda | undefined;

afterEach(() => lambda?.close());

function make(handler: LambdaHandler, timeoutSeconds = 60): Lambda {
  lambda = createLambda({
    functions: { fn: { handler: async () => handler, timeoutSeconds } },
    asyncPauses: [5, 5],
  });
  return lambda;
}

describe("invoking a function within this process", () => {
  it("passes plain JSON in both directions, and nothing by reference", async () => {
    const event = { when: new Date(0), gone: undefined, nested: { n: 1 } };
    let seen: unknown;
    const fn = make(async (given) => {
      seen = given;
      (given as { nested: { n: number } }).nested.n = 2;
      return { at: new Date(0), nothing: undefined };
    });
    expect(await fn.invoke("fn", event)).toEqual({ ok: true, payload: { at: "1970-01-01T00:00:00.000Z" } });
    expect(seen).toEqual({ when: "1970-01-01T00:00:00.000Z", nested: { n: 2 } });
    expect(event.nested.n).toBe(1);
  });

  it("loads a handler once, and again after a failed load", async () => {
    let loads = 0;
    lambda = createLambda({
      functions: {
        fn: {
          timeoutSeconds: 60,
          handler: async () => {
            if (++loads === 1) throw new Error("Cannot find module");
            return async () => loads;
          },
        },
      },
    });
    expect(await lambda.invoke("fn", {})).toMatchObject({
      ok: false,
      error: { errorType: "Runtime.ImportModuleError", errorMessage: "Cannot find module" },
    });
    expect(await lambda.invoke("fn", {})).toEqual({ ok: true, payload: 2 });
    expect(await lambda.invoke("fn", {})).toEqual({ ok: true, payload: 2 });
  });

  it("counts the remaining time down to zero", async () => {
    let now = 1_000_000;
    lambda = createLambda({
      now: () => now,
      functions: {
        fn: {
          timeoutSeconds: 5,
          handler: async () => async (_, context: LambdaContext) => {
            const left = [context.getRemainingTimeInMillis()];
            for (const step of [2000, 60_000]) {
              now += step;
              left.push(context.getRemainingTimeInMillis());
            }
            return left;
          },
        },
      },
    });
    expect(await lambda.invoke("fn", {})).toEqual({ ok: true, payload: [5000, 3000, 0] });
  });

  it("ends at the function's time limit", async () => {
    const result = await make(() => new Promise(() => {}), 0.05).invoke("fn", {});
    expect(result).toMatchObject({ ok: false, error: { errorType: "Sandbox.Timedout" } });
  });

  it("reports a result that is not JSON", async () => {
    expect(await make(async () => 1n).invoke("fn", {})).toMatchObject({
      ok: false,
      error: { errorType: "Runtime.MarshalError" },
    });
  });

  it("accepts a name, a partial ARN and a complete one, and no version", async () => {
    const fn = make(async (_, { invokedFunctionArn }) => invokedFunctionArn);
    const arn = "arn:aws:lambda:us-east-1:000000000000:function:fn";
    for (const name of ["fn", "fn:$LATEST", "000000000000:function:fn", arn, `${arn}:$LATEST`])
      expect(await fn.invoke(name, {})).toEqual({ ok: true, payload: arn });
    await expect(fn.invoke("fn:7", {})).rejects.toMatchObject({ code: "ResourceNotFoundException" });
    await expect(fn.invoke("other", {})).rejects.toMatchObject({
      code: "ResourceNotFoundException",
      status: 404,
    });
  });
});

/** Invokes `fn` asynchronously, as the SDK does. */
async function queue(fn: Lambda, event: object): Promise<void> {
  const server = createServer((req, res) => void fn.handle(req, res, OWNER));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = new LambdaClient({ endpoint, region, credentials });
  const Payload = JSON.stringify(event);
  await client.send(new InvokeCommand({ FunctionName: "fn", InvocationType: "Event", Payload }));
  client.destroy();
  server.closeAllConnections();
  server.close();
}

describe("an asynchronous invocation", () => {
  it("is attempted three times with one request id", async () => {
    const ids: string[] = [];
    const fn = make(async (_, { awsRequestId }) => {
      ids.push(awsRequestId);
      throw new Error("never");
    });
    await queue(fn, {});
    await until(() => ids.length >= 3);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(ids).toHaveLength(3);
    expect(new Set(ids).size).toBe(1);
  });

  it("is repeated by the next process if the process ended before the function did", async () => {
    const dir = mkdtempSync(join(tmpdir(), "gantry-lambda-"));
    const create = (each: LambdaHandler) =>
      createLambda({ functions: { fn: { handler: async () => each, timeoutSeconds: 1 } }, dir });
    const begun: unknown[] = [];
    const first = create((event) => {
      begun.push(event);
      return new Promise(() => {});
    });
    await queue(first, { n: 1 });
    await until(() => begun.length === 1);
    // What the process that dies leaves is what is on the disk.
    const repeated: unknown[] = [];
    const second = create(async (event) => void repeated.push(event));
    await until(() => repeated.length === 1);
    expect(repeated).toEqual([{ n: 1 }]);
    await second.close();
    const third = create(async (event) => void repeated.push(event));
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(repeated).toHaveLength(1);
    await third.close();
    await first.close();
    rmSync(dir, { recursive: true });
  });
});
