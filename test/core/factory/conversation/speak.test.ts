import { describe, expect, it } from "@jest/globals";
import { consult } from "#core/factory/conversation/consult.ts";
import { fileConversation } from "#core/factory/conversation/file.ts";
import { openConversation } from "#core/factory/conversation/open.ts";
import { speak } from "#core/factory/conversation/speak.ts";
import { listMissions } from "#core/factory/mission/find.ts";
import type { DeviceCaller } from "#core/identity/caller.ts";
import { memoryWorld, OWNER } from "#test/support/memory-world.ts";
import { PROPOSAL } from "#test/support/samples.ts";

const PHONE: DeviceCaller = { ...OWNER, amr: ["device"], device: "sk_phone" };
const TABLET: DeviceCaller = { ...PHONE, device: "sk_tablet" };
const MINUTES = 60_000;
const HOURS = 60 * MINUTES;

/** A world whose consultant plans a todo app, and asks about everything else before it plans. */
const worldOf = () =>
  memoryWorld({
    models: {
      consultant: ({ messages }) =>
        JSON.stringify(messages).includes("todo")
          ? { proposal: PROPOSAL, speech: "A todo app. Shall I?", question: null }
          : { proposal: null, speech: "What should it list?", question: "What should it list?" },
    },
  });
type World = ReturnType<typeof worldOf>;

const say = (world: World, message: string, caller = PHONE) => speak(world, caller, message, "text");
const missions = async (world: World) => (await listMissions(world, OWNER, { limit: 10 })).entries;
const STALE = { code: "StalePlan", field: "text" };

describe("what a device says without naming a consultation", () => {
  it("continues the one that it was told of within the last ten minutes", async () => {
    const world = worldOf();
    const asked = await say(world, "Build me an app");
    world.clock.advance(10 * MINUTES);
    const planned = await say(world, "A list of todos");
    expect([planned.id, planned.status]).toEqual([asked.id, "awaiting_confirmation"]);
    expect(planned.plan?.request).toEqual(["Build me an app", "A list of todos"]);
  });

  it.each<[string, (world: World, id: string) => unknown]>([
    ["later", (world) => world.clock.advance(10 * MINUTES + 1)],
    ["once its plan is built", (world) => say(world, "yes")],
    [
      "once another device has spoken there",
      (world, conversation_id) => consult(world, OWNER, { conversation_id, message: "with tags" }),
    ],
  ])("starts a new one %s", async (_, before) => {
    const world = worldOf();
    const { id } = await say(world, "Build me a todo app");
    await before(world, id);
    expect((await say(world, "Build me a todo app")).id).not.toBe(id);
  });

  it("starts a new one on another device", async () => {
    const world = worldOf();
    const { id } = await say(world, "Build me a todo app");
    expect((await say(world, "Build me a todo app", TABLET)).id).not.toBe(id);
  });
});

describe("the yes of a device", () => {
  it("confirms the plan that it was told last, also hours later and whatever other devices were told since", async () => {
    const world = worldOf();
    const { id } = await say(world, "Build me a todo app");
    await say(world, "Build me a todo app", TABLET);
    await consult(world, OWNER, { message: "Build me a todo app" });
    world.clock.advance(23 * HOURS);
    expect(await say(world, "Yes, proceed")).toMatchObject({ id, status: "confirmed" });
    expect(await missions(world)).toHaveLength(1);
  });

  it("returns the mission again when it is repeated", async () => {
    const world = worldOf();
    await say(world, "Build me a todo app");
    const { mission_id } = await say(world, "Yes");
    expect((await say(world, "Yes")).mission_id).toBe(mission_id);
    expect(await missions(world)).toHaveLength(1);
  });

  it("answers a question, and confirms no older plan by that", async () => {
    const world = worldOf();
    await say(world, "Build me a todo app");
    world.clock.advance(11 * MINUTES);
    const asked = await say(world, "Build me an app");
    expect(await say(world, "Yes")).toMatchObject({ id: asked.id, status: "open" });
    expect(await missions(world)).toEqual([]);
  });

  it.each<[string, (world: World) => unknown]>([
    ["nothing was told", () => {}],
    ["another device was told the plan", (world) => say(world, "Build me a todo app", TABLET)],
    [
      "the consultation was archived",
      async (world) => {
        const { id } = await say(world, "Build me a todo app");
        await fileConversation(await openConversation(world, OWNER, id), OWNER, { archived: true });
      },
    ],
    ["the plan was told in a session", (world) => consult(world, OWNER, { message: "Build me a todo app" })],
    [
      "the plan was changed elsewhere since",
      async (world) => {
        const { id } = await say(world, "Build me a todo app");
        await consult(world, OWNER, { conversation_id: id, message: "with tags" });
      },
    ],
    [
      "a newer one was changed elsewhere since, although an older one waits",
      async (world) => {
        await say(world, "Build me a todo app");
        world.clock.advance(11 * MINUTES);
        const { id } = await say(world, "Build me a todo app");
        await consult(world, OWNER, { conversation_id: id, message: "with tags" });
      },
    ],
    [
      "the plan is a day old",
      async (world) => {
        await say(world, "Build me a todo app");
        world.clock.advance(24 * HOURS);
      },
    ],
    [
      "the question was asked long ago",
      async (world) => {
        await say(world, "Build me an app");
        world.clock.advance(11 * MINUTES);
      },
    ],
  ])("is refused when %s", async (_, before) => {
    const world = worldOf();
    await before(world);
    await expect(say(world, "Yes, proceed")).rejects.toMatchObject(STALE);
    expect(await missions(world)).toEqual([]);
  });

  it("is refused when the plan changes while it is on its way", async () => {
    const world = worldOf();
    const { id: conversation_id } = await say(world, "Build me a todo app");
    await consult(world, OWNER, { conversation_id, message: "with tags" });
    const yes = consult(world, PHONE, { conversation_id, message: "yes" }, { isDeviceBound: true });
    await expect(yes).rejects.toMatchObject({ code: "StalePlan", field: "message" });
    expect(await missions(world)).toEqual([]);
  });

  it("waits for a plan that is not there yet", async () => {
    const world = worldOf();
    const models = { ...world.models, consultant: "anthropic.claude" };
    const slow = { ...world, models };
    const { id, status } = await say(slow as World, "Build me a todo app");
    expect(status).toBe("planning");
    expect(await say(slow as World, "Yes")).toMatchObject({ id, status: "planning" });
    expect(await missions(world)).toEqual([]);
  });
});

describe("a no of a device", () => {
  it("withdraws the plan that it was told", async () => {
    const world = worldOf();
    const { id } = await say(world, "Build me a todo app");
    expect(await say(world, "No")).toMatchObject({ id, status: "open", plan: null });
    await expect(say(world, "Yes")).resolves.toMatchObject({
      id,
      status: expect.not.stringMatching("confirmed"),
    });
  });
});
