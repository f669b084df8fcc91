import { describe, expect, it, jest } from "@jest/globals";
import { z } from "zod";
import { missionRef, missionSignal, missions } from "#core/factory/mission/missions.ts";
import { GantryError } from "#core/kernel/errors.ts";
import { SUBSCRIBERS } from "#core/registry/subscribers.ts";
import { eventHandler } from "#lambdas/runtime/event.ts";
import { log } from "#lambdas/runtime/log.ts";
import { relayHandler } from "#lambdas/runtime/relay.ts";
import { missionInput, step } from "#lambdas/runtime/step.ts";
import { memoryWorld } from "#test/support/memory-world.ts";
import { createMission, MISSION, PLAN } from "#test/support/samples.ts";
import { printed } from "./printed.ts";
import { client } from "./requests.ts";
import { recordOf } from "./stream.ts";

const world = memoryWorld();
const out = printed();
const input = (mission_id: string) => ({ ...MISSION, mission_id });
const contextOf = (functionName: string, awsRequestId: string) => ({ functionName, awsRequestId });

describe("a line of the log", () => {
  it("is JSON with its level, the service, the function, the request and the mission", async () => {
    await step(
      missionInput,
      () => world,
      async () => log("warn", "careful", { files: 3 }),
    )(input("m_1"), contextOf("check", "r-1"));
    expect(out.json).toMatchObject([
      {
        level: "WARN",
        message: "careful",
        service: "gantry",
        files: 3,
        function_name: "check",
        function_request_id: "r-1",
        correlation_id: "m_1",
      },
      { level: "INFO", message: "step done", correlation_id: "m_1" },
    ]);
    expect(Date.parse(out.json[0].timestamp)).toBeGreaterThan(0);
  });

  it("marks only the first invocation of a process as a cold start", async () => {
    jest.resetModules();
    const fresh = await import("#lambdas/runtime/step.ts");
    const handler = fresh.step(
      fresh.missionInput,
      () => world,
      async () => undefined,
    );
    for (const id of ["m_1", "m_2"]) await handler(input(id), contextOf("check", `r_${id}`));
    expect(out.json.map(({ correlation_id, cold_start }) => [correlation_id, cold_start])).toEqual([
      ["m_1", true],
      ["m_2", false],
    ]);
  });

  it("belongs to its own invocation when several are interleaved in one process", async () => {
    const gates = new Map(["m_1", "m_2"].map((id) => [id, Promise.withResolvers<void>()]));
    const handler = step(
      missionInput,
      () => world,
      async (_, { mission_id }) => {
        log("info", "begins", { of: mission_id });
        await gates.get(mission_id)?.promise;
        log("info", "goes on", { of: mission_id });
      },
    );
    const both = ["m_1", "m_2"].map((id) => handler(input(id), contextOf("check", `r_${id}`)));
    gates.get("m_2")?.resolve();
    await both[1];
    gates.get("m_1")?.resolve();
    await both[0];
    const own = out.json.filter(({ of }) => of);
    expect(own).toHaveLength(4);
    for (const line of own)
      expect(line).toMatchObject({ correlation_id: line.of, function_request_id: `r_${line.of}` });
    expect(
      out.json.filter(({ message }) => message === "step done").map((line) => line.correlation_id),
    ).toEqual(["m_2", "m_1"]);
  });

  it("names no mission once the invocation for it has ended", async () => {
    await step(
      missionInput,
      () => world,
      async () => {},
    )(input("m_1"), contextOf("check", "r-1"));
    await eventHandler(
      z.object({}),
      () => world,
      async () => log("info", "swept"),
    )({}, contextOf("sweep", "r-2"));
    log("info", "outside");
    const [swept, outside] = ["swept", "outside"].map((word) =>
      out.json.find((line) => line.message === word),
    );
    expect(swept).toMatchObject({ message: "swept", function_name: "sweep", function_request_id: "r-2" });
    for (const line of [swept, outside]) expect(line).not.toHaveProperty("correlation_id");
    expect(outside).not.toHaveProperty("function_request_id");
  });

  it("names the mission of a refused input and of an event", async () => {
    await expect(
      step(
        missionInput,
        () => world,
        async () => {},
      )({ mission_id: "m_7" }),
    ).rejects.toMatchObject({ name: "InvalidInput" });
    const failing = eventHandler(
      z.object({ id: z.string() }),
      () => world,
      async () => {
        throw new TypeError("hunter2");
      },
      ({ id }) => id,
    );
    await expect(failing({ id: "m_8" })).rejects.toMatchObject({ name: "Internal" });
    await expect(failing({ id: 8 })).rejects.toMatchObject({ name: "Internal" });
    expect(out.json.map(({ correlation_id, message }) => [correlation_id, message])).toEqual([
      ["m_7", "step failed"],
      ["m_8", "event failed"],
      [undefined, "event failed"],
    ]);
    expect(out.lines.join("")).not.toContain("hunter2");
  });

  it("contains the stack frames of an external error but not its message, even where that looks like a frame", () => {
    const error = new Error("no\n    at https://bucket.test/?X-Amz-Signature=hunter2", {
      cause: Object.assign(new Error("hunter2"), { name: "AccessDenied" }),
    });
    log("error", "failed", { error: new GantryError("Internal", "Our own words.", { cause: error }) });
    expect(out.json[0].error).toMatchObject({
      code: "Internal",
      message: "Our own words.",
      cause: { name: "Error", cause: { name: "AccessDenied" } },
    });
    expect(out.json[0].error.cause.stack[0]).toMatch(/^at /);
    expect(out.lines.join("")).not.toContain("hunter2");
  });
});

