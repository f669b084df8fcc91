import { createElement, Fragment, type ReactNode } from "react";
import type { Phrase } from "./phrase.ts";

/** A sentence of the catalogue with the elements in it. */
export function inline(phrase: Phrase<ReactNode>): ReactNode {
  return createElement(Fragment, null, ...phrase);
}
