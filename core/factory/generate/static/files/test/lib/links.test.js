import assert from "node:assert/strict";
import { test } from "node:test";
import { isMail, isPhone, mailLink, mapLink, phoneLink, webLink } from "../../public/lib/links.js";

test("web links are http and https, and nothing else", () => {
  assert.equal(webLink("https://example.org/a?b=c"), "https://example.org/a?b=c");
  assert.equal(webLink("example.org"), "https://example.org/");
  assert.equal(webLink("example.org:8080/x"), "https://example.org:8080/x");
  const refused = ["javascript:alert(1)", "javascript://example.org/%0aalert(1)", " JaVaScRiPt:alert(1)", "data:text/html,x", "file:///etc/passwd", "ftp://example.org", "vbscript:x", "java\nscript:x", "https://user:pw@example.org", "hello", "two words.org", "", "https://"];
  for (const text of refused) assert.equal(webLink(text), null, text);
});

test("mail links contain one address and nothing else", () => {
  assert.equal(mailLink("ana@example.org"), "mailto:ana@example.org");
  assert.equal(mailLink("a+b@example.org"), "mailto:a%2Bb@example.org");
  assert.equal(mailLink("a?cc=x@example.org"), "mailto:a%3Fcc%3Dx@example.org");
  for (const text of ["ana", "ana@", "@example.org", "a b@example.org", "ana@example", "ana@example..org", "a@b@example.org", "a@example.org,b@example.org"])
    assert.equal(isMail(text), false, text);
});

test("telephone links keep the digits", () => {
  assert.equal(phoneLink("+49 (30) 555-01 00"), "tel:+49305550100");
  for (const text of ["12", "1".repeat(16), "call me", "+", "javascript:1234"]) assert.equal(isPhone(text), false, text);
});

test("a map is searched for the text, whatever is in it", () => {
  assert.equal(mapLink("Rue & Co #1"), "https://www.openstreetmap.org/search?query=Rue%20%26%20Co%20%231");
  assert.match(mapLink("\ud800"), /query=%EF%BF%BD$/);
});
