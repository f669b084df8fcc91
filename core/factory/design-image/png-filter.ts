/**
 * Undoes the filter of a line of a PNG image in place (W3C PNG, section 9). The first byte of a line names its filter;
 * `size` is the number of bytes of a pixel.
 */
export function unfilter(row: Uint8Array, above: Uint8Array, size: number): void {
  const filter = row[0] ?? 0;
  for (let at = 1; at < row.length; at++) {
    const left = at > size ? (row[at - size] ?? 0) : 0;
    const up = above[at] ?? 0;
    const corner = at > size ? (above[at - size] ?? 0) : 0;
    row[at] = (row[at] ?? 0) + predicted(filter, left, up, corner);
  }
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  switch (filter) {
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return (left + up) >> 1;
    case 4:
      return paeth(left, up, corner);
    default:
      return 0;
  }
}

/** Whichever neighbour is nearest to left + up - corner. */
function paeth(left: number, up: number, corner: number): number {
  const [toLeft, toUp, toCorner] = [
    Math.abs(up - corner),
    Math.abs(left - corner),
    Math.abs(left + up - 2 * corner),
  ];
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}
