/**
 * A row of CSV (RFC 4180). A cell that a spreadsheet would run as a formula is prefixed with an apostrophe;
 * numbers stay numbers.
 */
export function csvRow(cells) {
  return cells
    .map((cell) => {
      const raw = String(cell ?? "");
      const text = typeof cell !== "number" && /^[=+\-@\t\r]/.test(raw) ? `'${raw}` : raw;
      return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
    })
    .join(",");
}

/** A whole CSV document: header, rows, CRLF. */
export function csv(header, rows) {
  return `${[header, ...rows].map(csvRow).join("\r\n")}\r\n`;
}

/** Offers text as a file to keep. */
export function download(filename, type, text) {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = filename;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
