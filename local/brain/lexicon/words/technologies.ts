import type { Locale } from "#core/factory/specification/specification.ts";
import { GENERATED_STACK, STACKS } from "#core/factory/stacks/stacks.ts";
import { BEYOND } from "./beyond.ts";

/** Frameworks and languages that a request can name and that nothing without a model is written in, and other stacks. */
export function technologyWords(locale: Locale): string[] {
  const named = BEYOND.filter(({ key }) => key === "stack").flatMap(({ words }) => words[locale]);
  const others = STACKS.filter(({ name }) => name !== GENERATED_STACK);
  return [...named, ...others.flatMap(({ phrases }) => phrases)];
}
