import { publishedForms } from '../form-book';
import { draftOf, undrafted } from './draft';

describe('a form taken apart to be changed', () => {
  it.each(publishedForms.map((form) => [`${form.id} ${form.version}`, form] as const))(
    'is the same when nothing was changed: %s',
    (_, form) => {
      const { rows, tables } = form;
      expect(undrafted(draftOf(form))).toEqual({ rows, tables });
    },
  );
});
