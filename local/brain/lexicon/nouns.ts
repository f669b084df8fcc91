import { HOME } from "./nouns/home.ts";
import { LIFE } from "./nouns/life.ts";
import { WORK } from "./nouns/work.ts";
import type { Noun } from "./types.ts";

export const NOUNS: readonly Noun[] = [...HOME, ...LIFE, ...WORK];
