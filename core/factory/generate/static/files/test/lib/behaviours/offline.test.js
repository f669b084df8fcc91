import "../../support/browser.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { watchVersions } from "../../../public/lib/behaviours/offline.js";

/** The workers of a browser: the one that is used, and one that waits. */
function workers({ controller = {}, waiting = null } = {}) {
  const registration = Object.assign(new EventTarget(), { waiting, installing: null, update: async () => {} });
  return { controller, registration, register: async () => registration };
}

test("a version that waits is told, and one that comes while the app is open", async () => {
  const found = [];
  const old = { name: "old" };
  const browser = workers({ waiting: old });
  await watchVersions(browser, (worker) => found.push(worker));
  const next = Object.assign(new EventTarget(), { name: "next" });
  browser.registration.installing = next;
  browser.registration.dispatchEvent(new Event("updatefound"));
  browser.registration.waiting = next;
  next.dispatchEvent(new Event("statechange"));
  assert.deepEqual(found.map(({ name }) => name), ["old", "next"]);
});

test("the first version is not told, and a browser without workers is none the worse", async () => {
  const found = [];
  await watchVersions(workers({ controller: null, waiting: {} }), (worker) => found.push(worker));
  await watchVersions({ register: async () => undefined }, (worker) => found.push(worker));
  await watchVersions(undefined, (worker) => found.push(worker));
  assert.deepEqual(found, []);
});
