import { type Mark, type Phrase, phrase } from "../phrase.ts";

export const shell = {
  skip: "Skip to the content",
  pages: "Pages",
  build: "Build",
  missions: "Missions",
  projects: "Projects",
  approvals: "Approvals",
  operations: "Operations",
  conversations: "Conversations",
  settings: "Settings",
  waitingForYou: "waiting for you",
  verifyEvidence: "Verify evidence",
  documentation: "API documentation",
  logOut: "Log out",
  logIn: "Log in",
  user: "User name",
  password: "Password",
  promise:
    "Say what you want, confirm the plan, and get a live app, a pull request and evidence that anyone can verify.",
  whereIsThePassword: <T>(api: Mark<T>): Phrase<T> =>
    phrase`On one machine, the start of Gantry shows the password. The ${api("API")} accepts it as well.`,
  offline: "You are offline. What you see is kept; the page catches up by itself.",
  failed: "This page failed",
  failedLead:
    "Missions are not affected: they run on the server. Reload the page; if it fails again, report it.",
  reload: "Reload",
  copyReport: "Copy the report",
  report: "Report",
  missing: "There is nothing at this address",
  missingLead: <T>(build: Mark<T>, missions: Mark<T>): Phrase<T> =>
    phrase`The link may be old. ${build("Build something")}, or look at the ${missions("missions")}.`,
};
