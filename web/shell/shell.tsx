import { useQuery } from "@tanstack/react-query";
import { Link, Outlet } from "@tanstack/react-router";
import {
  Activity,
  FolderKanban,
  Inbox,
  ListChecks,
  MessageCircleQuestion,
  Search,
  Sparkles,
} from "lucide-react";
import { gates, session } from "../service/queries.ts";
import { Async } from "../ui/async.tsx";
import { COMMAND_KEY, Keys } from "../ui/keys.tsx";
import { useWords } from "../words/words.ts";
import { Account } from "./account.tsx";
import { GateNews } from "./gate-news.tsx";
import { LogIn } from "./log-in.tsx";
import { MissionNews } from "./mission-news.tsx";
import { Offline } from "./offline.tsx";
import { showOverlay } from "./overlay.ts";
import { Overlays } from "./overlays.tsx";
import { RecentConversations } from "./recent-conversations.tsx";

/** What surrounds every page: navigation, who is logged in, and whether there is a connection. */
export function Shell() {
  const status = useQuery(session);
  return (
    <Async query={status}>
      {({ authenticated, principal = "" }) => (authenticated ? <Frame principal={principal} /> : <LogIn />)}
    </Async>
  );
}

function Frame({ principal }: { readonly principal: string }) {
  const { chat, shell } = useWords();
  return (
    <div className="md:grid md:min-h-dvh md:grid-cols-[15rem_minmax(0,1fr)]">
      <a
        href="#main"
        className="sr-only z-20 rounded-control bg-solid px-3 py-2 text-on-solid focus:not-sr-only focus:fixed focus:left-2 focus:top-2"
      >
        {shell.skip}
      </a>
      <aside className="sticky top-0 hidden h-dvh flex-col border-e border-line bg-panel p-3 md:flex">
        <Link to="/" className="mb-4 flex items-center gap-2 px-2 py-1 text-lg font-semibold">
          <img src="/favicon.svg" alt="" width="24" height="24" />
          Gantry
        </Link>
        <OpenPalette />
        <Navigation />
        <Link
          to="/chat"
          activeOptions={{ includeSearch: false }}
          className="mt-0.5 flex min-h-9 items-center gap-2.5 rounded-control px-3 py-1.5 text-muted hover:bg-raised hover:text-text aria-[current=page]:bg-tint aria-[current=page]:text-accent"
        >
          <MessageCircleQuestion aria-hidden className="size-4" />
          {chat.ask}
        </Link>
        <RecentConversations />
        <div className="mt-auto border-t border-line pt-3">
          <Account principal={principal} />
        </div>
      </aside>
      <main id="main" tabIndex={-1} className="min-w-0 pb-20 outline-none md:pb-0">
        {/* What follows starts below the window, so that nothing in view moves when the page gets its content. */}
        <div className="min-h-dvh md:min-h-0">
          <Offline />
          <MissionNews />
          <GateNews />
          <Overlays />
          <Outlet />
        </div>
        <footer className="border-t border-line px-4 py-4 md:hidden">
          <Link to="/chat" className="px-2 underline">
            {chat.ask}
          </Link>
          <Link to="/conversations" className="px-2 underline">
            {shell.conversations}
          </Link>
          <Account principal={principal} />
        </footer>
      </main>
      <div className="fixed inset-x-0 bottom-0 z-10 border-t border-line bg-panel pb-[env(safe-area-inset-bottom)] md:hidden">
        <Navigation />
      </div>
    </div>
  );
}

function OpenPalette() {
  const { palette } = useWords();
  return (
    <button
      type="button"
      aria-keyshortcuts="Control+K Meta+K"
      className="mb-3 flex min-h-9 items-center gap-2.5 rounded-control border border-line px-3 text-muted hover:bg-raised hover:text-text"
      onClick={() => showOverlay("palette")}
    >
      <Search aria-hidden className="size-4" />
      {palette.open}
      <span aria-hidden className="ms-auto">
        <Keys keys={[COMMAND_KEY, "K"]} />
      </span>
    </button>
  );
}

const PLACES = [
  { to: "/", name: "build", icon: Sparkles, exact: true },
  { to: "/missions", name: "missions", icon: ListChecks, exact: false },
  { to: "/projects", name: "projects", icon: FolderKanban, exact: false },
  { to: "/approvals", name: "approvals", icon: Inbox, exact: false },
  { to: "/operations", name: "operations", icon: Activity, exact: false },
] as const;

function Navigation() {
  const { shell } = useWords();
  const waiting = useQuery(gates).data?.gates.filter(({ may_decide }) => may_decide).length ?? 0;
  return (
    <nav aria-label={shell.pages}>
      <ul className="flex justify-around md:block md:space-y-0.5">
        {PLACES.map(({ to, name, icon: Icon, exact }) => (
          <li key={to}>
            <Link
              to={to}
              activeOptions={{ exact, includeSearch: false }}
              className="relative flex min-h-12 flex-col items-center gap-0.5 rounded-control px-3 py-1.5 text-xs text-muted hover:bg-raised hover:text-text aria-[current=page]:text-accent md:min-h-9 md:flex-row md:gap-2.5 md:text-base md:aria-[current=page]:bg-tint"
            >
              <Icon aria-hidden className="size-5 md:size-4" />
              {shell[name]}
              {name === "approvals" && waiting > 0 && (
                <span className="absolute start-1/2 top-1 ms-1 rounded-full bg-solid px-1.5 text-xs text-on-solid md:static md:ms-auto">
                  {waiting}
                  <span className="sr-only"> {shell.waitingForYou}</span>
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
