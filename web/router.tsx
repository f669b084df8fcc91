import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from "@tanstack/react-router";
import { DAYS } from "./operations/days.ts";
import { ErrorPage } from "./shell/error-page.tsx";
import { MissingPage } from "./shell/missing-page.tsx";
import { PendingPage } from "./shell/pending-page.tsx";
import { Shell } from "./shell/shell.tsx";
import { workSearch } from "./work/view.ts";

const root = createRootRoute({ component: Shell, notFoundComponent: MissingPage, errorComponent: ErrorPage });
const getParentRoute = () => root;

/** A text in the address, or undefined. */
const text = (value: unknown) => (typeof value === "string" && value !== "" ? value : undefined);

// Each page is a file of its own, which is loaded when a link to it is pointed at or the page is opened.
const build = createRoute({
  getParentRoute,
  path: "/",
  component: lazyRouteComponent(() => import("./build/build-page.tsx"), "BuildPage"),
  validateSearch: (search): { change?: string | undefined } => ({ change: text(search.change) }),
});
const conversations = createRoute({
  getParentRoute,
  path: "/conversations",
  component: lazyRouteComponent(() => import("./build/conversations-page.tsx"), "ConversationsPage"),
  validateSearch: (search): { q?: string | undefined; archived?: true | undefined } => ({
    q: text(search.q),
    archived: search.archived === true ? true : undefined,
  }),
});
const conversation = createRoute({
  getParentRoute,
  path: "/conversations/$id",
  component: lazyRouteComponent(() => import("./build/conversation-page.tsx"), "ConversationPage"),
});
const chat = createRoute({
  getParentRoute,
  path: "/chat",
  component: lazyRouteComponent(() => import("./chat/chat-page.tsx"), "ChatPage"),
  validateSearch: (search): { id?: string | undefined } => ({ id: text(search.id) }),
});
const missions = createRoute({
  getParentRoute,
  path: "/missions",
  component: lazyRouteComponent(() => import("./missions/missions-page.tsx"), "MissionsPage"),
  validateSearch: (search): { q?: string | undefined; status?: string | undefined } => ({
    q: text(search.q),
    status: text(search.status),
  }),
});
const mission = createRoute({
  getParentRoute,
  path: "/missions/$id",
  component: lazyRouteComponent(() => import("./missions/mission-page.tsx"), "MissionPage"),
  validateSearch: workSearch,
});
const projects = createRoute({
  getParentRoute,
  path: "/projects",
  component: lazyRouteComponent(() => import("./projects/projects-page.tsx"), "ProjectsPage"),
});
const project = createRoute({
  getParentRoute,
  path: "/projects/$id",
  component: lazyRouteComponent(() => import("./projects/project-page.tsx"), "ProjectPage"),
});
const evidence = createRoute({
  getParentRoute,
  path: "/evidence",
  component: lazyRouteComponent(() => import("./evidence/evidence-page.tsx"), "EvidencePage"),
});
const operations = createRoute({
  getParentRoute,
  path: "/operations",
  component: lazyRouteComponent(() => import("./operations/operations-page.tsx"), "OperationsPage"),
  validateSearch: ({ days }): { days?: number | undefined } => ({ days: DAYS.find((each) => each === days) }),
});
const settings = createRoute({
  getParentRoute,
  path: "/settings",
  component: lazyRouteComponent(() => import("./settings/settings-page.tsx"), "SettingsPage"),
});
const design = createRoute({
  getParentRoute,
  path: "/design",
  component: lazyRouteComponent(() => import("./design/design-page.tsx"), "DesignPage"),
});
const approvals = createRoute({
  getParentRoute,
  path: "/approvals",
  component: lazyRouteComponent(() => import("./gates/approvals-page.tsx"), "ApprovalsPage"),
});

export const router = createRouter({
  routeTree: root.addChildren([
    build,
    conversations,
    conversation,
    chat,
    missions,
    mission,
    projects,
    project,
    approvals,
    operations,
    evidence,
    settings,
    design,
  ]),
  defaultPreload: "intent",
  defaultPendingComponent: PendingPage,
  // A page that fails leaves the frame around it, with the way to the others.
  defaultErrorComponent: ErrorPage,
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
