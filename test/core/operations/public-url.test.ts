import { describe, expect, it } from "@jest/globals";
import { readPublicUrl } from "#core/operations/public-url.ts";

describe("the setting GANTRY_PUBLIC_URL", () => {
  it.each([
    ["https://gantry.example.com", "https://gantry.example.com"],
    ["https://gantry.example.com/", "https://gantry.example.com"],
    ["https://Gantry.example.com:443", "https://gantry.example.com"],
    ["http://gantry.lan:8080", "http://gantry.lan:8080"],
    ["https://192.0.2.7:8443", "https://192.0.2.7:8443"],
  ])("may be %s", (text, origin) => expect(readPublicUrl(text)?.origin).toBe(origin));

  it.each([
    "gantry.example.com",
    "ftp://gantry.example.com",
    "https://gantry.example.com/gantry",
    "https://gantry.example.com/?a=1",
    "https://user:word@gantry.example.com",
    "http://127.0.0.1:5050",
    "http://localhost:5050",
    "http://todo.localhost:5050",
    "http://[::1]:5050",
    "",
  ])("is refused as %j", (text) => expect(readPublicUrl(text)).toBeUndefined());
});
