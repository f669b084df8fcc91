import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { createBrowser } from "#adapters/browser/browser.ts";
import type { Acceptance, AcceptanceStep } from "#core/factory/acceptance.ts";
import { STARTER_PAGE, STARTER_STEPS } from "#test/core/factory/draft/starter-steps.ts";
import { BROWSER_FOLDER } from "#test/support/browser.ts";
import { secondsWithin, within } from "#test/support/limits.ts";

const TODO = `<!doctype html><html data-theme="light"><title>Todo</title>
<label>New task <input id="new" placeholder="What next?"></label>
<button onclick="add()">Add</button> <button id="hidden" hidden>Add</button>
<button onclick="document.documentElement.dataset.theme = 'dark'">Dark</button>
<label>Sort <select onchange="out.textContent = 'sorted by ' + this.value"><option value="n">Name</option><option value="d">Date</option></select></label>
<label>Note <input type="file" onchange="this.files[0].text().then((text) => out.textContent = this.files[0].name + ': ' + text)"></label>
<label>Picture <input type="file" onchange="createImageBitmap(this.files[0]).then(({ width }) => out.textContent = width + ' pixels wide')"></label>
<label>Due <input type="date" oninput="out.textContent = this.value === new Date().toLocaleDateString('sv') ? 'due today' : 'later'"></label>
<label><input type="checkbox" onchange="out.textContent = this.checked ? 'all done' : 'open'"> Everything done</label>
<button onclick="if (confirm('Sure?')) { localStorage.clear(); show(); }">Clear</button>
<ul data-testid="list"></ul><p id="out"></p><p style="display:none">secret text</p>
<script>
const list = document.querySelector("ul"), out = document.querySelector("#out");
const tasks = () => JSON.parse(localStorage.getItem("tasks") ?? "[]");
const show = () => { list.innerHTML = ""; for (const task of tasks()) { const item = document.createElement("li"); item.textContent = task; list.append(item); } };
const add = () => setTimeout(() => { const field = document.querySelector("#new"); localStorage.setItem("tasks", JSON.stringify([...tasks(), field.value])); field.value = ""; show(); }, 150);
document.querySelector("#new").addEventListener("keydown", (event) => { if (event.key === "Enter") add(); });
show();
</script></html>`;

const HEADERS = { "content-type": "text/html", "access-control-allow-origin": "*" };

