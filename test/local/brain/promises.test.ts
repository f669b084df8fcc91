import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "@jest/globals";
import { promiseFaults } from "#core/factory/plan/promise-faults.ts";
import { BLUEPRINTS } from "#local/brain/catalogue.ts";
import { consult } from "#local/brain/roles/consultant.ts";
import { planFor } from "./plan-for.ts";

const CASES = join(import.meta.dirname, "../../cases");

function faultsOf(messages: string[]): string[] {
  const { proposal } = consult({ messages });
  return proposal && !proposal.specification ? promiseFaults(proposal) : [];
}

it("each included feature of a tool's plan names a promise of its own", () => {
  const faults = ["tools", "everyday", "fresh", "held-out"].flatMap((name) =>
    readFileSync(join(CASES, `${name}.jsonl`), "utf8")
      .split("\n")
      .filter((line) => line.startsWith("{"))
      .flatMap((line) => faultsOf(JSON.parse(line).say)),
  );
  expect(faults).toEqual([]);
});

it.each(BLUEPRINTS.map((blueprint) => [`${blueprint.kind} on ${blueprint.stack}`, blueprint] as const))(
  "each feature of the kind %s names a promise of its own",
  (_, blueprint) => {
    const all = blueprint.features.map(({ id }) => id);
    const promises = (on: readonly string[]) => new Set(planFor(blueprint, on).acceptance);
    for (const id of all) {
      const without = promises(all.filter((each) => each !== id));
      const own = [...promises(all)].filter((promise) => !without.has(promise));
      expect([id, own.length > 0]).toEqual([id, true]);
    }
  },
);
