import RequestQueue from 'kafkajs/src/network/requestQueue';

const lookEvery = 10;

/**
 * kafkajs 2.2.4 looks for waiting requests on every connection all the time, by a timer with a negative delay: a warning from Node 24, and
 * a thousand wake-ups a second for nothing. Here it looks while there are any.
 */
export const quietQueues = (): void => {
  RequestQueue.prototype.scheduleCheckPendingRequests = function (this: RequestQueue) {
    if (this.throttleCheckTimeoutId || this.pending.length === 0) return;
    const throttled = this.throttledUntil - Date.now();
    this.throttleCheckTimeoutId = setTimeout(
      () => {
        this.throttleCheckTimeoutId = null;
        this.checkPendingRequests();
      },
      throttled > 0 ? throttled : lookEvery,
    );
  };
};
