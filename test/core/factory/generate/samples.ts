import { type Specification, specificationSchema } from "#core/factory/specification/specification.ts";

/** A plain app: one kind of record, a list and a page of its own. */
export const PLANTS: Specification = specificationSchema.parse({
  version: 1,
  kind: "app",
  name: "Plant care",
  locale: "en",
  currency: "EUR",
  look: { accent: "#2e7d32", background: null, density: "comfortable", scheme: "both" },
  entities: [
    {
      id: "plant",
      name: "Plant",
      plural: "Plants",
      display: "name",
      fields: [
        { id: "name", name: "Name", type: "text", required: true },
        {
          id: "room",
          name: "Room",
          type: "choice",
          options: [
            { id: "kitchen", name: "Kitchen" },
            { id: "bedroom", name: "Bedroom" },
            { id: "balcony", name: "Balcony" },
            { id: "office", name: "Office" },
          ],
        },
        { id: "last_watered", name: "Last watered", type: "date", default: "today" },
        { id: "water_every", name: "Water every", type: "integer", unit: "days", min: 1, default: 7 },
        {
          id: "next_watering",
          name: "Next watering",
          type: "computed",
          formula: { op: "add_days", left: { field: "last_watered" }, right: { field: "water_every" } },
        },
        { id: "indoors", name: "Indoors", type: "boolean" },
        { id: "notes", name: "Notes", type: "long_text" },
      ],
    },
  ],
  views: [
    {
      id: "plants",
      name: "All plants",
      entity: "plant",
      kind: "list",
      fields: ["name", "room", "next_watering", "notes"],
      sort: { field: "next_watering", descending: false },
    },
    {
      id: "thirsty",
      name: "To water",
      entity: "plant",
      kind: "list",
      fields: ["name", "room", "next_watering"],
      filter: [{ field: "next_watering", is: "at_most", than: { today: true } }],
    },
    {
      id: "plant_page",
      name: "Plant",
      entity: "plant",
      kind: "detail",
      fields: ["room", "last_watered", "water_every", "next_watering", "indoors", "notes"],
    },
  ],
  behaviours: [],
});

/** A recipe book: ingredients belong to a recipe and are edited inside it. */
export const RECIPES: Specification = specificationSchema.parse({
  version: 1,
  kind: "app",
  name: "Recipe book",
  locale: "en",
  currency: "USD",
  look: { accent: null, background: "#fdf6ec", density: "comfortable", scheme: "both" },
  entities: [
    {
      id: "recipe",
      name: "Recipe",
      plural: "Recipes",
      display: "title",
      fields: [
        { id: "title", name: "Title", type: "text", required: true, unique: true },
        { id: "photo", name: "Photo", type: "image" },
        { id: "servings", name: "Servings", type: "integer", min: 1, default: 4 },
        { id: "cooking_time", name: "Cooking time", type: "duration" },
        { id: "rating", name: "Rating", type: "rating", max: 5 },
        { id: "tags", name: "Tags", type: "tags" },
        {
          id: "cost",
          name: "Cost",
          type: "computed",
          formula: { op: "sum", entity: "ingredient", through: "recipe", field: "price" },
        },
        { id: "steps", name: "Steps", type: "long_text" },
      ],
    },
    {
      id: "ingredient",
      name: "Ingredient",
      plural: "Ingredients",
      display: "item",
      fields: [
        {
          id: "recipe",
          name: "Recipe",
          type: "reference",
          required: true,
          reference: { entity: "recipe", many: false, owned: true, on_delete: "cascade" },
        },
        { id: "item", name: "Item", type: "text", required: true },
        { id: "amount", name: "Amount", type: "decimal" },
        { id: "price", name: "Price", type: "money" },
      ],
    },
    {
      id: "meal",
      name: "Meal",
      plural: "Meals",
      display: "name",
      fields: [
        { id: "name", name: "Name", type: "text", required: true },
        { id: "day", name: "Day", type: "date", required: true, default: "today" },
        {
          id: "recipe",
          name: "Recipe",
          type: "reference",
          required: true,
          reference: { entity: "recipe", many: false, owned: false, on_delete: "restrict" },
        },
      ],
    },
  ],
  views: [
    {
      id: "recipes",
      name: "Recipes",
      entity: "recipe",
      kind: "list",
      fields: ["rating", "cooking_time", "cost", "tags"],
    },
    { id: "meals", name: "Meals", entity: "meal", kind: "list", fields: ["day", "recipe"] },
  ],
  behaviours: [],
});

const NASTY = '`${x}` </script> "it\'s" \\ \u2028 <!-- é 漢';

/** Identifiers that the library itself uses, and names that would end a string, a comment, a script or a table. */
export const HOSTILE: Specification = specificationSchema.parse({
  version: 1,
  kind: "app",
  name: `App ${NASTY}`,
  locale: "fr",
  currency: "JPY",
  look: { accent: "#ffff00", background: "#808080", density: "compact", scheme: "dark" },
  entities: ["date", "text", "view", "sum_of", "lists_view"].map((id, index, ids) => ({
    id,
    name: `${id} ${NASTY}`,
    plural: `${id} ${NASTY}`,
    display: "name",
    fields: [
      { id: "name", name: `N ${NASTY}`, type: "text", required: true },
      { id: "amount", name: `A ${NASTY}`, type: "money" },
      {
        id: "kind",
        name: `K ${NASTY}`,
        type: "choice",
        options: [{ id: "a", name: NASTY }],
      },
      {
        id: "owner",
        name: `O ${NASTY}`,
        type: "reference",
        reference: { entity: ids[(index + 1) % ids.length], many: true, owned: false, on_delete: "clear" },
      },
      {
        id: "total",
        name: `T ${NASTY}`,
        type: "computed",
        formula: {
          op: "sum",
          entity: ids[(index + ids.length - 1) % ids.length],
          through: "owner",
          field: "amount",
        },
      },
    ],
  })),
  views: ["date", "text", "view", "sum_of", "lists"].flatMap((id) => {
    const list = {
      id,
      name: `V ${NASTY}`,
      entity: id === "lists" ? "lists_view" : id,
      kind: "list",
      fields: ["name", "amount", "total"],
    };
    const filter = [
      { field: "total", is: "at_least", value: 0 },
      { field: "name", is: "not_equal", value: NASTY },
    ];
    return [
      { ...list, filter },
      { ...list, id: `all_${id}`, name: `W ${NASTY}` },
    ];
  }),
  behaviours: [{ kind: "search", entity: "text", fields: ["name"] }],
});
