/** A setting of the app in this browser, or null. Records are not settings: they are kept by `records.js`. */
export function readSetting(database, name) {
  try {
    return localStorage.getItem(`${database}.${name}`);
  } catch {
    return null;
  }
}

/** Keeps a setting; where the browser forbids it, it lasts as long as the page. */
export function writeSetting(database, name, value) {
  try {
    localStorage.setItem(`${database}.${name}`, value);
  } catch {
    // Full or forbidden storage.
  }
}
