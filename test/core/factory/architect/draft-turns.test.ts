import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { DRAFT_MS, TURN_MS } from "#core/factory/architect/draft-time.ts";
import { appText, DONE, filesText } from "#core/factory/architect/markers.ts";
import {
  EXAMPLE_APP,
  EXAMPLE_FILES,
  EXAMPLE_PLAN,
  EXAMPLE_TEXT,
} from "#core/factory/architect/worked-example.ts";
import { openMission } from "#core/factory/steps/context.ts";
import { draftApp } from "#core/factory/steps/draft.ts";
import { loadManifest } from "#core/factory/steps/load-manifest.ts";
import { toProblem } from "#core/kernel/errors.ts";
import { CallFailed, type ModelRequest } from "#core/model/converser.ts";
import { DEFAULT_MODELS } from "#core/model/defaults.ts";
import { reply } from "#test/support/memory-converser.ts";
import { memoryWorld, type World } from "#test/support/memory-world.ts";
import { createMission, MISSION, PLAN } from "#test/support/samples.ts";

/** Part of a scripted reply: text, or text repeated, or a part of the example. */
type Part =
  | string
  | { readonly text: string; readonly times: number }
  | { readonly files: readonly string[] }
  | { readonly app: object }
  | { readonly example: "whole" | "app" };
interface Turn {
  readonly parts: readonly Part[];
  readonly stop?: string;
  /** The call fails after this text. */
  readonly fails?: "ModelUnavailable" | "ModelRefused";
}
interface Case {
  readonly description: string;
  readonly request?: string;
  readonly turns: readonly Turn[];
  readonly expected: {
    readonly calls: number;
    /** Text of the last request of the factory. */
    readonly asked?: string;
    readonly files?: readonly string[];
    readonly error?: { readonly code: string; readonly message: string };
  };
}

const FOLDER = "test/cases/bad-models";
const CASES: readonly (readonly [string, Case])[] = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".json"))
  .map((name) => [name.replace(".json", ""), JSON.parse(readFileSync(`${FOLDER}/${name}`, "utf8"))]);
const ALL = EXAMPLE_FILES.map(({ path }) => path);

function textOf(part: Part): string {
  if (typeof part === "string") return part;
  if ("times" in part)
    return Array.from({ length: part.times }, (_, index) => part.text.replaceAll("%", String(index))).join(
      "",
    );
  if ("files" in part) return filesText(EXAMPLE_FILES.filter(({ path }) => part.files.includes(path)));
  if ("app" in part) return appText({ ...EXAMPLE_APP, ...part.app });
  return part.example === "whole" ? EXAMPLE_TEXT : `${appText(EXAMPLE_APP)}${DONE}\n`;
}

/** The converser whose replies arrive in pieces of so many characters. */
function inPieces(converser: World["converser"], length: number): World["converser"] {
  const divided = (request: ModelRequest, text: string): boolean => {
    for (let at = 0; at < text.length; at += length)
      if (request.accept?.(text.slice(at, at + length)) === false) return false;
    return true;
  };
  return {
    requests: converser.requests,
    converse: (request) => converser.converse({ ...request, accept: (text) => divided(request, text) }),
  };
}

/** A model that says these turns, in pieces of so many characters, and counts what it was asked. */
async function drafting(
  { turns, request }: Pick<Case, "turns" | "request">,
  length = Number.POSITIVE_INFINITY,
): Promise<World> {
  const left = [...turns];
  const architect = (asked: ModelRequest) => {
    const turn = left.shift() ?? turns.at(-1);
    const text = (turn?.parts ?? []).map(textOf).join("");
    if (!turn?.fails) return reply(text, { stop_reason: turn?.stop ?? "end_turn" });
    asked.accept?.(text);
    const usage = { input_tokens: 9, output_tokens: 9, cache_read_tokens: 0, cache_write_tokens: 0 };
    throw new CallFailed(turn.fails, "The model's reply broke off.", { ...usage, estimated: true }, {});
  };
  const memory = memoryWorld({ models: { architect } });
  const converser = inPieces(memory.converser, length);
  const world = { ...memory, converser, models: { ...memory.models, architect: DEFAULT_MODELS.large } };
  await createMission(world, {
    plan: { ...PLAN, ...EXAMPLE_PLAN, ...(request ? { request: [request] } : {}) },
  });
  return world;
}

