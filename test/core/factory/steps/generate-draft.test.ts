import { describe, expect, it } from "@jest/globals";
import { allSignals } from "#core/evidence/root.ts";
import { requireGenerated } from "#core/factory/evidence/check-generated.ts";
import { promisesOf } from "#core/factory/generate/generate.ts";
import { findMission } from "#core/factory/mission/find.ts";
import type { Mission } from "#core/factory/mission/mission.ts";
import { missionRef } from "#core/factory/mission/missions.ts";
import { speechOf } from "#core/factory/mission/speech.ts";
import type { Plan } from "#core/factory/plan/plan.ts";
import { readSpecification } from "#core/factory/specification/files.ts";
import { checkDraft } from "#core/factory/steps/check.ts";
import { openMission } from "#core/factory/steps/context.ts";
import { draftApp } from "#core/factory/steps/draft.ts";
import { loadManifest } from "#core/factory/steps/load-manifest.ts";
import { reviewApp } from "#core/factory/steps/review.ts";
import { putArtifact } from "#core/kernel/artifacts.ts";
import { canonicalJson } from "#core/kernel/canonical.ts";
import type { AnySignal } from "#core/kernel/ledger/signal-v1.ts";
import { PLANTS } from "#test/core/factory/specification/samples.ts";
import { Crash, crashing, noPause } from "#test/support/memory-pause.ts";
import { memoryWorld, OWNER, type World } from "#test/support/memory-world.ts";
import { createMission, MANIFEST, MISSION, PLAN, PNG_BASE64 } from "#test/support/samples.ts";

const PLANTS_PLAN: Plan = {
  ...PLAN,
  title: "Plants",
  kind: "app",
  project_name: "plants",
  acceptance: promisesOf(PLANTS),
  specification: PLANTS,
};

/** A confirmed mission with a specification, in a world without any model. */
async function confirmed(plan: Plan = PLANTS_PLAN): Promise<World> {
  const world = memoryWorld();
  await createMission(world, { plan });
  return world;
}

const missionOf = (world: World) => findMission(world, OWNER, MISSION.mission_id);
const signalsOf = (world: World) => allSignals(world.ledger, missionRef(MISSION.tenant, MISSION.mission_id));
const manifestOf = async (world: World) => loadManifest(world, (await openMission(world, MISSION)).state);

describe("the draft of a plan with a specification", () => {
  it("is generated without a model, and the log names the generator as its author", async () => {
    const world = await confirmed();
    await draftApp(world, MISSION);
    expect(world.converser.requests).toEqual([]);
    const signals = await signalsOf(world);
    expect(signals.filter(({ type }) => type === "gantry.model.called")).toEqual([]);
    const manifest = await manifestOf(world);
    expect(signals.at(-1)).toMatchObject({
      type: "gantry.mission.drafted",
      actorkind: "system",
      data: { by: "generator", attempt: 1, files: manifest.files.length },
    });
    expect((await missionOf(world)).usage).toMatchObject({ calls: 0 });
  });

  it("contains the specification, the promises of the plan and the plan's project name", async () => {
    const world = await confirmed({ ...PLANTS_PLAN, project_name: "green-thumb" });
    await draftApp(world, MISSION);
    const manifest = await manifestOf(world);
    expect(readSpecification(manifest.files)).toEqual(PLANTS);
    expect(manifest.acceptance.map(({ name }) => name)).toEqual(PLANTS_PLAN.acceptance);
    expect(manifest).toMatchObject({ project_name: "green-thumb", stack: "static" });
  });

  it("passes the policy check", async () => {
    const world = await confirmed();
    await draftApp(world, MISSION);
    await expect(checkDraft(world, MISSION)).resolves.toBeUndefined();
  });

  it("has the design image of the plan", async () => {
    const image = new Uint8Array(Buffer.from(PNG_BASE64, "base64"));
    const world = memoryWorld();
    const design_image = await putArtifact(world.artifacts, MISSION.tenant, image);
    await createMission(world, { plan: { ...PLANTS_PLAN, design_image } });
    await draftApp(world, MISSION);
    const files = (await manifestOf(world)).files.filter(
      ({ path }) => path === "public/design-reference.png",
    );
    expect(files).toEqual([{ path: "public/design-reference.png", content: PNG_BASE64, encoding: "base64" }]);
  });

  it("is the same, drafted once, when the step dies at any moment and runs again", async () => {
    const whole = await confirmed();
    const expected = await draftApp(whole, MISSION);
    for (let at = 1; ; at += 2) {
      const world = await confirmed();
      const crash = crashing(at);
      world.pauseWith(crash);
      const died = await draftApp(world, MISSION).then(
        () => false,
        (error) => {
          if (!(error instanceof Crash)) throw error;
          return true;
        },
      );
      world.pauseWith(noPause);
      if (!died) break;
      expect(await draftApp(world, MISSION)).toEqual(expected);
      const drafted = (await signalsOf(world)).filter(({ type }) => type === "gantry.mission.drafted");
      expect([at, drafted.length]).toEqual([at, 1]);
    }
  });

  it("is not said to come from an architect", async () => {
    const world = await confirmed();
    await draftApp(world, MISSION);
    expect(speechOf(await missionOf(world))).toBe("Plants is being generated from its specification.");
    expect(speechOf({ ...(await missionOf(world)), plan: PLAN })).toContain("The architect is drafting");
  });
});

