import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { createBrowser } from "#adapters/browser/browser.ts";
import { unpackChromium } from "#adapters/browser/unpack.ts";
import { descendants } from "#test/e2e/support/processes.ts";
import { BROWSER_FOLDER } from "#test/support/browser.ts";
import { secondsWithin, within } from "#test/support/limits.ts";

/** Kills that stand for Chromium's own segmentation faults. */
const onLinux = process.platform === "linux" ? describe : describe.skip;

onLinux("a browser that crashes", () => {
  let server: Server;
  let url: string;
  let opened: number;
  /** Called with how often the page was opened before. */
  let crash: (before: number) => void;

  beforeAll(async () => {
    server = createServer((req, res) => {
      if (req.url === "/crash") crash(opened++);
      res.writeHead(200, { "content-type": "text/html" }).end("<p>alive</p>");
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    url = `http://app.localhost:${(server.address() as AddressInfo).port}/`;
  });
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  const run = (executable?: string) =>
    createBrowser({
      ...(executable === undefined ? {} : { executable }),
      folder: BROWSER_FOLDER,
      control: async () => 0,
      stepMs: within(10),
      loadMs: within(30),
    }).run({
      url,
      seconds: secondsWithin(120),
      acceptances: [
        {
          name: "is there",
          steps: [
            { do: "open", path: "/crash" },
            { do: "see", text: "alive" },
          ],
        },
      ],
    });

  /** Ends the pages' processes, or the browsers themselves, with a segmentation fault. */
  const kill = (isPage: boolean) => {
    for (const { pid, command } of descendants(process.pid)) {
      if (!command.includes(BROWSER_FOLDER)) continue;
      if (command.includes("--type=renderer") === isPage && (isPage || !command.includes("--type=")))
        process.kill(pid, "SIGSEGV");
    }
  };

  it.each([
    ["the whole browser", false],
    ["the page's process", true],
  ])("a crash of the browser that happens once (%s) is no failure of the app", async (_, isPage) => {
    opened = 0;
    crash = (before) => before === 0 && kill(isPage);
    expect((await run()).results).toEqual([{ name: "is there", passed: true }]);
    expect(opened).toBe(2);
  });

  it("a crash of the browser that happens every time is the app's failure, with a reason", async () => {
    opened = 0;
    crash = () => kill(false);
    const report = await run();
    expect(report.results).toMatchObject([{ name: "is there", passed: false, failed_step: 0 }]);
    expect(opened).toBe(3);
  });

  it("a browser that crashes during its start is started again", async () => {
    const folder = mkdtempSync(join(tmpdir(), "gantry-crash-"));
    try {
      const program = await unpackChromium(BROWSER_FOLDER);
      const flaky = join(folder, "chromium");
      const count = join(folder, "count");
      writeFileSync(count, "");
      writeFileSync(
        flaky,
        `#!/bin/sh\necho started >> '${count}'\n[ $(wc -l < '${count}') -gt 2 ] || kill -SEGV $$\nexec '${program}' --no-zygote "$@"\n`,
        { mode: 0o755 },
      );
      opened = 0;
      crash = () => {};
      expect((await run(flaky)).results).toEqual([{ name: "is there", passed: true }]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
