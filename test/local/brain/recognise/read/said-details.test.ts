import { describe, expect, it } from "@jest/globals";
import { said } from "./said.ts";

describe("a detail as it is said", () => {
  it.each([
    [
      "sourdough bakes: flour in g, hydration percent, proof time, stars",
      "Sourdough bake",
      ["Flour g", "Hydration percent percent", "Proof time duration", "Rating rating"],
    ],
    ["medication: name, dose in mg", "Medication", ["Dose mg"]],
    ["time sheet: date, start, end, break", "Time entry", ["Start time", "End time", "Break duration"]],
    ["members, have they paid the yearly fee yes/no", "Member", ["Paid the yearly fee boolean"]],
    [
      "alumnos con nivel, cuota mensual y si han pagado",
      "Alumno",
      ["Cuota mensual money", "Han pagado boolean"],
    ],
    ["gastos compartidos: quién pagó, cuánto, cuándo", "Gasto compartido", ["Importe money", "Fecha date"]],
    ["grants: amount asked, amount received", "Grant", ["Amount asked money", "Amount received money"]],
    ["swim training: distance in m, time in seconds", "Training", ["Time seconds"]],
    ["entrenamientos: km, cómo me sentí de 1 a 5", "Entrenamiento", ["Cómo me sentí rating", "Distancia km"]],
    ["visits: date, from, to, paid or not", "Visit", ["From time", "To time", "Paid boolean"]],
    ["pain diary with zone of the body", "Pain", ["Zone of the body text"]],
    [
      "my cars and the tyres for each one, with tread depth in mm and mileage when fitted",
      "Tyre",
      ["Tread depth mm", "Mileage when fitted integer"],
    ],
  ])("%s", (message, name, details) => {
    expect(Object.keys(said(message).details)).toContain(name);
    expect(said(message).details[name]).toEqual(expect.arrayContaining(details));
  });

  it("is what can be chosen for it where the words are its options", () => {
    expect(said("Medikamentenplan mit Dosis, morgens mittags abends").refused).toEqual([]);
  });

  it("is no month where the records have no date to count by", () => {
    expect(said("Hunde mit Futterkosten pro Monat").refused).toEqual(["Monat"]);
  });
});
