import type { Words } from "./word.ts";

/** The texts of behaviours. */
export const BEHAVIOUR_WORDS: Words = {};
