import assert from "node:assert/strict";
import { test } from "node:test";
import { computed } from "../../../public/lib/fields/computed.js";
import { fieldApp, plainSpaces } from "../../support/field-app.js";

const app = fieldApp({ currency: "EUR" });
const of = (result, value, more) => computed({ id: "total", name: "Total", result, value, ...more });

test("a value is computed from the record, and people do not fill it in", () => {
  const total = of("number", (record, records) => record.a * records.factor);
  assert.equal(total.derive({ a: 2 }, { factor: 3 }), 6);
  assert.equal(total.derived, true);
  assert.equal(total.readOnly, true);
});

test("a result is shown as what it is", () => {
  const nothing = () => null;
  assert.equal(plainSpaces(of("number", nothing, { unit: "km" }).format(1234.567, app)), "1,234.57 km");
  assert.equal(of("money", nothing).format(1250, app), "€12.50");
  assert.equal(of("percent", nothing).format(12.345, app), "12.35%");
  assert.equal(of("duration", nothing).format(5400, app), "1:30");
  assert.equal(of("date", nothing).format("2026-05-01", app), "May 1, 2026");
  for (const result of ["number", "money", "percent", "duration", "date"]) assert.equal(of(result, nothing).format(null, app), "");
});

test("amounts are whole numbers of the minor unit", () => {
  assert.equal(of("money", () => 12.6).derive({}, {}), 13);
  assert.equal(of("money", () => null).derive({}, {}), null);
});
