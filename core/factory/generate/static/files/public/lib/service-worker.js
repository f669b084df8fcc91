/*
 * Keeps the files of the app, so that it opens without a connection. With one, everything comes from the network, and what
 * is kept is renewed. `self.kept` has a `prefix` that all versions of the app share, the `version` of this one, which is
 * derived from the content of its files, and their addresses.
 */
const { prefix, version, files } = self.kept;
const cacheName = `${prefix}${version}`;

self.addEventListener("install", (event) => event.waitUntil(keepFiles()));
self.addEventListener("activate", (event) => event.waitUntil(takeOver()));

/** A new version waits until the app that is open asks for it. */
self.addEventListener("message", (event) => {
  if (event.data === "take-over") self.skipWaiting();
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== self.location.origin) return;
  event.respondWith(fromNetwork(request).catch(() => fromCache(request)));
});

/** Past the browser's own cache, which may have files of an earlier version. */
async function keepFiles() {
  const cache = await caches.open(cacheName);
  await cache.addAll(files.map((file) => new Request(file, { cache: "reload" })));
}

/** Deletes what earlier versions kept. */
async function takeOver() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(prefix) && name !== cacheName).map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function fromNetwork(request) {
  const response = await fetch(request);
  if (response.ok) {
    const cache = await caches.open(cacheName);
    await cache.put(request, response.clone());
  }
  return response;
}

async function fromCache(request) {
  const cache = await caches.open(cacheName);
  return (await cache.match(request, { ignoreSearch: true })) ?? Response.error();
}
