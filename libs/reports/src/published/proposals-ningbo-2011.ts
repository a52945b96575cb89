import { say } from '@app/cases';
import type { PublishedBulletin } from '../bulletins/published-bulletin';
import { counts } from './figures';

/**
 * 宁波市政协2011年提案办理. Its four outcomes are told in our classes by what they mean: 已解决 A, 部分解决或列入计划 B, 留作参考 C,
 * 暂不能解决 D.
 */
export const ningbo2011: PublishedBulletin = {
  id: 'proposals-ningbo-2011',
  bulletin: 'proposal-summary',
  period: '2011',
  title: say('宁波市政协2011年提案办理情况', 'Proposals of the consultative conference of Ningbo, 2011'),
  publisher: say('宁波市政协', 'CPPCC of Ningbo'),
  figures: {
    ...counts({ filed: 591, 'class-a': 148, 'class-b': 364, 'class-c': 10, 'class-d': 66 }),
    'class-a-share': { value: '25.2', of: [148, 588] },
    'class-b-share': { value: '61.9', of: [364, 588] },
    'class-c-share': { value: '1.7', of: [10, 588] },
    'class-d-share': { value: '11.2', of: [66, 588] },
    ...counts({ forms: 527, 'satisfied-attitude': 526, 'satisfied-result': 519 }),
    'attitude-rate': { value: '99.8', of: [526, 527] },
    'result-rate': { value: '98.5', of: [519, 527] },
  },
  imbalances: {
    classes: say('总数591件，分类合计588件，3件未分类', '591 in all, 588 with a class: three have none'),
  },
};
