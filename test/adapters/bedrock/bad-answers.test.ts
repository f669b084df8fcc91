import { readdirSync, readFileSync } from "node:fs";
import { afterEach, describe, expect, it } from "@jest/globals";
import { systemClock } from "#adapters/system/system.ts";
import { critic } from "#core/factory/prompts/critic.ts";
import { toProblem } from "#core/kernel/errors.ts";
import { ask } from "#core/model/ask.ts";
import type { CallRecord } from "#core/model/call-record.ts";
import { DEFAULT_MODELS } from "#core/model/defaults.ts";
import type { FixtureReply } from "#local-cloud/bedrock/fixture.ts";
import { within } from "#test/support/limits.ts";
import { openBudget, PAYER } from "#test/support/payer.ts";
import { type ModelWorld, modelWorld } from "./world.ts";

/** Bad answers to a prompt with a schema, over the SDK; drafts have cases of their own (bad-models). */
interface Case {
  readonly replies: readonly (FixtureReply & {
    readonly repeat?: { readonly text: string; readonly times: number };
    readonly json?: object;
    readonly notes?: number;
  })[];
  readonly expected: {
    /** Requests on the wire, with the SDK's own repetitions. */
    readonly calls: number;
    /** Recorded calls, with the one that returned the answer. */
    readonly recorded: number;
    readonly estimated?: true;
    readonly answer?: unknown;
    readonly error?: { readonly code: string; readonly message: string };
  };
}

const FOLDER = "test/cases/bad-answers";
const CASES: readonly (readonly [string, Case])[] = readdirSync(FOLDER).map((name) => [
  name.replace(".json", ""),
  JSON.parse(readFileSync(`${FOLDER}/${name}`, "utf8")),
]);

let world: ModelWorld | undefined;
afterEach(() => world?.close());

function replyOf({ repeat, json, notes, ...reply }: Case["replies"][number]): FixtureReply {
  if (repeat) return { text: repeat.text.repeat(repeat.times), stopReason: "max_tokens" };
  if (json) return { text: JSON.stringify({ ...json, notes: Array(notes).fill("more") }) };
  return reply;
}

describe("a bad answer", () => {
  it.each(CASES)("%s", async (_, { replies, expected }) => {
    const left = [...replies];
    world = await modelWorld(() => replyOf(left.shift() ?? { error: { code: "ValidationException" } }));
    const recorded: CallRecord[] = [];
    const services = { converser: world.converser, clock: systemClock, budget: openBudget() };
    const outcome = await ask(services, critic, {} as never, {
      model: DEFAULT_MODELS.large,
      payer: PAYER,
      timeout_ms: within(60),
      onUnusable: (call) => void recorded.push(call),
    }).then(
      ({ answer, call }) => {
        recorded.push(call);
        return { answer };
      },
      (error) => ({ error: toProblem(error) }),
    );
    expect(world.attempts()).toBe(expected.calls);
    expect(recorded).toHaveLength(expected.recorded);
    expect(services.budget.settled).toHaveLength(Math.max(expected.recorded, 1));
    for (const call of recorded) expect("estimated" in call).toBe(expected.estimated ?? false);
    if (expected.answer !== undefined) expect(outcome).toEqual({ answer: expected.answer });
    else {
      const { code, message } = expected.error as { code: string; message: string };
      expect(outcome).toMatchObject({ error: { code, detail: expect.stringContaining(message) } });
    }
  });
});
