import { expect, it } from "@jest/globals";
import { SITE_HEADERS } from "#core/web/site.ts";
import { frameFault } from "#web/work/frame-fault.ts";

const OWN = "http://127.0.0.1:5050";
const CHROME =
  "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/144.0.0.0 Safari/537.36";
const SAFARI =
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15";

it.each([
  ["http://notes-ab12.localhost:5050", CHROME, undefined],
  ["http://notes-ab12.localhost:5050/", SAFARI, "unresolved"],
  ["https://notes-ab12.vercel.app", SAFARI, undefined],
  [OWN, CHROME, "elsewhere"],
  ["https://evil.test", CHROME, "elsewhere"],
  ["https://vercel.app.evil.test", CHROME, "elsewhere"],
  ["javascript:alert(1)", CHROME, "elsewhere"],
  ["data:text/html,x", CHROME, "elsewhere"],
])("an app at %s", (url, userAgent, fault) => {
  expect(frameFault(url, OWN, userAgent)).toBe(fault);
});

it("is never shown on the page's own origin, also if that is a host of apps", () => {
  expect(frameFault("http://a.localhost:5050/x", "http://a.localhost:5050", CHROME)).toBe("elsewhere");
});

it("frames what the content security policy allows", () => {
  expect(SITE_HEADERS["content-security-policy"]).toContain(
    "frame-src https://*.vercel.app http://*.localhost:*;",
  );
});
