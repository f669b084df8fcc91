import assert from "node:assert/strict";
import { test } from "node:test";
import { csv, csvRow } from "../public/lib/download.js";

test("cells with commas, quotes and line breaks are quoted", () => {
  assert.equal(csvRow(["a,b", 'say "hi"', "two\nlines", "plain"]), '"a,b","say ""hi""","two\nlines",plain');
});

test("a cell cannot become a formula in a spreadsheet", () => {
  assert.equal(csvRow(["=1+1", "@x", "+3", "-3"]), "'=1+1,'@x,'+3,'-3");
});

test("numbers stay numbers and nothing becomes an empty cell", () => {
  assert.equal(csvRow([-3.5, null, undefined, 0]), "-3.5,,,0");
});

test("a document has a header and ends its lines with CRLF", () => {
  assert.equal(csv(["a", "b"], [[1, 2]]), "a,b\r\n1,2\r\n");
});