describe("the review of a generated app", () => {
  it("tells the critic which pages of the plan were left out, and why", async () => {
    const world = memoryWorld({ models: { critic: () => ({ verdict: "accept", notes: [] }) } });
    const map = { id: "map", name: "Garden map", entity: "plant", purpose: "Where each plant stands." };
    await createMission(world, {
      plan: { ...PLANTS_PLAN, specification: { ...PLANTS, custom: [map] } },
    });
    await draftApp(world, MISSION);
    await reviewApp(world, { ...MISSION, attempt: 1 });
    const { left_out } = await missionOf(world);
    expect(left_out).toMatch(/^Garden map: /);
    expect(world.converser.requests.at(-1)?.messages[0]?.text).toContain(`"left_out": "${left_out}"`);
  });

  it("shows the critic what is the app's own, and not the library", async () => {
    const world = memoryWorld({ models: { critic: () => ({ verdict: "accept", notes: [] }) } });
    await createMission(world, { plan: PLANTS_PLAN });
    await draftApp(world, MISSION);
    await reviewApp(world, { ...MISSION, attempt: 1 });
    const [asked] = world.converser.requests;
    const document = asked?.messages[0]?.text.split("<input>")[1]?.replace("</input>", "") ?? "";
    const paths: string[] = JSON.parse(document).files.map(({ path }: { path: string }) => path);
    expect(paths).toEqual(
      expect.arrayContaining([
        "README.md",
        "public/app.js",
        "public/entities/plant.js",
        "specification/app.json",
      ]),
    );
    const library = await world.library();
    expect(paths.filter((path) => library.has(path))).toEqual([]);
  });
});

describe("the design image of a reviewed app", () => {
  it.each([
    ["us.anthropic.claude-sonnet-4-5-20250929-v1:0", true],
    ["gantry.offline-brain", false],
  ])("is shown to a critic that reads images: %s, %s", async (critic, shown) => {
    const world = memoryWorld({ models: { critic: () => ({ verdict: "accept", notes: [] }) } });
    const image = new Uint8Array(Buffer.from(PNG_BASE64, "base64"));
    const design_image = await putArtifact(world.artifacts, MISSION.tenant, image);
    await createMission(world, { plan: { ...PLANTS_PLAN, design_image } });
    await draftApp(world, MISSION);
    await reviewApp({ ...world, models: { ...world.models, critic } }, { ...MISSION, attempt: 1 });
    const [asked] = world.converser.requests;
    expect(asked?.messages[0]?.image).toEqual(
      shown ? expect.objectContaining({ media_type: "image/png", bytes: image }) : undefined,
    );
  });
});

