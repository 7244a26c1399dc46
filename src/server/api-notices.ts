/** The part of the api table about what people are told. */

import { countNotices, listNotices, markNotices } from '../contract/notices.ts';
import { type Binding, deed, view } from './bind.ts';
import * as notices from './notices/acts.ts';
import { viewNoticeCount, viewNotices } from './notices/views.ts';

export function noticesApi(): Binding[] {
  return [
    view(listNotices, viewNotices, 'readOwnAccount'),
    view(countNotices, viewNoticeCount, 'readOwnAccount'),
    deed(markNotices, notices.markNotices),
  ];
}
