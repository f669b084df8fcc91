import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { describeEntry } from "#local/log/describe-entry.ts";
import { readEntries } from "#local/log/entry.ts";

/** Lines as the functions write them, and what people read of each. */
const CASES = JSON.parse(readFileSync("test/cases/log-lines.json", "utf8")) as {
  name: string;
  line: string;
  tone: string;
  mission: string;
  text: string;
}[];
const NOW = "2026-11-22T14:11:18.009Z";

describe("a log line for people", () => {
  it.each(CASES)("$name", ({ line, tone, mission, text }) => {
    const entries = readEntries(`${line}\n`, "INFO", NOW);
    expect(entries.map((entry) => describeEntry(entry, "gantry"))).toEqual([{ tone, mission, text }]);
  });

  it("is shortened where it would fill the screen", () => {
    const [entry] = readEntries("x".repeat(5000), "WARN", NOW);
    expect(describeEntry(entry!, "gantry").text).toHaveLength(400);
  });

  it("about the local cloud contains a command that helps", () => {
    const fields = {
      app: "notes-1",
      reason: "Functions need a sandbox.",
      fix: "sudo apt-get install bubblewrap",
    };
    const entry = { level: "WARN", timestamp: NOW, message: "app refused", ...fields } as const;
    expect(describeEntry(entry, "gantry")).toEqual({
      tone: "warn",
      mission: "",
      text: "notes-1: Functions need a sandbox. Run: sudo apt-get install bubblewrap",
    });
  });
});

describe("the text on a stream", () => {
  it("becomes an entry for each JSON line, and one for the text between", () => {
    const written = '{"level":"ERROR","message":"a"}\nTypeError: b\n    at c\n{"_aws":{}}\n{broken\n';
    expect(readEntries(written, "WARN", NOW)).toEqual([
      { level: "ERROR", message: "a", timestamp: NOW },
      { _aws: {}, level: "INFO", message: "", timestamp: NOW },
      { level: "WARN", message: "TypeError: b", timestamp: NOW, text: ["    at c", "{broken"] },
    ]);
  });
});
