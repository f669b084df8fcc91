import type { PicturedApp } from "./app.ts";
import { dish, plant } from "./art.ts";

/** Records of one kind: the names of fields, then the values of each record. */
const rows = (list: string, fields: readonly string[], ...all: readonly (readonly (string | Buffer)[])[]) =>
  all.map((cells) => ({
    list,
    values: Object.fromEntries(
      fields.flatMap((field, index) => (cells[index] ? [[field, cells[index]]] : [])),
    ),
  }));

/** The habits that were kept, by the day before today. */
const DONE: readonly (readonly [number, readonly string[]])[] = [
  [-4, ["Read before bed"]],
  [-3, ["Read before bed", "Morning run", "Practice the guitar"]],
  [-2, ["Read before bed", "Morning run", "Water the balcony"]],
  [-1, ["Read before bed", "Morning run", "Practice the guitar"]],
  [0, ["Morning run", "Practice the guitar"]],
];

/** The everyday apps that the README shows. */
export const APPS: readonly PicturedApp[] = [
  {
    name: "crm",
    sentence: "A CRM for a dentist",
    shows: "#/list",
    records: rows(
      "#/list",
      ["name", "birthday", "phone", "email", "insurer", "allergies", "last_visit"],
      [
        "Amelia Hart",
        "1984-03-09",
        "+44 20 7946 0123",
        "amelia.hart@example.com",
        "Northern Mutual",
        "penicillin",
        "2026-06-02",
      ],
      ["Ben Okafor", "1991-11-21", "+44 20 7946 0177", "ben.okafor@example.com", "Aviata", "", "2026-05-28"],
      [
        "Clara Lindqvist",
        "1978-06-30",
        "+44 20 7946 0119",
        "clara.l@example.com",
        "Northern Mutual",
        "latex",
        "2026-04-14",
      ],
      [
        "David Romero",
        "2002-01-17",
        "+44 20 7946 0142",
        "d.romero@example.com",
        "self-paying",
        "",
        "2026-03-03",
      ],
      [
        "Esther Cohen",
        "1966-08-05",
        "+44 20 7946 0188",
        "esther.cohen@example.com",
        "Aviata",
        "lidocaine",
        "2025-12-11",
      ],
    ),
  },
  {
    name: "plants",
    sentence: "plant watering tracker with photos and a calendar",
    shows: "#/list",
    records: rows(
      "#/list",
      ["name", "species", "room", "photo", "last_watered", "water_every"],
      [
        "Monstera by the window",
        "Monstera deliciosa",
        "Living room",
        plant("#e8efe6", "#2f7d4f", "#c8703f"),
        "2026-06-08",
        "7",
      ],
      [
        "Kitchen basil",
        "Ocimum basilicum",
        "Kitchen",
        plant("#f6efdc", "#5fae3c", "#8c93a3"),
        "2026-06-15",
        "2",
      ],
      [
        "Snake plant",
        "Dracaena trifasciata",
        "Bedroom",
        plant("#e4e8f1", "#3c6e5b", "#555a70"),
        "2026-06-10",
        "14",
      ],
      [
        "Old fern",
        "Nephrolepis exaltata",
        "Bathroom",
        plant("#e2f0f0", "#4f9d69", "#d6a24a"),
        "2026-06-14",
        "4",
      ],
      ["Lemon tree", "Citrus limon", "Balcony", plant("#fdf3d0", "#6a9f2d", "#b5583b"), "2026-06-16", "3"],
    ),
  },
  {
    name: "feed",
    sentence: "LinkedIn-style feed",
    shows: "#/list",
    records: rows(
      "#/list",
      ["title", "text", "author"],
      [
        "What a year of pair reviews taught us",
        "We stopped assigning reviewers and started sitting together. Reviews got shorter, and so did the bugs.",
        "Priya Raman",
      ],
      [
        "We are hiring a workshop manager",
        "Small team, real machines, every second Friday off. Write to me if you like wood more than slides.",
        "Tom Becker",
      ],
      [
        "Five slides that save a quarterly review",
        "One number, one trend, one risk, one decision, one thank-you. Everything else belongs in the appendix.",
        "Lucía Ferrer",
      ],
      [
        "Back from the packaging fair",
        "Paper is the new plastic, and everybody has a mushroom foam. My notes are in the comments.",
        "Amelia Hart",
      ],
    ),
  },
  {
    name: "calculator",
    sentence: "a calculator",
    use: async (page) => {
      for (const keys of ["128*4=", "512/8=", "84.5+12.25="]) await page.keyboard.type(keys);
    },
    always: (page) => page.keyboard.type("365*24"),
  },
  { name: "bakery", sentence: "a landing page for a bakery" },
  {
    name: "habits",
    sentence: "habit tracker",
    shows: "#/list",
    use: async (page, day) => {
      for (const [offset, done] of DONE) {
        await day(offset);
        await page.reload();
        for (const name of done) {
          const row = page.getByRole("listitem").filter({ hasText: name });
          await row.getByRole("button", { name: "Done today" }).click();
        }
      }
      await day(0);
    },
    records: rows(
      "#/list",
      ["name", "frequency", "goal", "start_date"],
      ["Read before bed", "Daily", "20 pages", "2026-06-01"],
      ["Morning run", "Daily", "3 km", "2026-06-01"],
      ["Water the balcony", "Daily", "", "2026-06-03"],
      ["Call grandma", "Weekly", "", "2026-05-18"],
      ["Practice the guitar", "Daily", "15 minutes", "2026-06-08"],
    ),
  },
  {
    name: "recipes",
    sentence: "recipe book with ingredients per recipe",
    shows: "#/gallery",
    records: rows(
      "#/list",
      ["title", "photo", "cuisine", "servings", "rating"],
      ["Tomato tart", dish("#cfd8c0", "#d9a45b", "#c2402f"), "French", "6", "5"],
      ["Lentil dal", dish("#d8cdbd", "#d99a2b", "#7a9a3a"), "Indian", "4", "4"],
      ["Miso ramen", dish("#c3ccd6", "#b98b52", "#f1dfae"), "Japanese", "2", "5"],
      ["Pasta al limone", dish("#d9d3e3", "#ecd98b", "#7fa14a"), "Italian", "2", "4"],
      ["Black bean tacos", dish("#d4c4b2", "#c98f4e", "#4a3327"), "Mexican", "3", "4"],
      ["Potato salad", dish("#c9d5d8", "#e9dca2", "#6f8f4c"), "German", "6", "3"],
    ),
  },
  {
    name: "inventory",
    sentence: "inventory with low-stock warning and totals",
    shows: "#/list",
    records: rows(
      "#/list",
      ["name", "sku", "category", "stock", "reorder_level", "unit_price"],
      ["Beeswax candle, tall", "CND-012", "Goods", "3", "10", "8.50"],
      ["Linen tea towel", "TXT-204", "Goods", "42", "15", "12.00"],
      ["Gift box, medium", "PKG-031", "Consumable", "6", "25", "1.20"],
      ["Oak coaster set", "WOD-118", "Goods", "18", "6", "24.00"],
      ["Soy wax, 1 kg", "RAW-007", "Consumable", "11", "4", "9.80"],
    ),
  },
  {
    name: "workouts",
    sentence: "workout log with a chart",
    shows: "#/chart",
    records: rows(
      "#/list",
      ["name", "date", "sport", "duration", "distance", "calories"],
      ["Easy run", "2026-05-30", "running", "0:35", "5.8", "390"],
      ["Intervals", "2026-06-02", "running", "0:45", "7.2", "520"],
      ["Upper body", "2026-06-04", "strength", "0:50", "", "310"],
      ["River loop", "2026-06-06", "cycling", "1:30", "34", "840"],
      ["Sunday hike", "2026-06-07", "hiking", "2:10", "9.5", "780"],
      ["Stretch", "2026-06-10", "yoga", "0:30", "", "95"],
      ["Tempo run", "2026-06-13", "running", "0:55", "10", "640"],
      ["Pool", "2026-06-16", "swimming", "0:40", "1.5", "410"],
    ),
  },
  {
    name: "board",
    sentence: "Trello clone in green",
    shows: "#/board",
    records: rows(
      "#/list",
      ["title", "status", "priority", "due_date", "assigned_to", "tags"],
      ["Collect quotes for the new oven", "To do", "High", "2026-06-19", "Nadia", "kitchen"],
      ["Ask the neighbors about the party", "To do", "Low", "2026-06-24", "Jo", ""],
      ["Renew the food license", "To do", "Medium", "2026-06-16", "Nadia", "office"],
      ["Paint the sign", "In progress", "Medium", "2026-06-20", "Sam", "front"],
      ["Photograph the summer menu", "In progress", "High", "2026-06-18", "Jo", "menu"],
      ["Order flour", "Done", "High", "2026-06-12", "Sam", "kitchen"],
      ["Fix the back door", "Done", "Low", "2026-06-10", "Nadia", "office"],
    ),
  },
];
