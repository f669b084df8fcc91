import { Document, DomEvent, Element, Listeners, Node } from "./dom.js";
import { createIndexedDB } from "./indexed-db.js";

/** Makes this process a browser with an empty page, empty storage and the address `#/`. Import it before the app. */
const events = new Listeners();
const storage = new Map();
let hash = "";

const globals = {
  document: new Document(),
  Node,
  Element,
  HTMLElement: Element,
  indexedDB: createIndexedDB(),
  localStorage: {
    getItem: (key) => storage.get(key) ?? null,
    setItem: (key, value) => storage.set(key, String(value)),
    removeItem: (key) => storage.delete(key),
  },
  location: {
    get hash() {
      return hash;
    },
    set hash(value) {
      const next = value.startsWith("#") ? value : `#${value}`;
      if (next === hash) return;
      hash = next;
      events.dispatchEvent(new DomEvent("hashchange"));
    },
  },
  matchMedia: () => ({ matches: false, addEventListener() {} }),
  addEventListener: (type, listener) => events.addEventListener(type, listener),
  removeEventListener: (type, listener) => events.removeEventListener(type, listener),
  dispatchEvent: (event) => events.dispatchEvent(event),
  scrollTo() {},
  confirm: () => true,
  BroadcastChannel: class extends Listeners {
    postMessage() {}
  },
};
for (const [name, value] of Object.entries(globals)) Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
