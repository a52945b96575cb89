/** The brokers cannot be reached or do not accept; whether something was kept is unknown. */
export class MessagingUnavailable extends Error {
  override readonly name = 'MessagingUnavailable';
}
