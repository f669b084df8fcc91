import type { Catalogue } from "../en/catalogue.ts";
import { phrase } from "../phrase.ts";

export const projects: Catalogue["projects"] = {
  project: "Projekt",
  projects: "Projekte",
  lead: "Ihre Apps, jede mit ihren Releases.",
  none: "Noch keine Projekte",
  noneLead: (build) =>
    phrase`Eine App erscheint hier, sobald ihre erste Mission sie live geschaltet hat. ${build("Bauen Sie eine")}.`,
  older: "Ältere Projekte zeigen",
  openApp: "App öffnen",
  changeApp: "Diese App ändern",
  delete: "Löschen",
  askDelete: "Dieses Projekt löschen? Seine App wird aus dem Netz genommen. Die Nachweise bleiben.",
  releases: "Releases",
  release: (release) => `Release ${release}`,
  live: "Live",
  didNotComeUp: "Nicht erschienen",
  asInRelease: (title, release) => `${title}, wie in Release ${release}`,
  promoted: (time, tree) => phrase`${time} · Quelltext ${tree}`,
  theTree: "Kennung des Quelltexts",
  mission: "Mission",
  pullRequest: "Pull Request",
  makeLive: "Wieder live schalten",
  askMakeLive: (release, title) => `Release ${release} von ${title} wieder live schalten?`,
  rollbackBegun: (approvals) =>
    phrase`Die Rückkehr zum früheren Release hat begonnen. Wenn eine Richtlinie es verlangt, gibt sie erst jemand frei: siehe ${approvals("Freigaben")}.`,
  conversations: "Gespräche über Änderungen",
  deleted: "Gelöscht",
  notLive: "Nicht live",
  isLive: (current, releases) => `Release ${current} von ${releases} ist live`,
  isAt: (current, releases, work) => `Release ${current} von ${releases}, ${work}`,
  work: {
    change: "wird geändert",
    rollback: "geht auf ein früheres Release zurück",
    deletion: "wird gelöscht",
  },
};
