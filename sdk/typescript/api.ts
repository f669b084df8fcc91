// Written by "npm run openapi" from openapi.json.

/** A message, the confirmation of a consultation's plan, or switches of it. */
export interface ConsultRequest {
  /** The person's message: a request, an answer, a change, or a confirmation of the plan that was shown. */
  message?: string | undefined;
  /** The consultation to continue. A new one is started if this is omitted. */
  conversation_id?: string | undefined;
  /** The hash of the plan that was shown. Confirming it starts the build. */
  confirm?: string | undefined;
  /** Features of the plan to switch on or off, by their `id`; a turn of its own, which needs `plan_hash`. What is left out leaves the plan, and comes back as it was when it is switched on again. */
  features?:
    | readonly {
        id: string;
        included: boolean;
      }[]
    | undefined;
  /** The hash of the plan that is switched, by `features`, `deploy` or `publish`, which is a turn of its own. If it has changed since, nothing is. */
  plan_hash?: string | undefined;
  /** Whether to deploy the app. Default: true. */
  deploy?: boolean | undefined;
  /** Whether to open a pull request with the code. Default: true. */
  publish?: boolean | undefined;
  /** An image of the design to follow: PNG, JPEG, GIF or WebP, at most 3.75 MB and 8,000 pixels per side. */
  image_base64?: string | undefined;
  /** An image of the design to follow that was uploaded, in place of `image_base64`. */
  image_sha256?: string | undefined;
  design_target?: DesignTarget | undefined;
  /** A label for the image. */
  image_filename?: string | undefined;
}

/** The look of the app: the `id` or the `design_target` of an entry of `GET /gantry/themes`. It stays until a later message sends another one or names the look of a product; colors that its message or a later one names are kept. */
export type DesignTarget =
  | "plain"
  | "network"
  | "LINKEDIN"
  | "stream"
  | "TWITTER"
  | "snapshots"
  | "INSTAGRAM"
  | "boards"
  | "TRELLO"
  | "pages"
  | "NOTION"
  | "stays"
  | "AIRBNB"
  | "listening"
  | "SPOTIFY"
  | "repository"
  | "GITHUB"
  | "ledger"
  | "STRIPE"
  | "notepad"
  | "APPLE_NOTES"
  | "channels"
  | "SLACK"
  | "pinboard"
  | "PINTEREST";

/** Whether there is a plan to confirm, or a mission. In the state `planning` the consultant is still answering the newest message. */
export type ConsultationState = "open" | "planning" | "awaiting_confirmation" | "confirmed";

/** What the consultation needs next. */
export type ConsultantStatus = "PLANNING" | "NEEDS_INPUT" | "NEEDS_CONFIRMATION" | "READY_TO_BUILD";

/** A decision on a gate, bound to what was shown. */
export interface DecisionRequest {
  /** The gate. */
  gate_id: string;
  /** The value that was shown with the gate. */
  epoch: number;
  /** The value that was shown with the gate. */
  snapshot_sha256: string;
  type: "APPROVE" | "REJECT" | "OVERRIDE";
  /** The reason, in your own words. */
  justification: string;
  /** With OVERRIDE: what to change in the snapshot, as a JSON Patch (RFC 6902). */
  context_delta?:
    | readonly (
        | {
            op: "add";
            path: string;
            value: Json;
          }
        | {
            op: "remove";
            path: string;
          }
        | {
            op: "replace";
            path: string;
            value: Json;
          }
        | {
            op: "move";
            from: string;
            path: string;
          }
        | {
            op: "copy";
            from: string;
            path: string;
          }
        | {
            op: "test";
            path: string;
            value: Json;
          }
      )[]
    | undefined;
}

/** Any JSON value. */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | {
      [name: string]: Json;
    };

/** A workflow to run, with its cause. */
export interface InstanceRequest {
  /** The workflow's id: `gantry.rollback`. */
  workflow: string;
  /** The workflow's version; default: the newest. */
  version?: string | undefined;
  /** What caused the execution. It is only recorded and has no effect. */
  trigger: {
    /** The kind of cause, such as `person` or `incident`. */
    kind: string;
    /** An identifier of the cause, such as the incident's number. */
    ref: string;
    context?:
      | {
          [name: string]: string;
        }
      | undefined;
  };
  /** The team that the execution is for; you must be a member. */
  team?: string | undefined;
  /** The workflow's input; each value is a string. */
  input?:
    | {
        [name: string]: string;
      }
    | undefined;
}

/** The phase of a mission. Final phases are DEPLOYED, SUCCEEDED, FAILED, BLOCKED, TIMED_OUT, REJECTED, CANCELLED; the phase is SEAL_FAILED while its evidence cannot be written. */
export type Phase =
  | "AWAITING_INPUT"
  | "QUEUED"
  | "ARCHITECTING"
  | "CHECKING"
  | "BUILDING"
  | "HEALING"
  | "REVIEWING"
  | "AWAITING_APPROVAL"
  | "DEPLOYING"
  | "VERIFYING"
  | "PUBLISHING"
  | "SEALING"
  | "SEAL_FAILED"
  | "DEPLOYED"
  | "SUCCEEDED"
  | "FAILED"
  | "BLOCKED"
  | "TIMED_OUT"
  | "REJECTED"
  | "CANCELLED";

/** Which release to make live. */
export interface RollbackRequest {
  /** The number of the release. Default: the one before the release that is live. */
  release?: number | undefined;
}

/** The error code. `/docs#error-<code>` describes it. */
export type ErrorCode =
  | "InvalidInput"
  | "Unauthenticated"
  | "StaleRequest"
  | "Forbidden"
  | "NotFound"
  | "MethodNotAllowed"
  | "NotAcceptable"
  | "Conflict"
  | "StalePlan"
  | "StaleGate"
  | "AlreadyDecided"
  | "ReplayedRequest"
  | "RequestInProgress"
  | "IllegalTransition"
  | "TooLarge"
  | "UnsupportedMedia"
  | "IdempotencyMismatch"
  | "UpgradeRequired"
  | "TooManyRequests"
  | "PolicyDenied"
  | "InvalidDraft"
  | "DependencyRefused"
  | "CodeFailure"
  | "SameFailure"
  | "AttemptsExhausted"
  | "ModelRefused"
  | "UnsupportedRequest"
  | "Cancelled"
  | "Rejected"
  | "TimedOut"
  | "EnvironmentFailure"
  | "ModelUnavailable"
  | "GitHubUnavailable"
  | "GitHubRefused"
  | "VercelUnavailable"
  | "VercelRefused"
  | "NotLive"
  | "EvidenceConflict"
  | "NoSandbox"
  | "Internal";

/** A new session. */
export interface NewSession {
  authenticated: boolean;
  tenant: Id;
  /** The user, service account or agent. */
  principal: Id;
  kind: "human" | "service" | "agent";
  /** A person's role in the tenant; null for machines. */
  membership: string | null;
  /** Authority roles, which gates can require. */
  roles: readonly Id[];
  teams: readonly Id[];
  /** When the principal authenticated. */
  auth_time: Time;
  /** Authentication methods, with the values of RFC 8176: `pwd`, `device`. */
  amr: readonly string[];
  /** Scopes of a machine's key. */
  scopes: readonly string[];
  /** The personal device that the person uses. */
  device?: Id | undefined;
  /** For programs: send it as Authorization: Bearer. */
  token: string;
  /** For pages: send it as X-Gantry-Token, with the cookie. */
  page_token: string;
  expires_at: Time;
}

/** Ids of one kind sort by creation time. */
export type Id = string;

/** A time in UTC. */
export type Time = string;

/** The caller of the request, if authenticated. */
export interface Session {
  authenticated: boolean;
  tenant?: Id | undefined;
  /** The user, service account or agent. */
  principal?: Id | undefined;
  kind?: "human" | "service" | "agent" | undefined;
  /** A person's role in the tenant; null for machines. */
  membership?: string | null | undefined;
  /** Authority roles, which gates can require. */
  roles?: readonly Id[] | undefined;
  teams?: readonly Id[] | undefined;
  /** When the principal authenticated. */
  auth_time?: Time | undefined;
  /** Authentication methods, with the values of RFC 8176: `pwd`, `device`. */
  amr?: readonly string[] | undefined;
  /** Scopes of a machine's key. */
  scopes?: readonly string[] | undefined;
  /** The personal device that the person uses. */
  device?: Id | undefined;
}

/** Opens one WebSocket, once. */
export interface Ticket {
  ticket: string;
  /** Seconds. */
  expires_in: number;
  /** The path of the WebSocket. */
  url: string;
}

/** Sessions of the caller, newest first. */
export interface SessionList {
  sessions: readonly OwnSession[];
}

/** A session of the caller. */
export interface OwnSession {
  session_id: Id;
  begun_at: Time;
  /** Precise to five minutes. */
  last_used_at: Time;
  expires_at: Time;
  /** The address from which it was begun. */
  address: string;
  /** What the client said about itself then: its User-Agent. */
  client: string | null;
  /** Whether this is the session of the request. */
  current: boolean;
}

/** How many sessions have ended. */
export interface SessionsEnded {
  /** Number of sessions that have ended. */
  ended: number;
}

/** A new key. */
export interface NewKey {
  key_id: Id;
  kind: "device" | "service" | "siri";
  name: string;
  /** The member who owns the device, or the name of the service. */
  principal: Id;
  created_by: Id;
  /** Scopes of a service; empty for a device. */
  scopes: readonly ("consultations:read" | "consultations:write" | "missions:read")[];
  created_at: Time;
  expires_at: Time;
  revoked_at: Time | null;
  status: "active" | "expired" | "revoked";
  /** Of a device or a service: send it as Authorization: Bearer. It is not shown again. */
  key?: string | undefined;
  /** Of a Siri key: the first part. It is not shown again. */
  k1?: string | undefined;
  /** Of a Siri key: the second part. It is not shown again. */
  k2?: string | undefined;
}

/** Keys, newest first. */
export interface KeyList {
  keys: readonly Key[];
  /** Cursor of the next page; null on the last page. */
  next_cursor: string | null;
}

/** A key of a personal device, of a service, or of a Siri Shortcut. */
export interface Key {
  key_id: Id;
  kind: "device" | "service" | "siri";
  name: string;
  /** The member who owns the device, or the name of the service. */
  principal: Id;
  created_by: Id;
  /** Scopes of a service; empty for a device. */
  scopes: readonly ("consultations:read" | "consultations:write" | "missions:read")[];
  created_at: Time;
  expires_at: Time;
  revoked_at: Time | null;
  status: "active" | "expired" | "revoked";
}

/** The result of one spoken message of a consultation. */
export interface VoiceTurn {
  conversation_id: Id;
  state: ConsultationState;
  /** Whether the consultant is still answering, the consultation waits for the person, or a mission builds the plan. */
  status: "PLANNING" | "AWAITING_INPUT" | "READY_TO_BUILD";
  /** Gantry's reply, short enough to be spoken, except that it names everything that the plan refuses. */
  speech: string;
  /** The next question to answer. */
  question: string | null;
  plan: ShownPlan | null;
  /** The gate at which the plan awaits confirmation. */
  gate_id: Id | null;
  /** The mission that builds the plan, once it is confirmed. */
  mission_id?: Id | undefined;
  /** What this installation refuses or limits in the plan, to be shown before confirmation. */
  notices: readonly Notice[];
}

/** A plan, as shown to the person. */
export interface ShownPlan {
  title: string;
  summary: string;
  kind: string;
  project_name: string;
  stack: "static" | "vite-react" | "node-api";
  /** Features of the app; those that the person excluded are not `included`, and `switched_off` if they did so by a switch. */
  features: readonly {
    id: string;
    title: string;
    included: boolean;
    switched_off?: true | undefined;
  }[];
  acceptance: readonly string[];
  /** Open questions, with the default that is used without an answer. */
  questions: readonly {
    id: string;
    question: string;
    options: readonly string[];
    default: string;
  }[];
  deploy: boolean;
  publish: boolean;
  specification?: Specification | undefined;
  ledger?: RequestLedger | undefined;
  request: readonly string[];
  design_image: string | null;
  design_message?: number | undefined;
  design_theme?:
    | {
        id:
          | "plain"
          | "network"
          | "stream"
          | "snapshots"
          | "boards"
          | "pages"
          | "stays"
          | "listening"
          | "repository"
          | "ledger"
          | "notepad"
          | "channels"
          | "pinboard";
        message: number;
      }
    | undefined;
  change?:
    | {
        project: string;
        release: number;
        tree: string;
        edits: readonly string[];
        files?:
          | {
              added: readonly string[];
              changed: readonly string[];
              deleted: readonly string[];
            }
          | undefined;
        repository?:
          | {
              branch: string;
              commit: string;
              source: string;
              files: {
                added: readonly string[];
                changed: readonly string[];
                deleted: readonly string[];
              };
            }
          | undefined;
      }
    | undefined;
  /** Hash of the plan; a confirmation must contain it. */
  hash: Sha256;
}

