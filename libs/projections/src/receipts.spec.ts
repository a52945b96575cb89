import { givenEvents, on } from '@app/testing';
import { receiptsTable } from './receipts';

const intake = { receipt: 'r-1', source: 'hotline-12345', id: 'e-1', type: 'cn.huiying.intake.complaint.reminded.v1', subject: 'WO-77' };

const received = on('complaint-1', 'ComplaintRegistered', { caseNumber: 'RX-2018-000001', channel: 'phone' });
const reminded = on('complaint-1', 'ComplaintReminded', {}, { intake });
const parked = on('intake-r-1', 'IntakeEventParked', { reason: 'no case WO-77 yet' }, { intake });
const rejected = on('intake-r-1', 'IntakeEventRejected', { reason: 'the case is closed' }, { intake });
const settled = on('intake-r-1', 'IntakeEventRecorded', {}, { intake });

describe('a receipt', () => {
  it('says where the reported event was recorded', () =>
    givenEvents(received, reminded).thenRows(receiptsTable, {
      receipt_id: 'r-1',
      status: 'recorded',
      source: 'hotline-12345',
      source_id: 'e-1',
      subject: 'WO-77',
      case_type: 'complaint',
      case_id: '1',
      reason: null,
      position: 2,
    }));

  it('waits while the case is not ready', () =>
    givenEvents(parked).thenRows(receiptsTable, { status: 'parked', reason: 'no case WO-77 yet', case_type: null, case_id: null }));

  it('is recorded once the case has taken it', () =>
    givenEvents(parked, received, reminded, settled).thenRows(receiptsTable, {
      status: 'recorded',
      case_id: '1',
      reason: null,
      position: 3,
    }));

  it('says why it was rejected', () =>
    givenEvents(parked, rejected).thenRows(receiptsTable, { status: 'rejected', reason: 'the case is closed' }));

  it('is not given for what staff did', () => givenEvents(received).thenRows(receiptsTable));
});
