import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { queries } from "../service/queries.ts";
import { showWords } from "../words/words.ts";
import { SharedPage } from "./shared-page.tsx";
import "../styles.css";

const root = document.getElementById("root");
if (!root) throw new Error("The page has no element with the id root.");
// Without the words of the person's language, the page is in English.
await showWords().catch(() => {});
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <SharedPage />
    </QueryClientProvider>
  </StrictMode>,
);
