import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { BLUEPRINTS } from "#local/brain/catalogue.ts";
import { draft } from "#local/brain/roles/architect.ts";
import { planFor } from "#test/local/brain/plan-for.ts";
import { broken, type Judge, startJudge } from "./judge.ts";

/** A game, the beginning of the name of a promise, and a change of the game's code that breaks it: file, text and replacement. */
const BREAKS: readonly [kind: string, promise: string, path: string, code: string, wrong: string][] = [
  ["snake", "The chosen speed", "app.js", "if (SPEEDS[speed.value]) return SPEEDS[speed.value];", ""],
  ["memory-game", "The fewest moves", "app.js", "lower: true, storage: () => localStorage", "lower: true"],
  ["memory-game", "The fewest moves", "app.js", "lower: true", "lower: false"],
  ["memory-game", "The fewest moves", "app.js", "best().offer(game.moves);", ""],
];

const filesOf = (kind: string) => {
  const blueprint = BLUEPRINTS.find((each) => each.kind === kind);
  if (!blueprint) throw new TypeError(`no game ${kind}`);
  return draft({
    plan: planFor(
      blueprint,
      blueprint.features.map(({ id }) => id),
    ),
  });
};

describe("a promise of a game", () => {
  let judge: Judge;

  beforeAll(async () => {
    judge = await startJudge(filesOf("snake").files);
  });
  afterAll(() => judge?.close());

  it.each(BREAKS)(
    "is kept by the game, and not without the feature: %s: %s (%s without %s)",
    async (kind, name, path, code, wrong) => {
      const { files, acceptance } = filesOf(kind);
      const promise = acceptance.find((each) => each.name.startsWith(name));
      if (!promise) throw new TypeError(`no promise ${name}`);
      expect(await judge.keeps(promise, files, 20)).toBe(true);
      expect(await judge.keeps(promise, broken(files, `public/${path}`, code, wrong), 3)).toBe(false);
    },
  );
});