async function outcome(world: World) {
  const error = await draftApp(world, MISSION).then(
    () => undefined,
    (error) => toProblem(error),
  );
  const { state } = await openMission(world, MISSION);
  const files = state.manifest_sha256 ? (await loadManifest(world, state)).files : [];
  return { error, paths: files.map(({ path }) => path).sort(), state, files };
}

describe("a draft of a language model", () => {
  it("is taken as it is when nothing is wrong with it, after one call for text", async () => {
    const world = await drafting({ turns: [{ parts: ["Here you are:\n", { example: "whole" }] }] });
    const { files, state } = await outcome(world);
    expect(files).toEqual(EXAMPLE_FILES);
    const [asked] = world.converser.requests;
    expect(world.converser.requests).toHaveLength(1);
    expect(asked).not.toHaveProperty("answer");
    expect(asked?.messages[0]?.text).toContain("Workflow files would run");
    expect(state.usage).toMatchObject({ calls: 1 });
  });

  it("of which each call is recorded, with those that failed or were refused", async () => {
    const world = await drafting({
      turns: [
        { parts: [{ files: ["public/tip.js"] }], fails: "ModelUnavailable" },
        { parts: ["=== file: public/page.js ===\n// rest of the code\n=== end: public/page.js ===\n"] },
        {
          parts: [{ files: ["public/index.html", "public/page.js", "test/tip.test.js"] }, { example: "app" }],
        },
      ],
    });
    const { paths, state } = await outcome(world);
    expect(paths).toEqual([...ALL].sort());
    expect(state.usage.calls).toBe(3);
  });

  it("is not paid for twice when its step is repeated", async () => {
    const world = await drafting({ turns: [{ parts: [{ example: "whole" }] }] });
    await draftApp(world, MISSION);
    await draftApp(world, MISSION);
    expect(world.converser.requests).toHaveLength(1);
  });
});

describe("the time of a draft", () => {
  /** A model each of whose turns is cut off after this time, with one more file complete. */
  async function slow(milliseconds: number) {
    const paths = [...ALL];
    const memory = memoryWorld({
      models: {
        architect: () => {
          memory.clock.advance(milliseconds);
          const next = paths.shift();
          const text = textOf(next === undefined ? { example: "app" } : { files: [next] });
          return reply(text, { stop_reason: next === undefined ? "end_turn" : "max_tokens" });
        },
      },
    });
    const world = { ...memory, models: { ...memory.models, architect: DEFAULT_MODELS.large } };
    await createMission(world, { plan: { ...PLAN, ...EXAMPLE_PLAN } });
    return { world, ...(await outcome(world)) };
  }
  const limits = (world: World) => world.converser.requests.map(({ timeout_ms }) => timeout_ms);

  it("leaves each turn at most half of it, and no more than what is left", async () => {
    const { world, error, paths } = await slow(60_000);
    expect([error, paths]).toEqual([undefined, [...ALL].sort()]);
    const rest = (turn: number) => Math.min(TURN_MS, DRAFT_MS - turn * 60_000);
    expect(limits(world)).toEqual([0, 1, 2, 3, 4].map(rest));
  });

  it("ends the draft when it is over, which no repetition of the step would mend", async () => {
    const { world, error } = await slow(160_000);
    expect(error).toMatchObject({ code: "ModelRefused" });
    expect(error?.detail).toContain("its time was over");
    expect(limits(world)).toEqual([TURN_MS, TURN_MS]);
  });
});

describe("a bad model", () => {
  const lengths = [Number.POSITIVE_INFINITY, 2];
  const cases = CASES.flatMap(([name, each]) => lengths.map((length) => [name, length, each] as const));
  it.each(cases)("%s, in pieces of %d characters", async (_, length, { turns, request, expected }) => {
    const world = await drafting({ turns, ...(request ? { request } : {}) }, length);
    const { error, paths, state } = await outcome(world);
    const { requests } = world.converser;
    expect(requests).toHaveLength(expected.calls);
    expect(state.usage.calls).toBe(expected.calls);
    if (expected.asked) expect(requests.at(-1)?.messages.at(-1)?.text).toContain(expected.asked);
    if (expected.error) {
      expect(error).toMatchObject({ code: expected.error.code });
      expect(error?.detail).toContain(expected.error.message);
      expect(paths).toEqual([]);
    } else {
      expect(error).toBeUndefined();
      expect(paths).toEqual([...(expected.files ?? ALL)].sort());
    }
    for (const { system } of requests) expect(system).toBe(requests[0]?.system);
  });
});
