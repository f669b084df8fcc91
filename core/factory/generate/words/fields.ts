import type { Words } from "./word.ts";

/** The texts of fields. */
export const FIELD_WORDS: Words = {};
