import assert from "node:assert/strict";
import { test } from "node:test";
import { contactFault, mailLink } from "../public/features/contact.js";

test("name and message are needed", () => {
  assert.match(contactFault({ name: " ", message: "Hello out there" }), /who you are/);
  assert.match(contactFault({ name: "Ana", message: "Hi" }), /sentence/);
  assert.equal(contactFault({ name: "Ana", message: "Hello out there" }), "");
});

test("the mail link carries the message safely", () => {
  const link = mailLink("hello@example.com", { name: "Ana & Bo", message: "a&b?c=d\nnext" }, "Blue Door");
  const url = new URL(link);
  assert.equal(url.pathname, "hello@example.com");
  assert.equal(url.searchParams.get("subject"), "Blue Door: message from Ana & Bo");
  assert.equal(url.searchParams.get("body"), "a&b?c=d\nnext");
});
