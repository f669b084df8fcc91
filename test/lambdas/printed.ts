import { afterAll, beforeEach, jest } from "@jest/globals";

/** Keeps what a test's functions print to themselves: each line of their output, errors among them, as it comes. */
export function printed(): { readonly lines: readonly string[]; readonly json: readonly any[] } {
  const lines: string[] = [];
  const spies = [process.stdout, process.stderr].map((stream) =>
    jest.spyOn(stream, "write").mockImplementation((text) => {
      lines.push(...String(text).trimEnd().split("\n"));
      return true;
    }),
  );
  beforeEach(() => void lines.splice(0));
  afterAll(() => {
    for (const spy of spies) spy.mockRestore();
  });
  return {
    lines,
    get json() {
      return lines.map((line) => JSON.parse(line));
    },
  };
}
