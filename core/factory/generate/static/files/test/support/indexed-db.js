/**
 * As much of IndexedDB as the app uses: databases with stores of rows by key path, and transactions that run one after
 * the other, keep all of their writes or none, and end when nothing is asked of them any more. `room` is how many rows fit;
 * a write beyond it fails as in a full browser.
 */
export function createIndexedDB({ room = Number.POSITIVE_INFINITY } = {}) {
  const databases = new Map();
  return {
    limit: { room },
    databases,
    open(name, version) {
      const request = {};
      queueMicrotask(() => {
        const fresh = !databases.has(name);
        if (fresh) databases.set(name, { stores: new Map(), queue: Promise.resolve(), version });
        request.result = connection(databases.get(name), this.limit);
        if (fresh) request.onupgradeneeded?.();
        request.onsuccess?.();
      });
      return request;
    },
  };
}

function connection(database, limit) {
  return {
    createObjectStore(name, { keyPath }) {
      database.stores.set(name, { keyPath, rows: new Map() });
    },
    close() {},
    transaction: (name) => new Transaction(database, database.stores.get(name), limit),
  };
}

class Transaction {
  error = null;
  #before;
  #pending = [];
  #done = false;
  constructor(database, store, limit) {
    Object.assign(this, { store, limit });
    const before = database.queue;
    database.queue = new Promise((resolve) => {
      this.finish = resolve;
    });
    before.then(() => this.#run());
  }
  objectStore() {
    const ask = (work) => this.#ask(work);
    const key = (row) => JSON.stringify(this.store.keyPath.map((name) => row[name]));
    return {
      get: (parts) => ask(() => copy(this.store.rows.get(JSON.stringify(parts)))),
      getAll: () => ask(() => [...this.store.rows.values()].map(copy)),
      put: (row) => ask(() => this.#put(key(row), copy(row))),
      delete: (parts) => ask(() => this.store.rows.delete(JSON.stringify(parts))),
    };
  }
  abort() {
    if (this.#done) throw new DOMException("The transaction has ended.", "InvalidStateError");
    if (this.#before) this.store.rows = this.#before;
    this.#end(() => this.onabort?.());
  }
  #put(key, row) {
    if (!this.store.rows.has(key) && this.store.rows.size >= this.limit.room) throw new DOMException("No room.", "QuotaExceededError");
    this.store.rows.set(key, row);
  }
  #ask(work) {
    if (this.#done) throw new DOMException("The transaction has ended.", "TransactionInactiveError");
    const request = {};
    this.#pending.push([request, work]);
    return request;
  }
  async #run() {
    this.#before = new Map(this.store.rows);
    await tick();
    while (!this.#done && this.#pending.length > 0) {
      this.#answer(...this.#pending.shift());
      await tick();
    }
    if (!this.#done) this.#end(() => this.oncomplete?.());
  }
  #answer(request, work) {
    try {
      request.result = work();
      request.onsuccess?.();
    } catch (error) {
      request.error = error;
      this.error = error;
      request.onerror?.();
      if (!this.#done) this.abort();
    }
  }
  #end(tell) {
    this.#done = true;
    tell();
    this.finish();
  }
}

const copy = (value) => (value === undefined ? undefined : structuredClone(value));

/** Lets the promises that wait for an answer go on, as a browser does before it ends a transaction. */
const tick = () => new Promise((resolve) => setImmediate(resolve));