describe("the acceptance browser", () => {
  const hits: string[] = [];
  const servers: Server[] = [];
  let url: string;
  let elsewhere: string;

  const listen = async (
    name: string,
    answer: (path: string, port: number) => string | { location: string },
  ) => {
    const server = createServer((req, res) => {
      hits.push(`${name} ${req.url} ${req.headers["x-vercel-protection-bypass"] ?? "-"}`);
      const body = answer(req.url ?? "/", (server.address() as AddressInfo).port);
      if (typeof body !== "string") res.writeHead(302, body).end();
      else setTimeout(() => res.writeHead(200, HEADERS).end(body), req.url === "/late" ? within(1.5) : 0);
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return (server.address() as AddressInfo).port;
  };

  beforeAll(async () => {
    elsewhere = `http://127.0.0.1:${await listen("elsewhere", () => "elsewhere")}`;
    const port = await listen("app", (path) => {
      if (path === "/loop") return "<p>loop</p><script>for (;;);</script>";
      if (path === "/starter") return STARTER_PAGE;
      if (path === "/late") return "<p>late</p>";
      if (path === "/later")
        return `<p>later</p><script>setTimeout(() => document.body.append('at last'), ${within(2.5)})</script>`;
      if (path === "/away") return { location: `${elsewhere}/redirected` };
      if (path === "/broken") return "<p>broken</p><script>console.error('oh no'); missing()</script>";
      if (path === "/curious")
        return `<p>curious</p><img src="${elsewhere}/image"><script>
          navigator.serviceWorker?.register("/worker.js").catch(() => {});
          Promise.allSettled([
            fetch("${elsewhere}/fetch"),
            fetch("/away"),
            new Promise((resolve) => { const s = new WebSocket("${elsewhere.replace("http", "ws")}/socket"); s.onclose = s.onerror = resolve; }),
          ]).then(() => { document.querySelector("p").textContent = "tried everything"; });
        </script>`;
      return TODO;
    });
    url = `http://todo.localhost:${port}/`;
  });
  afterAll(async () => {
    for (const server of servers) {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  });

  /** These apps are judged as on an idle machine; what the control changes has tests of its own below. */
  const control = async () => 0;
  const browser = createBrowser({
    folder: BROWSER_FOLDER,
    control,
    headers: { "x-vercel-protection-bypass": "let-me-in" },
    stepMs: within(10),
    loadMs: within(30),
  });
  /** For what must fail: it does not wait long. */
  const hasty = createBrowser({ folder: BROWSER_FOLDER, control, stepMs: within(2), loadMs: within(6) });
  const acceptance = (name: string, ...steps: AcceptanceStep[]): Acceptance => ({ name, steps });
  const button = (name: string) => ({ role: "button", name });

  it("performs the steps of each promise in a fresh profile", async () => {
    const report = await browser.run({
      url,
      seconds: secondsWithin(60),
      screenshot: "last",
      acceptances: [
        acceptance(
          "tasks stay",
          { do: "fill", target: { label: "New task" }, value: "Milk" },
          { do: "click", target: button("Add") },
          { do: "see", text: "milk" },
          { do: "fill", target: { placeholder: "What next?" }, value: "Bread" },
          { do: "see", text: "Bread", target: { label: "New task" } },
          { do: "press", target: { css: "#new" }, key: "Enter" },
          { do: "see", text: "Bread", target: { test_id: "list" } },
          { do: "reload" },
          { do: "see", text: "Milk", target: { test_id: "list" } },
          { do: "not_see", text: "secret text" },
          { do: "click", target: button("Clear") },
          { do: "not_see", text: "Milk" },
        ),
        acceptance(
          "a profile is fresh",
          { do: "open", path: "/" },
          { do: "not_see", text: "Bread" },
          { do: "click", target: { text: "Dark" } },
          { do: "attribute", target: { css: "html" }, name: "data-theme", value: "dark" },
          { do: "select", target: { label: "Sort" }, value: "Date" },
          { do: "see", text: "sorted by d" },
          { do: "not_see", text: "Name" },
          { do: "check", target: { label: "Everything done" } },
          { do: "see", text: "all done" },
          { do: "upload", target: { label: "Note" }, name: "note.txt", content: "Buy milk" },
          { do: "see", text: "note.txt: Buy milk" },
          { do: "upload", target: { label: "Picture" }, name: "cat.png" },
          { do: "see", text: "8 pixels wide" },
          { do: "fill", target: { label: "Due" }, value: "{today}" },
          { do: "see", text: "due today" },
        ),
      ],
    });
    expect(report.results).toEqual([
      { name: "tasks stay", passed: true },
      { name: "a profile is fresh", passed: true },
    ]);
    expect(report).toMatchObject({ url, passed: true, page_errors: [] });
    expect(
      Buffer.from(report.screenshot ?? [])
        .subarray(1, 4)
        .toString(),
    ).toBe("PNG");
    expect(hits).toContain("app / let-me-in");
  });

  it("reports which step failed, what was looked for and what the page showed", async () => {
    const report = await hasty.run({
      url,
      seconds: secondsWithin(60),
      screenshot: "failed",
      acceptances: [
        acceptance("no such button", { do: "see", text: "Add" }, { do: "click", target: button("Remove") }),
        acceptance("no such text", { do: "see", text: "Nothing to do" }),
        acceptance(
          "typed, not added",
          { do: "fill", target: { label: "New task" }, value: "Milk" },
          { do: "see", text: "Milk" },
        ),
        acceptance("other theme", {
          do: "attribute",
          target: { css: "html" },
          name: "data-theme",
          value: "dark",
        }),
      ],
    });
    expect(report.passed).toBe(false);
    expect(report.results.map(({ failed_step }) => failed_step)).toEqual([1, 0, 1, 0]);
    expect(Buffer.from(report.screenshot ?? []).toString("latin1")).toMatch(/^.PNG/);
    const [button_, text, , theme] = report.results.map(({ reason }) => reason);
    expect(button_).toMatch(
      /^Could not click the button "Remove": .* was not found .*The page (shows: "New task|could not be read)/,
    );
    expect(text).toMatch(
      /^Could not see "Nothing to do": "Nothing to do" did not appear\. The page (shows|could not be read)/,
    );
    expect(theme).toContain('the element html has data-theme="light"');
  });

  it("agrees with the rule for drafts on what passes on the starter of a stack", async () => {
    const acceptances = STARTER_STEPS.map(([name, , steps]) =>
      acceptance(name, { do: "open", path: "/starter" }, ...steps.filter((step) => step.do !== "open")),
    );
    const { results } = await hasty.run({ url, seconds: secondsWithin(120), acceptances });
    expect(results.map(({ name, passed }) => [name, passed])).toEqual(
      STARTER_STEPS.map(([name, passes]) => [name, passes]),
    );
  });

  it("ends a page that never finishes, and continues with the next promise", async () => {
    const report = await hasty.run({
      url,
      seconds: secondsWithin(40),
      acceptances: [
        acceptance("loops", { do: "open", path: "/loop" }),
        acceptance("works", { do: "see", text: "New task" }),
      ],
    });
    expect(report.results.map(({ passed }) => passed)).toEqual([false, true]);
    expect(report.results[0]?.reason).toMatch(/did not load|does not respond/);
  });

  it("gives a page more time to load than to perform a step", async () => {
    const open: AcceptanceStep = { do: "open", path: "/late" };
    const patient = createBrowser({ folder: BROWSER_FOLDER, control, stepMs: within(1), loadMs: within(10) });
    const input = {
      url,
      seconds: secondsWithin(40),
      acceptances: [acceptance("late", open, { do: "see", text: "late" })],
    };
    expect(await patient.run(input)).toMatchObject({ passed: true });
  });

  it("does not fail an app on a machine that is too slow for an empty page", async () => {
    const controls: number[] = [];
    const busy = createBrowser({
      folder: BROWSER_FOLDER,
      stepMs: 300,
      loadMs: within(30),
      control: async (_options, ms) => {
        controls.push(ms);
        return ms / 2;
      },
    });
    const acceptances = [acceptance("no such text", { do: "see", text: "Nothing to do" })];
    await expect(busy.run({ url, seconds: secondsWithin(60), acceptances })).rejects.toMatchObject({
      code: "EnvironmentFailure",
      message: expect.stringContaining("machine is too busy"),
    });
    // Each repetition has more time for a step, and its control the same.
    expect(controls).toEqual([300, 1800, 1800]);
  });

  it("repeats steps that were late on a busy machine in a fresh browser, with more time", async () => {
    const once = createBrowser({
      folder: BROWSER_FOLDER,
      stepMs: within(1),
      control: async () => within(1),
    });
    const report = await once.run({
      url,
      seconds: secondsWithin(60),
      acceptances: [
        acceptance("a late text", { do: "open", path: "/later" }, { do: "see", text: "at last" }),
      ],
    });
    expect(report).toMatchObject({ passed: true });
  });

  it("reports a text that is shown and should have disappeared", async () => {
    const acceptances = [acceptance("no button", { do: "not_see", text: "Dark" })];
    const { results } = await hasty.run({ url, seconds: secondsWithin(40), acceptances });
    expect(results[0]?.reason).toMatch(
      /^Expected "Dark" not to be shown: "Dark" is still there\. The page (shows|could not be read)/,
    );
  });

  it("ends at once when the run is cancelled", async () => {
    let asked = 0;
    const cancelled = async () => ++asked > 1;
    const acceptances = [acceptance("waits", { do: "open", path: "/loop" })];
    await expect(browser.run({ url, seconds: 600, acceptances, cancelled })).rejects.toMatchObject({
      code: "Cancelled",
    });
    expect(asked).toBe(2);
  });

  it("keeps within its time limit", async () => {
    const report = await browser.run({
      url,
      seconds: 2,
      acceptances: [
        acceptance("loops", { do: "open", path: "/loop" }),
        acceptance("too late", { do: "see", text: "New task" }),
      ],
    });
    expect(report.results.map(({ passed }) => passed)).toEqual([false, false]);
    expect(report.results[1]).toEqual({
      name: "too late",
      passed: false,
      reason: "the time limit for acceptance was reached",
    });
  });

  it("lets a page connect only to its own origin", async () => {
    hits.length = 0;
    const report = await browser.run({
      url,
      seconds: secondsWithin(40),
      acceptances: [
        acceptance("curious", { do: "open", path: "/curious" }, { do: "see", text: "tried everything" }),
        acceptance("leaves", { do: "open", path: "/away" }),
      ],
    });
    expect(report.results.map(({ passed }) => passed)).toEqual([true, false]);
    expect(hits.filter((hit) => hit.startsWith("elsewhere"))).toEqual([]);
    expect(hits.some((hit) => hit.includes("worker.js"))).toBe(false);
  });

  it("reports errors of the page itself", async () => {
    const steps: AcceptanceStep[] = [{ do: "open", path: "/broken" }];
    const report = await browser.run({
      url,
      seconds: secondsWithin(40),
      acceptances: [acceptance("broken", ...steps)],
    });
    expect(report.passed).toBe(true);
    expect(report.page_errors).toEqual(
      expect.arrayContaining([
        expect.stringContaining("oh no"),
        expect.stringContaining("missing is not defined"),
      ]),
    );
  });

  it("reports that there is no browser", async () => {
    const none = createBrowser({ executable: "/nowhere/chromium" });
    const input = { url, seconds: 5, acceptances: [acceptance("any", { do: "see", text: "x" })] };
    await expect(none.run(input)).rejects.toMatchObject({ code: "EnvironmentFailure" });
  });
});
