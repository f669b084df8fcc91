import { access } from "./access.ts";
import { build } from "./build.ts";
import { capacity } from "./capacity.ts";
import { chat } from "./chat.ts";
import { checks } from "./checks.ts";
import { design } from "./design.ts";
import { evidence } from "./evidence.ts";
import { gates } from "./gates.ts";
import { machine } from "./machine.ts";
import { missions } from "./missions.ts";
import { operations } from "./operations.ts";
import { palette } from "./palette.ts";
import { parts } from "./parts.ts";
import { phases } from "./phases.ts";
import { plan } from "./plan.ts";
import { projects } from "./projects.ts";
import { settings } from "./settings.ts";
import { share } from "./share.ts";
import { shell } from "./shell.ts";
import { signals } from "./signals.ts";
import { ui } from "./ui.ts";
import { work } from "./work.ts";

/** The texts of the client, by the folder that shows them. They are the type of every other language. */
export const EN = {
  access,
  build,
  capacity,
  chat,
  checks,
  design,
  evidence,
  gates,
  machine,
  missions,
  operations,
  palette,
  parts,
  phases,
  plan,
  projects,
  settings,
  share,
  shell,
  signals,
  ui,
  work,
};
export type Catalogue = typeof EN;
