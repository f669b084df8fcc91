import { describe, expect, it } from "@jest/globals";
import { passesOnStarter } from "#core/factory/draft/starter-page.ts";
import { STARTER as STATIC } from "#core/factory/stacks/static/starter.ts";
import { STARTER as VITE_REACT } from "#core/factory/stacks/vite-react/starter.ts";
import { STARTER_STEPS, TITLE } from "./starter-steps.ts";

describe("steps on the starter of a stack with a page", () => {
  it.each(STARTER_STEPS)("%s: pass is %s", (_, passes, steps) => {
    expect(passesOnStarter(steps, TITLE)).toBe(passes);
  });

  it.each([
    ["static", STATIC],
    ["vite-react", VITE_REACT],
  ])("find only its title and elements that do nothing: %s", (_, files) => {
    const pages = files.filter(({ path }) => /\.(?:html|tsx)$/.test(path)).map(({ content }) => content);
    const tags = pages.flatMap((page) => [...page.matchAll(/<([a-z][a-z0-9]*)/g)].map(([, tag]) => tag));
    const known = ["html", "head", "meta", "title", "link", "script", "body", "div", "main", "h1"];
    expect(tags.filter((tag) => !known.includes(tag ?? ""))).toEqual([]);
    expect(pages.join("\n")).toContain("<h1>Title</h1>");
  });
});
