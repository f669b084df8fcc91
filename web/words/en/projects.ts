import { type Mark, type Phrase, phrase } from "../phrase.ts";

export const projects = {
  project: "Project",
  projects: "Projects",
  lead: "Your apps, each with its releases.",
  none: "No projects yet",
  noneLead: <T>(build: Mark<T>): Phrase<T> =>
    phrase`An app appears here once its first mission has put it live. ${build("Build one")}.`,
  older: "Show older projects",
  openApp: "Open the app",
  changeApp: "Change this app",
  delete: "Delete",
  askDelete: "Delete this project? Its app is taken from the network. The evidence stays.",
  releases: "Releases",
  release: (release: number) => `Release ${release}`,
  live: "Live",
  didNotComeUp: "Did not come up",
  asInRelease: (title: string, release: number) => `${title}, as in release ${release}`,
  promoted: <T>(time: T, tree: T): Phrase<T> => phrase`${time} · source ${tree}`,
  theTree: "the id of the source tree",
  mission: "Mission",
  pullRequest: "Pull request",
  makeLive: "Make it live again",
  askMakeLive: (release: number, title: string) => `Make release ${release} of ${title} live again?`,
  rollbackBegun: <T>(approvals: Mark<T>): Phrase<T> =>
    phrase`The rollback has begun. If a policy asks for it, a person approves it first: see ${approvals("Approvals")}.`,
  conversations: "Conversations about changes",
  deleted: "Deleted",
  notLive: "Not live",
  isLive: (current: number, releases: number) => `Release ${current} of ${releases} is live`,
  isAt: (current: number, releases: number, work: string) => `Release ${current} of ${releases}, ${work}`,
  work: { change: "being changed", rollback: "going back a release", deletion: "being deleted" },
};
