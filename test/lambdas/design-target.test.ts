import { beforeAll, describe, expect, it } from "@jest/globals";
import { DESIGN_TARGETS, THEMES } from "#core/factory/themes/themes.ts";
import { consult } from "#local/brain/roles/consultant.ts";
import { memoryWorld } from "#test/support/memory-world.ts";
import { printed } from "./printed.ts";
import { client, configure } from "./requests.ts";

beforeAll(configure);
printed();

/** A world whose consultant is the offline brain. */
function worldOf() {
  const requests: string[] = [];
  const consultant = (request: any) => {
    const said = request.messages[0].text as string;
    requests.push(said);
    return consult(JSON.parse(said.slice(said.indexOf("<input>") + 7, said.lastIndexOf("</input>"))));
  };
  return { ask: client(memoryWorld({ models: { consultant } })), requests };
}

const lookOf = ({ plan }: any) => plan.specification.look;

describe("GET /gantry/themes", () => {
  it("lists at least twelve products, each with a picture that names none", async () => {
    const { json } = await worldOf().ask("GET", "/gantry/themes");
    const products = json.themes.flatMap(({ design_target }: any) => design_target ?? []);
    expect(new Set(products).size).toBeGreaterThanOrEqual(12);
    expect(products).toEqual(expect.arrayContaining(["LINKEDIN", "TWITTER", "SLACK"]));
    for (const { preview, id, title, description } of json.themes) {
      const picture = decodeURIComponent(preview.replace(/^data:image\/svg\+xml,/, ""));
      expect([id, picture]).toEqual([id, expect.stringMatching(/^<svg xmlns=.*<\/svg>\s*$/s)]);
      const shown = `${picture} ${title} ${description}`.toUpperCase();
      expect([id, products.filter((name: string) => shown.includes(name.replaceAll("_", " ")))]).toEqual([
        id,
        [],
      ]);
    }
  });
});

