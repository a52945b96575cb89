import type { Form, Row } from '@app/reports';
import type { Supposition } from './supposition';

const supposedRow = (row: Row, { formula, rounding, places }: Supposition): Row => {
  const { figure } = row;
  if (figure.kind !== 'rate') return row;
  return {
    ...row,
    figure: {
      ...figure,
      formula: formula ?? figure.formula,
      rounding: { mode: rounding ?? figure.rounding.mode, places: places ?? figure.rounding.places },
    },
  };
};

/** The form with its rates by the formula and the rounding supposed. */
export const supposedForm = (form: Form, supposition: Supposition): Form => ({
  ...form,
  rows: form.rows.map((row) => supposedRow(row, supposition)),
});
