import { CONTENT } from "./content.js";
import { h } from "./lib/dom.js";
import { callsToAction, menuOf } from "./model/sections.js";
/* @feature dark_mode */
import { setUpTheme } from "./lib/theme.js";
/* @end */
/* @feature highlights */
import { ICONS, icon } from "./lib/dom.js";
/* @end */
/* @feature pricing */
import { priceOf, yearlySaving } from "./features/pricing.js";
/* @end */
/* @feature contact */
import { announce } from "./lib/dom.js";
import { contactFault, mailLink } from "./features/contact.js";
/* @end */

const $ = (id) => document.getElementById(id);
const sections = [...document.querySelectorAll("main > section[id]")].map(({ id }) => id);

$("lead").textContent = CONTENT.lead;
$("nav").append(...menuOf(sections).map(({ href, title }) => h("a", { href }, title)));
$("hero-actions").append(
  ...callsToAction(sections).map(({ href, title, quiet }) => h("a", { class: quiet ? "button quiet" : "button", href }, title)),
);
/* @feature highlights */
$("highlights-list").append(
  ...CONTENT.highlights.map((item) =>
    h("li", { class: "card tile" }, icon(ICONS[item.icon]), h("h3", {}, item.title), h("p", {}, item.text)),
  ),
);
/* @end */
/* @feature steps */
$("steps-list").append(
  ...CONTENT.steps.map(({ title, text }) => h("li", { class: "card tile" }, h("h3", {}, title), h("p", {}, text))),
);
/* @end */
/* @feature pricing */
function showPlans(period) {
  for (const button of $("period").children)
    button.setAttribute("aria-pressed", String(button.dataset.period === period));
  $("plans").replaceChildren(
    ...CONTENT.plans.map((plan) =>
      h(
        "li",
        { class: plan.chosen ? "card tile chosen" : "card tile" },
        h("h3", {}, plan.name),
        h("p", { class: "price" }, `$${priceOf(plan, period, CONTENT.monthsPerYear)}`, h("small", {}, ` / ${period}`)),
        period === "year" &&
          h("p", {}, h("span", { class: "badge good" }, `${yearlySaving(CONTENT.monthsPerYear)}% less than by the month`)),
        h("ul", {}, plan.points.map((point) => h("li", {}, point))),
      ),
    ),
  );
}
$("period").addEventListener("click", (event) => {
  if (event.target.dataset.period) showPlans(event.target.dataset.period);
});
showPlans("month");
/* @end */
/* @feature faq */
$("faq-list").append(
  ...CONTENT.faq.map(({ question, answer }) => h("details", {}, h("summary", {}, question), h("p", {}, answer))),
);
/* @end */
/* @feature contact */
$("contact-form").addEventListener("submit", (event) => {
  event.preventDefault();
  const fields = Object.fromEntries(new FormData(event.currentTarget));
  const fault = contactFault(fields);
  $("fault").textContent = fault;
  $("fault").hidden = fault === "";
  if (fault) return;
  location.href = mailLink(CONTENT.mail, fields, document.title);
  announce("Your mail program opens with the message.");
});
/* @end */
/* @feature dark_mode */
setUpTheme($("theme"));
/* @end */
