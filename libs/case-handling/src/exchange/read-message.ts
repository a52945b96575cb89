import { type Delivered, type IntakeMessage, readKafkaEvent } from '@app/messaging';

/** As over HTTP. */
const longest = 256 * 1024;

export class MessageTooLarge extends Error {
  override readonly name = 'MessageTooLarge';
  constructor() {
    super(`the message is longer than ${longest} bytes`);
  }
}

/** The event in a message, read as strictly as over HTTP. @throws NotACloudEvent, MessageTooLarge */
export const readIntakeMessage = ({ headers, value }: Pick<Delivered, 'headers' | 'value'>): IntakeMessage => {
  if (value && value.length > longest) throw new MessageTooLarge();
  return readKafkaEvent(headers, value);
};
