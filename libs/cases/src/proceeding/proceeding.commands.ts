import { command } from '../kernel/definitions';
import { say } from '../kernel/sentence';
import { Channel, Label, Text } from '../kernel/shapes';
import { Contested, LitigationRoute, ProceedingKind, ProceedingResult } from './proceeding.events';

export const proceedingCommands = {
  FileProceeding: command({
    path: 'register',
    title: say('登记复议诉讼', 'Register a proceeding'),
    by: ['office'],
    shape: {
      channel: Channel,
      kind: ProceedingKind,
      route: LitigationRoute.optional(),
      forum: Label,
      matter: Label,
      contests: Contested.optional(),
      claimant: Label.optional(),
      text: Text.optional(),
    },
  }),
  ConcludeProceeding: command({
    path: 'conclude',
    title: say('登记审结结果', 'Record how it ended'),
    by: ['office'],
    shape: { result: ProceedingResult, document: Text.optional() },
  }),
} as const;
