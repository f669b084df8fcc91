import { type Site, siteSchema } from "#core/factory/specification/site.ts";

/** A site with each kind of section, with and without what is known. */
export const WORKSHOP: Site = siteSchema.parse({
  version: 1,
  kind: "site",
  name: "Oak & Ash",
  locale: "en",
  currency: "EUR",
  look: { accent: "#854d0e", background: null, density: "comfortable", scheme: "both" },
  trade: "carpenter",
  business: "HomeAndConstructionBusiness",
  facts: { phone: "+49 30 1234567", email: null, address: "Mill Lane 3", place: "Leeds" },
  sections: [
    { id: "hero", kind: "hero", title: "Made of wood", lead: "Furniture to measure.", action: "contact" },
    { id: "about", kind: "about", title: "About us", text: "We build.\nAnd repair." },
    {
      id: "services",
      kind: "services",
      title: "What we offer",
      priced: true,
      items: [
        { name: "Tables", text: "Of oak.", price: 89000 },
        { name: "Chairs <3", text: null, price: null },
      ],
    },
    {
      id: "steps",
      kind: "steps",
      title: "How it works",
      items: [
        { name: "Ask", text: "Call us." },
        { name: "Draw", text: "We draw it." },
      ],
    },
    {
      id: "menu",
      kind: "menu",
      title: "Menu",
      groups: [{ name: "Lunch", items: [{ name: "Soup", text: null, price: null }] }],
    },
    { id: "gallery", kind: "gallery", title: "Pictures", captions: ["A table", null, null] },
    { id: "team", kind: "team", title: "Team", people: [{ name: "Ann", role: null }] },
    { id: "testimonials", kind: "testimonials", title: "Reviews", quotes: [{ text: null, by: null }] },
    {
      id: "hours",
      kind: "hours",
      title: "Opening hours",
      days: [
        { day: "mon", opens: "08:00", closes: "12:00" },
        { day: "mon", opens: "13:00", closes: "17:00" },
      ],
      closed: ["tue", "wed", "thu", "fri", "sat"],
    },
    { id: "map", kind: "map", title: "Where to find us" },
    { id: "faq", kind: "faq", title: "Questions", items: [{ name: "May I ask?", text: "Always." }] },
    { id: "contact", kind: "contact", title: "Contact" },
    {
      id: "events",
      kind: "events",
      title: "Events",
      items: [
        { name: "Open day", date: "2027-05-01", text: null },
        { name: "Course", date: null, text: "Learn it." },
      ],
    },
    { id: "posts", kind: "posts", title: "News", items: [{ name: "A note", text: null }] },
  ],
});