describe("the log line of a request", () => {
  it("has the route's pattern, the reply's status and the time, and only the mission's id of the path", async () => {
    const own = memoryWorld();
    await createMission(own);
    await client(own)("GET", "/gantry/status/m_1?secret=hunter2", {});
    await client(own)("GET", "/gantry/missions/m_1/events?after=0", { headers: { "x-note": "hunter2" } });
    await client(own)("GET", "/hunter2", {});
    expect(out.json).toMatchObject([
      {
        level: "INFO",
        message: "request answered",
        method: "GET",
        resource: "/gantry/status/{id}",
        status: 400,
      },
      { resource: "/gantry/missions/{id}/events", status: 200, request_id: "r", correlation_id: "m_1" },
      { resource: "/{proxy+}", status: 404, code: "NotFound" },
    ]);
    expect(out.json[0]).toMatchObject({ code: "InvalidInput", correlation_id: "m_1" });
    for (const line of out.json) expect(line.ms).toBeGreaterThanOrEqual(0);
    expect(out.json[1]).not.toHaveProperty("code");
    expect(out.json[2]).not.toHaveProperty("correlation_id");
    expect(out.lines.join("")).not.toContain("hunter2");
  });
});

describe("the log lines of the relay", () => {
  it("each name the mission of their own signal", async () => {
    const own = memoryWorld();
    for (const id of ["m_1", "m_2"]) await createMission(own, { id });
    const signals = await Promise.all(
      ["m_1", "m_2"].map(async (id) => (await own.ledger.signals(missionRef("tn_1", id), 0, 1))[0]),
    );
    const workflows = {
      ...own.workflows,
      start: async () => {
        throw new Error("hunter2");
      },
    };
    const handler = relayHandler(() => ({ ...own, workflows }), SUBSCRIBERS);
    for (const [index, signal] of signals.entries())
      expect(await handler({ Records: [recordOf(signal!, `${index}`)] })).toEqual({
        batchItemFailures: [{ itemIdentifier: `${index}` }],
      });
    // Handlers of one signal run side by side, in no order.
    expect(out.json.map(({ message, correlation_id }) => `${correlation_id}: ${message}`).toSorted()).toEqual(
      ["m_1: phase entered", "m_1: relay failed", "m_2: phase entered", "m_2: relay failed"],
    );
    expect(out.json.find(({ message }) => message === "relay failed")).toMatchObject({
      handler: "start-execution",
      type: "gantry.mission.created",
    });
    expect(out.lines.join("")).not.toContain("hunter2");
  });

  it("report the phase and the outcome of a mission, without its texts", async () => {
    const own = memoryWorld();
    await createMission(own, { plan: { ...PLAN, title: "hunter2" } });
    own.clock.advance(4000);
    const ref = missionRef("tn_1", "m_1");
    await own.ledger.append(missions, ref, () => ({
      drafts: [
        missionSignal("gantry.execution.transitioned", { from: "CREATED", to: "RUNNING", outcome: null }),
        missionSignal("gantry.mission.phase_entered", { phase: "BUILDING", attempt: 2 }),
        missionSignal("gantry.mission.cancel_requested", { reason: "hunter2" }),
        missionSignal("gantry.mission.failed", { code: "Cancelled", message: "hunter2" }),
        missionSignal("gantry.execution.transitioned", {
          from: "RUNNING",
          to: "TERMINATED",
          outcome: "cancelled",
        }),
      ],
    }));
    const signals = await own.ledger.signals(ref, 0, 10);
    await relayHandler(
      () => own,
      SUBSCRIBERS,
    )({ Records: signals.map((signal, index) => recordOf(signal, `${index}`)) });
    expect(out.json).toMatchObject([
      { message: "phase entered", correlation_id: "m_1", phase: "QUEUED", attempt: 0 },
      { message: "phase entered", correlation_id: "m_1", phase: "BUILDING", attempt: 2, after: "QUEUED" },
      { message: "cancellation requested", correlation_id: "m_1" },
      {
        message: "mission ended",
        correlation_id: "m_1",
        phase: "CANCELLED",
        code: "Cancelled",
        seconds: 4,
      },
    ]);
    expect(out.lines.join("")).not.toContain("hunter2");
  });

  it("report an unreadable record, which is returned, and the records before it are handled", async () => {
    const own = memoryWorld();
    await createMission(own);
    const [signal] = await own.ledger.signals(missionRef("tn_1", "m_1"), 0, 1);
    const broken = { ...signal!, time: "hunter2" };
    const handler = relayHandler(() => own, SUBSCRIBERS);
    expect(await handler({ Records: [recordOf(signal!, "1"), recordOf(broken, "2")] })).toEqual({
      batchItemFailures: [{ itemIdentifier: "2" }],
    });
    expect(own.workflows.started.size).toBe(1);
    expect(out.lines.join("")).not.toContain("hunter2");
  });
});