/** What an app or a site is, as data, from which it is generated. `docs/specification.md` explains it. */
export type Specification =
  | {
      version: 1;
      kind: "app";
      name: string;
      locale: "en" | "de" | "fr" | "es";
      currency: string;
      look: {
        theme?:
          | "plain"
          | "network"
          | "stream"
          | "snapshots"
          | "boards"
          | "pages"
          | "stays"
          | "listening"
          | "repository"
          | "ledger"
          | "notepad"
          | "channels"
          | "pinboard"
          | undefined;
        accent: string | null;
        background: string | null;
        density: "comfortable" | "compact";
        scheme: "light" | "dark" | "both";
      };
      entities: readonly {
        id: string;
        name: string;
        plural: string;
        icon?:
          | "animal"
          | "bike"
          | "book"
          | "box"
          | "briefcase"
          | "bug"
          | "building"
          | "calendar"
          | "camera"
          | "car"
          | "chat"
          | "clock"
          | "coin"
          | "computer"
          | "cup"
          | "document"
          | "dumbbell"
          | "film"
          | "flag"
          | "game"
          | "gear"
          | "gift"
          | "glass"
          | "heart"
          | "home"
          | "idea"
          | "key"
          | "meal"
          | "music"
          | "pen"
          | "people"
          | "person"
          | "pill"
          | "place"
          | "plane"
          | "plant"
          | "pulse"
          | "receipt"
          | "school"
          | "shopping"
          | "star"
          | "tag"
          | "task"
          | "ticket"
          | "tool"
          | "tree"
          | "trophy"
          | "truck"
          | "wallet"
          | undefined;
        display: string;
        fields: readonly {
          id: string;
          name: string;
          type:
            | "text"
            | "long_text"
            | "integer"
            | "decimal"
            | "money"
            | "percent"
            | "rating"
            | "duration"
            | "boolean"
            | "date"
            | "time"
            | "date_time"
            | "choice"
            | "choices"
            | "tags"
            | "email"
            | "phone"
            | "url"
            | "image"
            | "file"
            | "color"
            | "location"
            | "reference"
            | "computed"
            | "auto_number"
            | "created_at";
          required?: boolean | undefined;
          unique?: boolean | undefined;
          default?: string | number | boolean | undefined;
          options?:
            | readonly {
                id: string;
                name: string;
                done?: boolean | undefined;
              }[]
            | undefined;
          unit?: string | undefined;
          min?: number | undefined;
          max?: number | undefined;
          reference?:
            | {
                entity: string;
                many: boolean;
                owned: boolean;
                on_delete: "clear" | "cascade" | "restrict";
              }
            | undefined;
          formula?:
            | {
                op: "add" | "subtract" | "multiply" | "divide" | "add_days" | "days_between";
                left:
                  | {
                      field: string;
                    }
                  | {
                      number: number;
                    }
                  | {
                      today: true;
                    };
                right:
                  | {
                      field: string;
                    }
                  | {
                      number: number;
                    }
                  | {
                      today: true;
                    };
              }
            | {
                op: "count";
                entity: string;
                through: string;
              }
            | {
                op: "sum" | "average" | "minimum" | "maximum" | "latest";
                entity: string;
                through: string;
                field: string;
              }
            | undefined;
        }[];
      }[];
      views: readonly (
        | {
            id: string;
            name: string;
            entity: string;
            sort?:
              | {
                  field: string;
                  descending: boolean;
                }
              | undefined;
            filter?:
              | readonly {
                  field: string;
                  is:
                    | "equal"
                    | "not_equal"
                    | "less"
                    | "at_most"
                    | "more"
                    | "at_least"
                    | "empty"
                    | "not_empty";
                  value?: string | number | boolean | undefined;
                  than?:
                    | {
                        field: string;
                      }
                    | {
                        number: number;
                      }
                    | {
                        today: true;
                      }
                    | undefined;
                }[]
              | undefined;
            kind: "list";
            fields: readonly string[];
          }
        | {
            id: string;
            name: string;
            entity: string;
            sort?:
              | {
                  field: string;
                  descending: boolean;
                }
              | undefined;
            filter?:
              | readonly {
                  field: string;
                  is:
                    | "equal"
                    | "not_equal"
                    | "less"
                    | "at_most"
                    | "more"
                    | "at_least"
                    | "empty"
                    | "not_empty";
                  value?: string | number | boolean | undefined;
                  than?:
                    | {
                        field: string;
                      }
                    | {
                        number: number;
                      }
                    | {
                        today: true;
                      }
                    | undefined;
                }[]
              | undefined;
            kind: "table";
            fields: readonly string[];
            sums: readonly string[];
          }
        | {
            id: string;
            name: string;
            entity: string;
            sort?:
              | {
                  field: string;
                  descending: boolean;
                }
              | undefined;
            filter?:
              | readonly {
                  field: string;
                  is:
                    | "equal"
                    | "not_equal"
                    | "less"
                    | "at_most"
                    | "more"
                    | "at_least"
                    | "empty"
                    | "not_empty";
                  value?: string | number | boolean | undefined;
                  than?:
                    | {
                        field: string;
                      }
                    | {
                        number: number;
                      }
                    | {
                        today: true;
                      }
                    | undefined;
                }[]
              | undefined;
            kind: "board";
            group: string;
            fields: readonly string[];
          }
        | {
            id: string;
            name: string;
            entity: string;
            sort?:
              | {
                  field: string;
                  descending: boolean;
                }
              | undefined;
            filter?:
              | readonly {
                  field: string;
                  is:
                    | "equal"
                    | "not_equal"
                    | "less"
                    | "at_most"
                    | "more"
                    | "at_least"
                    | "empty"
                    | "not_empty";
                  value?: string | number | boolean | undefined;
                  than?:
                    | {
                        field: string;
                      }
                    | {
                        number: number;
                      }
                    | {
                        today: true;
                      }
                    | undefined;
                }[]
              | undefined;
            kind: "calendar";
            date: string;
          }
        | {
            id: string;
            name: string;
            entity: string;
            sort?:
              | {
                  field: string;
                  descending: boolean;
                }
              | undefined;
            filter?:
              | readonly {
                  field: string;
                  is:
                    | "equal"
                    | "not_equal"
                    | "less"
                    | "at_most"
                    | "more"
                    | "at_least"
                    | "empty"
                    | "not_empty";
                  value?: string | number | boolean | undefined;
                  than?:
                    | {
                        field: string;
                      }
                    | {
                        number: number;
                      }
                    | {
                        today: true;
                      }
                    | undefined;
                }[]
              | undefined;
            kind: "gallery";
            image: string;
            fields: readonly string[];
          }
        | {
            id: string;
            name: string;
            entity: string;
            sort?:
              | {
                  field: string;
                  descending: boolean;
                }
              | undefined;
            filter?:
              | readonly {
                  field: string;
                  is:
                    | "equal"
                    | "not_equal"
                    | "less"
                    | "at_most"
                    | "more"
                    | "at_least"
                    | "empty"
                    | "not_empty";
                  value?: string | number | boolean | undefined;
                  than?:
                    | {
                        field: string;
                      }
                    | {
                        number: number;
                      }
                    | {
                        today: true;
                      }
                    | undefined;
                }[]
              | undefined;
            kind: "chart";
            shape: "bar" | "line" | "pie";
            group: string;
            measure?: string | undefined;
            op?: "sum" | "average" | undefined;
            period?: "day" | "month" | undefined;
          }
        | {
            id: string;
            name: string;
            entity: string;
            sort?:
              | {
                  field: string;
                  descending: boolean;
                }
              | undefined;
            filter?:
              | readonly {
                  field: string;
                  is:
                    | "equal"
                    | "not_equal"
                    | "less"
                    | "at_most"
                    | "more"
                    | "at_least"
                    | "empty"
                    | "not_empty";
                  value?: string | number | boolean | undefined;
                  than?:
                    | {
                        field: string;
                      }
                    | {
                        number: number;
                      }
                    | {
                        today: true;
                      }
                    | undefined;
                }[]
              | undefined;
            kind: "detail";
            fields: readonly string[];
          }
        | {
            id: string;
            name: string;
            entity: string;
            sort?:
              | {
                  field: string;
                  descending: boolean;
                }
              | undefined;
            filter?:
              | readonly {
                  field: string;
                  is:
                    | "equal"
                    | "not_equal"
                    | "less"
                    | "at_most"
                    | "more"
                    | "at_least"
                    | "empty"
                    | "not_empty";
                  value?: string | number | boolean | undefined;
                  than?:
                    | {
                        field: string;
                      }
                    | {
                        number: number;
                      }
                    | {
                        today: true;
                      }
                    | undefined;
                }[]
              | undefined;
            kind: "stats";
            tiles: readonly {
              name: string;
              op: "count" | "sum" | "average" | "minimum" | "maximum";
              field?: string | undefined;
              filter?:
                | readonly {
                    field: string;
                    is:
                      | "equal"
                      | "not_equal"
                      | "less"
                      | "at_most"
                      | "more"
                      | "at_least"
                      | "empty"
                      | "not_empty";
                    value?: string | number | boolean | undefined;
                    than?:
                      | {
                          field: string;
                        }
                      | {
                          number: number;
                        }
                      | {
                          today: true;
                        }
                      | undefined;
                  }[]
                | undefined;
            }[];
          }
        | {
            id: string;
            name: string;
            entity: string;
            sort?:
              | {
                  field: string;
                  descending: boolean;
                }
              | undefined;
            filter?:
              | readonly {
                  field: string;
                  is:
                    | "equal"
                    | "not_equal"
                    | "less"
                    | "at_most"
                    | "more"
                    | "at_least"
                    | "empty"
                    | "not_empty";
                  value?: string | number | boolean | undefined;
                  than?:
                    | {
                        field: string;
                      }
                    | {
                        number: number;
                      }
                    | {
                        today: true;
                      }
                    | undefined;
                }[]
              | undefined;
            kind: "print";
            fields: readonly string[];
          }
      )[];
      behaviours: readonly (
        | {
            kind: "search";
            entity: string;
            fields: readonly string[];
          }
        | {
            kind: "filter";
            entity: string;
            fields: readonly string[];
          }
        | {
            kind: "sort";
            entity: string;
            fields: readonly string[];
          }
        | {
            kind: "due";
            entity: string;
            field: string;
            done?:
              | readonly {
                  field: string;
                  is:
                    | "equal"
                    | "not_equal"
                    | "less"
                    | "at_most"
                    | "more"
                    | "at_least"
                    | "empty"
                    | "not_empty";
                  value?: string | number | boolean | undefined;
                  than?:
                    | {
                        field: string;
                      }
                    | {
                        number: number;
                      }
                    | {
                        today: true;
                      }
                    | undefined;
                }[]
              | undefined;
          }
        | {
            kind: "completion";
            entity: string;
            field: string;
          }
        | {
            kind: "recurrence";
            entity: string;
            field: string;
            days?: number | undefined;
            days_field?: string | undefined;
          }
        | {
            kind: "reminder";
            entity: string;
            field: string;
            days_before: number;
          }
        | {
            kind: "status_flow";
            entity: string;
            field: string;
            moves: readonly {
              from: string;
              to: string;
            }[];
          }
        | {
            kind: "totals";
            entity: string;
            fields: readonly string[];
          }
        | {
            kind: "low_stock";
            entity: string;
            field: string;
            at:
              | {
                  field: string;
                }
              | {
                  number: number;
                }
              | {
                  today: true;
                };
          }
        | {
            kind: "budget";
            entity: string;
            field: string;
            date: string;
          }
        | {
            kind: "column_limit";
            entity: string;
            field: string;
            options: readonly string[];
            max: number;
          }
        | {
            kind: "word_count";
            entity: string;
            field: string;
          }
        | {
            kind: "autosave";
            entity: string;
            field: string;
          }
        | {
            kind: "check_in";
            entity: string;
          }
        | {
            kind: "favorite";
            entity: string;
          }
        | {
            kind: "archive";
            entity: string;
          }
        | {
            kind: "duplicate";
            entity: string;
          }
        | {
            kind: "manual_order";
            entity: string;
          }
        | {
            kind: "bulk";
            entity: string;
          }
        | {
            kind: "export";
            formats: readonly ("csv" | "json")[];
          }
        | {
            kind: "import";
          }
        | {
            kind: "sample_data";
          }
        | {
            kind: "shortcuts";
          }
        | {
            kind: "offline";
          }
      )[];
      custom?:
        | readonly {
            id: string;
            name: string;
            entity: string;
            purpose: string;
          }[]
        | undefined;
    }
  | {
      version: 1;
      kind: "site";
      name: string;
      locale: "en" | "de" | "fr" | "es";
      currency: string;
      look: {
        theme?:
          | "plain"
          | "network"
          | "stream"
          | "snapshots"
          | "boards"
          | "pages"
          | "stays"
          | "listening"
          | "repository"
          | "ledger"
          | "notepad"
          | "channels"
          | "pinboard"
          | undefined;
        accent: string | null;
        background: string | null;
        density: "comfortable" | "compact";
        scheme: "light" | "dark" | "both";
      };
      trade: string;
      business?:
        | "AccountingService"
        | "AutoRepair"
        | "Bakery"
        | "BikeStore"
        | "BookStore"
        | "Brewery"
        | "CafeOrCoffeeShop"
        | "ChildCare"
        | "Dentist"
        | "Electrician"
        | "Florist"
        | "FoodEstablishment"
        | "GroceryStore"
        | "HairSalon"
        | "HealthClub"
        | "HomeAndConstructionBusiness"
        | "Hotel"
        | "HousePainter"
        | "JewelryStore"
        | "LegalService"
        | "LocalBusiness"
        | "MedicalBusiness"
        | "MovingCompany"
        | "NailSalon"
        | "Plumber"
        | "ProfessionalService"
        | "RealEstateAgent"
        | "Restaurant"
        | "SportsActivityLocation"
        | "SportsClub"
        | "TattooParlor"
        | "TravelAgency"
        | "Winery"
        | undefined;
      facts: {
        phone: string | null;
        email: string | null;
        address: string | null;
        place: string | null;
      };
      sections: readonly (
        | {
            id: string;
            kind: "hero";
            title: string;
            lead: string;
            action: string | null;
          }
        | {
            id: string;
            kind: "about";
            title: string;
            text: string;
          }
        | {
            id: string;
            kind: "services";
            title: string;
            priced: boolean;
            items: readonly {
              name: string;
              text: string | null;
              price: number | null;
            }[];
          }
        | {
            id: string;
            kind: "steps";
            title: string;
            items: readonly {
              name: string;
              text: string;
            }[];
          }
        | {
            id: string;
            kind: "menu";
            title: string;
            groups: readonly {
              name: string;
              items: readonly {
                name: string;
                text: string | null;
                price: number | null;
              }[];
            }[];
          }
        | {
            id: string;
            kind: "gallery";
            title: string;
            captions: readonly (string | null)[];
          }
        | {
            id: string;
            kind: "team";
            title: string;
            people: readonly {
              name: string | null;
              role: string | null;
            }[];
          }
        | {
            id: string;
            kind: "testimonials";
            title: string;
            quotes: readonly {
              text: string | null;
              by: string | null;
            }[];
          }
        | {
            id: string;
            kind: "hours";
            title: string;
            days:
              | readonly {
                  day: "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun";
                  opens: string;
                  closes: string;
                }[]
              | null;
            closed?: readonly ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[] | undefined;
          }
        | {
            id: string;
            kind: "map";
            title: string;
          }
        | {
            id: string;
            kind: "faq";
            title: string;
            items: readonly {
              name: string;
              text: string;
            }[];
          }
        | {
            id: string;
            kind: "contact";
            title: string;
          }
        | {
            id: string;
            kind: "events";
            title: string;
            items: readonly {
              name: string;
              date: string | null;
              text: string | null;
            }[];
          }
        | {
            id: string;
            kind: "posts";
            title: string;
            items: readonly {
              name: string;
              text: string | null;
            }[];
          }
      )[];
    };

/** What becomes of the words of the request: `met` by the part `by`, `met_by_kind` by what every such app has, `refused` for the reason `by`, `asked` in the question `by`, or `context`. */
export type RequestLedger = readonly {
  words: string;
  message: number;
  outcome: "met" | "met_by_kind" | "refused" | "asked" | "context";
  by: string | null;
}[];

/** A SHA-256 digest. */
export type Sha256 = string;

/** What limits this installation. */
export interface Notice {
  /** What is refused or limited. */
  about: "builds" | "functions";
  sentence: string;
  /** A command or instruction for the operator that removes the limitation. */
  fix: string | null;
  /** Whether they are refused, not only limited. */
  refused?: boolean | undefined;
}

