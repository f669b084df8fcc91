/** Every text of the page in one place: change it here. The page's name is in index.html. */
export const CONTENT = {
  lead: "{{lead}}",
  /* @feature highlights */
  highlights: [
    { icon: "check", title: "Made with care", text: "Small enough to do things properly, every single time." },
    { icon: "sun", title: "Plain and clear", text: "No small print and no surprises: what you see is what you get." },
    { icon: "pin", title: "Close to you", text: "Real people who answer, know your name and keep their word." },
  ],
  /* @end */
  /* @feature steps */
  steps: [
    { title: "Tell us", text: "Say what you need in a few words." },
    { title: "We agree", text: "You get a clear answer, with a price and a date." },
    { title: "It is done", text: "And if something is not right, we make it right." },
  ],
  /* @end */
  /* @feature pricing */
  plans: [
    { name: "Basic", monthly: 9, points: ["The essentials", "Answers within two days"] },
    { name: "Plus", monthly: 19, points: ["Everything in Basic", "Answers on the same day"], chosen: true },
    { name: "Full", monthly: 39, points: ["Everything in Plus", "A person of your own to call"] },
  ],
  /** How many months a year costs. */
  monthsPerYear: 10,
  /* @end */
  /* @feature faq */
  faq: [
    { question: "How do I begin?", answer: "Get in touch and say what you have in mind. That is all it takes." },
    { question: "Can I stop at any time?", answer: "Yes. One message is enough, and there is nothing more to pay." },
    { question: "Is my data safe?", answer: "This page stores nothing about you and loads nothing from other hosts." },
  ],
  /* @end */
  /* @feature contact */
  mail: "hello@example.com",
  /* @end */
};
