import { describe, expect, it } from "@jest/globals";
import { STACK_PARTS } from "#core/operations/installation.ts";
import { readConfig } from "#lib/config.ts";
import { firstCommands, rowsOf, sectionsOf } from "./sections.ts";

const section = sectionsOf("docs/deploy.md");

it("the deployment guide has the same five commands as the README", () => {
  const commands = firstCommands(section("Five commands"));
  expect(commands?.trim().split("\n")).toHaveLength(5);
  expect(firstCommands(sectionsOf("README.md")("Deploying to AWS"))).toBe(commands);
});

it("the deployment guide names each stack that doctor checks", () => {
  const named = rowsOf(section("Stacks")).map(([stack]) => stack);
  expect(named).toEqual(STACK_PARTS.map((part) => `\`Gantry-dev-${part}\``));
});

type Settings = Readonly<Record<string, unknown>>;

describe("the settings in the deployment guide", () => {
  const rows = rowsOf(section("Settings")).flatMap(([keys, fallback]) =>
    keys!.split(", ").map((key) => [key.replaceAll("`", ""), fallback!.replaceAll("`", "")] as const),
  );
  const given = { stage: "dev", githubOwner: "octo" };

  it("are exactly those of a deployment", () => {
    const refusal = messageOf(() => readConfig({ nothing: 1 }));
    const known = /the settings are (.*)\.$/.exec(refusal)?.[1]?.split(", ");
    expect(rows.map(([key]) => key).toSorted()).toEqual(known?.toSorted());
  });

  it("have the defaults of a deployment", () => {
    const dev: Settings = { ...readConfig(given) };
    const prod: Settings = {
      ...readConfig({ ...given, stage: "prod", network: dev.network, alarmEmail: "ops@example.com" }),
      alarmEmail: undefined,
    };
    const real = (key: string) => {
      if (key in given) return "none, required";
      if (key === "network") return `${dev[key]} in dev, required in prod`;
      return dev[key] === prod[key] ? String(dev[key] ?? "none") : `${dev[key]} in dev, ${prod[key]} in prod`;
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
