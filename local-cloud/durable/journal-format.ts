import { crc32 } from "node:zlib";

/**
 * A journal is lines of JSON. The first, `{"journal":1,"acknowledged":"000000000012"}`, has a fixed length
 * and is overwritten in place; it contains the number of entries that are known to be on the disk. Each other
 * line is an entry, `[<number>,"<crc32>",<entry>]`, numbered from 1 without a gap; the checksum is of number,
 * space and the entry's JSON.
 */

const DIGITS = 12;

export function encodeHead(acknowledged: number): string {
  return `{"journal":1,"acknowledged":"${String(acknowledged).padStart(DIGITS, "0")}"}\n`;
}

export function encodeEntry(number: number, entry: unknown): string {
  const json = JSON.stringify(entry);
  return `[${number},"${checksum(number, json)}",${json}]\n`;
}

/** Encodes a complete journal, all of whose entries are acknowledged. */
export function encodeJournal(entries: readonly unknown[]): string {
  return [encodeHead(entries.length), ...entries.map((entry, index) => encodeEntry(index + 1, entry))].join(
    "",
  );
}

/** Whether a file is a journal, based on its first bytes. */
export function isJournal(text: string): boolean {
  return text.startsWith('{"journal":');
}

export interface JournalContent {
  readonly entries: unknown[];
  /** Size of the valid part of the file, in bytes. */
  readonly size: number;
  readonly acknowledged: number;
  /** The last valid line, counted from 1, if the end of the file was dropped. */
  readonly dropped?: number;
}

/** The reason why a journal cannot be used; `line` is counted from 1. */
export interface JournalFault {
  readonly line: number;
  readonly fault: string;
}

/**
 * Decodes a journal. An incomplete end, which a crash during an append leaves, is dropped unless it was
 * acknowledged. An invalid line before valid ones, or fewer entries than were acknowledged, is damage.
 */
export function decodeJournal(bytes: Buffer): JournalContent | JournalFault {
  const head = /^\{"journal":1,"acknowledged":"(\d{12})"\}\n/.exec(bytes.toString("latin1", 0, 64));
  if (!head)
    return { line: 1, fault: bytes.length === 0 ? "it is empty" : "the first line is not that of a journal" };
  const acknowledged = Number(head[1]);
  const entries: unknown[] = [];
  let size = head[0].length;
  let bad: JournalFault | undefined;
  for (let at = size, line = 2; at < bytes.length; line++) {
    const end = bytes.indexOf(10, at);
    const text = bytes.toString("utf8", at, end < 0 ? bytes.length : end);
    at = end < 0 ? bytes.length : end + 1;
    const read = end < 0 ? "the line is truncated" : decodeEntry(text);
    const expected = entries.length + 1;
    if (typeof read === "string") bad ??= { line, fault: read };
    else if (bad) return bad;
    else if (read.number !== expected)
      return { line, fault: `entry ${expected} is missing, entry ${read.number} is in its place` };
    else {
      entries.push(read.entry);
      size = at;
    }
  }
  if (entries.length < acknowledged)
    return bad ?? { line: entries.length + 2, fault: lostEnd(acknowledged - entries.length, acknowledged) };
  return { entries, size, acknowledged, ...(bad && { dropped: bad.line }) };
}

function lostEnd(lost: number, acknowledged: number): string {
  return `the file ends there, and the last ${lost} of ${acknowledged} acknowledged entries are lost`;
}

const ENTRY = /^\[(\d+),"([0-9a-f]{8})",(.*)\]$/s;

/** Returns a complete entry, or the fault of the line. */
function decodeEntry(text: string): { number: number; entry: unknown } | string {
  const [, number, stated, json = ""] = ENTRY.exec(text) ?? [];
  if (number === undefined) return "the line is not an entry";
  if (checksum(Number(number), json) !== stated) return "the line's checksum is wrong";
  return { number: Number(number), entry: JSON.parse(json) };
}

function checksum(number: number, json: string): string {
  return crc32(`${number} ${json}`).toString(16).padStart(8, "0");
}
