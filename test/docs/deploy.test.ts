import { describe, expect, it } from "@jest/globals";
import { STACK_PARTS } from "#core/installation.ts";
import { readConfig } from "#lib/config.ts";
import { firstCommands, rowsOf, sectionsOf } from "./sections.ts";

const section = sectionsOf("docs/deploy.md");

it("says the same five commands as the README", () => {
  const commands = firstCommands(section("Five commands"));
  expect(commands?.trim().split("\n")).toHaveLength(5);
  expect(firstCommands(sectionsOf("README.md")("Deploying to AWS"))).toBe(commands);
});

it("names each stack that doctor looks for", () => {
  const named = rowsOf(section("What each stack holds")).map(([stack]) => stack);
  expect(named).toEqual(STACK_PARTS.map((part) => `\`Gantry-dev-${part}\``));
});

describe("the settings", () => {
  const rows = rowsOf(section("Settings")).flatMap(([keys, fallback]) =>
    keys!.split(", ").map((key) => [key.replaceAll("`", ""), fallback!.replaceAll("`", "")] as const),
  );
  const given = { stage: "dev", githubOwner: "octo" };

  it("are those that a deployment knows", () => {
    const refusal = messageOf(() => readConfig({ nothing: 1 }));
    const known = /there are (.*)\.$/.exec(refusal)?.[1]?.split(", ");
    expect(rows.map(([key]) => key).toSorted()).toEqual(known?.toSorted());
  });

  it("have the defaults that a deployment has", () => {
    const dev = readConfig(given) as unknown as Readonly<Record<string, unknown>>;
    const { evidenceDays } = readConfig({ ...given, stage: "prod", alarmEmail: "ops@example.com" });
    const real = (key: string) => {
      if (key in given) return "none, must be given";
      if (key === "evidenceDays") return `${dev[key]} in dev, ${evidenceDays} in prod`;
      return String(dev[key] ?? "none");
    };
    expect(rows).toEqual(rows.map(([key]) => [key, real(key)]));
  });
});

function messageOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error("nothing was refused");
}
