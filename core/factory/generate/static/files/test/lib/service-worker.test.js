import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { runInNewContext } from "node:vm";

const ORIGIN = "https://app.example";
const CODE = readFileSync(new URL("../../public/lib/service-worker.js", import.meta.url), "utf8");

/** A browser that keeps files: `network` has the content of what can be loaded, null without a connection. */
function browser() {
  const stored = new Map();
  const address = (request) => new URL(request.url ?? request, `${ORIGIN}/`).href;
  const found = { network: new Map(), stored };
  found.fetch = async (request) => {
    if (!found.network) throw new TypeError("offline");
    const content = found.network.get(address(request));
    return new Response(content ?? "", { status: content === undefined ? 404 : 200 });
  };
  const open = async (name) => {
    if (!stored.has(name)) stored.set(name, new Map());
    const kept = stored.get(name);
    return {
      addAll: (requests) => Promise.all(requests.map(async (request) => kept.set(address(request), await (await found.fetch(request)).text()))),
      put: async (request, response) => kept.set(address(request), await response.text()),
      match: async (request) => (kept.has(address(request)) ? new Response(kept.get(address(request))) : undefined),
    };
  };
  found.caches = { open, keys: async () => [...stored.keys()], delete: async (name) => stored.delete(name) };
  return found;
}

/** Starts the worker of a version. Returns what dispatches an event to it and waits for what it does. */
function start(browser, version) {
  const listeners = new Map();
  const self = {
    kept: { prefix: "app@", version, files: ["./", "app.js"] },
    location: { origin: ORIGIN },
    clients: { claim: async () => {} },
    skipped: false,
    skipWaiting: () => {
      self.skipped = true;
    },
    addEventListener: (type, listener) => listeners.set(type, listener),
  };
  class Request {
    constructor(path) {
      this.url = new URL(path, `${ORIGIN}/`).href;
    }
  }
  runInNewContext(CODE, { self, caches: browser.caches, fetch: browser.fetch, Request, Response, URL, Promise });
  const dispatch = async (type, event = {}) => {
    let work;
    listeners.get(type)({ ...event, waitUntil: (given) => (work = given), respondWith: (given) => (work = given) });
    return await work;
  };
  return { self, dispatch, load: async (path, method = "GET") => (await dispatch("fetch", { request: { url: `${ORIGIN}${path}`, method } }))?.text() };
}

async function opened(version, content) {
  const online = browser();
  online.network.set(`${ORIGIN}/`, content).set(`${ORIGIN}/app.js`, content);
  const worker = start(online, version);
  await worker.dispatch("install");
  await worker.dispatch("activate");
  return { online, worker };
}

test("every file can be loaded without a connection, also one that was not loaded before", async () => {
  const { online, worker } = await opened("1", "one");
  online.network = null;
  assert.equal(await worker.load("/app.js"), "one");
  assert.equal(await worker.load("/"), "one");
});

test("with a connection, files come from the network and what is kept is renewed", async () => {
  const { online, worker } = await opened("1", "one");
  online.network.set(`${ORIGIN}/`, "two");
  assert.equal(await worker.load("/"), "two");
  online.network = null;
  assert.equal(await worker.load("/"), "two");
});

test("a new version waits until it is asked for, and then replaces what was kept, of this app only", async () => {
  const { online } = await opened("1", "one");
  online.stored.set("other@1", new Map());
  online.network.set(`${ORIGIN}/`, "two").set(`${ORIGIN}/app.js`, "two");
  const next = start(online, "2");
  await next.dispatch("install");
  assert.equal(next.self.skipped, false);
  await next.dispatch("message", { data: "take-over" });
  assert.equal(next.self.skipped, true);
  await next.dispatch("activate");
  assert.deepEqual([...online.stored.keys()], ["other@1", "app@2"]);
  online.network = null;
  assert.equal(await next.load("/app.js"), "two");
});

test("what is sent, and other hosts, are left to the browser", async () => {
  const { worker } = await opened("1", "one");
  assert.equal(await worker.load("/", "POST"), undefined);
  assert.equal(await worker.dispatch("fetch", { request: { url: "https://other.example/", method: "GET" } }), undefined);
});
