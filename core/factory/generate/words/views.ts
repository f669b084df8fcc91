import type { Words } from "./word.ts";

/** The texts of views. */
export const VIEW_WORDS: Words = {};
