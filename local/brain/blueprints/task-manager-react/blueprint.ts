import type { Blueprint } from "#local/brain/blueprint.ts";
import { TASK_MANAGER } from "#local/brain/blueprints/task-manager/blueprint.ts";

/** The task manager for requests that mention React or TypeScript. */
export const TASK_MANAGER_REACT: Blueprint = {
  ...TASK_MANAGER,
  stack: "vite-react",
  summary:
    "A task manager in React and TypeScript: add, complete and delete tasks, and filter them by what is still open.",
  modules: {
    "public/theme-start.js": "dark_mode",
    "src/theme.ts": "dark_mode",
    "src/theme.test.ts": "dark_mode",
    "src/due.ts": "due_dates",
    "src/due.test.ts": "due_dates",
    "src/priority.ts": "priorities",
    "src/priority.test.ts": "priorities",
    "src/tags.ts": "tags",
    "src/tags.test.ts": "tags",
    "src/search.ts": "search",
    "src/search.test.ts": "search",
    "src/export.ts": "export",
    "src/export.test.ts": "export",
  },
  folders: ["shared/look/files", "task-manager/look/files", "task-manager-react/files"],
  audit_command: "vitest run",
  run_command: "npm run dev",
};