describe("design_target", () => {
  it.each(DESIGN_TARGETS)(
    "%s sets the look of the plan, whatever its words call it",
    async (design_target) => {
      const { ask } = worldOf();
      const theme = THEMES.find((each) => each.id === design_target || each.design_target === design_target);
      const { status, json } = await ask("POST", "/gantry/consult", {
        body: { message: "a book list", design_target },
      });
      expect(status).toBe(200);
      expect(lookOf(json)).toMatchObject({ theme: theme?.id, accent: null });
      expect(json.design_target).toBe(theme?.design_target);
    },
  );

  it.each(["/gantry/voice", "/gantry/consult"])(
    "is part of the plan that %s returns, and stays",
    async (path) => {
      const { ask, requests } = worldOf();
      const body = { message: "a landing page for a bakery", design_target: "SLACK" };
      const { conversation_id, plan } = (await ask("POST", path, { body })).json;
      expect(lookOf({ plan })).toMatchObject({ theme: "channels", accent: null });
      expect(requests.at(-1)).toContain('"theme": "channels"');
      const green = await ask("POST", path, { body: { message: "make it green", conversation_id } });
      expect(lookOf(green.json)).toMatchObject({ theme: "channels", accent: expect.stringMatching(/^#/) });
      const other = await ask("POST", path, {
        body: { message: "yes", conversation_id, design_target: "GITHUB" },
      });
      expect(other.json.mission_id).toBeUndefined();
      expect(lookOf(other.json)).toMatchObject({ theme: "repository", accent: null });
    },
  );

  it.each([
    [["a book list in green", "SLACK"], { theme: "channels", accent: expect.stringMatching(/^#/) }],
    [["a book list in green"], ["with a photo", "SLACK"], { theme: "channels", accent: null }],
    [["a book list in the style of Trello"], ["with a photo", "SLACK"], { theme: "channels" }],
    [["a book list", "SLACK"], ["in the style of Trello"], { theme: "boards", accent: null }],
    [["a book list", "SLACK"], ["in the style of Trello"], ["yes", "GITHUB"], { theme: "repository" }],
    [["a book list", "SLACK"], ["dark mode only"], { theme: "channels", scheme: "dark" }],
    [["a book list, dark mode only"], ["with a photo", "SLACK"], { theme: "channels", scheme: "both" }],
    [["a book list", "SPOTIFY"], { theme: "listening", scheme: "dark" }],
    [["a book list", "SLACK"], ["what does it cost?"], ["make it green"], { accent: expect.anything() }],
  ])("the newest statement of the look counts: %j", async (...story: any[]) => {
    const { ask } = worldOf();
    let conversation_id: string | undefined;
    let json: any;
    for (const [message, design_target] of story.slice(0, -1)) {
      const body = {
        message,
        ...(design_target && { design_target }),
        ...(conversation_id && { conversation_id }),
      };
      ({ json } = await ask("POST", "/gantry/consult", { body }));
      conversation_id = json.conversation_id;
    }
    expect(lookOf(json)).toMatchObject(story.at(-1));
    const { plan } = json;
    const named = plan.ledger.filter(({ by, outcome }: any) => outcome === "met" && by === "look.theme");
    if (story.length > 2 && story.at(-2)[1] !== undefined) expect(named).toEqual([]);
  });

  it("starts a mission in that look with POST /gantry/architect", async () => {
    const { ask } = worldOf();
    const body = { voice_memo: "a book list", design_target: "PINTEREST" };
    const { status, json } = await ask("POST", "/gantry/architect", { body });
    expect(status).toBe(202);
    const read = await ask("GET", `/gantry/consultation/${json.conversation_id}`);
    expect(lookOf(read.json).theme).toBe("pinboard");
    expect(read.json.design_target).toBe("PINTEREST");
  });

  it.each([
    [["a quiz", "SLACK"], { id: "channels", message: 0 }, []],
    [["a red counter"], ["yes", "SLACK"], { id: "channels", message: 1 }, []],
    [["a counter", "SLACK"], ["make it red"], { id: "channels", message: 0 }, ["look.accent"]],
    [["a counter", "SLACK"], ["in the style of Trello"], undefined, ["look.theme"]],
  ])("is the look of a small tool as well: %j", async (...story: any[]) => {
    const { ask } = worldOf();
    let json: any = {};
    for (const [message, design_target] of story.slice(0, -2)) {
      const { conversation_id } = json;
      ({ json } = await ask("POST", "/gantry/consult", {
        body: { message, design_target, conversation_id },
      }));
    }
    const [chosen, named] = story.slice(-2);
    expect(json.plan.specification).toBeUndefined();
    expect(json.plan.design_theme).toEqual(chosen);
    expect(json.design_target).toBe(chosen ? "SLACK" : null);
    const met = json.plan.ledger.filter(({ outcome }: any) => outcome === "met").map(({ by }: any) => by);
    expect(met.filter((by: string) => by.startsWith("look."))).toEqual(named);
    expect(json.plan.summary).toContain("Its colors are those of the theme");
  });

  it.each([
    ["/gantry/voice", "message"],
    ["/gantry/consult", "message"],
    ["/gantry/architect", "voice_memo"],
  ])("%s refuses any other value with a sentence that names it", async (path, field) => {
    for (const design_target of ["MYSPACE", "linkedin", "", 7]) {
      const body = { [field]: "a book list", design_target };
      const { status, json } = await worldOf().ask("POST", path, { body });
      expect([design_target, status]).toEqual([design_target, 400]);
      expect(json).toMatchObject({
        detail: expect.stringMatching(/^design_target must be/),
        field: "design_target",
      });
    }
  });

  it("does not go with a confirmation", async () => {
    const { ask } = worldOf();
    const { json } = await ask("POST", "/gantry/consult", { body: { message: "a book list" } });
    const body = { conversation_id: json.conversation_id, confirm: json.plan.hash, design_target: "SLACK" };
    expect((await ask("POST", "/gantry/consult", { body })).status).toBe(400);
  });
});