/** The result of one written message of a consultation. */
export interface ConsultationTurn {
  conversation_id: Id;
  state: ConsultationState;
  status: ConsultantStatus;
  /** Gantry's reply, short enough to be spoken, except that it names everything that the plan refuses. */
  speech: string;
  /** The next question to answer. */
  question: string | null;
  plan: ShownPlan | null;
  /** The gate at which the plan awaits confirmation. */
  gate_id: Id | null;
  /** The mission that builds the plan, once it is confirmed. */
  mission_id?: Id | undefined;
  /** The reply in full, with the question. */
  response: string;
  /** The same as `question`. */
  pending_question: string | null;
  /** The product whose look the app follows, as `LINKEDIN`; null for a look of its own. */
  design_target: string | null;
  /** The stack of the plan. */
  proposed_stack: ("static" | "vite-react" | "node-api") | null;
  /** The features of the plan; empty without a plan. */
  features: readonly {
    id: string;
    title: string;
    included: boolean;
    switched_off?: true | undefined;
  }[];
  /** The features of a plan that waits for its confirmation that cannot be left out, and why: the app is about it (`kind`), every app has it (`every_app`), or other parts depend on it (`needed`). */
  fixed_features: readonly {
    id: string;
    reason: "kind" | "every_app" | "needed";
  }[];
  /** The share of the requested parts that the plan meets; null without a request ledger. */
  confidence: number | null;
  /** The words from which the app is built. */
  build_prompt: string | null;
  /** What the model calls of the consultation used so far; its mission counts its own. */
  usage: {
    calls: number;
    input_tokens: number;
    output_tokens: number;
    cost_usd: number;
  };
  /** What was said so far, oldest first. */
  conversation_history: readonly {
    role: "user" | "assistant";
    content: string;
  }[];
  /** What this installation refuses or limits in the plan, to be shown before confirmation. */
  notices: readonly Notice[];
  estimate: Estimate;
}

/** What the mission of a plan that waits for its confirmation will probably take; null without such a plan. It is no part of the plan, nor of its hash. */
export type Estimate = {
  /** How many earlier missions of the same stack and kind it is made from; 0 if there are none. */
  missions: number;
  /** Milliseconds of work, without waiting for people or for a slot; null without earlier missions. */
  ms: {
    /** Half of them took at most this. */
    p50: number;
    /** 95 % of them took at most this. */
    p95: number;
  } | null;
  /** The cost of the model calls; null without earlier missions, unless no call costs anything. */
  cost_usd: {
    /** Half of them took at most this. */
    p50: number;
    /** 95 % of them took at most this. */
    p95: number;
  } | null;
  /** The version of the table of prices of model calls. */
  price_table: string;
} | null;

/** Server-sent events: `received` with the `conversation_id`, `doing` what is being done, `text` to be put `at` a place of the reply, `heartbeat` at least every 15 seconds, and last `reply` with the plain reply or `error` with the problem. `docs/api-clients.md` explains them. */
export type EventStream = string;

/** A consultation with all its messages. */
export interface ConsultationWithMessages {
  conversation_id: Id;
  state: ConsultationState;
  status: ConsultantStatus;
  /** Gantry's reply, short enough to be spoken, except that it names everything that the plan refuses. */
  speech: string;
  /** The next question to answer. */
  question: string | null;
  plan: ShownPlan | null;
  /** The gate at which the plan awaits confirmation. */
  gate_id: Id | null;
  /** The mission that builds the plan, once it is confirmed. */
  mission_id?: Id | undefined;
  /** The reply in full, with the question. */
  response: string;
  /** The same as `question`. */
  pending_question: string | null;
  /** The product whose look the app follows, as `LINKEDIN`; null for a look of its own. */
  design_target: string | null;
  /** The stack of the plan. */
  proposed_stack: ("static" | "vite-react" | "node-api") | null;
  /** The features of the plan; empty without a plan. */
  features: readonly {
    id: string;
    title: string;
    included: boolean;
    switched_off?: true | undefined;
  }[];
  /** The features of a plan that waits for its confirmation that cannot be left out, and why: the app is about it (`kind`), every app has it (`every_app`), or other parts depend on it (`needed`). */
  fixed_features: readonly {
    id: string;
    reason: "kind" | "every_app" | "needed";
  }[];
  /** The share of the requested parts that the plan meets; null without a request ledger. */
  confidence: number | null;
  /** The words from which the app is built. */
  build_prompt: string | null;
  /** What the model calls of the consultation used so far; its mission counts its own. */
  usage: {
    calls: number;
    input_tokens: number;
    output_tokens: number;
    cost_usd: number;
  };
  /** What was said so far, oldest first. */
  conversation_history: readonly {
    role: "user" | "assistant";
    content: string;
  }[];
  /** The title that a person gave it, else that of its plan, else how it begins. */
  title: string;
  /** Whether lists leave it out. */
  archived: boolean;
  /** What this installation refuses or limits in the plan, to be shown before confirmation. */
  notices: readonly Notice[];
  estimate: Estimate;
  created_at: Time;
  updated_at: Time;
  messages: readonly {
    from: "person" | "gantry";
    text: string;
    time: Time;
    /** The message is no part of the request. */
    aside?: true | undefined;
  }[];
}

/** The current state of a consultation. */
export interface Consultation {
  conversation_id: Id;
  state: ConsultationState;
  status: ConsultantStatus;
  /** Gantry's reply, short enough to be spoken, except that it names everything that the plan refuses. */
  speech: string;
  /** The next question to answer. */
  question: string | null;
  plan: ShownPlan | null;
  /** The gate at which the plan awaits confirmation. */
  gate_id: Id | null;
  /** The mission that builds the plan, once it is confirmed. */
  mission_id?: Id | undefined;
  /** The title that a person gave it, else that of its plan, else how it begins. */
  title: string;
  /** Whether lists leave it out. */
  archived: boolean;
  created_at: Time;
  updated_at: Time;
}

/** One page of consultations, newest first. */
export interface ConsultationList {
  consultations: readonly Consultation[];
  /** Cursor of the next page; null on the last page. */
  next_cursor: string | null;
}

/** The mission that was started, or will be. */
export interface Commission {
  /** The mission; null while the consultant is still planning, after which the mission starts by itself. */
  mission_id: Id | null;
  conversation_id: Id;
  /** Gantry's reply, short enough to be spoken. */
  speech: string;
}

/** An upload that is prepared. */
export interface Upload {
  sha256: Sha256;
  /** Send the image here with PUT. Whoever has this URL can upload this image. */
  url: string;
  /** Headers that the request must have. */
  headers: {
    [name: string]: string;
  };
  expires_at: Time;
}

/** All themes. */
export interface ThemeList {
  themes: readonly Theme[];
}

/** How an app looks. */
export interface Theme {
  /** `look.theme` of a specification. */
  id:
    | "plain"
    | "network"
    | "stream"
    | "snapshots"
    | "boards"
    | "pages"
    | "stays"
    | "listening"
    | "repository"
    | "ledger"
    | "notepad"
    | "channels"
    | "pinboard";
  /** The product whose look it follows, as `LINKEDIN`. */
  design_target: string | null;
  title: string;
  description: string;
  /** A picture, as a `data:` URL of an SVG document. */
  preview: string;
}

/** The answer with its sources. */
export interface ChatAnswer {
  /** The chat, which a later question can continue. */
  conversation_id: Id;
  answer: string;
  /** The sections of the documentation from which it was answered. */
  sources: readonly Source[];
}

/** A section of the documentation. */
export interface Source {
  /** The page and its heading. */
  title: string;
  /** The file in the repository, with the anchor of the heading. */
  path: string;
}

/** One page of conversations, newest first. */
export interface ConversationList {
  conversations: readonly Conversation[];
  /** Cursor of the next page; null on the last page. */
  next_cursor: string | null;
}

/** A conversation in a list. */
export interface Conversation {
  conversation_id: Id;
  /** The title that a person gave it, else that of its plan, else how it begins. */
  title: string;
  /** Whether lists leave it out. */
  archived: boolean;
  created_at: Time;
  updated_at: Time;
  kind: ConversationKind;
  state: ConsultationState | ChatState;
  /** What Gantry said last, short enough to be spoken. */
  speech: string;
}

/** What a conversation is for: a consultation leads to a plan, a chat answers questions. */
export type ConversationKind = "consultation" | "chat";

/** Whether the newest question is being answered. */
export type ChatState = "open" | "answering";

/** A conversation with all its messages. */
export type ConversationWithMessages = ConsultationConversation | ChatWithMessages;

/** A consultation, as a conversation. */
export interface ConsultationConversation {
  conversation_id: Id;
  state: ConsultationState;
  status: ConsultantStatus;
  /** Gantry's reply, short enough to be spoken, except that it names everything that the plan refuses. */
  speech: string;
  /** The next question to answer. */
  question: string | null;
  plan: ShownPlan | null;
  /** The gate at which the plan awaits confirmation. */
  gate_id: Id | null;
  /** The mission that builds the plan, once it is confirmed. */
  mission_id?: Id | undefined;
  /** The reply in full, with the question. */
  response: string;
  /** The same as `question`. */
  pending_question: string | null;
  /** The product whose look the app follows, as `LINKEDIN`; null for a look of its own. */
  design_target: string | null;
  /** The stack of the plan. */
  proposed_stack: ("static" | "vite-react" | "node-api") | null;
  /** The features of the plan; empty without a plan. */
  features: readonly {
    id: string;
    title: string;
    included: boolean;
    switched_off?: true | undefined;
  }[];
  /** The features of a plan that waits for its confirmation that cannot be left out, and why: the app is about it (`kind`), every app has it (`every_app`), or other parts depend on it (`needed`). */
  fixed_features: readonly {
    id: string;
    reason: "kind" | "every_app" | "needed";
  }[];
  /** The share of the requested parts that the plan meets; null without a request ledger. */
  confidence: number | null;
  /** The words from which the app is built. */
  build_prompt: string | null;
  /** What the model calls of the consultation used so far; its mission counts its own. */
  usage: {
    calls: number;
    input_tokens: number;
    output_tokens: number;
    cost_usd: number;
  };
  /** What was said so far, oldest first. */
  conversation_history: readonly {
    role: "user" | "assistant";
    content: string;
  }[];
  /** The title that a person gave it, else that of its plan, else how it begins. */
  title: string;
  /** Whether lists leave it out. */
  archived: boolean;
  /** What this installation refuses or limits in the plan, to be shown before confirmation. */
  notices: readonly Notice[];
  estimate: Estimate;
  created_at: Time;
  updated_at: Time;
  messages: readonly {
    from: "person" | "gantry";
    text: string;
    time: Time;
    /** The message is no part of the request. */
    aside?: true | undefined;
  }[];
  kind: "consultation";
}

/** A chat with all its questions and answers. */
export interface ChatWithMessages {
  conversation_id: Id;
  /** The title that a person gave it, else that of its plan, else how it begins. */
  title: string;
  /** Whether lists leave it out. */
  archived: boolean;
  created_at: Time;
  updated_at: Time;
  kind: "chat";
  state: ChatState;
  messages: readonly {
    from: "person" | "gantry";
    text: string;
    time: Time;
    /** The sections of the documentation from which it was answered. */
    sources?: readonly Source[] | undefined;
    /** Why the question has no answer. */
    failure?: MissionError | undefined;
  }[];
}

/** Why a mission did not succeed. */
export interface MissionError {
  code: ErrorCode;
  /** A sentence for people. */
  message: string;
}

/** The result of one message through Siri: that of a spoken message, with a speech that is always short. */
export interface SiriTurn {
  conversation_id: Id;
  state: ConsultationState;
  /** Whether the consultant is still answering, the consultation waits for the person, or a mission builds the plan. */
  status: "PLANNING" | "AWAITING_INPUT" | "READY_TO_BUILD";
  /** Gantry's reply, short enough to be spoken. */
  speech: string;
  /** The next question to answer. */
  question: string | null;
  plan: ShownPlan | null;
  /** The gate at which the plan awaits confirmation. */
  gate_id: Id | null;
  /** The mission that builds the plan, once it is confirmed. */
  mission_id?: Id | undefined;
  /** What this installation refuses or limits in the plan, to be shown before confirmation. */
  notices: readonly Notice[];
}

/** What the server made of a signed request. */
export interface SiriSelfTest {
  key_id: string;
  /** What the phone must have hashed of `text`, as UTF-8. */
  text_sha256: Sha256;
  /** The length of `text` in UTF-8, in bytes. */
  text_bytes: number;
  /** What the phone must have signed; it contains nothing that the request does not. */
  canonical: string;
  signature_matches: boolean;
  /** Seconds by which the timestamp is behind the server's time; negative when it is ahead. */
  seconds_behind: number;
  /** Whether the timestamp is at most 300 s from the server's time. */
  time_accepted: boolean;
  /** Gantry's reply, short enough to be spoken. */
  speech: string;
}

/** One page of gates, newest first. */
export interface GateList {
  gates: readonly Gate[];
  /** Cursor of the next page; null on the last page. */
  next_cursor: string | null;
}

/** A request for one decision by a person; the execution or consultation waits for it. */
export interface Gate {
  /** The gate's id. */
  gate_id: Id;
  /** The kind of decision: `build.confirm` is the confirmation of a plan, `build.words` the approval of a direct build. */
  name: Id;
  title: string;
  /** `open` until it is decided, expires, or is withdrawn (`void`). */
  state: "open" | "resolved" | "expired" | "void" | "allowed";
  /** Increases with each escalation. A decision contains the epoch that was shown. */
  epoch: number;
  /** The execution that waits at the gate. */
  execution_id: Id | null;
  /** The consultation that the gate belongs to. */
  conversation_id: Id | null;
  /** Any person with one of these roles may decide. */
  approvers: readonly string[];
  /** Whether you may decide with your current login. */
  may_decide: boolean;
  /** `required`: a decision must state a reason. */
  justification: "required" | "words";
  /** Whether a decision through a personal device counts. */
  devices: "allowed" | "refused";
  /** Whether OVERRIDE is possible. */
  overridable: boolean;
  /** Digest of the snapshot to decide on. */
  snapshot_sha256: Sha256;
  /** The policy that requires the decision. */
  policy: {
    id: string;
    version: string;
    sha256: string;
  };
  opened_at: Time;
  /** When more roles may decide; null if the gate is already escalated or never will be. */
  escalates_at: Time | null;
  /** When the system rejects automatically. */
  expires_at: Time;
  closed_at: Time | null;
  /** Why it was voided. */
  reason: string | null;
  decision: Decision | null;
}

/** The single verdict on a gate: by a person, or REJECT by the system. */
export interface Decision {
  decision_id: string;
  gate_id: string;
  gate: string;
  execution_id: string | null;
  type: "APPROVE" | "REJECT" | "OVERRIDE";
  actor: string;
  actor_kind: "human" | "system";
  role: string;
  roles_revision: string | null;
  auth_time: string | null;
  amr: readonly string[];
  device?: string | undefined;
  justification: string;
  snapshot_sha256: string;
  basis?:
    | {
        kind: "words";
        words_sha256: string;
        deploy: boolean;
        publish: boolean;
      }
    | undefined;
  policy: {
    id: string;
    version: string;
    sha256: string;
  };
  epoch: number;
  context_delta?:
    | readonly (
        | {
            op: "add";
            path: string;
            value: Json;
          }
        | {
            op: "remove";
            path: string;
          }
        | {
            op: "replace";
            path: string;
            value: Json;
          }
        | {
            op: "move";
            from: string;
            path: string;
          }
        | {
            op: "copy";
            from: string;
            path: string;
          }
        | {
            op: "test";
            path: string;
            value: Json;
          }
      )[]
    | undefined;
  context_sha256?: string | undefined;
}

