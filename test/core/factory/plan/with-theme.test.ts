import { expect, it } from "@jest/globals";
import { withTheme } from "#core/factory/plan/with-theme.ts";
import { HOUSEHOLD } from "#test/core/factory/generate/household.ts";

const asked = (look: object) => ({ specification: { ...HOUSEHOLD, look: { ...HOUSEHOLD.look, ...look } } });
const lookOf = (look: object, isNewest: boolean) =>
  withTheme(asked(look), { theme: "channels", since: 0, isNewest }).specification.look;

it("without a ledger, the answer to the message with a look has it, with the colors that it names", () => {
  const look = { theme: "boards", accent: "#15803d" } as const;
  expect(lookOf(look, true)).toMatchObject({ theme: "channels", accent: "#15803d" });
});

it("without a ledger, a later answer can have another look, and has the chosen one without any", () => {
  expect(lookOf({ theme: "boards" }, false)).toMatchObject({ theme: "boards" });
  expect(lookOf({ theme: undefined }, false)).toMatchObject({ theme: "channels" });
});
