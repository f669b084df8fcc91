import assert from "node:assert/strict";
import { test } from "node:test";
import { createdAt } from "../../../public/lib/fields/created-at.js";

const created = createdAt({ id: "created", name: "Created" });

test("the moment is set by the app and nobody fills it in", () => {
  assert.equal(created.assign([], Date.UTC(2026, 4, 1)), "2026-05-01T00:00:00.000Z");
  assert.equal(created.readOnly, true);
});
