import type { Page } from "playwright-core";

/** What a person enters into a field, as text; a picture as its bytes. */
type Value = string | Buffer;

export interface PicturedApp {
  /** Name of its pictures. */
  readonly name: string;
  readonly sentence: string;
  /** Records to enter, in this order: the list of their kind, and the values by field. */
  readonly records?: readonly { readonly list: string; readonly values: Readonly<Record<string, Value>> }[];
  /** What else is done before the pictures are taken. */
  readonly use?: (page: Page, day: (offset: number) => Promise<void>) => Promise<void>;
  /** What is done each time before a picture is taken, because the page does not keep it. */
  readonly always?: (page: Page) => Promise<void>;
  /** What the pictures show, from `#`. */
  readonly shows?: string;
}
