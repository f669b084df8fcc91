import { describe, expect, it } from "@jest/globals";
import { said } from "./said.ts";

describe("what can be chosen", () => {
  it.each([
    [
      "kanban for bugs: new, confirmed, in progress, fixed, wontfix",
      "Status",
      ["New", "Confirmed", "In progress", "Fixed", "Wontfix"],
    ],
    [
      "job applications on a board: applied, interview, offer, rejected",
      "Status",
      ["Applied", "Interview", "Offer", "Rejected"],
    ],
    ["bugs with a severity low/med/high", "Severity", ["Low", "Med", "High"]],
    ["filaments: name, material PLA/PETG/ABS", "Material", ["PLA", "PETG", "ABS"]],
    [
      "job applications: company, status draft sent accepted declined",
      "Status",
      ["Draft", "Sent", "Accepted", "Declined"],
    ],
    ["pipeline board for leads: company, stage lead/won/lost", "Stage", ["Lead", "Won", "Lost"]],
    [
      "reparaciones: coche, estado (pendiente, en curso, terminado)",
      "Estado",
      ["Pendiente", "En curso", "Terminado"],
    ],
  ])("%s", (message, name, options) => {
    expect(said(message).options[name]).toEqual(options);
  });

  it("is none of a list of details", () => {
    expect(said("kanban for bugs: title, version, assignee").options.Status).not.toContain("Title");
  });
});
