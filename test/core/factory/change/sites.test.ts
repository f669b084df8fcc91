import { describe, expect, it } from "@jest/globals";
import { generateSite } from "#core/factory/generate/site/site.ts";
import type { Plan } from "#core/factory/plan/plan.ts";
import { propose } from "#core/factory/plan/propose.ts";
import type { Site } from "#core/factory/specification/site.ts";
import type { ThemeId } from "#core/factory/themes/themes.ts";
import type { ModelRequest } from "#core/model/converser.ts";
import { consult as brain } from "#local/brain/roles/consultant.ts";
import { memoryWorld, OWNER } from "#test/support/memory-world.ts";
import { createMission } from "#test/support/samples.ts";
import { changed, inputOf, release, say, store } from "./released.ts";

/** Changes of content sites, offline. */

async function released(words: string, theme?: ThemeId) {
  const world = memoryWorld({ models: { consultant: (request: ModelRequest) => brain(inputOf(request)) } });
  const wish = {
    tenant: OWNER.tenant,
    words: [words],
    previous: null,
    deploy: true,
    publish: true,
    image: null,
  };
  const look = theme ? { theme: { id: theme, since: 0 } } : {};
  const proposed = await propose(world, { ...wish, ...look }, { onUnusable: () => {} });
  const plan = proposed.plan as Plan;
  await createMission(world, { plan });
  const base = generateSite({ ...plan, specification: plan.specification as Site }, await world.library());
  const digest = await store(world, base);
  await release(world, { source: digest, generated_base: digest });
  return { world, base };
}

describe("a change of a site", () => {
  it.each([
    ["call it Rosa", /Names it Rosa\./],
    ["make it green", /Changes the accent from/],
    ["phone 030 1234567", /Changes the phone number from .* to 030 1234567\./],
    ["in Berlin", /Changes the place from .* to Berlin\./],
    ["add a team section", /Adds the section /],
    ["without a contact form and no menu", /Removes the section Menu\./],
    ["open monday to friday 8-17", /the section Opening hours/],
  ])("%j is shown as an edit", async (message, edit) => {
    const { world } = await released("a website for my bakery");
    const { plan, speech } = await say(world, message);
    expect(speech).toMatch(edit);
    expect(plan?.specification).toMatchObject({ kind: "site", trade: "bakery" });
  });

  it("keeps the look that was chosen beside the words, until another is named", async () => {
    const { world } = await released("a website for my bakery", "channels");
    const look = async (message: string) => {
      const { plan } = await say(world, message);
      return (plan?.specification as Site | undefined)?.look;
    };
    expect(await look("phone 030 1234567")).toMatchObject({ theme: "channels", accent: null });
    expect(await look("make it green")).toMatchObject({ theme: "channels", accent: expect.any(String) });
    expect(await look("in the style of Trello")).toMatchObject({ theme: "boards", accent: null });
    const { plan } = await say(world, "phone 030 1234567");
    expect(plan).toMatchObject({ design_theme: { id: "channels", message: 0 } });
  });

  it("touches only the files that the edit is about", async () => {
    const { world, base } = await released("a website for my bakery");
    const { manifest } = await changed(world, "phone 030 1234567");
    const before = new Map(base.files.map(({ path, content }) => [path, content]));
    const touched = manifest.files.filter(({ path, content }) => before.get(path) !== content);
    expect(manifest.files).toHaveLength(base.files.length);
    expect(touched.map(({ path }) => path).filter((path) => path.startsWith("public/"))).toEqual([
      "public/index.html",
    ]);
  });

  it.each([
    ["eine Website für meine Bäckerei", "nenne sie Rosa", /Benennt sie in Rosa um\./],
    ["un site web pour ma boulangerie", "téléphone 01 23 45 67 89", /Change le numéro de téléphone : /],
    ["una página web para mi panadería", "llámala Rosa", /Pasa a llamarse Rosa\./],
  ])("of %j is told in its language", async (words, message, edit) => {
    const { world } = await released(words);
    expect((await say(world, message)).speech).toMatch(edit);
  });

  it("that would make it an app is refused", async () => {
    const { world } = await released("a website for my bakery");
    const { plan, speech } = await say(world, "actually, a plant tracker with photos");
    expect(plan).toBeNull();
    expect(speech).toMatch(/^A change keeps .* what it is\. You can change its name/);
  });
});
