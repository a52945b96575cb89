import { event } from './definitions';
import { say } from './sentence';

/** What may happen to a case of any type. It changes no situation. */
export const commonEvents = {
  PersonalDataErased: event('erased', say('个人信息已删除', 'Personal data erased'), {}),
} as const;
