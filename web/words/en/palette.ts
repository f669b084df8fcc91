import { countedIn } from "../counted.ts";

const counted = countedIn("en");

export const palette = {
  title: "Search and commands",
  open: "Search",
  hint: "Go to a page, a mission, or do something",
  results: (count: number) => counted(count, "result", "results"),
  nothing: (query: string) => `Nothing is called “${query}”.`,
  searching: "Searching …",
  groups: {
    pages: "Pages",
    actions: "Actions",
    conversations: "Conversations",
    missions: "Missions",
    projects: "Projects",
  },
  startBuild: "Start a build",
  theme: (name: string) => `Appearance: ${name}`,
  language: (name: string) => `Language: ${name}`,
  shortcuts: "Keyboard shortcuts",
  close: "Close",
  help: "Show these shortcuts",
  send: "Send a message",
  newLine: "Begin a new line in a message",
  leave: "Close a dialog",
  singleKeys: "Shortcuts of one key",
  keyboardLead: "Turn them off if they get in the way of speech input.",
};
