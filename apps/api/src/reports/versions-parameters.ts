import { ReportChoice } from './report-choice';

export const VersionsParameters = ReportChoice.omit({ version: true });
