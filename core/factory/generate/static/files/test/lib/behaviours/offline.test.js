import assert from "node:assert/strict";
import { test } from "node:test";
import { isLocal } from "../../../public/lib/behaviours/offline.js";

test("the computer that serves the app itself keeps no files", () => {
  for (const host of ["localhost", "app.localhost", "127.0.0.1", "[::1]"]) assert.equal(isLocal(host), true, host);
  for (const host of ["example.org", "127.example.org", "localhost.example.org"]) assert.equal(isLocal(host), false, host);
});
