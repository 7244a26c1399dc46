import type { NoticeMatter, ReminderStage } from '../../rules/notices.ts';
import { formatDate } from '../dates.ts';
import { figurePagesVi } from './figure-pages.ts';
import { obstaclesVi } from './obstacles.ts';

const small = (words: string) => words.charAt(0).toLowerCase() + words.slice(1);

/** "hạn 06/7/2026", "quá hạn từ 06/7/2026". */
const when = (stage: ReminderStage, day: string) =>
  stage === 'coming' ? `hạn ${formatDate(day)}` : `quá hạn từ ${formatDate(day)}`;

const some = (units: readonly string[], count: number) => {
  const named = units.slice(0, 5).join(', ');
  return count > 5 ? `${named} và ${count - 5} đơn vị khác` : named;
};

/** What happened, in one sentence, and what more there is to say. */
function line(matter: NoticeMatter): { title: string; about: string } {
  switch (matter.kind) {
    case 'figures-due': {
      const { stage, period, dueOn, missing, movement, unit, asker } = matter.facts;
      const told = stage === 'escalated' ? ' Lãnh đạo đơn vị và nơi giao đã được báo.' : '';
      return {
        title: `${unit.name} còn ${missing} số liệu ${small(figurePagesVi.period(period))} chưa gửi, ${when(stage, dueOn)}`,
        about: `${movement.name}. Gửi về ${asker}.${told}`,
      };
    }
    case 'units-missing': {
      const { stage, period, dueOn, units, count, movement } = matter.facts;
      const told = stage === 'escalated' ? ' Đã báo lãnh đạo các đơn vị.' : '';
      return {
        title: `${count} đơn vị chưa gửi đủ số liệu ${small(figurePagesVi.period(period))}, ${when(stage, dueOn)}`,
        about: `${movement.name}: ${some(units, count)}.${told}`,
      };
    }
    case 'units-unreached': {
      const { period, dueOn, units, count, movement, stage } = matter.facts;
      return {
        title: `${count} đơn vị chưa có tài khoản để nhắc số liệu ${small(figurePagesVi.period(period))}, ${when(stage, dueOn)}`,
        about: `${movement.name}: ${some(units, count)}. Hãy chép lời nhắc gửi Zalo, hoặc nhập thay.`,
      };
    }
    case 'task-due': {
      const { stage, task, unit, dueOn, movement } = matter.facts;
      return {
        title: `Nhiệm vụ ${when(stage, dueOn)}: ${task.name}`,
        about: `${unit.name} thực hiện. ${movement.name}.`,
      };
    }
    case 'request-due': {
      const { stage, request, unit, asker, dueOn } = matter.facts;
      return {
        title: `${unit.name} chưa gửi phiếu “${request.name}”, ${when(stage, dueOn)}`,
        about: `${asker} yêu cầu.${stage === 'escalated' ? ' Lãnh đạo đơn vị và nơi yêu cầu đã được báo.' : ''}`,
      };
    }
    case 'request-missing': {
      const { stage, request, dueOn, units, count } = matter.facts;
      const told = stage === 'escalated' ? ' Đã báo lãnh đạo các đơn vị.' : '';
      return {
        title: `${count} đơn vị chưa gửi phiếu “${request.name}”, ${when(stage, dueOn)}`,
        about: `${some(units, count)}.${told}`,
      };
    }
    case 'request-unreached': {
      const { stage, request, dueOn, units, count } = matter.facts;
      return {
        title: `${count} đơn vị chưa có tài khoản để nhắc phiếu “${request.name}”, ${when(stage, dueOn)}`,
        about: `${some(units, count)}. Hãy chép lời nhắc hoặc đường dẫn gửi Zalo, hoặc điền thay.`,
      };
    }
    case 'report-due': {
      const { stage, report, asker, dueOn, movement } = matter.facts;
      return {
        title: `Báo cáo kết quả về ${report.name}, ${when(stage, dueOn)}`,
        about: `${movement.name}. ${asker}.`,
      };
    }
    case 'figures-returned': {
      const { unit, period, count, targets, reason, by, movement } = matter.facts;
      return {
        title: `${count} số liệu ${small(figurePagesVi.period(period))} của ${unit.name} bị trả lại: ${reason}`,
        about: `${targets.slice(0, 3).join('; ')}${targets.length > 3 ? ' …' : ''}. ${movement.name}. ${by}.`,
      };
    }
    case 'figures-approved': {
      const { unit, period, count, by, movement } = matter.facts;
      return {
        title: `${count} số liệu ${small(figurePagesVi.period(period))} của ${unit.name} đã được duyệt`,
        about: `${movement.name}. ${by}.`,
      };
    }
    case 'figures-corrected': {
      const { unit, period, count, targets, reason, by, movement } = matter.facts;
      return {
        title: `${count} số liệu đã duyệt ${small(figurePagesVi.period(period))} của ${unit.name} được điều chỉnh: ${reason}`,
        about: `${targets.slice(0, 3).join('; ')}${targets.length > 3 ? ' …' : ''}. ${movement.name}. ${by}.`,
      };
    }
    case 'obstacle-answered': {
      const { unit, obstacle, state, answer, by, movement } = matter.facts;
      return {
        title: `${obstaclesVi.states[state]}: “${obstacle.name}” của ${unit.name}`,
        about: `${answer === null ? '' : `${answer}${answer.endsWith('.') ? '' : '.'} `}${movement.name}. ${by}.`,
      };
    }
    case 'obstacle-passed': {
      const { unit, obstacle, to, by, movement } = matter.facts;
      return {
        title: `Đã chuyển lên ${to.name}: “${obstacle.name}” của ${unit.name}`,
        about: `${movement.name}. ${by}.`,
      };
    }
  }
}

/** Words of what people are told, on the page, in letters and on devices. */
export const noticesVi = {
  title: 'Thông báo',
  about:
    'Việc đến hạn (số liệu, phiếu thu thập, nhiệm vụ, báo cáo) của đơn vị bạn và các đơn vị bên dưới, số liệu được duyệt, trả lại hay điều chỉnh, khó khăn, kiến nghị được trả lời. Mỗi việc báo một lần.',
  bell: (unread: number): string =>
    unread === 0 ? 'Thông báo, không có gì mới' : `Thông báo, ${unread} việc chưa đọc`,
  line,
  pushTitle: (count: number): string => `Thi Đua: ${count} việc cần xem`,
  day: (day: string): string => formatDate(day),
  today: 'Hôm nay',
  unread: (count: number): string => `${count} chưa đọc`,
  markRead: 'Đánh dấu đã đọc',
  markReadOf: (day: string): string => `Đánh dấu đã đọc: thông báo ${day}`,
  markUnread: 'Đánh dấu chưa đọc',
  markUnreadOf: (day: string): string => `Đánh dấu chưa đọc: thông báo ${day}`,
  markAll: 'Đọc hết',
  marked: 'Đã đánh dấu đã đọc tất cả.',
  elsewhere: (organisation: string): string => `thuộc việc của bạn ở ${organisation}`,
  none: 'Chưa có thông báo nào',
  noneAbout: 'Khi có việc sắp đến hạn, quá hạn, số liệu được duyệt hay trả lại, bạn sẽ thấy ở đây.',
  older: 'Xem các ngày trước',
  newer: 'Về mới nhất',
};
export type NoticesText = typeof noticesVi;
