import type { Locale } from "#core/factory/specification/specification.ts";
import { DE } from "./de.ts";
import type { EditWords } from "./edit-words.ts";
import { EN } from "./en.ts";
import { ES } from "./es.ts";
import { FR } from "./fr.ts";

export const EDIT_WORDS: Readonly<Record<Locale, EditWords>> = { en: EN, de: DE, fr: FR, es: ES };
