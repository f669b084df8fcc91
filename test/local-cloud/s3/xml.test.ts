import { describe, expect, it } from "@jest/globals";
import { childText, element, leaf, parseXml, xmlDocument } from "#local-cloud/s3/xml.ts";
import { fc } from "#test/support/property.ts";

describe("the XML of S3", () => {
  it("returns any text that was written into it", () => {
    // S3 itself cannot tell U+0000 in XML.
    const text = fc.string({ unit: "binary" }).map((each) => each.replaceAll("\u0000", "").trim());
    fc.assert(
      fc.property(
        text,
        (value) => childText(parseXml(xmlDocument("Root", leaf("Key", value))), "Key") === value,
      ),
    );
  });

  it("may have prologs, comments, attributes and empty elements", () => {
    const root = parseXml(
      '<?xml version="1.0"?>\n<!-- a --><R xmlns="urn:x"><A/><B b="1">&lt;&#65;&#x42;</B></R>',
    );
    expect([root.name, root.children.map(({ name }) => name)]).toEqual(["R", ["A", "B"]]);
    expect(childText(root, "B")).toBe("<AB");
  });

  it.each([
    ["nothing", ""],
    ["text alone", "text"],
    ["an open element", "<A>"],
    ["crossed elements", "<A><B></A></B>"],
    ["two roots", "<A/><B/>"],
    ["a document type", '<!DOCTYPE A [<!ENTITY x "y">]><A>&x;</A>'],
    ["an unknown entity", "<A>&x;</A>"],
    ["an entity named like a method", "<A>&constructor;</A>"],
    ["a stray bracket", "<A>a < b</A>"],
    ["bottomless nesting", element("A", "<B>".repeat(100))],
  ])("is refused with %s", (_, source) => {
    expect(() => parseXml(source)).toThrow(/not well-formed/);
  });
});