/** A gate with its snapshot. */
export interface GateWithSnapshot {
  /** The gate's id. */
  gate_id: Id;
  /** The kind of decision: `build.confirm` is the confirmation of a plan, `build.words` the approval of a direct build. */
  name: Id;
  title: string;
  /** `open` until it is decided, expires, or is withdrawn (`void`). */
  state: "open" | "resolved" | "expired" | "void" | "allowed";
  /** Increases with each escalation. A decision contains the epoch that was shown. */
  epoch: number;
  /** The execution that waits at the gate. */
  execution_id: Id | null;
  /** The consultation that the gate belongs to. */
  conversation_id: Id | null;
  /** Any person with one of these roles may decide. */
  approvers: readonly string[];
  /** Whether you may decide with your current login. */
  may_decide: boolean;
  /** `required`: a decision must state a reason. */
  justification: "required" | "words";
  /** Whether a decision through a personal device counts. */
  devices: "allowed" | "refused";
  /** Whether OVERRIDE is possible. */
  overridable: boolean;
  /** Digest of the snapshot to decide on. */
  snapshot_sha256: Sha256;
  /** The policy that requires the decision. */
  policy: {
    id: string;
    version: string;
    sha256: string;
  };
  opened_at: Time;
  /** When more roles may decide; null if the gate is already escalated or never will be. */
  escalates_at: Time | null;
  /** When the system rejects automatically. */
  expires_at: Time;
  closed_at: Time | null;
  /** Why it was voided. */
  reason: string | null;
  decision: Decision | null;
  /** What to decide on, as canonical JSON with the SHA-256 digest `snapshot_sha256`. */
  snapshot: string;
}

/** One execution with its steps and its result. */
export interface InstanceWithSteps {
  /** The execution's id; a mission's id is one. */
  instance_id: Id;
  /** The definition of its workflow, by digest. Null for the oldest missions. */
  workflow: {
    id: string;
    version: string;
    sha256: string;
  } | null;
  /** State of the execution. */
  state:
    | "CREATED"
    | "RUNNING"
    | "WAITING_FOR_HUMAN"
    | "APPROVED"
    | "OVERRIDDEN"
    | "RESUMED"
    | "REJECTED"
    | "COMPLETED"
    | "TERMINATED";
  /** How it ended. */
  outcome: ("succeeded" | "partial" | "failed" | "blocked" | "timed_out" | "rejected" | "cancelled") | null;
  requester: string;
  team: string | null;
  trigger: {
    kind: string;
    ref: string;
  };
  /** The gate at which the execution waits. */
  gate_id: Id | null;
  /** Why it did not succeed. */
  error: {
    code: ErrorCode;
    message: string;
  } | null;
  created_at: Time;
  updated_at: Time;
  ended_at: Time | null;
  /** Digest of the seal over its evidence. */
  seal_sha256: Sha256 | null;
  /** Empty for a mission, whose plan is its input. */
  input: {
    [name: string]: string;
  };
  /** In the order of their last changes. Empty for a mission, which has phases. */
  steps: readonly {
    step: string;
    /** Whether this concerns the compensation of the step. */
    undo: boolean;
    state: "running" | "waiting" | "retrying" | "awaiting_decision" | "succeeded" | "failed";
    attempt: number;
    result?: Json | undefined;
    error?:
      | {
          code: ErrorCode;
          message: string;
        }
      | undefined;
  }[];
  /** The result. Null unless the workflow runs within the request and the execution has succeeded. */
  result: Json;
}

/** An execution that was accepted. */
export interface InstanceBegun {
  /** The execution's id; a mission's id is one. */
  instance_id: Id;
  /** State of the execution. */
  state:
    | "CREATED"
    | "RUNNING"
    | "WAITING_FOR_HUMAN"
    | "APPROVED"
    | "OVERRIDDEN"
    | "RESUMED"
    | "REJECTED"
    | "COMPLETED"
    | "TERMINATED";
}

/** One page of executions, newest first. */
export interface InstanceList {
  instances: readonly Instance[];
  /** Cursor of the next page; null on the last page. */
  next_cursor: string | null;
}

/** One execution of a workflow. */
export interface Instance {
  /** The execution's id; a mission's id is one. */
  instance_id: Id;
  /** The definition of its workflow, by digest. Null for the oldest missions. */
  workflow: {
    id: string;
    version: string;
    sha256: string;
  } | null;
  /** State of the execution. */
  state:
    | "CREATED"
    | "RUNNING"
    | "WAITING_FOR_HUMAN"
    | "APPROVED"
    | "OVERRIDDEN"
    | "RESUMED"
    | "REJECTED"
    | "COMPLETED"
    | "TERMINATED";
  /** How it ended. */
  outcome: ("succeeded" | "partial" | "failed" | "blocked" | "timed_out" | "rejected" | "cancelled") | null;
  requester: string;
  team: string | null;
  trigger: {
    kind: string;
    ref: string;
  };
  /** The gate at which the execution waits. */
  gate_id: Id | null;
  /** Why it did not succeed. */
  error: {
    code: ErrorCode;
    message: string;
  } | null;
  created_at: Time;
  updated_at: Time;
  ended_at: Time | null;
  /** Digest of the seal over its evidence. */
  seal_sha256: Sha256 | null;
}

/** A mission, or a consultation that has none yet. */
export type MissionOrConsultation = Mission | WaitingConsultation;

/** A mission, which builds one app, from a confirmed plan to sealed evidence. */
export interface Mission {
  mission_id: Id;
  conversation_id: Id;
  /** The mission that this one retries. */
  retry_of: Id | null;
  title: string;
  /** The person's messages, oldest first. */
  request: readonly string[];
  /** The confirmed plan. */
  plan_hash: Sha256;
  /** Name of the repository and of the Vercel project. */
  project: string;
  status: Phase;
  /** How the mission ended; null until it ends. */
  outcome: ("succeeded" | "partial" | "failed" | "blocked" | "timed_out" | "rejected" | "cancelled") | null;
  /** Address of the live app. */
  url: string | null;
  /** Address of the preview deployment. */
  preview_url: string | null;
  /** The pull request with the app's code. */
  pr_url: string | null;
  /** Custom pages that the app lacks because no model wrote them, and why; null if none are missing. */
  left_out: string | null;
  /** Number of build attempts so far. */
  attempts: number;
  /** Gantry's reply, short enough to be spoken. */
  speech: string;
  /** Sequence number of the newest signal. */
  seq: number;
  /** Digests of the audited source. */
  tree_sha256: Sha256 | null;
  /** Digests of the audited output, which is what is deployed. */
  output_sha256: Sha256 | null;
  /** Null until the evidence is sealed. */
  evidence: EvidenceSeal | null;
  error: MissionError | null;
  /** The phases so far, oldest first. */
  phases: readonly PhaseSpan[];
  /** Cost of its model calls, in US dollars. */
  cost_usd: number;
  created_at: Time;
  /** When cancellation was requested. The mission is being cancelled until it ends. */
  cancel_requested_at: Time | null;
  ended_at: Time | null;
}

/** The root of the log's Merkle tree, and the seal over it. */
export interface EvidenceSeal {
  root: Sha256;
  tree_size: number;
  seal_sha256: Sha256;
}

/** One period in a phase. */
export interface PhaseSpan {
  phase: Phase;
  attempt: number;
  started_at: Time;
  ended_at: Time | null;
}

/** A consultation that waits for the person, or for the consultant. */
export interface WaitingConsultation {
  conversation_id: Id;
  state: ConsultationState;
  status: "PLANNING" | "AWAITING_INPUT";
  /** Gantry's reply, short enough to be spoken, except that it names everything that the plan refuses. */
  speech: string;
  /** The next question to answer. */
  question: string | null;
  plan: ShownPlan | null;
  /** The gate at which the plan awaits confirmation. */
  gate_id: Id | null;
  /** The mission that builds the plan, once it is confirmed. */
  mission_id?: Id | undefined;
}

/** One page of missions, newest first. */
export interface MissionList {
  missions: readonly Mission[];
  /** Cursor of the next page; null on the last page. */
  next_cursor: string | null;
}

/** One page of missions that contain every word, newest first. */
export interface SearchResult {
  missions: readonly Mission[];
  /** Cursor of the next page; null on the last page. */
  next_cursor: string | null;
  searched: {
    /** How many missions were searched for this page. */
    missions: number;
    fields: readonly ("mission_id" | "title" | "summary" | "request" | "project")[];
  };
}

/** How many missions were hidden. */
export interface Cleared {
  hidden: number;
  /** False if more missions remain to be hidden. */
  complete: boolean;
}

/** Why a mission, or its latest attempt, failed. */
export interface MissionFailure {
  mission_id: Id;
  error: MissionError | null;
  attempts: number;
  reason: string | null;
  repairs: readonly string[];
  steps: readonly {
    name: "build" | "audit";
    command: readonly string[];
    exit_code: number | null;
    signal: string | null;
    killed: ("timeout" | "deadline" | "memory" | "output" | "disk" | "inodes" | "cancelled") | null;
    ms: number;
    peak_memory_mb: number;
    oom_kills: number;
    stdout: {
      bytes: number;
      head: string;
      tail: string;
    };
    stderr: {
      bytes: number;
      head: string;
      tail: string;
    };
    tests: {
      file: string;
      helper: boolean;
      ended: "finished" | "exited" | "lost";
      planned: number;
      passed: number;
      failed: number;
      skipped: number;
      todo: number;
    } | null;
    runs?:
      | {
          total: number;
          failed: number;
        }
      | undefined;
  }[];
  acceptance: readonly {
    name: string;
    failed_step?: number | undefined;
    reason?: string | undefined;
  }[];
  page_errors: readonly string[];
}

/** Signals of a mission, oldest first. */
export interface MissionEvents {
  mission_id: Id;
  status: Phase;
  events: readonly Signal[];
}

/** A fact about a mission: a CloudEvent whose `hash` covers it and the hash of the signal before it. `type` determines the schema of `data`. */
export type Signal =
  | ExecutionTransitionedSignal
  | ModelCalledSignal
  | GateOpenedSignal
  | GateEscalatedSignal
  | GateVoidedSignal
  | DecisionRecordedSignal
  | PolicyAllowedSignal
  | MissionCreatedSignal
  | MissionPhaseEnteredSignal
  | MissionCancelRequestedSignal
  | MissionHiddenSignal
  | MissionFailedSignal
  | MissionDraftedSignal
  | PolicyEvaluatedSignal
  | LayerReadySignal
  | BuildStartedSignal
  | BuildProgressedSignal
  | BuildFinishedSignal
  | HealAppliedSignal
  | ReviewFinishedSignal
  | DirectiveChangedSignal
  | ToolCalledSignal
  | DeploymentPreviewedSignal
  | DeploymentVerifiedSignal
  | DeploymentPromotedSignal
  | DeploymentCheckedSignal
  | DeploymentRestoredSignal
  | PullRequestOpenedSignal;

/** A signal of the type `gantry.execution.transitioned`. */
export interface ExecutionTransitionedSignal {
  specversion: "1.0";
  id: Id;
  source: string;
  time: Time;
  datacontenttype: "application/json";
  tenantid: Id;
  correlationid: Id;
  causationid?: Id | undefined;
  actorkind: "human" | "agent" | "system" | "integration";
  authtype: "app_user" | "service_account" | "api_key" | "system" | "unauthenticated";
  authid: Id;
  semantics: number;
  dedupekey?: string | undefined;
  sequence: string;
  datadigest?: string | undefined;
  datasalt?: string | undefined;
  prevhash: Sha256;
  hash: Sha256;
  type: "gantry.execution.transitioned";
  data: {
    from:
      | "CREATED"
      | "RUNNING"
      | "WAITING_FOR_HUMAN"
      | "APPROVED"
      | "OVERRIDDEN"
      | "RESUMED"
      | "REJECTED"
      | "COMPLETED"
      | "TERMINATED";
    to:
      | "CREATED"
      | "RUNNING"
      | "WAITING_FOR_HUMAN"
      | "APPROVED"
      | "OVERRIDDEN"
      | "RESUMED"
      | "REJECTED"
      | "COMPLETED"
      | "TERMINATED";
    outcome: ("succeeded" | "partial" | "failed" | "blocked" | "timed_out" | "rejected" | "cancelled") | null;
  };
}

/** A signal of the type `gantry.model.called`. */
export interface ModelCalledSignal {
  specversion: "1.0";
  id: Id;
  source: string;
  time: Time;
  datacontenttype: "application/json";
  tenantid: Id;
  correlationid: Id;
  causationid?: Id | undefined;
  actorkind: "human" | "agent" | "system" | "integration";
  authtype: "app_user" | "service_account" | "api_key" | "system" | "unauthenticated";
  authid: Id;
  semantics: number;
  dedupekey?: string | undefined;
  sequence: string;
  datadigest?: string | undefined;
  datasalt?: string | undefined;
  prevhash: Sha256;
  hash: Sha256;
  type: "gantry.model.called";
  data: {
    role: string;
    agent_sha256?: string | undefined;
    model: string;
    input_tokens: number;
    output_tokens: number;
    cost_micro_usd: number;
    ms: number;
    stop_reason: string;
    price_table: string;
    cache_read_tokens?: number | undefined;
    estimated?: true | undefined;
    unpriced?: true | undefined;
  };
}

/** A signal of the type `gantry.gate.opened`. */
export interface GateOpenedSignal {
  specversion: "1.0";
  id: Id;
  source: string;
  time: Time;
  datacontenttype: "application/json";
  tenantid: Id;
  correlationid: Id;
  causationid?: Id | undefined;
  actorkind: "human" | "agent" | "system" | "integration";
  authtype: "app_user" | "service_account" | "api_key" | "system" | "unauthenticated";
  authid: Id;
  semantics: number;
  dedupekey?: string | undefined;
  sequence: string;
  datadigest?: string | undefined;
  datasalt?: string | undefined;
  prevhash: Sha256;
  hash: Sha256;
  type: "gantry.gate.opened";
  data: {
    gate_id: string;
    key: string;
    name: string;
    title: string;
    approvers: readonly string[];
    expires_seconds: number;
    justification: "required" | "words";
    devices: "allowed" | "refused";
    escalate: {
      after_seconds: number;
      approvers: readonly string[];
    } | null;
    overridable: boolean;
    policy: {
      id: string;
      version: string;
      sha256: string;
    };
    snapshot_sha256: string;
  };
}

/** A signal of the type `gantry.gate.escalated`. */
export interface GateEscalatedSignal {
  specversion: "1.0";
  id: Id;
  source: string;
  time: Time;
  datacontenttype: "application/json";
  tenantid: Id;
  correlationid: Id;
  causationid?: Id | undefined;
  actorkind: "human" | "agent" | "system" | "integration";
  authtype: "app_user" | "service_account" | "api_key" | "system" | "unauthenticated";
  authid: Id;
  semantics: number;
  dedupekey?: string | undefined;
  sequence: string;
  datadigest?: string | undefined;
  datasalt?: string | undefined;
  prevhash: Sha256;
  hash: Sha256;
  type: "gantry.gate.escalated";
  data: {
    gate_id: string;
    epoch: number;
    approvers: readonly string[];
  };
}

