import { z } from 'zod';
import { ReportChoice } from './report-choice';

export const WhatIfParameters = ReportChoice.extend({
  all: z.enum(['true', 'false']).default('false').meta({ description: 'Also the cells that stay as they are.' }),
});
