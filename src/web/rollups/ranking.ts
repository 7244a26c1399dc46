import type { InputOf, OutputOf } from '../../contract/endpoint.ts';
import type { BoardIndicator, rankOrganisations } from '../../contract/rollups.ts';

/** What is asked for, of one level: to be asked again for other pages. */
export type RankingQuestion = Omit<InputOf<typeof rankOrganisations>, 'page'>;
export type Ranking = OutputOf<typeof rankOrganisations>;

export type RankingTold = {
  indicator: BoardIndicator | null;
  question: RankingQuestion;
  ranking: Ranking;
  /** Of whom and when, in words. */
  when: string;
};
