import { beforeAll, describe, expect, test } from "@jest/globals";
import { redacted } from "./support/redacted.ts";
import { type Assembly, DEV, synthesise } from "./support/synth.ts";

/**
 * What is deployed, to be looked at in a diff: `npm test -- test/lib/snapshot.test.ts -u` takes over what has changed.
 */
describe("the template of", () => {
  let templates: Assembly["templates"];

  beforeAll(async () => {
    ({ templates } = await synthesise(DEV));
  });

  test.each(["Data", "Factory", "Api", "Web", "Ops"])(
    "Gantry-dev-%s equals the reviewed snapshot",
    (stack) => {
      const template = templates[`Gantry-dev-${stack}`];
      expect(template && redacted(template)).toMatchSnapshot();
    },
  );

  test("every stack has a snapshot", () => {
    expect(Object.keys(templates)).toHaveLength(5);
  });
});
