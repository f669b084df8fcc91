const TITLES = { highlights: "What you get", steps: "How it works", pricing: "Pricing", faq: "Questions", contact: "Contact" };

/** The links of the page's menu, for the sections it has, in their order. */
export function menuOf(ids) {
  return ids.filter((id) => id in TITLES).map((id) => ({ href: `#${id}`, title: TITLES[id] }));
}

/** What the first screen asks the visitor to do: the most decisive section first, then the next best. */
export function callsToAction(ids) {
  const calls = { contact: "Get in touch", pricing: "See the prices", highlights: "Find out more", steps: "How it works", faq: "Questions" };
  return Object.entries(calls)
    .filter(([id]) => ids.includes(id))
    .slice(0, 2)
    .map(([id, title], index) => ({ href: `#${id}`, title, quiet: index > 0 }));
}
