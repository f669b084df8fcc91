import stringWidth from "fast-string-width";
import { SafeText, text } from "./safe-text.ts";

const GAP = 2;

/** Rows under their headers, in columns as wide as the widest cell. The last column is not filled up. */
export function table(
  headers: readonly string[],
  rows: readonly (readonly (string | SafeText)[])[],
): readonly SafeText[] {
  const all = [headers, ...rows].map((cells) => cells.map((cell) => text`${cell}`));
  const widths = headers.map((_, column) => Math.max(...all.map((cells) => widthOf(cells[column]))));
  return all.map((cells) =>
    cells.reduce((line, cell, column) => {
      const isLast = cells.slice(column + 1).every((next) => next.plain === "");
      const padding = isLast ? 0 : (widths[column] ?? 0) - widthOf(cell) + GAP;
      return line.append(cell).append(SafeText.of(" ".repeat(padding)));
    }, SafeText.of("")),
  );
}

function widthOf(cell: SafeText | undefined): number {
  return stringWidth(cell?.plain ?? "");
}
