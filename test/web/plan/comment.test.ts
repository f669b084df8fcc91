import { expect, it } from "@jest/globals";
import { messageFrom } from "#web/plan/comment.ts";

it("quotes each line once, on one line, before its comment", () => {
  expect(
    messageFrom([
      { line: "A plant\n is kept", text: " Also after a reload\n" },
      { line: "x".repeat(400), text: "Shorter" },
    ]),
  ).toBe(`> A plant is kept\nAlso after a reload\n\n> ${"x".repeat(300)}\nShorter`);
});
