import { type Specification, specificationSchema } from "#core/factory/specification/specification.ts";

/** An app with every kind of view and of behaviour. */
export const HOUSEHOLD: Specification = specificationSchema.parse({
  version: 1,
  kind: "app",
  name: "Household",
  locale: "en",
  currency: "EUR",
  look: {
    accent: null,
    background: null,
    density: "comfortable",
    scheme: "both",
  },
  entities: [
    {
      id: "chore",
      name: "Chore",
      plural: "Chores",
      display: "name",
      fields: [
        {
          id: "name",
          name: "Name",
          type: "text",
          required: true,
        },
        {
          id: "status",
          name: "Status",
          type: "choice",
          options: [
            {
              id: "todo",
              name: "To do",
            },
            {
              id: "doing",
              name: "In progress",
            },
            {
              id: "done",
              name: "Done",
              done: true,
            },
            {
              id: "dropped",
              name: "Dropped",
            },
          ],
          default: "todo",
        },
        {
          id: "due",
          name: "Due date",
          type: "date",
        },
        {
          id: "how",
          name: "How it is done",
          type: "long_text",
        },
        {
          id: "planned",
          name: "Planned",
          type: "date",
          default: "today",
        },
        {
          id: "cost",
          name: "Cost",
          type: "money",
        },
        {
          id: "effort",
          name: "Effort",
          type: "integer",
          unit: "min",
        },
        {
          id: "photo",
          name: "Photo",
          type: "image",
        },
        {
          id: "tags",
          name: "Tags",
          type: "tags",
        },
        {
          id: "room",
          name: "Room",
          type: "reference",
          reference: {
            entity: "room",
            many: false,
            owned: false,
            on_delete: "clear",
          },
        },
      ],
    },
    {
      id: "room",
      name: "Room",
      plural: "Rooms",
      display: "title",
      fields: [
        {
          id: "title",
          name: "Title",
          type: "text",
          required: true,
        },
        {
          id: "stock",
          name: "Bulbs",
          type: "integer",
        },
        {
          id: "cleaned",
          name: "Cleaned",
          type: "boolean",
        },
        {
          id: "chores",
          name: "Number of chores",
          type: "computed",
          formula: {
            op: "count",
            entity: "chore",
            through: "room",
          },
        },
      ],
    },
  ],
  views: [
    {
      id: "chores",
      name: "Table",
      kind: "table",
      entity: "chore",
      fields: ["name", "status", "due", "cost", "effort"],
      sums: ["cost", "effort"],
      sort: {
        field: "due",
        descending: false,
      },
    },
    {
      id: "board",
      name: "Board",
      kind: "board",
      entity: "chore",
      group: "status",
      fields: ["name", "due", "cost", "room"],
    },
    {
      id: "plan",
      name: "Calendar",
      kind: "calendar",
      entity: "chore",
      date: "due",
    },
    {
      id: "photos",
      name: "Gallery",
      kind: "gallery",
      entity: "chore",
      image: "photo",
      fields: ["name", "status"],
    },
    {
      id: "by_status",
      name: "Chart",
      kind: "chart",
      entity: "chore",
      shape: "bar",
      group: "status",
    },
    {
      id: "cost_pie",
      name: "Costs",
      kind: "chart",
      entity: "chore",
      shape: "pie",
      group: "status",
      measure: "cost",
    },
    {
      id: "trend",
      name: "Trend",
      kind: "chart",
      entity: "chore",
      shape: "line",
      group: "due",
      measure: "effort",
    },
    {
      id: "numbers",
      name: "Numbers",
      kind: "stats",
      entity: "chore",
      tiles: [
        {
          name: "Chores",
          op: "count",
        },
        {
          name: "Open",
          op: "count",
          filter: [
            {
              field: "status",
              is: "not_equal",
              value: "done",
            },
          ],
        },
        {
          name: "Cost",
          op: "sum",
          field: "cost",
        },
        {
          name: "Average effort",
          op: "average",
          field: "effort",
        },
      ],
    },
    {
      id: "sheet",
      name: "Print",
      kind: "print",
      entity: "chore",
      fields: ["name", "status", "due", "cost"],
    },
    {
      id: "chore_page",
      name: "Chore",
      kind: "detail",
      entity: "chore",
      fields: ["name", "status", "due", "cost", "effort", "photo", "tags", "room"],
    },
    {
      id: "rooms",
      name: "Rooms",
      kind: "list",
      entity: "room",
      fields: ["title", "stock", "chores"],
    },
  ],
  behaviours: [
    {
      kind: "search",
      entity: "chore",
      fields: ["name", "tags"],
    },
    {
      kind: "filter",
      entity: "chore",
      fields: ["status", "due", "tags"],
    },
    {
      kind: "sort",
      entity: "chore",
      fields: ["name", "due"],
    },
    {
      kind: "due",
      entity: "chore",
      field: "due",
      done: [
        {
          field: "status",
          is: "equal",
          value: "done",
        },
      ],
    },
    {
      kind: "reminder",
      entity: "chore",
      field: "due",
      days_before: 3,
    },
    {
      kind: "totals",
      entity: "chore",
      fields: ["cost"],
    },
    {
      kind: "recurrence",
      entity: "chore",
      field: "due",
      days: 7,
    },
    {
      kind: "status_flow",
      entity: "chore",
      field: "status",
      moves: [
        {
          from: "todo",
          to: "doing",
        },
        {
          from: "doing",
          to: "done",
        },
        {
          from: "done",
          to: "todo",
        },
      ],
    },
    {
      kind: "archive",
      entity: "chore",
    },
    {
      kind: "favorite",
      entity: "chore",
    },
    {
      kind: "bulk",
      entity: "chore",
    },
    {
      kind: "low_stock",
      entity: "room",
      field: "stock",
      at: {
        number: 2,
      },
    },
    {
      kind: "manual_order",
      entity: "room",
    },
    {
      kind: "duplicate",
      entity: "room",
    },
    {
      kind: "check_in",
      entity: "room",
    },
    {
      kind: "completion",
      entity: "room",
      field: "cleaned",
    },
    {
      kind: "budget",
      entity: "chore",
      field: "cost",
      date: "planned",
    },
    {
      kind: "column_limit",
      entity: "chore",
      field: "status",
      options: ["doing"],
      max: 3,
    },
    {
      kind: "word_count",
      entity: "chore",
      field: "name",
    },
    {
      kind: "autosave",
      entity: "chore",
      field: "how",
    },
    {
      kind: "export",
      formats: ["csv", "json"],
    },
    {
      kind: "import",
    },
    {
      kind: "sample_data",
    },
    {
      kind: "shortcuts",
    },
    {
      kind: "offline",
    },
  ],
});
