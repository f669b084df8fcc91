import { describe, expect, it } from "@jest/globals";
import { type Output, readOutput } from "#local-cloud/vercel/output.ts";
import { route } from "#local-cloud/vercel/routing.ts";
import { config, nodeFunction } from "./harness.ts";

function output(routes: unknown[], functions: string[] = []): Output {
  const files: Record<string, string> = { "config.json": config(routes) };
  for (const name of functions) {
    files[`functions/${name}.func/.vc-config.json`] = nodeFunction;
    files[`functions/${name}.func/index.js`] = "";
  }
  const result = readOutput(Object.keys(files), (path) => files[path] ?? "");
  if ("failure" in result) throw new Error(result.failure.message);
  return result.output;
}

describe("the routes of config.json", () => {
  const statics = new Map(["index.html", "about/index.html", "app.js", "404.html"].map((path) => [path, 0]));
  const filesystem = { handle: "filesystem" };
  const spa = [filesystem, { src: "/(.*)", dest: "/index.html" }];

  const at = (
    routes: unknown[],
    path: string,
    method = "GET",
    functions: string[] = ["api/hi", "api/[id]"],
  ) => {
    const {
      status,
      file,
      function: called,
      headers,
      query,
    } = route(output(routes, functions), statics, path, method);
    const answer: Record<string, unknown> = { status };
    if (file !== undefined) answer.file = file;
    if (called !== undefined) answer.function = called;
    if (Object.keys(headers).length > 0) answer.headers = headers;
    if (query.size > 0) answer.query = query.toString();
    return answer;
  };

  it.each([
    ["serve files", [filesystem], "/app.js", { status: 200, file: "app.js" }],
    ["serve the page of a folder", [filesystem], "/about", { status: 200, file: "about/index.html" }],
    ["serve the root page", [], "/", { status: 200, file: "index.html" }],
    ["serve functions", [filesystem], "/api/hi", { status: 200, function: "api/hi" }],
    ["end at 404.html", [filesystem], "/none", { status: 404, file: "404.html" }],
    ["prefer files to the fallback of an app", spa, "/app.js", { status: 200, file: "app.js" }],
    ["fall back to the app", spa, "/todo/7", { status: 200, file: "index.html" }],
    [
      "fill groups into the query of a function",
      [filesystem, { src: "/api/(?<id>\\d+)", dest: "/api/[id]?id=$id&n=$1" }],
      "/api/42",
      { status: 200, function: "api/[id]", query: "id=42&n=42" },
    ],
    [
      "keep what a group matched as data",
      [filesystem, { src: "/api/([^/]+)", dest: "/api/[id]?id=$1" }],
      "/api/a&b=c?d",
      { status: 200, function: "api/[id]", query: "id=a%26b%3Dc%3Fd" },
    ],
    [
      "redirect",
      [{ src: "/old/(.*)", status: 308, headers: { Location: "/new/$1" } }],
      "/old/x",
      { status: 308, headers: { location: "/new/x" } },
    ],
    [
      "add headers and go on",
      [{ src: "/(.*)", headers: { "X-A": "1" }, continue: true }],
      "/app.js",
      { status: 200, file: "app.js", headers: { "x-a": "1" } },
    ],
    [
      "answer a status of their own with the error page",
      [filesystem, { src: "^/api(/.*)?$", status: 404 }, { src: "/(.*)", dest: "/index.html" }],
      "/api/none",
      { status: 404, file: "404.html" },
    ],
    [
      "choose the page of an error",
      [{ handle: "error" }, { status: 404, src: "^(?!/api).*$", dest: "/about/index.html" }],
      "/none",
      { status: 404, file: "about/index.html" },
    ],
    [
      "look on when a checked destination is not there",
      [{ handle: "miss" }, { src: "/a", dest: "/none", check: true }, { src: "/none", dest: "/app.js" }],
      "/a",
      { status: 200, file: "app.js" },
    ],
  ])("%s", (_name, routes, path, expected) => {
    expect(at(routes as unknown[], path as string)).toEqual(expected);
  });

  it("apply only to their methods and their letter case", () => {
    const rules = [{ src: "/App.js", methods: ["POST"], status: 403 }];
    expect(at(rules, "/app.js").status).toBe(200);
    expect(at(rules, "/app.js", "POST").status).toBe(403);
    expect(at([{ ...rules[0], caseSensitive: true }], "/app.js", "POST").status).toBe(200);
  });

  it.each([
    [{ has: [] }, "Unrecognized key"],
    [{ middlewarePath: "m" }, "Unrecognized key"],
    [{ src: "(" }, "is not a pattern"],
    [{ dest: "https://elsewhere.example" }, "must be a path"],
    [{ handle: "rewrite" }, "handle"],
  ])("with unsupported members fail the deployment with their name: %j", (rule, sentence) => {
    const files = { "config.json": config(["handle" in rule ? rule : { src: "/", ...rule }]) };
    const result = readOutput(Object.keys(files), () => files["config.json"]);
    expect("failure" in result && result.failure.message).toContain(sentence);
  });

  it.each([
    ["images", { "config.json": config([], { images: {} }) }, "images"],
    ["another version", { "config.json": '{"version":2}' }, "version"],
    ["a stray file", { "config.json": config(), "secret.txt": "" }, "secret.txt"],
    [
      "an edge function",
      { "config.json": config(), "functions/a.func/.vc-config.json": '{"runtime":"edge"}' },
      "runtime",
    ],
    [
      "a handler that is not there",
      { "config.json": config(), "functions/a.func/.vc-config.json": nodeFunction },
      "index.js",
    ],
  ])("are refused with %s", (_name, files, sentence) => {
    const all = files as Record<string, string>;
    const result = readOutput(Object.keys(all), (path) => all[path] ?? "");
    expect("failure" in result && result.failure.message).toContain(sentence);
  });
});
