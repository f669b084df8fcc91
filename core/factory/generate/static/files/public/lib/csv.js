/** A CSV document (RFC 4180): header, rows, CRLF. Numbers stay numbers. */
export function writeCsv(header, rows) {
  return `${[header, ...rows].map((cells) => cells.map(cellText).join(",")).join("\r\n")}\r\n`;
}

/** A text that a spreadsheet would run as a formula is prefixed with an apostrophe; {@link readCsv} takes it away. */
function cellText(cell) {
  const raw = String(cell ?? "");
  const text = typeof cell !== "number" && /^'*[=+\-@\t\r]/.test(raw) ? `'${raw}` : raw;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * The rows of a CSV document as lists of texts. The separator is the one of comma, semicolon and tab that the first
 * line has most of. Throws a SyntaxError with the line for a quote that is not closed.
 */
export function readCsv(text) {
  const source = text.replace(/^\uFEFF/, "");
  const separator = separatorOf(source.split(/\r?\n/, 1)[0]);
  const rows = [];
  let row = [];
  let at = 0;
  while (at < source.length) {
    const cell = source[at] === '"' ? quoted(source, at, separator) : plain(source, at, separator);
    row.push(cell.value.replace(/^'(?='*[=+\-@\t\r])/, ""));
    at = cell.end;
    if (source[at] === separator) {
      at += 1;
      if (at < source.length) continue;
      row.push("");
    }
    if (source[at] === "\r") at += 1;
    if (source[at] === "\n") at += 1;
    rows.push(row);
    row = [];
  }
  return rows.filter((cells) => cells.some((cell) => cell !== ""));
}

function separatorOf(line) {
  const count = (separator) => line.split(separator).length;
  return [",", ";", "\t"].reduce((best, each) => (count(each) > count(best) ? each : best));
}

function plain(source, start, separator) {
  let end = start;
  while (end < source.length && source[end] !== separator && source[end] !== "\n" && source[end] !== "\r") end += 1;
  return { value: source.slice(start, end), end };
}

function quoted(source, start, separator) {
  let value = "";
  let at = start + 1;
  for (;;) {
    const end = source.indexOf('"', at);
    if (end === -1) throw new SyntaxError(String(source.slice(0, start).split("\n").length));
    value += source.slice(at, end);
    if (source[end + 1] !== '"') {
      const rest = plain(source, end + 1, separator);
      return { value: value + rest.value.trimEnd(), end: rest.end };
    }
    value += '"';
    at = end + 2;
  }
}
