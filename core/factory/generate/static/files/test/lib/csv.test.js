import assert from "node:assert/strict";
import { test } from "node:test";
import { readCsv, writeCsv } from "../../public/lib/csv.js";

test("a document that was written is read back, whatever its cells contain", () => {
  const rows = [
    ["Milk, fresh", 'She said "hi"', "two\nlines"],
    ["=1+1", "'=1+1", "''@x"],
    ["", "-5", " blank "],
  ];
  assert.deepEqual(readCsv(writeCsv(["a", "b", "c"], rows)), [["a", "b", "c"], ...rows]);
});

test("a text that a spreadsheet would run is neutralised, a number is not", () => {
  assert.equal(writeCsv(["a"], [["=HYPERLINK(1)"], ["+49 30"], ["@x"], [-5]]), "a\r\n'=HYPERLINK(1)\r\n'+49 30\r\n'@x\r\n-5\r\n");
});

test("semicolons and tabs separate as well, and a mark of the byte order is skipped", () => {
  assert.deepEqual(readCsv("\uFEFFname;price\nTea;3,50\n"), [["name", "price"], ["Tea", "3,50"]]);
  assert.deepEqual(readCsv("name\tprice\r\nTea\t3"), [["name", "price"], ["Tea", "3"]]);
});

test("empty lines are skipped and empty last cells are kept", () => {
  assert.deepEqual(readCsv("a,b\n\n1,\n"), [["a", "b"], ["1", ""]]);
});

test("a quote that is not closed is a fault with its line", () => {
  assert.throws(() => readCsv('a\n"b'), new SyntaxError("2"));
});