/** A signal of the type `gantry.gate.voided`. */
export interface GateVoidedSignal {
  specversion: "1.0";
  id: Id;
  source: string;
  time: Time;
  datacontenttype: "application/json";
  tenantid: Id;
  correlationid: Id;
  causationid?: Id | undefined;
  actorkind: "human" | "agent" | "system" | "integration";
  authtype: "app_user" | "service_account" | "api_key" | "system" | "unauthenticated";
  authid: Id;
  semantics: number;
  dedupekey?: string | undefined;
  sequence: string;
  datadigest?: string | undefined;
  datasalt?: string | undefined;
  prevhash: Sha256;
  hash: Sha256;
  type: "gantry.gate.voided";
  data: {
    gate_id: string;
    reason: string;
  };
}

/** A signal of the type `gantry.decision.recorded`. */
export interface DecisionRecordedSignal {
  specversion: "1.0";
  id: Id;
  source: string;
  time: Time;
  datacontenttype: "application/json";
  tenantid: Id;
  correlationid: Id;
  causationid?: Id | undefined;
  actorkind: "human" | "agent" | "system" | "integration";
  authtype: "app_user" | "service_account" | "api_key" | "system" | "unauthenticated";
  authid: Id;
  semantics: number;
  dedupekey?: string | undefined;
  sequence: string;
  datadigest?: string | undefined;
  datasalt?: string | undefined;
  prevhash: Sha256;
  hash: Sha256;
  type: "gantry.decision.recorded";
  data: {
    decision_id: string;
    gate_id: string;
    gate: string;
    execution_id: string | null;
    type: "APPROVE" | "REJECT" | "OVERRIDE";
    actor: string;
    actor_kind: "human" | "system";
    role: string;
    roles_revision: string | null;
    auth_time: string | null;
    amr: readonly string[];
    device?: string | undefined;
    justification: string;
    snapshot_sha256: string;
    basis?:
      | {
          kind: "words";
          words_sha256: string;
          deploy: boolean;
          publish: boolean;
        }
      | undefined;
    policy: {
      id: string;
      version: string;
      sha256: string;
    };
    epoch: number;
    context_delta?:
      | readonly (
          | {
              op: "add";
              path: string;
              value: Json;
            }
          | {
              op: "remove";
              path: string;
            }
          | {
              op: "replace";
              path: string;
              value: Json;
            }
          | {
              op: "move";
              from: string;
              path: string;
            }
          | {
              op: "copy";
              from: string;
              path: string;
            }
          | {
              op: "test";
              path: string;
              value: Json;
            }
        )[]
      | undefined;
    context_sha256?: string | undefined;
  };
}

/** A signal of the type `gantry.policy.allowed`. */
export interface PolicyAllowedSignal {
  specversion: "1.0";
  id: Id;
  source: string;
  time: Time;
  datacontenttype: "application/json";
  tenantid: Id;
  correlationid: Id;
  causationid?: Id | undefined;
  actorkind: "human" | "agent" | "system" | "integration";
  authtype: "app_user" | "service_account" | "api_key" | "system" | "unauthenticated";
  authid: Id;
  semantics: number;
  dedupekey?: string | undefined;
  sequence: string;
  datadigest?: string | undefined;
  datasalt?: string | undefined;
  prevhash: Sha256;
  hash: Sha256;
  type: "gantry.policy.allowed";
  data: {
    gate_id: string;
    gate: string;
    epoch: number;
    execution_id: string;
    snapshot_sha256: string;
    policy: {
      id: string;
      version: string;
      sha256: string;
    };
    requester: string;
    requester_kind: "service" | "agent";
    words: string;
  };
}

/** A signal of the type `gantry.mission.created`. */
export interface MissionCreatedSignal {
  specversion: "1.0";
  id: Id;
  source: string;
  time: Time;
  datacontenttype: "application/json";
  tenantid: Id;
  correlationid: Id;
  causationid?: Id | undefined;
  actorkind: "human" | "agent" | "system" | "integration";
  authtype: "app_user" | "service_account" | "api_key" | "system" | "unauthenticated";
  authid: Id;
  semantics: number;
  dedupekey?: string | undefined;
  sequence: string;
  datadigest?: string | undefined;
  datasalt?: string | undefined;
  prevhash: Sha256;
  hash: Sha256;
  type: "gantry.mission.created";
  data: {
    workflow: {
      id: string;
      version: string;
      sha256: string;
    };
    /** The policy that the mission uses until it ends. */
    policy: {
      id: string;
      version: string;
      sha256: string;
    };
    plan: Plan;
    plan_hash: string;
    /** Name of the repository and Vercel project: the plan's project name with the end of the mission's id. */
    project: string;
    conversation_id: string;
    requester: string;
    retry_of: string | null;
  };
}

/** What will be built. */
export interface Plan {
  title: string;
  summary: string;
  kind: string;
  project_name: string;
  stack: "static" | "vite-react" | "node-api";
  /** Features of the app; those that the person excluded are not `included`, and `switched_off` if they did so by a switch. */
  features: readonly {
    id: string;
    title: string;
    included: boolean;
    switched_off?: true | undefined;
  }[];
  acceptance: readonly string[];
  /** Open questions, with the default that is used without an answer. */
  questions: readonly {
    id: string;
    question: string;
    options: readonly string[];
    default: string;
  }[];
  deploy: boolean;
  publish: boolean;
  specification?: Specification | undefined;
  ledger?: RequestLedger | undefined;
  request: readonly string[];
  design_image: string | null;
  design_message?: number | undefined;
  design_theme?:
    | {
        id:
          | "plain"
          | "network"
          | "stream"
          | "snapshots"
          | "boards"
          | "pages"
          | "stays"
          | "listening"
          | "repository"
          | "ledger"
          | "notepad"
          | "channels"
          | "pinboard";
        message: number;
      }
    | undefined;
  change?:
    | {
        project: string;
        release: number;
        tree: string;
        edits: readonly string[];
        files?:
          | {
              added: readonly string[];
              changed: readonly string[];
              deleted: readonly string[];
            }
          | undefined;
        repository?:
          | {
              branch: string;
              commit: string;
              source: string;
              files: {
                added: readonly string[];
                changed: readonly string[];
                deleted: readonly string[];
              };
            }
          | undefined;
      }
    | undefined;
}

/** A signal of the type `gantry.mission.phase_entered`. */
export interface MissionPhaseEnteredSignal {
  specversion: "1.0";
  id: Id;
  source: string;
  time: Time;
  datacontenttype: "application/json";
  tenantid: Id;
  correlationid: Id;
  causationid?: Id | undefined;
  actorkind: "human" | "agent" | "system" | "integration";
  authtype: "app_user" | "service_account" | "api_key" | "system" | "unauthenticated";
  authid: Id;
  semantics: number;
  dedupekey?: string | undefined;
  sequence: string;
  datadigest?: string | undefined;
  datasalt?: string | undefined;
  prevhash: Sha256;
  hash: Sha256;
  type: "gantry.mission.phase_entered";
  data: {
    phase:
      | "AWAITING_INPUT"
      | "QUEUED"
      | "ARCHITECTING"
      | "CHECKING"
      | "BUILDING"
      | "HEALING"
      | "REVIEWING"
      | "AWAITING_APPROVAL"
      | "DEPLOYING"
      | "VERIFYING"
      | "PUBLISHING"
      | "SEALING";
    attempt: number;
  };
}

/** A signal of the type `gantry.mission.cancel_requested`. */
export interface MissionCancelRequestedSignal {
  specversion: "1.0";
  id: Id;
  source: string;
  time: Time;
  datacontenttype: "application/json";
  tenantid: Id;
  correlationid: Id;
  causationid?: Id | undefined;
  actorkind: "human" | "agent" | "system" | "integration";
  authtype: "app_user" | "service_account" | "api_key" | "system" | "unauthenticated";
  authid: Id;
  semantics: number;
  dedupekey?: string | undefined;
  sequence: string;
  datadigest?: string | undefined;
  datasalt?: string | undefined;
  prevhash: Sha256;
  hash: Sha256;
  type: "gantry.mission.cancel_requested";
  data: {
    reason: string;
  };
}

/** A signal of the type `gantry.mission.hidden`. */
export interface MissionHiddenSignal {
  specversion: "1.0";
  id: Id;
  source: string;
  time: Time;
  datacontenttype: "application/json";
  tenantid: Id;
  correlationid: Id;
  causationid?: Id | undefined;
  actorkind: "human" | "agent" | "system" | "integration";
  authtype: "app_user" | "service_account" | "api_key" | "system" | "unauthenticated";
  authid: Id;
  semantics: number;
  dedupekey?: string | undefined;
  sequence: string;
  datadigest?: string | undefined;
  datasalt?: string | undefined;
  prevhash: Sha256;
  hash: Sha256;
  type: "gantry.mission.hidden";
  data: Record<never, never>;
}

/** A signal of the type `gantry.mission.failed`. */
export interface MissionFailedSignal {
  specversion: "1.0";
  id: Id;
  source: string;
  time: Time;
  datacontenttype: "application/json";
  tenantid: Id;
  correlationid: Id;
  causationid?: Id | undefined;
  actorkind: "human" | "agent" | "system" | "integration";
  authtype: "app_user" | "service_account" | "api_key" | "system" | "unauthenticated";
  authid: Id;
  semantics: number;
  dedupekey?: string | undefined;
  sequence: string;
  datadigest?: string | undefined;
  datasalt?: string | undefined;
  prevhash: Sha256;
  hash: Sha256;
  type: "gantry.mission.failed";
  data: {
    code:
      | "InvalidInput"
      | "Unauthenticated"
      | "StaleRequest"
      | "Forbidden"
      | "NotFound"
      | "MethodNotAllowed"
      | "NotAcceptable"
      | "Conflict"
      | "StalePlan"
      | "StaleGate"
      | "AlreadyDecided"
      | "ReplayedRequest"
      | "RequestInProgress"
      | "IllegalTransition"
      | "TooLarge"
      | "UnsupportedMedia"
      | "IdempotencyMismatch"
      | "UpgradeRequired"
      | "TooManyRequests"
      | "PolicyDenied"
      | "InvalidDraft"
      | "DependencyRefused"
      | "CodeFailure"
      | "SameFailure"
      | "AttemptsExhausted"
      | "ModelRefused"
      | "UnsupportedRequest"
      | "Cancelled"
      | "Rejected"
      | "TimedOut"
      | "EnvironmentFailure"
      | "ModelUnavailable"
      | "GitHubUnavailable"
      | "GitHubRefused"
      | "VercelUnavailable"
      | "VercelRefused"
      | "NotLive"
      | "EvidenceConflict"
      | "NoSandbox"
      | "Internal";
    message: string;
  };
}

/** A signal of the type `gantry.mission.drafted`. */
export interface MissionDraftedSignal {
  specversion: "1.0";
  id: Id;
  source: string;
  time: Time;
  datacontenttype: "application/json";
  tenantid: Id;
  correlationid: Id;
  causationid?: Id | undefined;
  actorkind: "human" | "agent" | "system" | "integration";
  authtype: "app_user" | "service_account" | "api_key" | "system" | "unauthenticated";
  authid: Id;
  semantics: number;
  dedupekey?: string | undefined;
  sequence: string;
  datadigest?: string | undefined;
  datasalt?: string | undefined;
  prevhash: Sha256;
  hash: Sha256;
  type: "gantry.mission.drafted";
  data: {
    manifest_sha256: string;
    files: number;
    attempt: number;
    by: string;
    generated_sha256?: string | undefined;
    left_out?: string | undefined;
  };
}

/** A signal of the type `gantry.policy.evaluated`. */
export interface PolicyEvaluatedSignal {
  specversion: "1.0";
  id: Id;
  source: string;
  time: Time;
  datacontenttype: "application/json";
  tenantid: Id;
  correlationid: Id;
  causationid?: Id | undefined;
  actorkind: "human" | "agent" | "system" | "integration";
  authtype: "app_user" | "service_account" | "api_key" | "system" | "unauthenticated";
  authid: Id;
  semantics: number;
  dedupekey?: string | undefined;
  sequence: string;
  datadigest?: string | undefined;
  datasalt?: string | undefined;
  prevhash: Sha256;
  hash: Sha256;
  type: "gantry.policy.evaluated";
  data: {
    verdict: "allow" | "deny";
    reasons: readonly string[];
    policy_sha256: string;
    manifest_sha256: string;
  };
}

/** A signal of the type `gantry.layer.ready`. */
export interface LayerReadySignal {
  specversion: "1.0";
  id: Id;
  source: string;
  time: Time;
  datacontenttype: "application/json";
  tenantid: Id;
  correlationid: Id;
  causationid?: Id | undefined;
  actorkind: "human" | "agent" | "system" | "integration";
  authtype: "app_user" | "service_account" | "api_key" | "system" | "unauthenticated";
  authid: Id;
  semantics: number;
  dedupekey?: string | undefined;
  sequence: string;
  datadigest?: string | undefined;
  datasalt?: string | undefined;
  prevhash: Sha256;
  hash: Sha256;
  type: "gantry.layer.ready";
  data: {
    key: string | null;
    reused: boolean;
    lockfile_sha256: string | null;
  };
}

/** A signal of the type `gantry.build.started`. */
export interface BuildStartedSignal {
  specversion: "1.0";
  id: Id;
  source: string;
  time: Time;
  datacontenttype: "application/json";
  tenantid: Id;
  correlationid: Id;
  causationid?: Id | undefined;
  actorkind: "human" | "agent" | "system" | "integration";
  authtype: "app_user" | "service_account" | "api_key" | "system" | "unauthenticated";
  authid: Id;
  semantics: number;
  dedupekey?: string | undefined;
  sequence: string;
  datadigest?: string | undefined;
  datasalt?: string | undefined;
  prevhash: Sha256;
  hash: Sha256;
  type: "gantry.build.started";
  data: {
    attempt: number;
    retry: number;
    task: string;
  };
}

/** A signal of the type `gantry.build.progressed`. */
export interface BuildProgressedSignal {
  specversion: "1.0";
  id: Id;
  source: string;
  time: Time;
  datacontenttype: "application/json";
  tenantid: Id;
  correlationid: Id;
  causationid?: Id | undefined;
  actorkind: "human" | "agent" | "system" | "integration";
  authtype: "app_user" | "service_account" | "api_key" | "system" | "unauthenticated";
  authid: Id;
  semantics: number;
  dedupekey?: string | undefined;
  sequence: string;
  datadigest?: string | undefined;
  datasalt?: string | undefined;
  prevhash: Sha256;
  hash: Sha256;
  type: "gantry.build.progressed";
  data: {
    attempt: number;
    build_phase: string;
    elapsed_ms: number;
    memory_mb: number;
  };
}

/** A signal of the type `gantry.build.finished`. */
export interface BuildFinishedSignal {
  specversion: "1.0";
  id: Id;
  source: string;
  time: Time;
  datacontenttype: "application/json";
  tenantid: Id;
  correlationid: Id;
  causationid?: Id | undefined;
  actorkind: "human" | "agent" | "system" | "integration";
  authtype: "app_user" | "service_account" | "api_key" | "system" | "unauthenticated";
  authid: Id;
  semantics: number;
  dedupekey?: string | undefined;
  sequence: string;
  datadigest?: string | undefined;
  datasalt?: string | undefined;
  prevhash: Sha256;
  hash: Sha256;
  type: "gantry.build.finished";
  data: {
    attempt: number;
    retry: number;
    verdict: "passed" | "code" | "killed" | "environment";
    reason: string;
    result_sha256: string | null;
    log_sha256: string | null;
    command: readonly string[];
    exit_code: number | null;
    source_sha256: string | null;
    source_git_tree: string | null;
    output_sha256: string | null;
    fingerprint: string | null;
  };
}

