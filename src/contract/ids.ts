import { z } from 'zod';

/** Ids are UUIDs, branded so that one kind cannot stand where another is asked for. */
export const ProvinceId = z.uuid().brand('ProvinceId');
export type ProvinceId = z.infer<typeof ProvinceId>;
export const OrganisationId = z.uuid().brand('OrganisationId');
export type OrganisationId = z.infer<typeof OrganisationId>;
export const OrganisationChangeId = z.uuid().brand('OrganisationChangeId');
export type OrganisationChangeId = z.infer<typeof OrganisationChangeId>;
export const AccountId = z.uuid().brand('AccountId');
export type AccountId = z.infer<typeof AccountId>;
export const PostId = z.uuid().brand('PostId');
export type PostId = z.infer<typeof PostId>;
export const DeputationId = z.uuid().brand('DeputationId');
export type DeputationId = z.infer<typeof DeputationId>;
export const LinkId = z.uuid().brand('LinkId');
export type LinkId = z.infer<typeof LinkId>;
export const SessionId = z.uuid().brand('SessionId');
export type SessionId = z.infer<typeof SessionId>;
export const PasskeyId = z.uuid().brand('PasskeyId');
export type PasskeyId = z.infer<typeof PasskeyId>;
export const IdentityId = z.uuid().brand('IdentityId');
export type IdentityId = z.infer<typeof IdentityId>;
export const HandOverId = z.uuid().brand('HandOverId');
export type HandOverId = z.infer<typeof HandOverId>;
export const MovementId = z.uuid().brand('MovementId');
export type MovementId = z.infer<typeof MovementId>;
export const TargetId = z.uuid().brand('TargetId');
export type TargetId = z.infer<typeof TargetId>;
export const TaskId = z.uuid().brand('TaskId');
export type TaskId = z.infer<typeof TaskId>;
export const ResponseId = z.uuid().brand('ResponseId');
export type ResponseId = z.infer<typeof ResponseId>;
export const DocumentId = z.uuid().brand('DocumentId');
export type DocumentId = z.infer<typeof DocumentId>;
export const ReadingId = z.uuid().brand('ReadingId');
export type ReadingId = z.infer<typeof ReadingId>;
export const MeasurementId = z.uuid().brand('MeasurementId');
export type MeasurementId = z.infer<typeof MeasurementId>;
export const FigureImportId = z.uuid().brand('FigureImportId');
export type FigureImportId = z.infer<typeof FigureImportId>;
export const ObstacleId = z.uuid().brand('ObstacleId');
export type ObstacleId = z.infer<typeof ObstacleId>;
export const EvidenceId = z.uuid().brand('EvidenceId');
export type EvidenceId = z.infer<typeof EvidenceId>;
export const AccessTokenId = z.uuid().brand('AccessTokenId');
export type AccessTokenId = z.infer<typeof AccessTokenId>;
export const CommentId = z.uuid().brand('CommentId');
export type CommentId = z.infer<typeof CommentId>;
export const SettingId = z.uuid().brand('SettingId');
export type SettingId = z.infer<typeof SettingId>;
export const DeviceId = z.uuid().brand('DeviceId');
export type DeviceId = z.infer<typeof DeviceId>;
export const NoticeId = z.uuid().brand('NoticeId');
export type NoticeId = z.infer<typeof NoticeId>;
export const JobId = z.uuid().brand('JobId');
export type JobId = z.infer<typeof JobId>;
export const DataRequestId = z.uuid().brand('DataRequestId');
export type DataRequestId = z.infer<typeof DataRequestId>;
export const RequestFormId = z.uuid().brand('RequestFormId');
export type RequestFormId = z.infer<typeof RequestFormId>;
/** Made by the client for every act, so that an act sent twice is done once. */
export const ActionId = z.uuid().brand('ActionId');
export type ActionId = z.infer<typeof ActionId>;

/** 'YYYY-MM-DD'. */
export const CalendarDate = z.iso.date();
/** Exact decimal as a string: '9950.3', '-2'. */
export const DecimalString = z.string().regex(/^-?\d{1,18}(\.\d{1,9})?$/);
