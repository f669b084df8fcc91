import { useSyncExternalStore } from "react";
import { type Catalogue, EN } from "./en/catalogue.ts";
import { type Formats, formatsOf } from "./formats.ts";
import { type Language, languageFor, localeFor } from "./language.ts";

/** All texts of the client in one language, with its formats. */
export interface Words extends Catalogue {
  readonly language: Language;
  readonly formats: Formats;
}

const KEY = "gantry-language";

/** English is always there; others are loaded when they are shown. */
const CATALOGUES: Readonly<Record<Language, () => Promise<Catalogue>>> = {
  en: async () => EN,
  de: async () => (await import("./de/catalogue.ts")).DE,
  fr: async () => (await import("./fr/catalogue.ts")).FR,
  es: async () => (await import("./es/catalogue.ts")).ES,
};

let current = wordsOf("en", EN);
const listeners = new Set<() => void>();

/** The words that are shown now, for what is no component. */
export const words = (): Words => current;

/** The words that are shown; a component that uses them is shown again in another language. */
export function useWords(): Words {
  return useSyncExternalStore(subscribe, words);
}

/** Shows the person's language: the one chosen on this device, else the browser's. */
export function showWords(): Promise<void> {
  return show(languageFor(localStorage.getItem(KEY), navigator.languages));
}

/** Keeps a language for this device and shows it. Rejects if its words cannot be loaded. */
export async function chooseLanguage(language: Language): Promise<void> {
  await show(language);
  localStorage.setItem(KEY, language);
}

async function show(language: Language): Promise<void> {
  current = wordsOf(language, await CATALOGUES[language]());
  document.documentElement.lang = language;
  for (const listener of listeners) listener();
}

function wordsOf(language: Language, catalogue: Catalogue): Words {
  return { ...catalogue, language, formats: formatsOf(localeFor(language, navigator.languages)) };
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