/** A signal of the type `gantry.heal.applied`. */
export interface HealAppliedSignal {
  specversion: "1.0";
  id: Id;
  source: string;
  time: Time;
  datacontenttype: "application/json";
  tenantid: Id;
  correlationid: Id;
  causationid?: Id | undefined;
  actorkind: "human" | "agent" | "system" | "integration";
  authtype: "app_user" | "service_account" | "api_key" | "system" | "unauthenticated";
  authid: Id;
  semantics: number;
  dedupekey?: string | undefined;
  sequence: string;
  datadigest?: string | undefined;
  datasalt?: string | undefined;
  prevhash: Sha256;
  hash: Sha256;
  type: "gantry.heal.applied";
  data: {
    attempt: number;
    by: "rules" | "model";
    fixes: readonly string[];
    manifest_sha256: string;
    left_out?: string | undefined;
  };
}

/** A signal of the type `gantry.review.finished`. */
export interface ReviewFinishedSignal {
  specversion: "1.0";
  id: Id;
  source: string;
  time: Time;
  datacontenttype: "application/json";
  tenantid: Id;
  correlationid: Id;
  causationid?: Id | undefined;
  actorkind: "human" | "agent" | "system" | "integration";
  authtype: "app_user" | "service_account" | "api_key" | "system" | "unauthenticated";
  authid: Id;
  semantics: number;
  dedupekey?: string | undefined;
  sequence: string;
  datadigest?: string | undefined;
  datasalt?: string | undefined;
  prevhash: Sha256;
  hash: Sha256;
  type: "gantry.review.finished";
  data: {
    attempt: number;
    verdict: "accept" | "reject";
    notes: readonly string[];
  };
}

/** A signal of the type `gantry.directive.changed`. */
export interface DirectiveChangedSignal {
  specversion: "1.0";
  id: Id;
  source: string;
  time: Time;
  datacontenttype: "application/json";
  tenantid: Id;
  correlationid: Id;
  causationid?: Id | undefined;
  actorkind: "human" | "agent" | "system" | "integration";
  authtype: "app_user" | "service_account" | "api_key" | "system" | "unauthenticated";
  authid: Id;
  semantics: number;
  dedupekey?: string | undefined;
  sequence: string;
  datadigest?: string | undefined;
  datasalt?: string | undefined;
  prevhash: Sha256;
  hash: Sha256;
  type: "gantry.directive.changed";
  data: {
    directive: string;
    tool: string;
    state:
      | "requested"
      | "awaiting_decision"
      | "authorised"
      | "dispatched"
      | "failed_retryable"
      | "unknown"
      | "denied"
      | "rejected"
      | "expired"
      | "succeeded"
      | "failed"
      | "reconciled";
    attempt: number;
    args_sha256: string;
    idempotency_key: string;
    /** Id of the decision that ended awaiting_decision. */
    decision?: string | undefined;
  };
}

/** A signal of the type `gantry.tool.called`. */
export interface ToolCalledSignal {
  specversion: "1.0";
  id: Id;
  source: string;
  time: Time;
  datacontenttype: "application/json";
  tenantid: Id;
  correlationid: Id;
  causationid?: Id | undefined;
  actorkind: "human" | "agent" | "system" | "integration";
  authtype: "app_user" | "service_account" | "api_key" | "system" | "unauthenticated";
  authid: Id;
  semantics: number;
  dedupekey?: string | undefined;
  sequence: string;
  datadigest?: string | undefined;
  datasalt?: string | undefined;
  prevhash: Sha256;
  hash: Sha256;
  type: "gantry.tool.called";
  data: {
    tool: string;
    args_sha256: string;
    result_sha256: string;
  };
}

/** A signal of the type `gantry.deployment.previewed`. */
export interface DeploymentPreviewedSignal {
  specversion: "1.0";
  id: Id;
  source: string;
  time: Time;
  datacontenttype: "application/json";
  tenantid: Id;
  correlationid: Id;
  causationid?: Id | undefined;
  actorkind: "human" | "agent" | "system" | "integration";
  authtype: "app_user" | "service_account" | "api_key" | "system" | "unauthenticated";
  authid: Id;
  semantics: number;
  dedupekey?: string | undefined;
  sequence: string;
  datadigest?: string | undefined;
  datasalt?: string | undefined;
  prevhash: Sha256;
  hash: Sha256;
  type: "gantry.deployment.previewed";
  data: {
    deployment: string;
    url: string;
    output_sha256: string;
  };
}

/** A signal of the type `gantry.deployment.verified`. */
export interface DeploymentVerifiedSignal {
  specversion: "1.0";
  id: Id;
  source: string;
  time: Time;
  datacontenttype: "application/json";
  tenantid: Id;
  correlationid: Id;
  causationid?: Id | undefined;
  actorkind: "human" | "agent" | "system" | "integration";
  authtype: "app_user" | "service_account" | "api_key" | "system" | "unauthenticated";
  authid: Id;
  semantics: number;
  dedupekey?: string | undefined;
  sequence: string;
  datadigest?: string | undefined;
  datasalt?: string | undefined;
  prevhash: Sha256;
  hash: Sha256;
  type: "gantry.deployment.verified";
  data: {
    attempt: number;
    url: string;
    passed: boolean;
    reason: string;
    report_sha256: string;
    fingerprint: string | null;
    screenshot_sha256?: string | undefined;
    phone_screenshot_sha256?: string | undefined;
  };
}

/** A signal of the type `gantry.deployment.promoted`. */
export interface DeploymentPromotedSignal {
  specversion: "1.0";
  id: Id;
  source: string;
  time: Time;
  datacontenttype: "application/json";
  tenantid: Id;
  correlationid: Id;
  causationid?: Id | undefined;
  actorkind: "human" | "agent" | "system" | "integration";
  authtype: "app_user" | "service_account" | "api_key" | "system" | "unauthenticated";
  authid: Id;
  semantics: number;
  dedupekey?: string | undefined;
  sequence: string;
  datadigest?: string | undefined;
  datasalt?: string | undefined;
  prevhash: Sha256;
  hash: Sha256;
  type: "gantry.deployment.promoted";
  data: {
    deployment: string;
    url: string;
  };
}

/** A signal of the type `gantry.deployment.checked`. */
export interface DeploymentCheckedSignal {
  specversion: "1.0";
  id: Id;
  source: string;
  time: Time;
  datacontenttype: "application/json";
  tenantid: Id;
  correlationid: Id;
  causationid?: Id | undefined;
  actorkind: "human" | "agent" | "system" | "integration";
  authtype: "app_user" | "service_account" | "api_key" | "system" | "unauthenticated";
  authid: Id;
  semantics: number;
  dedupekey?: string | undefined;
  sequence: string;
  datadigest?: string | undefined;
  datasalt?: string | undefined;
  prevhash: Sha256;
  hash: Sha256;
  type: "gantry.deployment.checked";
  data: {
    deployment: string;
    url: string;
    passed: boolean;
    tries: number;
    reason: string;
  };
}

/** A signal of the type `gantry.deployment.restored`. */
export interface DeploymentRestoredSignal {
  specversion: "1.0";
  id: Id;
  source: string;
  time: Time;
  datacontenttype: "application/json";
  tenantid: Id;
  correlationid: Id;
  causationid?: Id | undefined;
  actorkind: "human" | "agent" | "system" | "integration";
  authtype: "app_user" | "service_account" | "api_key" | "system" | "unauthenticated";
  authid: Id;
  semantics: number;
  dedupekey?: string | undefined;
  sequence: string;
  datadigest?: string | undefined;
  datasalt?: string | undefined;
  prevhash: Sha256;
  hash: Sha256;
  type: "gantry.deployment.restored";
  data: {
    deployment: string;
    url: string;
    release: number;
  };
}

/** A signal of the type `gantry.pull_request.opened`. */
export interface PullRequestOpenedSignal {
  specversion: "1.0";
  id: Id;
  source: string;
  time: Time;
  datacontenttype: "application/json";
  tenantid: Id;
  correlationid: Id;
  causationid?: Id | undefined;
  actorkind: "human" | "agent" | "system" | "integration";
  authtype: "app_user" | "service_account" | "api_key" | "system" | "unauthenticated";
  authid: Id;
  semantics: number;
  dedupekey?: string | undefined;
  sequence: string;
  datadigest?: string | undefined;
  datasalt?: string | undefined;
  prevhash: Sha256;
  hash: Sha256;
  type: "gantry.pull_request.opened";
  data: {
    url: string;
    number: number;
    branch: string;
    commit: string;
    tree: string;
  };
}

/** The attempts of a mission, oldest first. */
export interface MissionAttempts {
  mission_id: Id;
  attempts: readonly Attempt[];
}

/** One attempt at building the app: the draft, its builds, and what became of them. */
export interface Attempt {
  attempt: number;
  started_at: string;
  /** Who wrote the draft or its repairs: a model, `rules`, or the generator. */
  by: string;
  /** The repairs of the attempt before, as sentences; none for the first. */
  repairs: readonly string[];
  manifest_sha256: string;
  /** What the policy finds in the draft; null until it is checked. */
  policy: {
    verdict: "allow" | "deny";
    reasons: readonly string[];
  } | null;
  /** Oldest first. Only builds that the machine failed are repeated. */
  builds: readonly {
    /** How often the build was run again because the machine failed. */
    retry: number;
    started_at: string;
    ended_at: string | null;
    /** Null while it runs. */
    verdict: ("passed" | "code" | "killed" | "environment") | null;
    reason: string | null;
    /** The command that failed, or the last one. */
    command: readonly string[];
    exit_code: number | null;
    log_sha256: string | null;
  }[];
  /** Null without a review. */
  review: {
    verdict: "accept" | "reject";
    notes: readonly string[];
  } | null;
  /** Null until the preview is opened in a browser. */
  acceptance: {
    passed: boolean;
    reason: string;
    url: string;
    report_sha256: string;
    results: readonly {
      name: string;
      passed: boolean;
      failed_step?: number | undefined;
      reason?: string | undefined;
    }[];
    page_errors: readonly string[];
    /** Pictures of the app, from wide to narrow. */
    screenshots: readonly {
      sha256: string;
      /** In CSS pixels. */
      width: number;
    }[];
  } | null;
}

/** The files of an attempt, sorted by path. */
export interface MissionFiles {
  mission_id: Id;
  attempt: number;
  manifest_sha256: string;
  /** The attempt before, or the release that a change starts from; null if there is neither. */
  compared_with: {
    kind: "attempt" | "release";
    number: number;
  } | null;
  files: readonly {
    path: string;
    /** 0 for a deleted file. */
    bytes: number;
    change: "added" | "changed" | "deleted" | "unchanged";
  }[];
}

/** One file of an attempt, beside what it is compared with. */
export interface MissionFile {
  mission_id: Id;
  attempt: number;
  path: string;
  change: "added" | "changed" | "deleted" | "unchanged";
  encoding: "utf8" | "base64";
  /** Null for a deleted file, and above 1 MiB. */
  content: string | null;
  /** The content that it is compared with; null if there is none, and above 1 MiB. */
  before: string | null;
  /** Lines [from, to) of `before` are replaced by lines [start, end) of `content`, counted from 0. Empty unless both are text. */
  hunks: readonly {
    from: number;
    to: number;
    start: number;
    end: number;
  }[];
}

/** Lines of a build's log. */
export interface BuildLog {
  mission_id: Id;
  attempt: number;
  /** Which build of the attempt; null before the first. */
  retry: number | null;
  /** How many lines come before these. */
  after: number;
  /** May contain terminal sequences and anything else that a program prints. */
  lines: readonly string[];
  /** The `after` of the next request. */
  next_after: number;
  /** Whether the build has ended and these are its last lines. */
  complete: boolean;
}

/** Whether and how a mission is shared with everybody who has its link. */
export interface Share {
  mission_id: Id;
  /** Whether there is a valid link. */
  shared: boolean;
  /** Whether the link also downloads the evidence pack. */
  evidence: boolean;
  /** Who created the newest link; null if there never was one. */
  shared_by: Id | null;
  shared_at: Time | null;
  revoked_at: Time | null;
}

/** A mission that is shared. */
export interface NewShare {
  mission_id: Id;
  /** Whether there is a valid link. */
  shared: boolean;
  /** Whether the link also downloads the evidence pack. */
  evidence: boolean;
  /** Who created the newest link; null if there never was one. */
  shared_by: Id | null;
  shared_at: Time | null;
  revoked_at: Time | null;
  /** The address of the page on this service, `/shared#` and the token. Only the reply that creates the link contains it; null if the mission was shared already. */
  link: string | null;
}

/** What a link shows of a mission, and nothing else of its tenant. */
export interface SharedMission {
  title: string;
  summary: string;
  /** What the plan includes. */
  features: readonly string[];
  /** What the app is checked for, in the words of the plan. */
  promises: readonly string[];
  /** What becomes different in an app that exists; empty for a new one. */
  edits: readonly string[];
  status: Phase;
  outcome: ("succeeded" | "partial" | "failed" | "blocked" | "timed_out" | "rejected" | "cancelled") | null;
  /** Address of the live app. */
  url: string | null;
  /** The pull request with the app's code. */
  pr_url: string | null;
  left_out: string | null;
  /** Why it did not succeed, as a sentence. */
  error: string | null;
  attempts: number;
  phases: readonly {
    phase: Phase;
    attempt: number;
    started_at: Time;
    ended_at: Time | null;
  }[];
  /** The checks of the newest attempt; null before the first. */
  checks: {
    /** What the policy finds in the draft; null until it is checked. */
    policy: {
      verdict: "allow" | "deny";
      reasons: readonly string[];
    } | null;
    builds: readonly {
      /** How often the build was run again because the machine failed. */
      retry: number;
      /** Null while it runs. */
      verdict: ("passed" | "code" | "killed" | "environment") | null;
      reason: string | null;
    }[];
    /** Null without a review. */
    review: {
      verdict: "accept" | "reject";
      notes: readonly string[];
    } | null;
    acceptance: {
      passed: boolean;
      results: readonly {
        name: string;
        passed: boolean;
        failed_step?: number | undefined;
        reason?: string | undefined;
      }[];
      page_errors: readonly string[];
      /** Pictures of the app, from wide to narrow. */
      screenshots: readonly {
        sha256: string;
        /** In CSS pixels. */
        width: number;
      }[];
    } | null;
  } | null;
  created_at: Time;
  ended_at: Time | null;
  /** The sealed pack, if it is shared as well; null until it is sealed. */
  evidence: {
    mission_id: Id;
    seal_sha256: Sha256;
  } | null;
}

/** One page of projects, newest first. */
export interface ProjectList {
  projects: readonly Project[];
  /** Cursor of the next page; null on the last page. */
  next_cursor: string | null;
}

