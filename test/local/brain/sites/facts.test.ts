import { describe, expect, it } from "@jest/globals";
import { emailIn, hoursIn, phoneIn } from "#local/brain/sites/facts.ts";

const days = (message: string) =>
  hoursIn(message)?.value?.map(({ day, opens, closes }) => `${day} ${opens}-${closes}`);

describe("facts in a request for a site", () => {
  it.each([
    ["open Mon–Fri 8–18", 5, "mon 08:00-18:00"],
    ["Mo-Fr 7:30-18 Uhr", 5, "mon 07:30-18:00"],
    ["lundi au vendredi de 9h à 17h30", 5, "mon 09:00-17:30"],
    ["lunes a viernes 10-14", 5, "mon 10:00-14:00"],
    ["Tuesday 9am to 5pm", 1, "tue 09:00-17:00"],
    ["Mon-Fri 9-5", 5, "mon 09:00-17:00"],
    ["Sat to Mon 10-16", 3, "mon 10:00-16:00"],
  ])("has opening hours: %s", (message, count, first) => {
    expect(days(message)).toHaveLength(count);
    expect(days(message)?.[0]).toBe(first);
  });

  it("joins several spans of hours in the order of the week", () => {
    expect(days("Sat 9-13, Mon-Tue 8-12 and Mon-Tue 14-18")).toEqual([
      "mon 08:00-12:00",
      "mon 14:00-18:00",
      "tue 08:00-12:00",
      "tue 14:00-18:00",
      "sat 09:00-13:00",
    ]);
  });

  it.each(["a menu 3-4 pages", "Mon 18-18", "Mon 25-30", "Mon 8-12, Mon 10-14", "open all day"])(
    "has no opening hours: %s",
    (message) => {
      expect(days(message)).toBeUndefined();
    },
  );

  it("has phone numbers and e-mail addresses as they are written", () => {
    expect(phoneIn("call +49 30 / 123 45-67 please")?.value).toBe("+49 30 / 123 45-67");
    expect(phoneIn("since 1998, 12 rooms")).toBeUndefined();
    expect(emailIn("mail hello@crumb.example.org.")?.value).toBe("hello@crumb.example.org");
  });
});
