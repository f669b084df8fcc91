import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { config, deploy, type LocalVercel, localVercel, sha1, site, TOKEN, visit } from "./harness.ts";

describe("a deployment's address", () => {
  let cloud: LocalVercel;
  beforeAll(async () => {
    cloud = await localVercel();
  });
  afterAll(() => cloud.close());
  const ask = (host: string, path: string, init = {}) => visit(cloud.port, host, path, init);

  it("is one host per deployment and one for the project's production", async () => {
    const first = await deploy(cloud.api, "hosts", site("one"), { target: "production" });
    const second = await deploy(cloud.api, "hosts", site("two"));
    expect((await ask(`hosts.localhost:${cloud.port}`, "/")).text).toBe("one");
    expect((await ask(first.url, "/")).text).toBe("one");
    expect((await ask(second.url, "/")).text).toBe("two");
  });

  it("does not exist for an unknown host, or before the deployment is ready", async () => {
    const unknown = await ask(`nobody.localhost:${cloud.port}`, "/");
    expect([unknown.status, unknown.headers["x-vercel-error"]]).toEqual([404, "DEPLOYMENT_NOT_FOUND"]);
    const failed = await deploy(cloud.api, "broken", { "static/a": "" });
    expect((await ask(failed.url, "/")).status).toBe(503);
  });

  it("returns files with type and validator, and 304 to clients that have them", async () => {
    const { url } = await deploy(cloud.api, "types", {
      "config.json": config([], { overrides: { "data.bin": { path: "data", contentType: "text/x-data" } } }),
      "static/index.html": "<p>hi</p>",
      "static/app.js": "1",
      "static/data.bin": "2",
    });
    const page = await ask(url, "/");
    expect(page.headers).toMatchObject({
      "content-type": "text/html; charset=utf-8",
      etag: `"${sha1("<p>hi</p>")}"`,
      "x-content-type-options": "nosniff",
      "content-length": "9",
    });
    const again = await ask(url, "/", { headers: { "if-none-match": String(page.headers.etag) } });
    expect([again.status, again.text]).toEqual([304, ""]);
    const head = await ask(url, "/app.js", { method: "HEAD" });
    expect([head.status, head.headers["content-length"], head.text]).toEqual([200, "1", ""]);
    const renamed = await ask(url, "/data");
    expect([renamed.headers["content-type"], renamed.text]).toEqual(["text/x-data", "2"]);
    expect((await ask(url, "/data.bin")).status).toBe(404);
    expect((await ask(url, "/", { method: "POST" })).status).toBe(405);
  });

  it("treats names of Object.prototype as ordinary files, extensions and parameters", async () => {
    const { url } = await deploy(cloud.api, "names", {
      ...site(),
      "config.json": config([], { overrides: { other: { contentType: "text/x-other" } } }),
      "static/constructor": "one",
      "static/a.constructor": "two",
    });
    for (const [path, text] of [
      ["/constructor", "one"],
      ["/a.constructor", "two"],
    ] as const) {
      const answer = await ask(url, path);
      expect([answer.status, answer.text, answer.headers["content-type"]]).toEqual([
        200,
        text,
        "application/octet-stream",
      ]);
    }
    const asked = await fetch(`${cloud.api}/v9/projects/names?constructor=1`, {
      headers: { authorization: `Bearer ${TOKEN}` },
    });
    expect(await asked.text()).not.toContain("twice");
  });

  it("never leads outside the deployment's own static files", async () => {
    const { url } = await deploy(cloud.api, "inside", site());
    for (const path of [
      "/../config.json",
      "/..%2fconfig.json",
      "/%2e%2e/journal.jsonl",
      "//etc/passwd",
      "/%00",
      "/%",
    ])
      expect([path, [400, 404].includes((await ask(url, path)).status)]).toEqual([path, true]);
  });

  it("is the same after a crash", async () => {
    const { url, id } = await deploy(cloud.api, "lasting", site("still here"), { target: "production" });
    cloud.restart();
    expect((await ask(`lasting.localhost:${cloud.port}`, "/")).text).toBe("still here");
    expect((await ask(url, "/")).text).toBe("still here");
    const response = await fetch(`${cloud.api}/v13/deployments/${id}`, {
      headers: { authorization: `Bearer ${TOKEN}` },
    });
    expect(await response.json()).toMatchObject({ id, readyState: "READY", aliasAssigned: true });
  });
});