describe("the findings of the critic's tools", () => {
  const files = (path: string, content: string) => ({
    ...MANIFEST,
    files: [...MANIFEST.files.filter((file) => file.path !== path), { path, content }],
  });
  async function reviewed(manifest: typeof MANIFEST, skills?: World["skills"]) {
    const world = memoryWorld({
      models: { architect: () => manifest, critic: () => ({ verdict: "accept", notes: [] }) },
    });
    await createMission(world);
    await draftApp(world, MISSION);
    await reviewApp({ ...world, ...(skills ? { skills } : {}) }, { ...MISSION, attempt: 1 });
    const asked = world.converser.requests.find(({ role }) => role === "critic");
    const document = asked?.messages[0]?.text.split("<input>")[1]?.replace("</input>", "") ?? "";
    return { world, findings: JSON.parse(document).findings };
  }

  it("are given to the critic, and each call is recorded with the review", async () => {
    const { world, findings } = await reviewed(files("public/more.html", "<p>Lorem ipsum</p>"));
    expect(findings).toMatchObject([
      { tool: "skill.contrast", success: true, data: { checked: 0 } },
      { tool: "skill.page-outline", success: true, data: { pages: [{}, { path: "public/more.html" }] } },
      { tool: "skill.unfinished", success: true, data: { findings: [{ kind: "filler", line: 1 }] } },
    ]);
    const types = (await signalsOf(world)).map(({ type }) => type);
    expect(types.slice(-5)).toEqual([
      ...Array(3).fill("gantry.tool.called"),
      "gantry.model.called",
      "gantry.review.finished",
    ]);
  });

  it("say that a skill is not installed", async () => {
    const { findings } = await reviewed(MANIFEST, async () => new Map());
    expect(findings).toContainEqual({
      tool: "skill.contrast",
      success: false,
      data: { error: "The tool skill.contrast is not installed." },
    });
  });
});

describe("evidence of a generated draft", () => {
  /** The verdict on the draft's author after a change of the log, the plan or the files. */
  async function verdict(
    change: (all: { mission: Mission; events: AnySignal[]; manifest: any }) => void,
    plan = PLANTS_PLAN,
  ): Promise<string> {
    const world = plan === PLAN ? memoryWorld({ models: { architect: () => MANIFEST } }) : memoryWorld();
    await createMission(world, { plan });
    await draftApp(world, MISSION);
    const all = JSON.parse(
      JSON.stringify({
        mission: await missionOf(world),
        events: (await signalsOf(world)) as AnySignal[],
        manifest: await manifestOf(world),
      }),
    );
    change(all);
    const bytes = new TextEncoder().encode(
      typeof all.manifest === "string" ? all.manifest : canonicalJson(all.manifest),
    );
    try {
      requireGenerated(all.mission, all.events, new Map([["manifest.json", bytes]]));
      return "accepted";
    } catch (error) {
      return (error as Error).message;
    }
  }
  const draftedIn = (events: AnySignal[]) =>
    events.find(({ type }) => type === "gantry.mission.drafted") as any;

  it("is accepted as it was made", async () => {
    expect(await verdict(() => {})).toBe("accepted");
    expect(await verdict(() => {}, PLAN)).toBe("accepted");
  });

  it("is refused when the log names another author", async () => {
    expect(
      await verdict(({ events }) => {
        draftedIn(events).data.by = "a-model";
      }),
    ).toContain("was not generated");
    expect(
      await verdict(({ events }) => {
        draftedIn(events).actorkind = "agent";
      }),
    ).toContain("another author");
  });

  it("is refused for a plan without a specification", async () => {
    expect(
      await verdict(({ events }) => {
        draftedIn(events).data.by = "generator";
      }, PLAN),
    ).toContain("has no specification");
  });

  it("is refused when the draft contains another specification, or none", async () => {
    const message = "The draft does not contain the confirmed specification.";
    expect(
      await verdict(({ manifest }) => {
        manifest.files = manifest.files.filter(
          ({ path }: any) => path !== "specification/entities/plant.json",
        );
      }),
    ).toBe(message);
    expect(
      await verdict(({ manifest }) => {
        const app = manifest.files.find(({ path }: any) => path === "specification/app.json");
        app.content = app.content.replace("Plants", "Plots");
      }),
    ).toBe(message);
    expect(
      await verdict((all) => {
        all.manifest = "{";
      }),
    ).toBe(message);
  });

  it("does not compare the files of a draft that was repaired since", async () => {
    expect(
      await verdict((all) => {
        all.mission = { ...all.mission, manifest_sha256: "0".repeat(64) };
        all.manifest = "{";
      }),
    ).toBe("accepted");
  });
});
