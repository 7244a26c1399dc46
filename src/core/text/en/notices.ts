import type { NoticeMatter, ReminderStage } from '../../rules/notices.ts';
import type { NoticesText } from '../vi/notices.ts';
import { figurePagesEn } from './figure-pages.ts';
import { obstaclesEn } from './obstacles.ts';

const when = (stage: ReminderStage, day: string) => (stage === 'coming' ? `due ${day}` : `overdue since ${day}`);

const some = (units: readonly string[], count: number) => {
  const named = units.slice(0, 5).join(', ');
  return count > 5 ? `${named} and ${count - 5} more` : named;
};

function line(matter: NoticeMatter): { title: string; about: string } {
  switch (matter.kind) {
    case 'figures-due': {
      const { stage, period, dueOn, missing, movement, unit, asker } = matter.facts;
      const told = stage === 'escalated' ? ' Those who lead here and above were told.' : '';
      return {
        title: `${unit.name} still has ${missing} figures of ${figurePagesEn.period(period)} to send, ${when(stage, dueOn)}`,
        about: `${movement.name}. To ${asker}.${told}`,
      };
    }
    case 'units-missing': {
      const { stage, period, dueOn, units, count, movement } = matter.facts;
      const told = stage === 'escalated' ? ' Those who lead them were told.' : '';
      return {
        title: `${count} units have not sent all figures of ${figurePagesEn.period(period)}, ${when(stage, dueOn)}`,
        about: `${movement.name}: ${some(units, count)}.${told}`,
      };
    }
    case 'units-unreached': {
      const { period, dueOn, units, count, movement, stage } = matter.facts;
      return {
        title: `${count} units without an account to remind of ${figurePagesEn.period(period)}, ${when(stage, dueOn)}`,
        about: `${movement.name}: ${some(units, count)}. Copy the text for the chat group, or enter for them.`,
      };
    }
    case 'task-due': {
      const { stage, task, unit, dueOn, movement } = matter.facts;
      return { title: `Task ${when(stage, dueOn)}: ${task.name}`, about: `By ${unit.name}. ${movement.name}.` };
    }
    case 'request-due': {
      const { stage, request, unit, asker, dueOn } = matter.facts;
      return {
        title: `${unit.name} has not sent “${request.name}”, ${when(stage, dueOn)}`,
        about: `Asked by ${asker}.${stage === 'escalated' ? ' Those who lead here and above were told.' : ''}`,
      };
    }
    case 'request-missing': {
      const { stage, request, dueOn, units, count } = matter.facts;
      const told = stage === 'escalated' ? ' Those who lead them were told.' : '';
      return {
        title: `${count} units have not sent “${request.name}”, ${when(stage, dueOn)}`,
        about: `${some(units, count)}.${told}`,
      };
    }
    case 'request-unreached': {
      const { stage, request, dueOn, units, count } = matter.facts;
      return {
        title: `${count} units without an account to remind of “${request.name}”, ${when(stage, dueOn)}`,
        about: `${some(units, count)}. Copy the text or the links for the chat group, or fill it in for them.`,
      };
    }
    case 'report-due': {
      const { stage, report, asker, dueOn, movement } = matter.facts;
      return { title: `Report to ${report.name}, ${when(stage, dueOn)}`, about: `${movement.name}. ${asker}.` };
    }
    case 'figures-returned': {
      const { unit, period, count, targets, reason, by, movement } = matter.facts;
      return {
        title: `${count} figures of ${unit.name}, ${figurePagesEn.period(period)}, came back: ${reason}`,
        about: `${targets.slice(0, 3).join('; ')}${targets.length > 3 ? ' …' : ''}. ${movement.name}. ${by}.`,
      };
    }
    case 'figures-approved': {
      const { unit, period, count, by, movement } = matter.facts;
      return {
        title: `${count} figures of ${unit.name}, ${figurePagesEn.period(period)}, were approved`,
        about: `${movement.name}. ${by}.`,
      };
    }
    case 'figures-corrected': {
      const { unit, period, count, targets, reason, by, movement } = matter.facts;
      return {
        title: `${count} approved figures of ${unit.name}, ${figurePagesEn.period(period)}, were corrected: ${reason}`,
        about: `${targets.slice(0, 3).join('; ')}${targets.length > 3 ? ' …' : ''}. ${movement.name}. ${by}.`,
      };
    }
    case 'obstacle-answered': {
      const { unit, obstacle, state, answer, by, movement } = matter.facts;
      return {
        title: `${obstaclesEn.states[state]}: “${obstacle.name}” of ${unit.name}`,
        about: `${answer === null ? '' : `${answer}${answer.endsWith('.') ? '' : '.'} `}${movement.name}. ${by}.`,
      };
    }
    case 'obstacle-passed': {
      const { unit, obstacle, to, by, movement } = matter.facts;
      return {
        title: `Passed on to ${to.name}: “${obstacle.name}” of ${unit.name}`,
        about: `${movement.name}. ${by}.`,
      };
    }
  }
}

export const noticesEn: NoticesText = {
  title: 'Notices',
  about:
    'What is due (figures, data requests, tasks, reports) for your unit and those below, figures approved, returned or corrected, answers to what hinders you. Each matter is told once.',
  bell: (unread) => (unread === 0 ? 'Notices, nothing new' : `Notices, ${unread} unread`),
  line,
  pushTitle: (count) => `Thi Đua: ${count} matters`,
  day: (day) => day,
  today: 'Today',
  unread: (count) => `${count} unread`,
  markRead: 'Mark as read',
  markReadOf: (day) => `Mark as read: notices of ${day}`,
  markUnread: 'Mark as unread',
  markUnreadOf: (day) => `Mark as unread: notices of ${day}`,
  markAll: 'Mark all as read',
  marked: 'Everything is marked as read.',
  elsewhere: (organisation) => `your work at ${organisation}`,
  none: 'No notices yet',
  noneAbout: 'When something falls due or is overdue, when figures are approved or returned, it is told here.',
  older: 'Days before',
  newer: 'Back to the newest',
};
