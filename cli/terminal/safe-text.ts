import { printable } from "#core/kernel/printable.ts";

/**
 * Text that a terminal may show as it is: values from outside were made printable, and what styles it is our own.
 * Inside a plain template literal only its words remain, so a style can get lost but never come from elsewhere.
 */
export class SafeText {
  /** The words alone, for measuring. */
  readonly plain: string;
  /** The words with our styles and links. */
  readonly styled: string;

  private constructor(plain: string, styled: string) {
    this.plain = plain;
    this.styled = styled;
  }

  /** A text of any origin, in lines as it was. */
  static of(value: string | SafeText): SafeText {
    if (value instanceof SafeText) return value;
    const shown = printable(value);
    return new SafeText(shown, shown);
  }

  /** Our own sequences around it. */
  wrap(before: string, after: string): SafeText {
    return new SafeText(this.plain, `${before}${this.styled}${after}`);
  }

  append(other: SafeText): SafeText {
    return new SafeText(this.plain + other.plain, this.styled + other.styled);
  }

  toString(): string {
    return this.plain;
  }
}

/** One line of our own words and of values from anywhere; a line break in a value is a space. */
export function text(
  words: TemplateStringsArray,
  ...values: readonly (string | number | SafeText)[]
): SafeText {
  return values.reduce<SafeText>(
    (line, value, index) => line.append(oneLine(value)).append(SafeText.of(words[index + 1] ?? "")),
    SafeText.of(words[0] ?? ""),
  );
}

function oneLine(value: string | number | SafeText): SafeText {
  return value instanceof SafeText ? value : SafeText.of(printable(String(value)).replace(/[\n\t]+/g, " "));
}
