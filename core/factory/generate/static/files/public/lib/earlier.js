/**
 * Takes over the records that an earlier version of the app kept as one text in the web storage, under `key`. `read(text)`
 * returns the edits for them (`{ entityId, record }`, each with the identifier that it had) and whether they are `whole`. The
 * text is removed once they are kept as records; what cannot be read of it is put aside first. Records that are there already
 * stay as they are.
 */
export async function takeEarlier(records, storage, { key, read }) {
  const text = storage.getItem(key);
  if (text === null) return;
  const { edits, whole } = read(text);
  if (!whole) {
    const holds = (content) => asideKeys(key).find((name) => storage.getItem(name) === content);
    const free = holds(text) ?? holds(null);
    if (free === undefined) return;
    storage.setItem(free, text);
  }
  await records.saveAll(edits.filter(({ entityId, record }) => !records.get(entityId, record.id)));
  if (records.kept) storage.removeItem(key);
}

/** The texts of an earlier version that are still there because they could not be read: `{ name, text }`. */
export function earlierAsides(records, storage, key) {
  return [...(records.kept ? [key] : []), ...asideKeys(key)].flatMap((name) => {
    const text = storage.getItem(name);
    return text === null ? [] : [{ name, text }];
  });
}

/** The items of a stored list `{ version: 1, [name]: [item] }`; null if the text is none. */
export function earlierList(text, name) {
  try {
    const stored = JSON.parse(text);
    return stored?.version === 1 && Array.isArray(stored[name]) ? stored[name] : null;
  } catch {
    return null;
  }
}

/** The browser's web storage; an empty one where it is forbidden. */
export function webStorage(browser = globalThis) {
  try {
    return browser.localStorage ?? NONE;
  } catch {
    return NONE;
  }
}

const NONE = { getItem: () => null, setItem() {}, removeItem() {} };

/** Where earlier versions of the app put aside what they could not read. */
const asideKeys = (key) => Array.from({ length: 9 }, (_, index) => `${key}.unreadable-${index + 1}`);
