import { givenEvents, on } from '@app/testing';
import { declaredFiguresTable } from './declared-figures';

const declared = (code: string, value: string, unit?: string) =>
  on('figures-2018', 'FigureDeclared', { year: 2018, unit, code, value, source: 'finance office' });
const corrected = (code: string, was: string, value: string, unit?: string) =>
  on('figures-2018', 'FigureCorrected', { year: 2018, unit, code, was, value, source: 'auditor', reason: 'misread' });
const withdrawn = on('figures-2018', 'FigureWithdrawn', { year: 2018, code: '5.1' });

describe('a declared figure', () => {
  it('stands as it was declared, with who and from where', () =>
    givenEvents(declared('5.1', '12.5000')).thenRows(declaredFiguresTable, {
      year: 2018,
      unit: '',
      code: '5.1',
      value: '12.5000',
      source: 'finance office',
      note: null,
      by_id: 'li-na',
    }));

  it('gives way to a later one', () =>
    givenEvents(declared('5.1', '12'), declared('5.2', '3'), declared('5.1', '13')).thenRows(
      declaredFiguresTable,
      { code: '5.1', value: '13', position: 3 },
      { code: '5.2', value: '3' },
    ));

  it('is put right by a correction', () =>
    givenEvents(declared('5.1', '12'), corrected('5.1', '12', '13')).thenRows(declaredFiguresTable, {
      code: '5.1',
      value: '13',
      source: 'auditor',
      position: 2,
    }));

  it('of a unit stands beside that of the county', () =>
    givenEvents(
      declared('5.1', '12'),
      declared('5.1', '3', 'parks'),
      corrected('5.1', '3', '4', 'parks'),
      declared('5.1', '5', 'roads'),
      withdrawn,
    ).thenRows(declaredFiguresTable, { unit: 'parks', value: '4' }, { unit: 'roads', value: '5' }));

  it('goes when it is withdrawn', () => givenEvents(declared('5.1', '12'), withdrawn).thenRows(declaredFiguresTable));

  it('comes back when it is declared again', () =>
    givenEvents(declared('5.1', '12'), withdrawn, declared('5.1', '9')).thenRows(declaredFiguresTable, { value: '9' }));
});