/** An app with its releases. */
export interface Project {
  /** The name of its repository and of its project at Vercel. */
  project_id: Id;
  /** `working`: an execution changes the project, and no other may until it has ended. */
  state: "active" | "working" | "deleted";
  /** The execution that changes the project now. */
  work: {
    instance_id: Id;
    kind: "change" | "rollback" | "deletion";
    since: Time;
  } | null;
  title: string;
  stack: string;
  /** Who confirmed the plan of its first release. */
  requester: string;
  /** The live address. */
  url: string | null;
  /** Number of releases so far. */
  releases: number;
  /** The release that is live; null if all have failed. */
  current: number | null;
  created_at: Time;
  updated_at: Time;
}

/** One page of a project's releases, newest first. */
export interface ReleaseList {
  project_id: Id;
  releases: readonly Release[];
  /** Cursor of the next page; null on the last page. */
  next_cursor: string | null;
}

/** One release of a project. */
export interface Release {
  /** The number of the release within its project, from 1. */
  release: number;
  /** The mission that built and audited it. */
  mission_id: Id;
  /** What made the release: its mission, or the run that restored an earlier one. */
  execution_id: Id;
  /** The release that this one restored. */
  restores: number | null;
  /** `failed`: the live address did not show it, so the release before was made live again. */
  status: "released" | "failed";
  title: string;
  /** The confirmed plan. */
  plan_hash: Sha256;
  /** Git id of the audited source tree. */
  tree: string;
  /** Digest of the draft with the source. */
  source_sha256: Sha256;
  /** Digest of the app's specification, if it has one. */
  specification_sha256: Sha256 | null;
  /** Digest of the draft as it was generated, if it was generated. */
  generated_sha256: Sha256 | null;
  /** Digest of the audited output, which is what was deployed. */
  output_sha256: Sha256;
  /** The deployment at Vercel. */
  deployment: string | null;
  /** The live address. */
  url: string | null;
  /** The pull request with the source. */
  pr_url: string | null;
  /** Digest of the seal over the execution's evidence. */
  evidence_sha256: Sha256 | null;
  /** When it was made live; when it was published, if it was not to go live. */
  promoted_at: Time;
}

/** The builder slots of the tenant, and the missions that wait for one. */
export interface Queue {
  /** How many missions of the tenant may run at once. */
  slots: number;
  /** Who holds a slot. */
  running: readonly QueuedMission[];
  /** Who waits, the next one first. */
  waiting: readonly QueuedMission[];
}

/** A mission that holds a builder slot or waits for one. */
export interface QueuedMission {
  mission_id: Id;
  /** Null beyond the first 20 that wait. */
  title: string | null;
  status: Phase | null;
  created_at: Time | null;
}

/** What the tenant spends on models this month. */
export interface Budget {
  /** The month, in UTC. */
  month: string;
  /** In US dollars. */
  spent_usd: number;
  /** Held for calls that are running, in US dollars. */
  reserved_usd: number;
  /** The most that calls whose process died have spent, in US dollars. */
  unknown_usd: number;
  /** The monthly limit of the policy, in US dollars; null for none. */
  limit_usd: number | null;
  /** What the month comes to if each day costs as much as the days so far, in US dollars. */
  forecast_usd: number;
}

/** The checks of the installation. */
export interface CheckList {
  /** Whether no check fails. */
  ok: boolean;
  checks: readonly Check[];
}

/** A check of the installation. */
export interface Check {
  name: string;
  state: "ok" | "warn" | "fail";
  /** What was found; for a warning or failure, with its consequence. */
  detail: string;
  /** The command or sentence that solves the problem. */
  fix?: string | undefined;
}

/** An OpenAPI document. */
export interface OpenApi {
  openapi: string;
  info: {
    title: string;
    version: string;
  };
  paths: {
    [name: string]: unknown;
  };
  components: {
    [name: string]: unknown;
  };
}

/** The state of the service. */
export interface Health {
  status: "healthy";
  uptime_seconds: number;
  /** Null while the table does not respond. */
  websocket_connections: number | null;
}

/** The service is running. */
export interface Healthcheck {
  status: "ok";
  service: "gantry";
  phase: "serving";
}

/** The dependencies of the service. */
export interface Readiness {
  ready: boolean;
  /** Whether each dependency responds, by its name. */
  checks: {
    [name: string]: boolean;
  };
}

/** Problem details (RFC 9457) with additional members. */
export interface Problem {
  /** Address of the description of the code. */
  type: string;
  /** Short description of the code. */
  title: string;
  status: number;
  /** What is wrong in this request, and what would be correct. */
  detail: string;
  code: ErrorCode;
  /** The first invalid field, as a dotted path; empty for the whole request. */
  field?: string | undefined;
  /** All invalid fields. */
  errors?:
    | readonly {
        field: string;
        message: string;
      }[]
    | undefined;
  /** Id of the request, as in X-Request-ID. */
  request_id?: string | undefined;
  retry_after_seconds?: number | undefined;
}

/** What each operation takes, and what it returns. */
export interface Operations {
  /** Log in with a password. */
  logIn: {
    input: {
      password: string;
      user?: string | undefined;
    };
    output: NewSession;
  };
  /** Read the caller of the request. */
  authStatus: { input: Record<never, never>; output: Session };
  /** Log out. */
  logOut: { input: Record<never, never>; output: Session };
  /** Get a ticket for one WebSocket on one mission. */
  wsTicket: {
    input: {
      mission_id: string;
    };
    output: Ticket;
  };
  /** List your sessions. */
  listSessions: { input: Record<never, never>; output: SessionList };
  /** End one of your sessions. */
  revokeSession: {
    input: {
      /** The session's `session_id`. */
      id: string;
    } & Record<never, never>;
    output: SessionsEnded;
  };
  /** End all your other sessions. */
  revokeOtherSessions: { input: Record<never, never>; output: SessionsEnded };
  /** Change your password. */
  changePassword: {
    input: {
      current_password: string;
      new_password: string;
    };
    output: SessionsEnded;
  };
  /** Create a key for a device, a service or a Siri Shortcut. */
  createKey: {
    input: {
      kind: "device" | "service" | "siri";
      /** A device's label, or a service's principal, which is an id. */
      name: string;
      /** Scopes of the service. `consultations:read`: to see consultations. `consultations:write`: to consult, to ask for a build, and to ask the model. `missions:read`: to see missions and evidence, and to watch a mission live. */
      scopes?: readonly ("consultations:read" | "consultations:write" | "missions:read")[] | undefined;
      /** Default: 90; 180 for `siri`, which is also its maximum. */
      expires_in_days?: number | undefined;
    };
    output: NewKey;
  };
  /** List keys. */
  listKeys: {
    input: {
      /** Maximum number of entries. */
      limit?: number | undefined;
      /** The `next_cursor` of the previous page, requested with the same filters. */
      cursor?: string | undefined;
    };
    output: KeyList;
  };
  /** Revoke a key. */
  revokeKey: {
    input: {
      /** The key's `key_id`. */
      id: string;
    } & Record<never, never>;
    output: Key;
  };
  /** Send a spoken message to the consultant. */
  voice: { input: ConsultRequest; output: VoiceTurn };
  /** Send a written message to the consultant. */
  consult: { input: ConsultRequest; output: ConsultationTurn };
  /** Read a consultation. */
  consultation: {
    input: {
      /** The id of the consultation or of its mission. */
      id: string;
    };
    output: ConsultationWithMessages;
  };
  /** Rename or archive a consultation. */
  fileConsultation: {
    input: {
      /** The consultation's id. */
      id: string;
    } & {
      /** Its title in lists; null for the one that it has by itself. */
      title?: string | null | undefined;
      /** Whether lists leave it out. */
      archived?: boolean | undefined;
    };
    output: Consultation;
  };
  /** List consultations. */
  consultations: {
    input: {
      /** Maximum number of entries. */
      limit?: number | undefined;
      /** The `next_cursor` of the previous page, requested with the same filters. */
      cursor?: string | undefined;
      /** The name of the project. */
      project?: string | undefined;
      /** Created at this time or later. A date means midnight UTC. */
      from?: string | undefined;
      /** Created before this time. */
      to?: string | undefined;
      /** Words, each of which must be in the title, the person's messages or the project. */
      q?: string | undefined;
      /** Whether those are listed that were archived, in place of all others. */
      archived?: "true" | "false" | undefined;
      state?: ConsultationState | undefined;
      /** The same as `state`, in the words of the consultant. */
      status?: ConsultantStatus | undefined;
    };
    output: ConsultationList;
  };
  /** Plan and build in one call. */
  architect: {
    input: {
      voice_memo: string;
      deploy?: boolean | undefined;
      publish?: boolean | undefined;
      design_target?: DesignTarget | undefined;
    };
    output: Commission;
  };
  /** Prepare the upload of a design image. */
  offerUpload: {
    input: {
      /** The SHA-256 digest of the image. */
      sha256: string;
      /** The size of the image in bytes. */
      size: number;
      media_type: "image/png" | "image/jpeg" | "image/gif" | "image/webp";
    };
    output: Upload;
  };
  /** List themes. */
  themes: { input: Record<never, never>; output: ThemeList };
  /** Ask a question. */
  chat: {
    input: {
      message: string;
      /** The chat to continue. A new one is started if this is omitted. */
      conversation_id?: string | undefined;
    };
    output: ChatAnswer;
  };
  /** List conversations. */
  conversations: {
    input: {
      /** Maximum number of entries. */
      limit?: number | undefined;
      /** The `next_cursor` of the previous page, requested with the same filters. */
      cursor?: string | undefined;
      /** Created at this time or later. A date means midnight UTC. */
      from?: string | undefined;
      /** Created before this time. */
      to?: string | undefined;
      /** Words, each of which must be in the title, the person's messages or the project. */
      q?: string | undefined;
      /** Whether those are listed that were archived, in place of all others. */
      archived?: "true" | "false" | undefined;
      /** Only conversations of this kind. */
      kind?: "consultation" | "chat" | undefined;
    };
    output: ConversationList;
  };
  /** Read a conversation. */
  conversation: {
    input: {
      /** The id of the conversation, or of the mission of a consultation. */
      id: string;
    };
    output: ConversationWithMessages;
  };
  /** Rename or archive a conversation. */
  fileConversation: {
    input: {
      /** The conversation's id. */
      id: string;
    } & {
      /** Its title in lists; null for the one that it has by itself. */
      title?: string | null | undefined;
      /** Whether lists leave it out. */
      archived?: boolean | undefined;
    };
    output: Conversation;
  };
  /** Follow the reply to a message. */
  followConversation: {
    input: {
      /** The conversation's id. */
      id: string;
      /** The id of the last event that the client received. */
      "Last-Event-ID"?: string | undefined;
    };
    output: string;
  };
  /** Send a message through Siri. */
  siri: {
    input: {
      /** The id of the Siri key. */
      "X-Gantry-Key": string;
      /** When it was signed, in ISO 8601 with seconds and zone; at most 5 minutes from the server's time. */
      "X-Gantry-Timestamp": string;
      /** 64 random digits of lower-case hex, new for each request. */
      "X-Gantry-Nonce": string;
      /** `v1=` and the signature of the scheme `gantry-siri-v1`, in lower-case hex. */
      "X-Gantry-Signature": string;
    } & {
      /** What the person said, as it was hashed. */
      text: string;
    };
    output: SiriTurn;
  };
  /** Check how a phone signs. */
  siriSelfTest: {
    input: {
      /** The id of the Siri key. */
      "X-Gantry-Key": string;
      /** When it was signed, in ISO 8601 with seconds and zone; at most 5 minutes from the server's time. */
      "X-Gantry-Timestamp": string;
      /** 64 random digits of lower-case hex, new for each request. */
      "X-Gantry-Nonce": string;
      /** `v1=` and the signature of the scheme `gantry-siri-v1`, in lower-case hex. */
      "X-Gantry-Signature": string;
    } & {
      /** What the person said, as it was hashed. */
      text: string;
    };
    output: SiriSelfTest;
  };
  /** List gates. */
  gates: {
    input: {
      /** Whether to list open or closed gates. */
      state?: "open" | "closed" | undefined;
      /** Whether to list only gates on which you may decide. */
      mine?: "true" | "false" | undefined;
      /** Maximum number of entries. */
      limit?: number | undefined;
      /** The `next_cursor` of the previous page, requested with the same filters. */
      cursor?: string | undefined;
    };
    output: GateList;
  };
  /** Read a gate. */
  gate: {
    input: {
      /** The gate's id. */
      id: string;
    };
    output: GateWithSnapshot;
  };
  /** Decide on a gate. */
  decide: { input: DecisionRequest; output: Decision };
  /** Run a workflow. */
  beginInstance: { input: InstanceRequest; output: InstanceWithSteps | InstanceBegun };
  /** List executions. */
  instances: {
    input: {
      /** Only executions in this state. */
      state?:
        | "CREATED"
        | "RUNNING"
        | "WAITING_FOR_HUMAN"
        | "APPROVED"
        | "OVERRIDDEN"
        | "RESUMED"
        | "REJECTED"
        | "COMPLETED"
        | "TERMINATED"
        | undefined;
      /** Only executions of this workflow. */
      workflow?: string | undefined;
      /** Only executions of this team. */
      team?: string | undefined;
      /** Maximum number of entries. */
      limit?: number | undefined;
      /** The `next_cursor` of the previous page, requested with the same filters. */
      cursor?: string | undefined;
    };
    output: InstanceList;
  };
  /** Read an execution. */
  instance: {
    input: {
      /** The execution's id. */
      id: string;
    };
    output: InstanceWithSteps;
  };
  /** Read a mission. */
  status: {
    input: {
      /** The id of the mission or of its consultation. */
      id: string;
    };
    output: MissionOrConsultation;
  };
  /** Read the newest mission. */
  latest: { input: Record<never, never>; output: Mission };
  /** List missions. */
  missions: {
    input: {
      /** Maximum number of entries. */
      limit?: number | undefined;
      /** The `next_cursor` of the previous page, requested with the same filters. */
      cursor?: string | undefined;
      /** The name of the project. */
      project?: string | undefined;
      /** Created at this time or later. A date means midnight UTC. */
      from?: string | undefined;
      /** Created before this time. */
      to?: string | undefined;
      status?: Phase | undefined;
    };
    output: MissionList;
  };
  /** Search missions. */
  search: {
    input: {
      /** Maximum number of entries. */
      limit?: number | undefined;
      /** The `next_cursor` of the previous page, requested with the same filters. */
      cursor?: string | undefined;
      /** The name of the project. */
      project?: string | undefined;
      /** Created at this time or later. A date means midnight UTC. */
      from?: string | undefined;
      /** Created before this time. */
      to?: string | undefined;
      status?: Phase | undefined;
      /** The words. */
      q: string;
    };
    output: SearchResult;
  };
  /** Retry a mission. */
  retry: {
    input: {
      /** The mission's id. */
      id: string;
    } & Record<never, never>;
    output: Mission;
  };
  /** Cancel a mission. */
  cancel: {
    input: {
      /** The mission's id. */
      id: string;
    } & Record<never, never>;
    output: Mission;
  };
  /** Clear the list of missions. */
  clear: { input: Record<never, never>; output: Cleared };
  /** Read why a mission failed. */
  failure: {
    input: {
      /** The mission's id. */
      id: string;
    };
    output: MissionFailure;
  };
  /** List a mission's signals. */
  events: {
    input: {
      /** The mission's id. */
      id: string;
      /** The sequence number of the last signal that the client has. */
      after?: number | undefined;
      /** Maximum number of entries. */
      limit?: number | undefined;
    };
    output: MissionEvents;
  };
  /** Get the sealed evidence pack. */
  evidence: {
    input: {
      /** The mission's id. */
      id: string;
    };
    output: Uint8Array;
  };
  /** Get the public key that seals evidence. */
  evidenceKey: { input: Record<never, never>; output: string };
  /** List a mission's attempts. */
  attempts: {
    input: {
      /** The mission's id. */
      id: string;
    };
    output: MissionAttempts;
  };
  /** List the files of an attempt. */
  files: {
    input: {
      /** The mission's id. */
      id: string;
      /** The number of the attempt, from 1. Default: the newest. */
      attempt?: number | undefined;
    };
    output: MissionFiles;
  };
  /** Read a file of an attempt. */
  file: {
    input: {
      /** The mission's id. */
      id: string;
      /** The number of the attempt, from 1. Default: the newest. */
      attempt?: number | undefined;
      /** The file's path. */
      path: string;
    };
    output: MissionFile;
  };
  /** Read the log of a build. */
  log: {
    input: {
      /** The mission's id. */
      id: string;
      /** The number of the attempt, from 1. Default: the newest. */
      attempt?: number | undefined;
      /** How many lines the client has. */
      after?: number | undefined;
    };
    output: BuildLog;
  };
  /** Get a screenshot of the app. */
  screenshot: {
    input: {
      /** The mission's id. */
      id: string;
      /** The digest of the picture. */
      sha256: string;
    };
    output: Uint8Array;
  };
  /** Get the source of the app. */
  source: {
    input: {
      /** The mission's id. */
      id: string;
      /** The number of the attempt, from 1. Default: the newest. */
      attempt?: number | undefined;
    };
    output: Uint8Array;
  };
  /** Read whether a mission is shared. */
  share: {
    input: {
      /** The mission's id. */
      id: string;
    };
    output: Share;
  };
  /** Share a mission. */
  shareMission: {
    input: {
      /** The mission's id. */
      id: string;
    } & {
      /** Whether the link also downloads the evidence pack. */
      evidence?: boolean | undefined;
    };
    output: NewShare;
  };
  /** Revoke the link of a mission. */
  unshareMission: {
    input: {
      /** The mission's id. */
      id: string;
    };
    output: Share;
  };
  /** Read a shared mission. */
  sharedMission: {
    input: {
      /** The token of the link: what stands behind `#` in it. */
      token: string;
    };
    output: SharedMission;
  };
  /** Get a screenshot of a shared mission. */
  sharedScreenshot: {
    input: {
      /** The token of the link: what stands behind `#` in it. */
      token: string;
      /** The digest of the picture. */
      sha256: string;
    };
    output: Uint8Array;
  };
  /** Get the evidence pack of a shared mission. */
  sharedEvidence: {
    input: {
      /** The token of the link: what stands behind `#` in it. */
      token: string;
    };
    output: Uint8Array;
  };
  /** List projects. */
  projects: {
    input: {
      /** Maximum number of entries. */
      limit?: number | undefined;
      /** The `next_cursor` of the previous page, requested with the same filters. */
      cursor?: string | undefined;
      /** Created at this time or later. A date means midnight UTC. */
      from?: string | undefined;
      /** Created before this time. */
      to?: string | undefined;
    };
    output: ProjectList;
  };
  /** Read a project. */
  project: {
    input: {
      /** The project's id: the name of its repository and of its project at Vercel. */
      id: string;
    };
    output: Project;
  };
  /** Delete a project. */
  deleteProject: {
    input: {
      /** The project's id: the name of its repository and of its project at Vercel. */
      id: string;
    };
    output: InstanceBegun;
  };
  /** List a project's releases. */
  releases: {
    input: {
      /** The project's id: the name of its repository and of its project at Vercel. */
      id: string;
      /** Maximum number of entries. */
      limit?: number | undefined;
      /** The `next_cursor` of the previous page, requested with the same filters. */
      cursor?: string | undefined;
    };
    output: ReleaseList;
  };
  /** Ask for a change of a project's app. */
  change: {
    input: {
      /** The project's id: the name of its repository and of its project at Vercel. */
      id: string;
    } & {
      message: string;
    };
    output: ConsultationTurn;
  };
  /** Make an earlier release live again. */
  rollback: {
    input: {
      /** The project's id: the name of its repository and of its project at Vercel. */
      id: string;
    } & RollbackRequest;
    output: InstanceBegun;
  };
  /** Read the queue of missions. */
  queue: { input: Record<never, never>; output: Queue };
  /** Read the month's budget for models. */
  budget: { input: Record<never, never>; output: Budget };
  /** Check the installation. */
  checks: { input: Record<never, never>; output: CheckList };
  /** Read this description. */
  openapi: { input: Record<never, never>; output: OpenApi };
  /** Read the state of the service. */
  health: { input: Record<never, never>; output: Health };
  /** Check that the service is running. */
  healthcheck: { input: Record<never, never>; output: Healthcheck };
  /** Check that the dependencies of the service respond. */
  ready: { input: Record<never, never>; output: Readiness };
}

