import { MemoryEventStore, type RecordedEvent, type Scan, type ScannedEvent } from '@app/event-store';
import { sampleId } from './sample-ids';

const by = { id: 'clerk-07', unit: 'gov-office' };
const units = ['urban-management', 'water-resources', 'human-resources', 'transport', 'education', 'health', 'tourism', 'finance'];
const channels = ['phone', 'wechat', 'online', 'app'];
const applicants = ['natural-person', 'enterprise', 'legal-service-institution'];
const outcomes = ['granted', 'partly-granted', 'unavailable-not-held', 'refused-deliberative', 'declined-petition'];

const of = <T>(values: readonly T[], number: number): T => values[number % values.length] as T;

interface Kind {
  readonly type: 'complaint' | 'disclosure' | 'letter';
  readonly prefix: string;
  readonly event: string;
}

/** Of twenty cases sixteen are complaints, three are requests for disclosure, one is a letter. */
const kindOf = (number: number): Kind => {
  if (number % 20 < 16) return { type: 'complaint', prefix: 'RX', event: 'Complaint' };
  return number % 20 < 19 ? { type: 'disclosure', prefix: 'GK', event: 'Disclosure' } : { type: 'letter', prefix: 'XX', event: 'Letter' };
};

type Step = readonly [name: string, data: object];

const steps = (number: number, { type, prefix }: Kind): readonly Step[] => {
  const kind =
    type === 'disclosure' ? of(applicants, number) : type === 'complaint' ? of(['help', 'complaint', 'advice'], number) : undefined;
  const due = { on: '2019-02-08', rule: 'r', calendar: 'chinese-days-1.5.7' };
  const unit = of(units, Math.floor(number / 7));
  return [
    [
      'Registered',
      { caseNumber: `${prefix}-2018-${String(number).padStart(7, '0')}`, channel: of(channels, number), kind, matter: '供水', due },
    ],
    ['Routed', { unit }],
    ['Answered', { unit, ...(type === 'disclosure' && { outcome: of(outcomes, Math.floor(number / 3)) }) }],
    type === 'complaint' ? ['Rated', { rating: number % 17 ? 'satisfied' : 'dissatisfied', askedBy: 'hotline' }] : ['Closed', {}],
    ['Closed', {}],
  ];
};

export const stepsPerCase = 5;

/** Cases over three years in a log that is made up as it is read: what is measured is what becomes of it, not where it is kept. */
export class SampleYears extends MemoryEventStore {
  constructor(private readonly cases: number) {
    super();
  }

  override async head(): Promise<number> {
    return this.cases * stepsPerCase;
  }

  override async readAll(after: number, limit: number): Promise<readonly RecordedEvent[]> {
    const last = Math.min(after + limit, this.cases * stepsPerCase);
    return Array.from({ length: Math.max(0, last - after) }, (_, index) => this.at(after + index + 1));
  }

  override async scan({ after, upTo, limit }: Scan): Promise<readonly ScannedEvent[]> {
    return this.readAll(after, Math.min(limit, upTo - after));
  }

  private at(position: number): RecordedEvent {
    const number = Math.floor((position - 1) / stepsPerCase);
    const step = (position - 1) % stepsPerCase;
    const kind = kindOf(number);
    const [name, data] = of(steps(number, kind), step);
    const day = new Date(Date.UTC(2017 + (number % 3), number % 12, 1 + (number % 27) + step * 4, 2)).toISOString();
    return {
      position,
      stream: `${kind.type}-${sampleId(number)}`,
      revision: step,
      id: sampleId(position),
      type: `${kind.event}${name}`,
      recordedAt: '2020-03-01T00:00:00.000Z',
      data: JSON.stringify(data),
      metadata: JSON.stringify({ occurredAt: day, by }),
      personal: undefined,
    };
  }
}
