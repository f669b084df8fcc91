import type { Locale } from "#core/factory/specification/specification.ts";
import type { Setting } from "#local/brain/blueprint.ts";
import { without } from "./stated.ts";

/** How people state a value, and how a plan says it. */
interface Stated extends Pick<Setting, "id" | "part" | "initial"> {
  /** The ways in which it is stated, the surest first. */
  readonly patterns: readonly RegExp[];
  /** The value of what a pattern found, or null if it can have none: the next pattern may find one. */
  value(match: RegExpExecArray): string | null;
  /** What stays in the message in place of the words that were found, because it names something else as well. */
  stays?(match: RegExpExecArray): string;
  /** A sentence for the plan, with "%" for each text of {@link shown}. */
  readonly said: Readonly<Record<Locale, string>>;
  /** The value as people read it; without it, as it is. Nothing is said of a value without texts. */
  shown?(value: string, locale: Locale): readonly string[];
}

/** Makes a setting from how people state its value and how a plan says it. */
export function settingOf({ patterns, value, stays, said, shown, ...setting }: Stated): Setting {
  return {
    ...setting,
    read(message) {
      for (const pattern of patterns) {
        const match = pattern.exec(message);
        const found = match && value(match);
        if (match && found !== null) return { value: found, rest: restOf(message, match, stays?.(match)) };
      }
      return null;
    },
    spoken(stated, locale) {
      const texts = shown?.(stated, locale) ?? [stated];
      return texts.length === 0
        ? ""
        : texts.reduce((text, each) => text.replace("%", () => each), said[locale]);
    },
  };
}

function restOf(message: string, match: RegExpExecArray, stays: string | undefined): string {
  return stays === match[0] ? message : without(message, match, stays);
}