/** How each operation is sent. What its input has beside the path, the query and the headers is the body. */
export const OPERATIONS = {
  logIn: { method: "POST", path: "/gantry/auth", query: [], statuses: [200], reply: "json" },
  authStatus: { method: "GET", path: "/gantry/auth/status", query: [], statuses: [200], reply: "json" },
  logOut: { method: "POST", path: "/gantry/auth/logout", query: [], statuses: [200], reply: "json" },
  wsTicket: { method: "POST", path: "/gantry/ws-ticket", query: [], statuses: [200], reply: "json" },
  listSessions: { method: "GET", path: "/gantry/sessions", query: [], statuses: [200], reply: "json" },
  revokeSession: {
    method: "POST",
    path: "/gantry/sessions/{id}/revoke",
    query: [],
    statuses: [200],
    reply: "json",
  },
  revokeOtherSessions: {
    method: "POST",
    path: "/gantry/sessions/revoke-others",
    query: [],
    statuses: [200],
    reply: "json",
  },
  changePassword: {
    method: "POST",
    path: "/gantry/auth/password",
    query: [],
    statuses: [200],
    reply: "json",
  },
  createKey: { method: "POST", path: "/gantry/keys", query: [], statuses: [201], reply: "json" },
  listKeys: {
    method: "GET",
    path: "/gantry/keys",
    query: ["limit", "cursor"],
    statuses: [200],
    reply: "json",
  },
  revokeKey: { method: "POST", path: "/gantry/keys/{id}/revoke", query: [], statuses: [200], reply: "json" },
  voice: { method: "POST", path: "/gantry/voice", query: [], statuses: [200, 202], reply: "json" },
  consult: { method: "POST", path: "/gantry/consult", query: [], statuses: [200, 202], reply: "json" },
  consultation: {
    method: "GET",
    path: "/gantry/consultation/{id}",
    query: [],
    statuses: [200],
    reply: "json",
  },
  fileConsultation: {
    method: "PATCH",
    path: "/gantry/consultation/{id}",
    query: [],
    statuses: [200],
    reply: "json",
  },
  consultations: {
    method: "GET",
    path: "/gantry/consultations",
    query: ["limit", "cursor", "project", "from", "to", "q", "archived", "state", "status"],
    statuses: [200],
    reply: "json",
  },
  architect: { method: "POST", path: "/gantry/architect", query: [], statuses: [202], reply: "json" },
  offerUpload: { method: "POST", path: "/gantry/uploads", query: [], statuses: [201], reply: "json" },
  themes: { method: "GET", path: "/gantry/themes", query: [], statuses: [200], reply: "json" },
  chat: { method: "POST", path: "/gantry/chat", query: [], statuses: [200], reply: "json" },
  conversations: {
    method: "GET",
    path: "/gantry/conversations",
    query: ["limit", "cursor", "from", "to", "q", "archived", "kind"],
    statuses: [200],
    reply: "json",
  },
  conversation: {
    method: "GET",
    path: "/gantry/conversations/{id}",
    query: [],
    statuses: [200],
    reply: "json",
  },
  fileConversation: {
    method: "PATCH",
    path: "/gantry/conversations/{id}",
    query: [],
    statuses: [200],
    reply: "json",
  },
  followConversation: {
    method: "GET",
    path: "/gantry/conversations/{id}/stream",
    query: [],
    headers: ["Last-Event-ID"],
    statuses: [200],
    reply: "text",
  },
  siri: {
    method: "POST",
    path: "/gantry/siri",
    query: [],
    headers: ["X-Gantry-Key", "X-Gantry-Timestamp", "X-Gantry-Nonce", "X-Gantry-Signature"],
    statuses: [200, 202],
    reply: "json",
  },
  siriSelfTest: {
    method: "POST",
    path: "/gantry/siri/selftest",
    query: [],
    headers: ["X-Gantry-Key", "X-Gantry-Timestamp", "X-Gantry-Nonce", "X-Gantry-Signature"],
    statuses: [200],
    reply: "json",
  },
  gates: {
    method: "GET",
    path: "/gantry/gates",
    query: ["state", "mine", "limit", "cursor"],
    statuses: [200],
    reply: "json",
  },
  gate: { method: "GET", path: "/gantry/gates/{id}", query: [], statuses: [200], reply: "json" },
  decide: { method: "POST", path: "/gantry/decisions", query: [], statuses: [201], reply: "json" },
  beginInstance: {
    method: "POST",
    path: "/gantry/instances",
    query: [],
    statuses: [201, 202],
    reply: "json",
  },
  instances: {
    method: "GET",
    path: "/gantry/instances",
    query: ["state", "workflow", "team", "limit", "cursor"],
    statuses: [200],
    reply: "json",
  },
  instance: { method: "GET", path: "/gantry/instances/{id}", query: [], statuses: [200], reply: "json" },
  status: { method: "GET", path: "/gantry/status/{id}", query: [], statuses: [200], reply: "json" },
  latest: { method: "GET", path: "/gantry/latest", query: [], statuses: [200], reply: "json" },
  missions: {
    method: "GET",
    path: "/gantry/missions",
    query: ["limit", "cursor", "project", "from", "to", "status"],
    statuses: [200],
    reply: "json",
  },
  search: {
    method: "GET",
    path: "/gantry/search",
    query: ["limit", "cursor", "project", "from", "to", "status", "q"],
    statuses: [200],
    reply: "json",
  },
  retry: { method: "POST", path: "/gantry/missions/{id}/retry", query: [], statuses: [202], reply: "json" },
  cancel: { method: "POST", path: "/gantry/missions/{id}/cancel", query: [], statuses: [202], reply: "json" },
  clear: { method: "POST", path: "/gantry/missions/clear", query: [], statuses: [200], reply: "json" },
  failure: {
    method: "GET",
    path: "/gantry/missions/{id}/failure",
    query: [],
    statuses: [200],
    reply: "json",
  },
  events: {
    method: "GET",
    path: "/gantry/missions/{id}/events",
    query: ["after", "limit"],
    statuses: [200],
    reply: "json",
  },
  evidence: {
    method: "GET",
    path: "/gantry/missions/{id}/evidence",
    query: [],
    statuses: [200],
    reply: "bytes",
  },
  evidenceKey: { method: "GET", path: "/gantry/evidence-key", query: [], statuses: [200], reply: "text" },
  attempts: {
    method: "GET",
    path: "/gantry/missions/{id}/attempts",
    query: [],
    statuses: [200],
    reply: "json",
  },
  files: {
    method: "GET",
    path: "/gantry/missions/{id}/files",
    query: ["attempt"],
    statuses: [200],
    reply: "json",
  },
  file: {
    method: "GET",
    path: "/gantry/missions/{id}/file",
    query: ["attempt", "path"],
    statuses: [200],
    reply: "json",
  },
  log: {
    method: "GET",
    path: "/gantry/missions/{id}/log",
    query: ["attempt", "after"],
    statuses: [200],
    reply: "json",
  },
  screenshot: {
    method: "GET",
    path: "/gantry/missions/{id}/screenshots/{sha256}",
    query: [],
    statuses: [200],
    reply: "bytes",
  },
  source: {
    method: "GET",
    path: "/gantry/missions/{id}/source.zip",
    query: ["attempt"],
    statuses: [200],
    reply: "bytes",
  },
  share: { method: "GET", path: "/gantry/missions/{id}/share", query: [], statuses: [200], reply: "json" },
  shareMission: {
    method: "POST",
    path: "/gantry/missions/{id}/share",
    query: [],
    statuses: [200],
    reply: "json",
  },
  unshareMission: {
    method: "DELETE",
    path: "/gantry/missions/{id}/share",
    query: [],
    statuses: [200],
    reply: "json",
  },
  sharedMission: { method: "GET", path: "/gantry/shared/{token}", query: [], statuses: [200], reply: "json" },
  sharedScreenshot: {
    method: "GET",
    path: "/gantry/shared/{token}/screenshots/{sha256}",
    query: [],
    statuses: [200],
    reply: "bytes",
  },
  sharedEvidence: {
    method: "GET",
    path: "/gantry/shared/{token}/evidence",
    query: [],
    statuses: [200],
    reply: "bytes",
  },
  projects: {
    method: "GET",
    path: "/gantry/projects",
    query: ["limit", "cursor", "from", "to"],
    statuses: [200],
    reply: "json",
  },
  project: { method: "GET", path: "/gantry/projects/{id}", query: [], statuses: [200], reply: "json" },
  deleteProject: {
    method: "DELETE",
    path: "/gantry/projects/{id}",
    query: [],
    statuses: [202],
    reply: "json",
  },
  releases: {
    method: "GET",
    path: "/gantry/projects/{id}/releases",
    query: ["limit", "cursor"],
    statuses: [200],
    reply: "json",
  },
  change: { method: "POST", path: "/gantry/projects/{id}/change", query: [], statuses: [200], reply: "json" },
  rollback: {
    method: "POST",
    path: "/gantry/projects/{id}/rollback",
    query: [],
    statuses: [202],
    reply: "json",
  },
  queue: { method: "GET", path: "/gantry/queue", query: [], statuses: [200], reply: "json" },
  budget: { method: "GET", path: "/gantry/budget", query: [], statuses: [200], reply: "json" },
  checks: { method: "GET", path: "/gantry/checks", query: [], statuses: [200], reply: "json" },
  openapi: { method: "GET", path: "/openapi.json", query: [], statuses: [200], reply: "json" },
  health: { method: "GET", path: "/health", query: [], statuses: [200], reply: "json" },
  healthcheck: { method: "GET", path: "/healthcheck", query: [], statuses: [200], reply: "json" },
  ready: { method: "GET", path: "/ready", query: [], statuses: [200, 503], reply: "json" },
} as const;
