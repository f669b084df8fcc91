import { describe, expect, it } from "@jest/globals";
import { escapeXml } from "#core/kernel/escape-xml.ts";

describe("text in HTML and XML", () => {
  it("cannot end an element or an attribute", () => {
    expect(escapeXml(`<b title="a" lang='b'>1 & 2</b>`)).toBe(
      "&lt;b title=&quot;a&quot; lang=&#39;b&#39;&gt;1 &amp; 2&lt;/b&gt;",
    );
  });

  it("stays as it is without such characters", () => {
    expect(escapeXml("Zoë’s plants – 5 %")).toBe("Zoë’s plants – 5 %");
  });
});
