import type { Acceptance } from "#core/factory/acceptance.ts";
import type { Blueprint, Switches } from "#local/brain/blueprint.ts";
import { DARK_MODE, SHARED_MODULES } from "#local/brain/blueprints/common-features.ts";
import { button, click, darkModeAcceptance, fill, open, see } from "#local/brain/blueprints/steps.ts";

/** A landing page whose texts are in one file. */
export const LANDING: Blueprint = {
  kind: "landing-page",
  stack: "static",
  title: "Welcome",
  spoken: "a landing page",
  synonyms: [
    "landing page",
    "landingpage",
    "landing site",
    "marketing page",
    "product page",
    "promo page",
    "home page",
    "homepage",
    "one page website",
    "one pager",
    "single page website",
    "start page",
    "coming soon page",
    "landing website",
  ],
  purposes: [],
  inherent: [
    "hero",
    "headline",
    "hero section",
    "section",
    "header",
    "footer",
    "navigation",
    "nav",
    "menu",
    "call to action",
    "cta",
    "text",
    "title",
    "heading",
    "introduction",
    "visitor",
    "company",
    "business",
    "startup",
    "product",
    "content",
    "smooth scrolling",
    "scroll",
    "anchor",
  ],
  summary: "A landing page that loads at once: all texts lie in one file, ready to be replaced by your own.",
  about: (subject) => ({
    summary: `A landing page about ${subject} that loads at once: all texts lie in one file, ready to be replaced by your own.`,
    lead: `Welcome. This page is about ${subject}: what we do, for whom, and how to begin.`,
  }),
  lead: "Welcome. This is the short version of what we do, for whom, and how to begin.",
  note: "Its texts are placeholders for you to replace.",
  features: [
    {
      id: "highlights",
      title: "Highlights",
      synonyms: [
        "highlight",
        "feature section",
        "feature list",
        "feature grid",
        "benefit",
        "advantage",
        "selling point",
        "what you get",
      ],
      default: true,
    },
    {
      id: "steps",
      title: "How it works",
      spoken: "a section on how it works",
      synonyms: ["how it work", "step", "process", "how to"],
      default: false,
    },
    {
      id: "pricing",
      title: "Pricing",
      synonyms: ["pricing", "price", "pricing table", "pricing section", "plan", "price list", "package"],
      default: false,
      ask: "Do you want a pricing section?",
    },
    {
      id: "faq",
      title: "Questions and answers",
      synonyms: [
        "faq",
        "frequently asked question",
        "question and answer",
        "q and a",
        "question",
        "faq section",
      ],
      default: true,
    },
    {
      id: "contact",
      title: "Contact form",
      spoken: "a contact form",
      synonyms: [
        "contact",
        "contact form",
        "contact section",
        "get in touch",
        "email contact",
        "email form",
        "contact u",
      ],
      default: false,
      ask: "Do you want a contact form?",
    },
    DARK_MODE,
  ],
  modules: {
    ...SHARED_MODULES,
    "public/lib/store.js": "persistence",
    "public/lib/merge.js": "persistence",
    "public/lib/unreadable.js": "persistence",
    "test/store.test.js": "persistence",
    "test/merge.test.js": "persistence",
    "public/features/pricing.js": "pricing",
    "test/pricing.test.js": "pricing",
    "public/features/contact.js": "contact",
    "test/contact.test.js": "contact",
  },
  folders: ["shared/look/files", "shared/files", "landing/files"],
  audit_command: "node --test",
  run_command: "npx serve public",
  acceptance,
};

function acceptance(has: Switches, title: string): Acceptance[] {
  const promises: Acceptance[] = [
    { name: "The page opens with its name and a lead", steps: [open(), see(title), see("Welcome.")] },
  ];
  if (has("highlights"))
    promises.push({
      name: "The highlights are shown",
      steps: [open(), see("What you get"), see("Made with care")],
    });
  if (has("steps"))
    promises.push({
      name: "The page says how it works",
      steps: [open(), see("How it works"), see("Tell us")],
    });
  if (has("pricing"))
    promises.push({
      name: "Prices switch between months and years",
      steps: [open(), see("$19"), click(button("Yearly")), see("$190")],
    });
  if (has("faq"))
    promises.push({
      name: "A question opens its answer",
      steps: [open(), click({ text: "How do I begin?" }), see("That is all it takes.")],
    });
  if (has("contact"))
    promises.push({
      name: "The contact form says what is missing",
      steps: [
        open(),
        fill("Message", "Hello there, a question"),
        click(button("Write the mail")),
        see("who you are"),
      ],
    });
  if (has("dark_mode")) promises.push(darkModeAcceptance());
  return promises;
}
