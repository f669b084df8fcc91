import { LOCALES } from "#core/factory/specification/specification.ts";
import { calledIn } from "./read/called.ts";

export interface Named {
  /** The displayed name of the app, or null. */
  readonly name: string | null;
  /** The message without the words that contain the name. */
  readonly rest: string;
}

/** Finds "call it Foo", "nenn es Foo Bar", "appelle-la 'Foo'", "llámala Foo". */
export function readName(message: string): Named {
  for (const locale of LOCALES) {
    const called = calledIn(message, locale);
    if (called)
      return {
        name: called.name,
        rest: `${message.slice(0, called.start)} ${message.slice(called.end)}`.trim(),
      };
  }
  return { name: null, rest: message };
}

/**
 * Returns the project name for a title: lower-case words joined by '-', starting with a letter, at most 52
 * characters.
 */
export function projectNameOf(title: string, fallback: string): string {
  const slug = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^[^a-z]+|-+$/g, "")
      .slice(0, 52)
      .replace(/-+$/, "");
  return slug(title) || slug(fallback);
}
