import { afterEach, describe, expect, it } from "@jest/globals";
import { Ajv2020 } from "ajv/dist/2020.js";
import { z } from "zod";
import { systemClock } from "#adapters/system/system.ts";
import { EXAMPLE_TEXT } from "#core/factory/architect/worked-example.ts";
import { architect } from "#core/factory/prompts/architect.ts";
import { changeFiles } from "#core/factory/prompts/change-files.ts";
import { chat } from "#core/factory/prompts/chat.ts";
import { consultant } from "#core/factory/prompts/consultant.ts";
import { critic } from "#core/factory/prompts/critic.ts";
import { draftFiles } from "#core/factory/prompts/draft-files.ts";
import { fillSlots } from "#core/factory/prompts/fill-slots.ts";
import { healer } from "#core/factory/prompts/healer.ts";
import { STACK_NAMES } from "#core/factory/stacks/stacks.ts";
import { ask } from "#core/model/ask.ts";
import { caller } from "#core/model/call.ts";
import { isFormatRefused } from "#core/model/converser.ts";
import { DEFAULT_MODELS } from "#core/model/defaults.ts";
import { CLAUDE, type JsonSchema } from "#core/model/dialects.ts";
import type { Prompt } from "#core/model/prompt.ts";
import { translate } from "#core/model/translate.ts";
import { within } from "#test/support/limits.ts";
import { openBudget, PAYER } from "#test/support/payer.ts";
import { ANSWERS } from "#test/support/samples.ts";
import { type ModelWorld, modelWorld, request } from "./world.ts";

/** Every prompt of the product to every model family, over the SDK, to a Bedrock that refuses what those models refuse. */
const PROMPTS: readonly Prompt<any, unknown>[] = [consultant, architect, healer, critic, chat];
const KEYWORD = "output_config.format.schema: For 'array' type, property 'maxItems' is not supported";
const MODELS = [
  DEFAULT_MODELS.large,
  DEFAULT_MODELS.small,
  "anthropic.claude-opus-4-5-20251101-v1:0",
  "eu.anthropic.claude-opus-4-6-v1",
  "global.anthropic.claude-sonnet-4-6",
  "us.anthropic.claude-opus-4-7",
  "us.anthropic.claude-opus-4-8",
  "us.anthropic.claude-opus-5",
  "us.anthropic.claude-sonnet-5",
  "jp.anthropic.claude-opus-5-5",
  "global.anthropic.claude-sonnet-5-5",
  "us.anthropic.claude-fable-5",
  "us.anthropic.claude-fable-5-1",
  "arn:aws:bedrock:us-east-1:111122223333:application-inference-profile/abc",
  "us.amazon.nova-pro-v1:0",
  "us.meta.llama3-3-70b-instruct-v1:0",
  "mistral.mistral-large-2407-v1:0",
];

let world: ModelWorld | undefined;
afterEach(() => world?.close());

describe("the schema of a plan with a specification", () => {
  const schema = z.toJSONSchema(consultant.answer, { target: "draft-2020-12", io: "input" }) as JsonSchema;

  it("has more optional members than native output accepts, so it is sent to a tool", () => {
    expect(translate(schema, CLAUDE)).toBeNull();
  });

  it.each(MODELS)("is sent to %s as a tool that accepts a whole plan", async (model) => {
    let tool: any;
    world = await modelWorld(({ toolConfig }) => {
      tool = toolConfig?.tools?.[0]?.toolSpec?.inputSchema?.json;
      return { toolUse: { name: "consultant_answer", input: ANSWERS.consultant as never } };
    });
    const services = { converser: world.converser, clock: systemClock, budget: openBudget() };
    await ask(services, consultant, {} as never, { model, payer: PAYER, timeout_ms: within(60) });
    const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(tool);
    expect([validate(ANSWERS.consultant), validate.errors]).toEqual([true, null]);
    expect(validate({ ...(ANSWERS.consultant as object), extra: 1 })).toBe(false);
  });
});

