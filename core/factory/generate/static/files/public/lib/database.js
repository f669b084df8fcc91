const STORE = "records";

/**
 * The records of an app in IndexedDB, one row `{ entity, id, values, deleted }` per record. Rejects when the browser has
 * no IndexedDB or forbids it.
 */
export async function openDatabase(name, indexedDB) {
  if (!indexedDB) throw new TypeError("no IndexedDB");
  const opening = indexedDB.open(name, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE, { keyPath: ["entity", "id"] });
  const database = await answer(opening);
  database.onversionchange = () => database.close();
  return {
    /** Reads rows by key `[entity, id]`; undefined for a row that does not exist. */
    read: (keys) => transact(database, "readonly", (store) => Promise.all(keys.map((key) => answer(store.get(key))))),
    all: () => transact(database, "readonly", (store) => answer(store.getAll())),
    /**
     * Runs `work({ get(key), all(), put(row), delete(key) })` in one transaction: all of its writes are kept, or none.
     * It may wait only for what it reads here.
     */
    write: (work) =>
      transact(database, "readwrite", (store) =>
        work({
          get: (key) => answer(store.get(key)),
          all: () => answer(store.getAll()),
          put: (row) => answer(store.put(row)),
          delete: (key) => answer(store.delete(key)),
        }),
      ),
  };
}

/** The same in memory, for a browser that keeps nothing. */
export function memoryDatabase() {
  const rows = new Map();
  const key = (parts) => JSON.stringify(parts);
  const access = {
    get: async (parts) => rows.get(key(parts)),
    all: async () => [...rows.values()],
    put: async (row) => rows.set(key([row.entity, row.id]), row),
    delete: async (parts) => rows.delete(key(parts)),
  };
  return {
    read: async (keys) => keys.map((parts) => rows.get(key(parts))),
    all: access.all,
    write: (work) => work(access),
  };
}

async function transact(database, mode, work) {
  const transaction = database.transaction(STORE, mode);
  const ended = new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error ?? new DOMException("The write was aborted.", "AbortError"));
  });
  ended.catch(() => {}); // Told below, unless the work itself failed first.
  try {
    const result = await work(transaction.objectStore(STORE));
    await ended;
    return result;
  } catch (error) {
    abort(transaction);
    throw error;
  }
}

function abort(transaction) {
  try {
    transaction.abort();
  } catch {
    // It has ended already.
  }
}

function answer(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new DOMException("Another tab keeps the records open.", "InvalidStateError"));
  });
}
