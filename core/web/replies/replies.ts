import { z } from "zod";
import { buildLog, missionAttempts, missionFile, missionFiles } from "#core/web/replies/attempts.ts";
import { budget, queue } from "#core/web/replies/capacity.ts";
import {
  commissioned,
  consultation,
  consultationList,
  consultationWithMessages,
  siriTurnReply,
  themeList,
  turnReply,
  upload,
  voiceTurnReply,
} from "#core/web/replies/consultation.ts";
import {
  chatAnswer,
  conversation,
  conversationList,
  conversationWithMessages,
  eventStream,
} from "#core/web/replies/conversation.ts";
import { missionFailure } from "#core/web/replies/failure.ts";
import { decision, gateList, gateWithSnapshot } from "#core/web/replies/gate.ts";
import { instanceBegun, instanceList, instanceWithSteps } from "#core/web/replies/instance.ts";
import { key, keyList, newKey } from "#core/web/replies/key.ts";
import { cleared, mission, missionList, searchResult } from "#core/web/replies/mission.ts";
import { project, projectList, releaseList } from "#core/web/replies/project.ts";
import {
  checkList,
  description,
  healthcheckReply,
  healthReply,
  readyReply,
} from "#core/web/replies/service.ts";
import { newSession, session, sessionList, sessionsEnded, ticket } from "#core/web/replies/session.ts";
import { newShare, share, sharedMission } from "#core/web/replies/share.ts";
import { missionEvents } from "#core/web/replies/signal.ts";
import { siriSelfTest } from "#core/web/replies/siri.ts";
import { missionOrConsultation } from "#core/web/replies/status.ts";

/**
 * The schemas of replies, by the names that the route table uses. The API itself uses only the names; the schemas are
 * for its description, for tests and for clients.
 */
export const REPLIES = {
  Budget: budget,
  BuildLog: buildLog,
  ChatAnswer: chatAnswer,
  CheckList: checkList,
  Cleared: cleared,
  Commission: commissioned,
  Consultation: consultation,
  ConsultationList: consultationList,
  ConsultationTurn: turnReply,
  ConsultationWithMessages: consultationWithMessages,
  Conversation: conversation,
  ConversationList: conversationList,
  ConversationWithMessages: conversationWithMessages,
  Decision: decision,
  EventStream: eventStream,
  GateList: gateList,
  GateWithSnapshot: gateWithSnapshot,
  InstanceBegun: instanceBegun,
  InstanceList: instanceList,
  InstanceWithSteps: instanceWithSteps,
  Health: healthReply,
  Healthcheck: healthcheckReply,
  Key: key,
  KeyList: keyList,
  Mission: mission,
  MissionAttempts: missionAttempts,
  MissionEvents: missionEvents,
  MissionFailure: missionFailure,
  MissionFile: missionFile,
  MissionFiles: missionFiles,
  MissionList: missionList,
  MissionOrConsultation: missionOrConsultation,
  NewKey: newKey,
  NewSession: newSession,
  NewShare: newShare,
  OpenApi: description,
  Project: project,
  ProjectList: projectList,
  Readiness: readyReply,
  Queue: queue,
  ReleaseList: releaseList,
  SearchResult: searchResult,
  Session: session,
  Share: share,
  SharedMission: sharedMission,
  SessionList: sessionList,
  SessionsEnded: sessionsEnded,
  SiriSelfTest: siriSelfTest,
  SiriTurn: siriTurnReply,
  ThemeList: themeList,
  Ticket: ticket,
  Upload: upload,
  VoiceTurn: voiceTurnReply,
  /** The bytes of a file. */
  binary: z.string().meta({ format: "binary" }),
  text: z.string(),
} as const satisfies Readonly<Record<string, z.ZodType>>;

export type ReplyName = keyof typeof REPLIES;
