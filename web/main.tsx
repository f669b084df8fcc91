import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { router } from "./router.tsx";
import { queries } from "./service/queries.ts";
import { showWords } from "./words/words.ts";
import "./styles.css";

const root = document.getElementById("root");
if (!root) throw new Error("The page has no element with the id root.");
// Without the words of the person's language, the page is in English.
await showWords().catch(() => {});
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
