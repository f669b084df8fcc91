import { createSocket, type Socket } from "node:dgram";
import { once } from "node:events";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { GantryError } from "#core/kernel/errors.ts";
import { memoryWorld } from "#test/support/memory-world.ts";
import { MISSION } from "#test/support/samples.ts";
import { printed } from "./printed.ts";

/** The tracer as it runs in Lambda, against an X-Ray daemon that keeps what it is sent. */

const world = memoryWorld();
const out = printed();
const context = { functionName: "check", awsRequestId: "r-1" };
let daemon: Socket;
let runtime: typeof import("#lambdas/runtime/step.ts");
let segments: any[] = [];

beforeAll(async () => {
  daemon = createSocket("udp4").on("message", (data) =>
    segments.push(JSON.parse(String(data).split("\n")[1]!)),
  );
  daemon.bind(0, "127.0.0.1");
  await once(daemon, "listening");
  Object.assign(process.env, {
    AWS_EXECUTION_ENV: "AWS_Lambda_nodejs24.x",
    LAMBDA_TASK_ROOT: "/var/task",
    AWS_XRAY_DAEMON_ADDRESS: `127.0.0.1:${daemon.address().port}`,
    _X_AMZN_TRACE_ID: "Root=1-6744a1b2-0123456789abcdef01234567;Parent=0123456789abcdef;Sampled=1",
  });
  runtime = await import("#lambdas/runtime/step.ts");
});
beforeEach(() => void segments.splice(0));
afterAll(() => void daemon.close());

async function sent(): Promise<any[]> {
  if (segments.length === 0) await once(daemon, "message");
  return segments;
}

describe("the trace segment of a step", () => {
  it("is annotated with its mission, and the log line names the trace", async () => {
    await runtime.step(
      runtime.missionInput,
      () => world,
      async () => {},
    )(MISSION, context);
    expect(await sent()).toMatchObject([
      {
        name: "## check",
        trace_id: "1-6744a1b2-0123456789abcdef01234567",
        parent_id: "0123456789abcdef",
        annotations: { mission: "m_1" },
      },
    ]);
    expect(out.json).toMatchObject([{ xray_trace_id: "1-6744a1b2-0123456789abcdef01234567" }]);
    expect(out.lines).toHaveLength(1);
  });

  it("contains an error's code and frames, and nothing else of it", async () => {
    const refuse = async () => {
      throw new GantryError("VercelRefused", "hunter2", {
        detail: { hunter2: 1 },
        cause: Object.assign(new Error("hunter2"), { request: { authorization: "hunter2" } }),
      });
    };
    const fail = async () => {
      throw new Error("hunter2\n    at hunter2:1:1");
    };
    for (const [run, code] of [
      [refuse, "VercelRefused"],
      [fail, "Internal"],
    ] as const) {
      segments = segments.splice(0, 0);
      await expect(
        runtime.step(runtime.missionInput, () => world, run)(MISSION, context),
      ).rejects.toMatchObject({ name: code });
      const [segment] = await sent();
      expect(segment).toMatchObject({ fault: true, cause: { exceptions: [{ type: code, message: code }] } });
      expect(segment.cause.exceptions[0].stack[0].label).toBe(run.name);
      expect(JSON.stringify(segment)).not.toContain("hunter2");
    }
  });
});
