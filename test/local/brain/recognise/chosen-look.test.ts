import { describe, expect, it } from "@jest/globals";
import type { Plan } from "#core/factory/plan/plan.ts";
import type { ThemeId } from "#core/factory/themes/themes.ts";
import { findBlueprint } from "#local/brain/catalogue.ts";
import { inChosenLook } from "#local/brain/recognise/chosen-look.ts";
import { draft } from "#local/brain/roles/architect.ts";
import { consult } from "#local/brain/roles/consultant.ts";
import { planFor } from "#test/local/brain/plan-for.ts";

const stated = (entries: Record<string, string>) => new Map(Object.entries(entries));

describe("a look that was chosen beside the words", () => {
  it.each([
    [["a counter"], 0, {}, { theme: "channels" }],
    [["a red counter"], 0, { accent: "#ff0000" }, { theme: "channels", accent: "#ff0000" }],
    [["a red counter", "yes"], 1, { accent: "#ff0000", start: "3" }, { theme: "channels", start: "3" }],
    [["a counter", "in the style of Trello"], 0, { theme: "boards" }, { theme: "boards" }],
    [["a counter in the style of Trello"], 0, { theme: "boards" }, { theme: "channels" }],
  ] as const)(
    "leaves of %j what is said with it or later (message %d)",
    (messages, message, before, after) => {
      const chosen = { id: "channels", message } as const;
      const settings = inChosenLook(stated(before), { kind: "counter", messages, chosen });
      expect(Object.fromEntries(settings)).toEqual(after);
    },
  );

  const built = (message: string, theme?: ThemeId) => {
    const { proposal } = consult({ messages: [message], ...(theme && { theme, theme_message: 0 }) });
    const blueprint = findBlueprint(proposal?.kind ?? "");
    if (!proposal || !blueprint) throw new TypeError("no plan");
    const { title, summary, features } = proposal;
    const look: Partial<Plan> = theme ? { design_theme: { id: theme, message: 0 } } : {};
    const plan = planFor(blueprint, [], { title, summary, features, request: [message], ...look });
    return { features, css: draft({ plan }).files.find(({ path }) => path === "public/look.css")?.content };
  };

  it.each(["a counter", "a quiz", "a task manager in React"])("colors what is built of %j", (message) => {
    expect(built(message).css).toBeUndefined();
    expect(built(message, "channels").css).toBe(built(`${message} in the style of Slack`).css);
  });

  it("leaves no dark mode to switch to in a look that is always dark", () => {
    const ids = (theme?: ThemeId) => built("a counter", theme).features.map(({ id }) => id);
    expect(ids()).toContain("dark_mode");
    expect(ids("listening")).not.toContain("dark_mode");
    expect(built("a counter", "listening").css).not.toContain("data-theme");
  });
});
