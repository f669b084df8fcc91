import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from "@tanstack/react-router";
import { BuildPage } from "./build/build-page.tsx";
import { ConversationPage } from "./build/conversation-page.tsx";
import { ConversationsPage } from "./build/conversations-page.tsx";
import { ApprovalsPage } from "./gates/approvals-page.tsx";
import { MissionPage } from "./missions/mission-page.tsx";
import { MissionsPage } from "./missions/missions-page.tsx";
import { DAYS } from "./operations/days.ts";
import { ProjectPage } from "./projects/project-page.tsx";
import { ProjectsPage } from "./projects/projects-page.tsx";
import { ErrorPage } from "./shell/error-page.tsx";
import { MissingPage } from "./shell/missing-page.tsx";
import { Shell } from "./shell/shell.tsx";
import { workSearch } from "./work/view.ts";

const root = createRootRoute({ component: Shell, notFoundComponent: MissingPage, errorComponent: ErrorPage });

/** A text in the address, or undefined. */
const text = (value: unknown) => (typeof value === "string" && value !== "" ? value : undefined);

const build = createRoute({
  getParentRoute: () => root,
  path: "/",
  component: BuildPage,
  validateSearch: (search): { change?: string | undefined } => ({ change: text(search.change) }),
});
const conversations = createRoute({
  getParentRoute: () => root,
  path: "/conversations",
  component: ConversationsPage,
  validateSearch: (search): { q?: string | undefined; archived?: true | undefined } => ({
    q: text(search.q),
    archived: search.archived === true ? true : undefined,
  }),
});
const conversation = createRoute({
  getParentRoute: () => root,
  path: "/conversations/$id",
  component: ConversationPage,
});
const missions = createRoute({
  getParentRoute: () => root,
  path: "/missions",
  component: MissionsPage,
  validateSearch: (search): { q?: string | undefined; status?: string | undefined } => ({
    q: text(search.q),
    status: text(search.status),
  }),
});
const mission = createRoute({
  getParentRoute: () => root,
  path: "/missions/$id",
  component: MissionPage,
  validateSearch: workSearch,
});
const projects = createRoute({ getParentRoute: () => root, path: "/projects", component: ProjectsPage });
const project = createRoute({ getParentRoute: () => root, path: "/projects/$id", component: ProjectPage });
const evidence = createRoute({
  getParentRoute: () => root,
  path: "/evidence",
  component: lazyRouteComponent(() => import("./evidence/evidence-page.tsx"), "EvidencePage"),
});
const operations = createRoute({
  getParentRoute: () => root,
  path: "/operations",
  component: lazyRouteComponent(() => import("./operations/operations-page.tsx"), "OperationsPage"),
  validateSearch: ({ days }): { days?: number | undefined } => ({ days: DAYS.find((each) => each === days) }),
});
const settings = createRoute({
  getParentRoute: () => root,
  path: "/settings",
  component: lazyRouteComponent(() => import("./settings/settings-page.tsx"), "SettingsPage"),
});
const approvals = createRoute({ getParentRoute: () => root, path: "/approvals", component: ApprovalsPage });

export const router = createRouter({
  routeTree: root.addChildren([
    build,
    conversations,
    conversation,
    missions,
    mission,
    projects,
    project,
    approvals,
    operations,
    evidence,
    settings,
  ]),
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
