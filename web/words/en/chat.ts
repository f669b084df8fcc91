export const chat = {
  ask: "Ask",
  lead: "Questions about Gantry and your missions. Nothing is built here.",
  newChat: "New chat",
  yourQuestion: "Your question",
  hint: "Ask a question",
  suggestions: "What others ask",
  suggested: [
    "What is Gantry made of?",
    "How do I cancel a mission?",
    "What does a mission cost?",
    "How do I change an app?",
  ],
  sources: "From the documentation",
  doing: {
    searching: "Searching the documentation …",
    answering: "Writing the answer …",
    planning: "Planning …",
  },
  ready: (sentence: string) => `Answer ready: ${sentence}`,
  noAnswer: "This question has no answer. Ask it again.",
  states: { open: "Chat", answering: "Being answered" },
};