describe.each(MODELS)("%s", (model) => {
  it.each([
    ...STACK_NAMES.map((stack) => [`files of an app on the stack ${stack}`, draftFiles(stack)] as const),
    ...STACK_NAMES.map(
      (stack) => [`changed files of an app on the stack ${stack}`, changeFiles(stack)] as const,
    ),
    ["custom pages of a generated app", fillSlots],
  ] as const)("accepts the first request for the %s", async (_, prompt) => {
    world = await modelWorld(() => ({ text: EXAMPLE_TEXT }));
    const { converser } = world;
    const services = { converser, clock: systemClock, budget: openBudget() };
    const call = caller(services, prompt, { model, payer: PAYER, timeout_ms: within(60) });
    const pieces: string[] = [];
    const { reply } = await call([{ role: "user", text: prompt.render({} as never) }], {
      accept: (piece) => pieces.push(piece) > 0,
    });
    expect([reply.text, pieces.join("")]).toEqual([EXAMPLE_TEXT, EXAMPLE_TEXT]);
    expect(world.attempts()).toBe(1);
    expect(world.requests[0]).not.toHaveProperty("toolConfig");
  });

  it("gets the next method when the service refuses one for a keyword of its schema", async () => {
    const strategies: string[] = [];
    world = await modelWorld(({ toolConfig, outputConfig }) => {
      const way = outputConfig?.textFormat ? "json_schema" : toolConfig?.toolChoice?.tool ? "forced" : "auto";
      strategies.push(way);
      return toolConfig && way === "auto"
        ? { toolUse: { name: "critic_answer", input: ANSWERS.critic as never } }
        : { error: { code: "ValidationException", message: KEYWORD } };
    });
    const services = { converser: world.converser, clock: systemClock, budget: openBudget() };
    const { answer } = await ask(services, critic, {} as never, {
      model,
      payer: PAYER,
      timeout_ms: within(60),
    });
    expect(answer).toEqual(ANSWERS.critic);
    expect(strategies.at(-1)).toBe("auto");
  });

  it.each(PROMPTS)(
    "accepts the first request of the prompt $agent.role and returns a reply",
    async (prompt) => {
      const given = ANSWERS[prompt.agent.role];
      world = await modelWorld(({ toolConfig }) =>
        toolConfig
          ? { toolUse: { name: `${prompt.agent.role}_answer`, input: given as never } }
          : { text: JSON.stringify(given) },
      );
      const { converser } = world;
      const { answer, call } = await ask(
        { converser, clock: systemClock, budget: openBudget() },
        prompt,
        {},
        { model, payer: PAYER, timeout_ms: within(60) },
      );
      expect(answer).toEqual(given);
      expect(call).toMatchObject({ role: prompt.agent.role, model });
      expect(world.attempts()).toBe(1);
    },
  );
});

describe("a model that is no Claude", () => {
  it.each(MODELS.slice(-4))(
    "gets tools that it may use only, no temperature and no cache: %s",
    async (model) => {
      world = await modelWorld(() => ({
        toolUse: { name: "critic_answer", input: ANSWERS.critic as never },
      }));
      const services = { converser: world.converser, clock: systemClock, budget: openBudget() };
      await ask(services, critic, {} as never, { model, payer: PAYER, timeout_ms: within(60) });
      const [sent] = world.requests as any[];
      expect(sent.toolConfig.toolChoice?.tool ?? sent.toolConfig.toolChoice?.any).toBeUndefined();
      expect(sent).not.toHaveProperty("outputConfig");
      expect(sent.inferenceConfig).not.toHaveProperty("temperature");
      expect(JSON.stringify(sent)).not.toContain("cachePoint");
    },
  );
});

describe("a request with a keyword that native output forbids", () => {
  it.each([
    [
      "maxItems",
      { type: "array", items: { type: "string" }, maxItems: 3 },
      "For 'array' type, property 'maxItems' is not supported",
    ],
    ["minimum", { type: "integer", minimum: 0 }, "For 'integer' type, property 'minimum' is not supported"],
    [
      "maxLength",
      { type: "string", maxLength: 9 },
      "For 'string' type, property 'maxLength' is not supported",
    ],
    ["oneOf", { oneOf: [{ type: "string" }, { type: "null" }] }, "Schema type 'oneOf' is not supported"],
  ])("gets the 400 of Bedrock, which is known as one about the format: %s", async (_, member, message) => {
    world = await modelWorld(() => ({ text: "{}" }));
    const schema = {
      type: "object",
      properties: { member },
      required: ["member"],
      additionalProperties: false,
    };
    const answer = { name: "a", description: "b", schema };
    const error = await world.caller
      .call(request({ model: DEFAULT_MODELS.large, strategy: "json_schema", answer } as never))
      .catch((error) => error);
    expect(isFormatRefused(error)).toBe(true);
    expect((error.cause as Error).message).toBe(
      `The model returned the following errors: output_config.format.schema: ${message}`,
    );
    expect(world.requests).toEqual([]);
  });
});
