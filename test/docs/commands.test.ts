import { expect, it } from "@jest/globals";
import { createProgram } from "#cli/program.ts";
import { PAGES, read } from "./files.ts";

/** The commands of the command line, as the documentation may name them. */
const program = createProgram((() => () => {}) as never, { stdout: { columns: 80 } } as never, {});
const commands = new Set([...program.commands.map((command) => command.name()), "help"]);

it("the documentation names only commands that exist", () => {
  const named = PAGES.flatMap((path) =>
    [...read(path).matchAll(/(?:^|[`"\s$;])(?:npx \.|gantry) (?!-)([a-z]+)\b[^\n`"]*(?=[`"\n])/gm)]
      .filter(([line]) => /npx \.|[`$]\s?gantry /.test(line))
      .map(([, command = ""]) => ({ path, command })),
  );
  expect(named.length).toBeGreaterThan(50);
  expect(named.filter(({ command }) => !commands.has(command))).toEqual([]);
});
