import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { stripVTControlCharacters } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { type Log, logFile, openLog, type Screen } from "#local/log/log.ts";

const TIME = /^\d\d:\d\d:\d\d {2}/gm;
let home = "";
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "gantry-log-"));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

class Stream extends Writable {
  text = "";
  isTTY = false;
  getColorDepth = () => (this.isTTY ? 8 : 1);
  override _write(chunk: Buffer, _: string, done: () => void): void {
    this.text += chunk;
    done();
  }
}

function opened(options: { screen?: Screen; level?: "DEBUG" | "INFO" | "WARN"; isTTY?: boolean } = {}) {
  const { screen = "people", level = "INFO", isTTY = false } = options;
  const [stdout, stderr] = [new Stream(), new Stream()];
  for (const stream of [stdout, stderr]) stream.isTTY = isTTY;
  const streams = { stdout, stderr } as unknown as Pick<NodeJS.Process, "stdout" | "stderr">;
  const log: Log = openLog({ home, level, screen, program: "gantry", ...streams });
  return { log, stdout, stderr };
}

const REQUEST =
  '{"level":"INFO","message":"request answered","timestamp":"2026-11-22T13:57:23.125Z","method":"GET","resource":"/ready","status":200}\n';
const PHASE =
  '{"level":"INFO","message":"phase entered","timestamp":"2026-11-22T13:57:23.125Z","correlation_id":"m_1m81rra7r79ahkg75g72kqftg","phase":"BUILDING","attempt":1}\n';
const PROBE =
  '{"level":"WARN","message":"probe failed","timestamp":"2026-11-22T13:57:23.125Z","probe":"github"}\n';
const fileLines = () => readFileSync(logFile(home), "utf8").trimEnd().split("\n");

describe("the log of a start", () => {
  it("shows people progress and errors, and keeps everything in the file", () => {
    const { log, stdout, stderr } = opened();
    stdout.write(REQUEST + PHASE);
    stderr.write(PROBE);
    log.write("INFO", "builder output", { output: "built" });
    expect(stdout.text.replace(TIME, "")).toBe("2kqftg  Building and auditing\n");
    expect(stderr.text.replace(TIME, "")).toBe(
      "Warning: github does not respond. The log has the details.\n",
    );
    expect(fileLines().map((line) => JSON.parse(line).message)).toEqual([
      "request answered",
      "phase entered",
      "probe failed",
      "builder output",
    ]);
    expect(fileLines()[0]).toBe(REQUEST.trimEnd());
  });

  it("shows passwords on the terminal, and not in the file", () => {
    const { log, stdout } = opened();
    log.show("Password: hunter2");
    log.write("INFO", "ready", { origin: "http://127.0.0.1:5050" });
    expect(stdout.text).toBe("Password: hunter2\n");
    expect(fileLines().join()).not.toContain("hunter2");
  });

  it("has colours only on a terminal", () => {
    const there = opened({ isTTY: true });
    there.stdout.write(PHASE);
    there.stderr.write(PROBE);
    expect(there.stdout.text).toContain("\x1b[");
    expect(there.stderr.text).toContain("\x1b[33mWarning: ");
    expect(stripVTControlCharacters(there.stdout.text)).toMatch(/2kqftg {2}Building and auditing\n$/);
    const { stdout } = opened();
    stdout.write(PHASE);
    expect(stdout.text).not.toContain("\x1b");
  });

  it("drops entries below its level, on the terminal and in the file", () => {
    const { stdout, stderr } = opened({ level: "WARN" });
    stdout.write(REQUEST + PHASE);
    stderr.write(PROBE);
    expect(stdout.text).toBe("");
    expect(stderr.text).toContain("github does not respond");
    expect(fileLines()).toHaveLength(1);
    const debug = opened({ level: "DEBUG" });
    debug.stdout.write(REQUEST);
    expect(debug.stdout.text).toContain("GET /ready 200");
  });

  it("is JSON on stdout alone on request", () => {
    const { log, stdout, stderr } = opened({ screen: "json" });
    stdout.write(REQUEST);
    stderr.write("TypeError: \x1b[31mno\u202e\n    at f\n");
    log.show("Password: hunter2");
    const lines = stdout.text.trimEnd().split("\n");
    expect(lines.map((line) => JSON.parse(line).message)).toEqual([
      "request answered",
      "TypeError: \x1b[31mno\u202e",
    ]);
    for (const mark of ["\x1b", "\u202e"]) expect(stdout.text).not.toContain(mark);
    expect(stderr.text).toBe("");
    expect(() => readFileSync(logFile(home))).toThrow("ENOENT");
  });

  it("shows a repeated warning once", () => {
    const { stderr } = opened();
    stderr.write(PROBE.repeat(5));
    expect(stderr.text.match(/github does not respond/g)).toHaveLength(1);
    expect(fileLines()).toHaveLength(5);
  });

  it("continues when the other end of its streams is closed", () => {
    const { stdout } = opened();
    stdout.emit("error", Object.assign(new Error("closed"), { code: "EPIPE" }));
    stdout.write(PHASE);
    expect(fileLines()).toHaveLength(1);
  });
});
