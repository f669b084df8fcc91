import { mergeItems } from "./merge.js";
import { tellUnreadable } from "./unreadable.js";

/**
 * State with listeners, kept in a web storage when one is given and shared with the app's other tabs. `storage` is a web
 * storage or a function that returns one: where a browser forbids to look for it, the app goes on in memory. What another
 * tab stores appears here, and `set` keeps what both have changed (`merge(base, mine, theirs)`). What is stored
 * carries a version. What cannot be read (broken, of another version, refused by `parse`, or items that `parse` leaves
 * out) is put aside under a key of its own before anything is written, and `tell` is called for each text put aside.
 */
export function createStore({
  key,
  version,
  parse,
  empty,
  storage: given,
  merge = mergeItems,
  tell = tellUnreadable,
  events = globalThis,
}) {
  const listeners = new Set();
  /** The keys of texts put aside. */
  const asides = Array.from({ length: 9 }, (_, index) => `${key}.unreadable-${index + 1}`);
  let mayWrite = true;
  const storage = typeof given === "function" ? open(given) : given;
  const first = stored();
  /** The stored text that this tab knows, and what it says. */
  let known = { text: first, value: read(first)?.value ?? empty() };
  let state = known.value;

  if (storage) {
    tellAll();
    events.addEventListener?.("storage", (event) => {
      if (event.key === key || event.key === null) refresh();
    });
  }

  function open(find) {
    try {
      return find();
    } catch {
      mayWrite = false;
      return undefined;
    }
  }

  function stored(name = key) {
    try {
      return storage?.getItem(name) ?? null;
    } catch {
      return null;
    }
  }

  /** What a stored text says, or undefined for one that says nothing; what it says in vain is put aside. */
  function read(text) {
    if (text === null) return undefined;
    try {
      const { version: found, value: given } = JSON.parse(text);
      if (found !== version) throw new TypeError("another version");
      const value = parse(given);
      if (Array.isArray(given) && Array.isArray(value) && value.length < given.length) putAside(text);
      return { value };
    } catch {
      putAside(text);
      return undefined;
    }
  }

  function putAside(text) {
    try {
      const holding = (content) => asides.find((each) => storage.getItem(each) === content);
      const name = holding(text) ?? holding(null);
      if (name === undefined) throw new RangeError("too much was put aside");
      storage.setItem(name, text);
    } catch {
      mayWrite = false; // No room for a copy: what is stored stays, and the app goes on in memory.
    }
  }

  function tellAll() {
    for (const name of asides) {
      const text = stored(name);
      if (text !== null) tell({ name, text, discard: () => storage.removeItem(name) });
    }
  }

  /** Another tab has stored something. What could not be saved here stays beside it. */
  function refresh() {
    const text = stored();
    if (text === known.text) return;
    const value = text === null ? empty() : read(text)?.value;
    if (value === undefined) return;
    state = merge(known.value, state, value);
    known = { text, value };
    for (const listener of listeners) listener(state);
  }

  function save() {
    if (!mayWrite) return false;
    const text = JSON.stringify({ version, value: state });
    try {
      storage?.setItem(key, text);
      known = { text, value: state };
      return true;
    } catch {
      return false; // Full or forbidden storage: the app goes on in memory.
    }
  }

  return {
    get: () => state,
    /** Sets the next state, tells every listener, and says whether it could be kept. */
    set(next) {
      const text = stored();
      const theirs = text === known.text ? undefined : read(text);
      state = theirs ? merge(known.value, next, theirs.value) : next;
      const kept = save();
      for (const listener of listeners) listener(state);
      return kept;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
