import { PassThrough, Writable } from "node:stream";
import { describe, expect, it } from "@jest/globals";
import { supportsHyperlinks, webAddress } from "#cli/terminal/hyperlinks.ts";
import { createOutput, type Terminal } from "#cli/terminal/output.ts";
import { SafeText, text } from "#cli/terminal/safe-text.ts";
import { table } from "#cli/terminal/table.ts";
import { fc } from "#test/support/property.ts";

/** An output on a terminal, or into a pipe, with what was written to it. */
function output({ isTTY = true, hyperlinks = true } = {}) {
  let written = "";
  const stream = Object.assign(
    new Writable({
      write(chunk, _, done) {
        written += chunk;
        done();
      },
    }),
    { isTTY, columns: 80 },
  );
  const terminal: Terminal = { stdin: new PassThrough(), stdout: stream, stderr: stream };
  return { out: createOutput(terminal, { json: false, color: true, hyperlinks }), written: () => written };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: our own styles and links, as they are written.
const OUR_OWN = /\x1b\[\d+m|\x1b\]8;;[!-~]*\x1b\\/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: what must not be left.
const FOREIGN = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

const hostile = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.constantFrom(
    "\x1b[31mred",
    "\x1b]8;;http://evil.example\x1b\\click\x1b]8;;\x1b\\",
    "a\u202eb",
    "two\nlines",
    "\x9b2J",
  ),
);

describe("the command's output", () => {
  it("contains no escape sequence but its own, whatever the values are", () => {
    fc.assert(
      fc.property(hostile, hostile, (one, two) => {
        const { out, written } = output();
        out.line(one);
        out.warn(text`${out.paint("bold", one)} of ${two}`);
        out.line(out.paint(["bold", "red"], text`${two}: ${out.link(one)}`));
        out.line(`${out.paint("green", one)}${two}`);
        for (const line of table(["A", "B"], [[one, out.paint("dim", two)]])) out.line(line);
        out.json({ one, two });
        expect(written().replace(OUR_OWN, "")).not.toMatch(FOREIGN);
      }),
      { numRuns: 500 },
    );
  });

  it("keeps a value on its line", () => {
    fc.assert(
      fc.property(hostile, (value) => {
        const { out, written } = output();
        out.line(text`Title: ${value} (checked)`);
        expect(written().trimEnd().split("\n")).toHaveLength(1);
      }),
    );
  });

  it("has styles on a terminal and none in a pipe", () => {
    const [screen, pipe] = [output(), output({ isTTY: false })];
    for (const { out } of [screen, pipe]) out.line(text`${out.paint("bold", "a")}b`);
    expect(screen.written()).toBe("\x1b[1ma\x1b[22mb\n");
    expect(pipe.written()).toBe("ab\n");
  });

  it("drops a style inside a plain template instead of printing its sequence", () => {
    const { out, written } = output();
    out.line(`${out.paint("bold", "a")}b`);
    expect(written()).toBe("ab\n");
  });
});

describe("a hyperlink", () => {
  it("is made of web addresses only, shows the whole address, and only in terminals with support for links", () => {
    const { out, written } = output();
    out.line(out.link("http://127.0.0.1:5050"));
    out.line(out.link("https://exämple.org/a b?c#d"));
    for (const other of ["javascript:alert(1)", "file:///etc/passwd", "https://user:pass@evil.example/", "x"])
      out.line(out.link(other));
    expect(written().split("\n")).toEqual([
      "\x1b]8;;http://127.0.0.1:5050\x1b\\http://127.0.0.1:5050\x1b]8;;\x1b\\",
      "\x1b]8;;https://xn--exmple-cua.org/a%20b?c#d\x1b\\https://xn--exmple-cua.org/a%20b?c#d\x1b]8;;\x1b\\",
      "javascript:alert(1)",
      "file:///etc/passwd",
      "https://user:pass@evil.example/",
      "x",
      "",
    ]);
    for (const options of [{ isTTY: false }, { hyperlinks: false }]) {
      const { out: other, written: plain } = output(options);
      other.line(other.link("http://127.0.0.1:5050"));
      expect(plain()).toBe("http://127.0.0.1:5050\n");
    }
  });

  it("never contains a control character, whatever the address", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.webUrl(),
          hostile.map((part) => `http://a/${part}`),
          hostile,
        ),
        (address) => {
          expect(webAddress(address) ?? "").not.toMatch(FOREIGN);
        },
      ),
    );
  });

  it.each([
    [{ TERM_PROGRAM: "iTerm.app" }, true],
    [{ VTE_VERSION: "7200" }, true],
    [{ TERM: "xterm-kitty" }, true],
    [{ TERM: "xterm-256color" }, false],
    [{ VTE_VERSION: "7200", TMUX: "/tmp/tmux" }, false],
    [{ TERM: "xterm-kitty", CI: "true" }, false],
    [{ TERM: "dumb", FORCE_HYPERLINK: "1" }, true],
    [{ VTE_VERSION: "7200", FORCE_HYPERLINK: "0" }, false],
  ])("is supported according to the terminal's variables: %j → %j", (env, expected) => {
    expect(supportsHyperlinks(env)).toBe(expected);
  });
});

describe("a table", () => {
  it("has columns as wide as the visible text in them", () => {
    const { out } = output();
    const lines = table(
      ["ID", "TITLE", "APP"],
      [
        ["1", "日本", "a"],
        ["22", out.paint("bold", "plain"), "b"],
        ["3", "e\u0301\x1b[31m", ""],
      ],
    );
    expect(lines.map(String)).toEqual(["ID  TITLE  APP", "1   日本   a", "22  plain  b", "3   e\u0301"]);
  });
});

describe("safe text", () => {
  it("returns its plain text as a string", () => {
    const { out } = output();
    expect(String(text`a ${out.paint("red", "b")} ${1}`)).toBe("a b 1");
    expect(SafeText.of("a\nb").plain).toBe("a\nb");
  });
});
