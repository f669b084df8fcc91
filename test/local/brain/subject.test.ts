import { describe, expect, it } from "@jest/globals";
import { readSubject } from "#local/brain/recognise/subject.ts";

describe("the subject of a landing page", () => {
  it.each([
    ["Build me a landing page for a bakery", "a bakery"],
    ["A landing page for my coffee shop with pricing and FAQ", "our coffee shop"],
    ["a page about Blue Door, please", "Blue Door"],
    ["Landing page for <b>Tom & Ann's</b>", "bTom & Ann'sb"],
    ["Landing page for a café in Lyon", "a café"],
    ["A landing page for me", null],
    ["A landing page with pricing for teams", null],
    ["A landing page", null],
    ["A landing page for", null],
    ["A landing page for !!!", null],
  ])("of %j is %j", (message, subject) => expect(readSubject(message)).toBe(subject));
});
