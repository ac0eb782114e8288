import type {
  AgendaKind,
  DeliveryChannel,
  DeliveryState,
  MeetingAct,
  MeetingKind,
  MeetingState,
  MessageKind,
  MessageLanguage,
  MessageState,
  NoticeAudience,
  NoticeKind,
  NoticeLanguage,
  NoticePriority,
  NotificationChannel,
  NotificationKind,
  ReminderKind,
  ResolutionState,
  VoteChoice,
  VoteManner,
} from '@kafal/contract';
import type {
  CalendarDate,
  CastingVote,
  CollateralKind,
  CollateralState,
  Compounding,
  DayCountConvention,
  DepositorCategory,
  EligibilityKind,
  FlatRebate,
  InterestRule,
  LoanClass,
  LoanMeasureKind,
  LoanRules,
  LoanStatus,
  Majority,
  MaturityAct,
  Money,
  NoVoteReason,
  OperatingMode,
  Overrider,
  Payout,
  Relation,
  RuleReach,
  SlabMethod,
  TermKind,
  TermRounding,
  WithdrawalRule,
} from '@kafal/core';
import type { ColumnType, Generated, Insertable, Selectable } from 'kysely';

// The shape of every table. Instants (…At) are milliseconds since 1970 in UTC, days are ISO text, flags are 0 or 1,
// JSON columns are text that is parsed where it is read.

export type Flag = 0 | 1;
type Defaulted<T> = ColumnType<T, T | undefined, T>;

export interface SettingTable {
  id: Generated<number>;
  name: string;
  value: string;
  effectiveFrom: CalendarDate;
  legalBasis: string | null;
  setByUserId: number | null;
  recordedAt: number;
  reason: string | null;
  approvedByUserId: number | null;
}

export interface SequenceTable {
  name: string;
  nextNumber: number;
}

export interface LeaseTable {
  name: string;
  holder: string;
  expiresAt: number;
}

export interface StoredFileTable {
  id: string;
  purpose: string;
  mediaType: string;
  bytes: number;
  sha256: string;
  createdAt: number;
}

export interface PersonFileTable {
  id: string;
  memberId: number | null;
  applicationId: number | null;
  loanId: Defaulted<number | null>;
  kind: string;
  name: string;
  width: number | null;
  height: number | null;
  status: string;
  statusAt: number;
  addedByUserId: number | null;
  /** Null for the papers of a loan. */
  checkState: Defaulted<'pending' | 'verified' | 'rejected' | null>;
  checkedByUserId: Defaulted<number | null>;
  checkedAt: Defaulted<number | null>;
  checkNote: Defaulted<string | null>;
  numberMasked: Defaulted<string | null>;
  issuedOn: Defaulted<CalendarDate | null>;
  expiresOn: Defaulted<CalendarDate | null>;
  replacesFileId: Defaulted<string | null>;
}

/** Without a row a member is of low risk and was never found in order. */
export interface MemberKycTable {
  memberId: number;
  riskClass: 'low' | 'medium' | 'high';
  riskReason: Defaulted<string | null>;
  reviewedOn: Defaulted<CalendarDate | null>;
  reviewedByUserId: Defaulted<number | null>;
  reviewDueOn: Defaulted<CalendarDate | null>;
}

export interface MemberNoteTable {
  id: Generated<number>;
  memberId: number;
  text: string;
  writtenByUserId: number;
  writtenAt: number;
}

export interface BusinessDayTable {
  businessDate: CalendarDate;
  status: string;
  openedAt: number;
  closedAt: number | null;
  closedByUserId: number | null;
  version: Defaulted<number>;
}

export interface RoleTable {
  code: string;
  nameEn: string;
  nameHi: string;
  builtIn: Flag;
  version: Defaulted<number>;
}

export interface RolePermissionTable {
  roleCode: string;
  permission: string;
}

export interface MemberTable {
  id: Generated<number>;
  number: string;
  name: string;
  nameLocal: string | null;
  dateOfBirth: CalendarDate;
  gender: string;
  parentOrSpouseName: string | null;
  phone: string | null;
  email: string | null;
  emailKey: string | null;
  addressLine: string;
  locality: string;
  district: string;
  state: string;
  postalCode: string;
  occupation: string;
  memberClass: string;
  accountType: string;
  panSealed: string | null;
  panKey: string | null;
  panMasked: string | null;
  aadhaarLastFour: string | null;
  bankDetailsSealed: string | null;
  bankDetailsMasked: string | null;
  language: string;
  status: string;
  statusSince: CalendarDate;
  joinedOn: CalendarDate;
  applicationId: number | null;
  createdAt: number;
  version: Defaulted<number>;
}

export interface MemberSearchTable {
  kind: 'word' | 'sound' | 'number' | 'tail' | 'phone';
  term: string;
  memberId: number;
  words: string | null;
}

export interface SearchProgressTable {
  name: string;
  rules: string;
  doneTo: number;
  updatedAt: number;
}

export interface UserTable {
  id: Generated<number>;
  kind: string;
  name: string;
  memberId: number | null;
  roleCode: string | null;
  email: string | null;
  phone: string | null;
  passwordHash: string | null;
  passwordChangedAt: number | null;
  mustChangePassword: Flag;
  totpSealed: string | null;
  totpEnabledAt: number | null;
  totpLastStep: number | null;
  status: string;
  language: string;
  createdAt: number;
  lastLoginAt: number | null;
  version: Defaulted<number>;
}

export interface LoginNameTable {
  nameKey: string;
  kind: string;
  userId: number;
}

export interface SessionTable {
  id: string;
  userId: number;
  audience: string;
  client: string;
  refreshHash: string;
  previousRefreshHash: string | null;
  rotatedAt: number | null;
  address: string;
  agent: string;
  createdAt: number;
  lastSeenAt: number;
  expiresAt: number;
  endedAt: number | null;
  endReason: string | null;
}

export interface LoginAttemptTable {
  id: Generated<number>;
  userId: number | null;
  identifierHash: string;
  audience: string;
  outcome: string;
  address: string;
  agent: string;
  attemptedAt: number;
}

export interface OneTimeCodeTable {
  id: Generated<number>;
  userId: number;
  purpose: string;
  codeHash: string;
  attemptsLeft: number;
  issuedAt: number;
  issuedByUserId: number | null;
  expiresAt: number;
  usedAt: number | null;
}

export interface MembershipApplicationTable {
  id: Generated<number>;
  trackingNumber: string;
  status: string;
  source: string;
  name: string;
  nameLocal: string | null;
  dateOfBirth: CalendarDate;
  gender: string;
  parentOrSpouseName: string | null;
  phone: string;
  phoneSharedReason: string | null;
  email: string | null;
  emailKey: string | null;
  addressLine: string;
  locality: string;
  district: string;
  state: string;
  postalCode: string;
  occupation: string;
  memberClass: string;
  accountType: string;
  panSealed: string | null;
  panKey: string | null;
  panMasked: string | null;
  aadhaarLastFour: string | null;
  language: string;
  flags: string;
  submittedAt: number;
  createdByUserId: number | null;
  recommendedByUserId: number | null;
  decidedByUserId: number | null;
  decidedAt: number | null;
  reason: string | null;
  resolutionNumber: string | null;
  memberId: number | null;
  version: Defaulted<number>;
}

export interface ApplicationEventTable {
  id: Generated<number>;
  applicationId: number;
  act: string;
  userId: number | null;
  note: string | null;
  recordedAt: number;
}

export interface NomineeTable {
  id: Generated<number>;
  applicationId: number | null;
  memberId: number | null;
  name: string;
  relation: string;
  dateOfBirth: CalendarDate;
  shareBasisPoints: number;
  guardianName: string | null;
  guardianRelation: string | null;
  phone: string | null;
}

export interface MemberStatusChangeTable {
  id: Generated<number>;
  memberId: number;
  fromStatus: string;
  toStatus: string;
  reason: string;
  effectiveOn: CalendarDate;
  requestedByUserId: number | null;
  decidedByUserId: number | null;
  recordedAt: number;
}

export interface MemberDueTable {
  id: Generated<number>;
  memberId: number;
  kind: string;
  feeCode: string;
  accountCode: string;
  amount: Money;
  paid: Defaulted<Money>;
  dueOn: CalendarDate;
  position: number;
  createdAt: number;
}

export interface FeeTable {
  id: Generated<number>;
  code: string;
  kind: string;
  nameEn: string;
  nameHi: string;
  accountCode: string;
  amount: Money;
  dueOnAdmission: Flag;
  effectiveFrom: CalendarDate;
  legalBasis: string | null;
  position: number;
  reason: string | null;
  setByUserId: number | null;
  approvedByUserId: number | null;
  recordedAt: number | null;
}

export interface AccountTable {
  code: string;
  nameEn: string;
  nameHi: string;
  nameNe: string | null;
  type: string;
  isControl: Flag;
  subLedger: string | null;
  statutoryCode: string | null;
  isActive: Defaulted<Flag>;
}

export interface VoucherSeriesTable {
  code: string;
  financialYear: string;
  nextNumber: number;
  chainHead: string;
}

export interface JournalEntryTable {
  id: Generated<number>;
  seriesCode: string;
  financialYear: string;
  number: number;
  kind: string;
  postedOn: CalendarDate;
  valueOn: CalendarDate;
  narration: string;
  total: Money;
  memberId: number | null;
  tillId: number | null;
  mode: string | null;
  reversesEntryId: number | null;
  makerUserId: number;
  checkerUserId: number | null;
  idempotencyKey: string | null;
  recordedAt: number;
  previousHash: string;
  hash: string;
}

export interface PostingTable {
  id: Generated<number>;
  entryId: number;
  line: number;
  accountCode: string;
  side: string;
  amount: Money;
  subLedger: string | null;
  subLedgerId: number | null;
  balanceAfter: Money | null;
  memo: string | null;
  postedOn: CalendarDate;
}

export interface BalanceTable {
  subLedger: string;
  subLedgerId: number;
  accountCode: string;
  amount: Defaulted<Money>;
  hold: Defaulted<Money>;
  floor: Defaulted<Money>;
  version: Defaulted<number>;
}

export interface DailyTotalTable {
  businessDate: CalendarDate;
  accountCode: string;
  debit: Money;
  credit: Money;
}

export interface IdempotencyTable {
  userId: number;
  idempotencyKey: string;
  requestHash: string;
  status: number;
  answer: string;
  recordedAt: number;
}

export interface ApprovalRequestTable {
  id: Generated<number>;
  kind: string;
  subjectKind: string;
  subjectId: number;
  memberId: number | null;
  summary: string;
  command: string;
  amount: Money | null;
  status: string;
  requestedByUserId: number;
  requestedAt: number;
  decidedByUserId: number | null;
  decidedAt: number | null;
  reason: string | null;
  entryId: number | null;
  version: Defaulted<number>;
}

export interface ShareHoldingTable {
  id: Generated<number>;
  memberId: number;
  folio: string;
  shares: Defaulted<number>;
  openedOn: CalendarDate;
  version: Defaulted<number>;
}

export interface ShareAllotmentTable {
  id: Generated<number>;
  holdingId: number;
  memberId: number;
  shares: number;
  faceValue: Money;
  amount: Money;
  distinctiveFrom: number;
  distinctiveTo: number;
  certificateNumber: string;
  resolutionNumber: string | null;
  allottedOn: CalendarDate;
  entryId: number;
  reversedByEntryId: number | null;
}

export interface DepositProductTable {
  id: Generated<number>;
  code: string;
  kind: string;
  nameEn: string;
  nameHi: string;
  accountCode: string;
  minimumBalance: Money;
  annualRate: string;
  effectiveFrom: CalendarDate;
  legalBasis: string | null;
  reason: string | null;
  setByUserId: number | null;
  approvedByUserId: number | null;
  recordedAt: number | null;
  interestBasis: Generated<string>;
  interestDayCount: Generated<string>;
  interestMonths: Generated<string>;
  interestMultiple: Generated<number>;
  isOffered: Generated<Flag>;
  minimumDeposit: Generated<Money>;
  withdrawal: Generated<WithdrawalRule>;
  interestRule: Generated<InterestRule>;
  slabMethod: Generated<SlabMethod>;
  appliesTo: Generated<RuleReach>;
  dormantMonths: number | null;
}

export interface DepositRateTable {
  id: Generated<number>;
  depositProductId: number;
  category: DepositorCategory;
  amountFrom: Money;
  annualRate: string;
}

export interface DepositGoalTable {
  depositId: number;
  purpose: string;
  target: Money;
  targetOn: CalendarDate;
}

export interface DayEndStepTable {
  businessDate: CalendarDate;
  step: string;
  afterId: Generated<number>;
  done: Generated<number>;
  amount: Generated<Money>;
  startedAt: number;
  finishedAt: number | null;
  stopCode: Generated<string | null>;
  stopParams: Generated<string | null>;
}

export interface DayEndFailureTable {
  businessDate: CalendarDate;
  step: string;
  depositId: number;
  code: string;
  params: string;
  failedAt: number;
  resolvedAt: number | null;
}

/** Which entry closed an account without a term. */
export interface DepositClosureTable {
  depositId: number;
  entryId: number | null;
}

export interface InterestCreditTable {
  depositId: number;
  periodTo: CalendarDate;
  periodFrom: CalendarDate;
  interest: Money;
  entryId: number | null;
  knewEntryId: number;
}

export interface InterestTaxTable {
  entryId: number;
  memberId: number;
  depositId: number;
  reason: string;
  interest: Money;
  interestBefore: Money;
  taxBefore: Money;
  threshold: Money | null;
  rate: string;
  due: Money;
  tax: Money;
  remaining: Money;
}

export interface AccrualRunTable {
  id: Generated<number>;
  accruedOn: CalendarDate;
  productCode: string;
  accountCode: string;
  amount: Money;
  entryId: number | null;
}

export interface InterestAccrualTable {
  id: Generated<number>;
  depositId: number;
  runId: number | null;
  entryId: number | null;
  amount: Money;
}

export interface StaffStandingTable {
  id: Generated<number>;
  memberId: number;
  isStaff: Flag;
  effectiveFrom: CalendarDate;
  reason: string;
  setByUserId: number;
  approvedByUserId: number;
  recordedAt: number;
}

export interface TaxDeclarationTable {
  id: Generated<number>;
  memberId: number;
  financialYear: string;
  number: string;
  receivedOn: CalendarDate;
  recordedByUserId: number;
  recordedAt: number;
  withdrawnAt: number | null;
  withdrawnByUserId: number | null;
  withdrawnBecause: string | null;
}

/** What a period was credited before an entry was dated back into its days. */
export interface InterestRecountTable {
  depositId: number;
  periodTo: CalendarDate;
  becauseEntryId: number;
  interest: Money;
  entryId: number | null;
  reversalEntryId: number | null;
  knewEntryId: number;
}

export interface TermProductTable {
  id: Generated<number>;
  code: string;
  kind: TermKind;
  nameEn: string;
  nameHi: string;
  isOffered: Flag;
  minimumAmount: Money;
  maximumAmount: Money | null;
  multipleOf: Money | null;
  maximumMonths: number;
  compounding: Compounding;
  dayCount: DayCountConvention;
  payout: Payout;
  isPayoutDiscounted: Flag;
  rounding: TermRounding;
  lockInDays: number;
  prematurePenalty: string;
  atMaturity: MaturityAct;
  lateFinePerHundred: Money | null;
  graceDays: Defaulted<number>;
  irregularAfterMissed: number | null;
  appliesTo: Defaulted<RuleReach>;
  effectiveFrom: CalendarDate;
  legalBasis: string | null;
  reason: string | null;
  setByUserId: number | null;
  approvedByUserId: number | null;
  recordedAt: number;
}

export interface TermRateTable {
  id: Generated<number>;
  termProductId: number;
  category: DepositorCategory;
  amountFrom: Money;
  termFrom: number;
  termUnit: 'days' | 'months';
  annualRate: string;
}

export interface DepositTable {
  id: Generated<number>;
  number: string;
  memberId: number;
  productCode: string;
  kind: string;
  status: string;
  openedOn: CalendarDate;
  closedOn: CalendarDate | null;
  version: Defaulted<number>;
  minimumDeposit: Defaulted<Money>;
  withdrawal: Defaulted<WithdrawalRule>;
  takesMoney: Defaulted<Flag>;
  activeOn: CalendarDate;
  operatingMode: Defaulted<OperatingMode>;
  guardianName: Defaulted<string | null>;
}

export interface DepositNomineeTable {
  id: Generated<number>;
  depositId: number;
  name: string;
  relation: string;
  dateOfBirth: CalendarDate;
  shareBasisPoints: number;
  guardianName: string | null;
  guardianRelation: string | null;
  phone: string | null;
}

export interface DepositHolderTable {
  depositId: number;
  memberId: number;
  place: number;
}

export interface DepositDormancyTable {
  depositId: number;
  dormantOn: CalendarDate;
  lastActiveOn: CalendarDate;
  reactivatedOn: CalendarDate | null;
  note: string | null;
  askedByUserId: number | null;
  approvedByUserId: number | null;
}

export interface DepositRestrictionTable {
  id: Generated<number>;
  depositId: number;
  kind: string;
  amount: Money | null;
  allowsDeposits: Flag | null;
  reference: string | null;
  reason: string;
  untilOn: CalendarDate | null;
  setOn: CalendarDate;
  setByUserId: number | null;
  approvedByUserId: number | null;
  statusBefore: string | null;
  movedFromId: number | null;
  status: string;
  endedOn: CalendarDate | null;
  endReason: string | null;
  endedByUserId: number | null;
  endApprovedByUserId: number | null;
}

export interface TermDepositTable {
  depositId: number;
  termProductId: number;
  amount: Money;
  months: number | null;
  days: number | null;
  category: DepositorCategory;
  annualRate: string;
  maturesOn: CalendarDate;
  maturityValue: Money;
  atMaturity: MaturityAct;
  openingEntryId: number | null;
  interestPaid: Money;
  closingEntryId: number | null;
  nextPayoutOn: CalendarDate | null;
}

export interface LoanProductTable {
  id: Generated<number>;
  code: string;
  nameEn: string;
  nameHi: string;
  isOffered: Flag;
  accountCode: string;
  interestMethod: LoanRules['interestMethod'];
  repayment: LoanRules['repayment'];
  interestBasis: LoanRules['interestBasis'];
  every: number;
  unit: LoanRules['unit'];
  minimumInstalments: number;
  maximumInstalments: number;
  minimumAmount: Money;
  maximumAmount: Money;
  annualRate: string;
  instalmentMultiple: Money;
  allocation: LoanRules['allocation'];
  excess: LoanRules['excess'];
  processingFeePercent: string;
  processingFeeMinimum: Money;
  processingFeeMaximum: Money | null;
  shareLinkPercent: string;
  guarantorsNeeded: number;
  guarantorShareMultiple: string | null;
  guarantorDepositMultiple: string | null;
  guarantorMostLoans: number | null;
  membershipMonths: number;
  sanctionDays: number;
  closingFeePercent: Defaulted<string>;
  flatRebate: Defaulted<FlatRebate>;
  /** JSON of what it is lent against; null: it needs no security. */
  collateralRules: Defaulted<string | null>;
  /** JSON of what its insurance costs, and where that is owed; null: it is not insured. */
  insuranceRules: Defaulted<string | null>;
  /** Its own penal charge in per cent a year, and days of grace; null: the rule of the society. */
  penalRate: Defaulted<string | null>;
  penalGraceDays: Defaulted<number | null>;
  effectiveFrom: CalendarDate;
  legalBasis: string | null;
  reason: string | null;
  setByUserId: number | null;
  approvedByUserId: number | null;
  recordedAt: number;
}

export interface LoanTable {
  id: Generated<number>;
  number: string;
  memberId: number;
  productCode: string;
  loanProductId: number;
  status: LoanStatus;
  askedAmount: Money;
  askedInstalments: number;
  purpose: string;
  monthlyIncome: Money | null;
  appliedOn: CalendarDate;
  appliedByUserId: number;
  recommendedByUserId: number | null;
  sanctionedAmount: Money | null;
  instalments: number | null;
  annualRate: string | null;
  resolutionNumber: string | null;
  sanctionedOn: CalendarDate | null;
  validUntil: CalendarDate | null;
  decidedByUserId: number | null;
  reason: string | null;
  disbursedOn: CalendarDate | null;
  disbursementEntryId: number | null;
  nextDueOn: CalendarDate | null;
  closedOn: CalendarDate | null;
  /** Since when nobody expects it back, what was owed then, and what of that has come in. */
  writtenOffOn: CalendarDate | null;
  writtenOffAmount: Money | null;
  recovered: Money | null;
  version: Defaulted<number>;
  /** The loan that its payout closes. */
  replacesLoanId: number | null;
}

export interface LoanGuarantorTable {
  id: Generated<number>;
  loanId: number;
  memberId: number;
  status: 'asked' | 'consented' | 'declined';
  answeredAt: number | null;
  answeredByUserId: number | null;
  replacesMemberId: number | null;
  releasedOn: CalendarDate | null;
}

export interface LoanStepTable {
  id: Generated<number>;
  loanId: number;
  act: string;
  userId: number;
  note: string | null;
  recordedAt: number;
}

export interface LoanEventTable {
  loanId: number;
  place: number;
  type:
    | 'payout'
    | 'repayment'
    | 'prepayment'
    | 'settlement'
    | 'waiver'
    | 'reschedule'
    | 'writeOff'
    | 'recovery'
    | 'penalty'
    | 'undo'
    | 'correction';
  occurredOn: CalendarDate;
  amount: Money | null;
  takesBack: number | null;
  entryId: number | null;
  userId: number;
  recordedAt: number;
  /** JSON, by the type of the event. */
  detail: string | null;
}

export interface LoanStandingTable {
  loanId: number;
  classCode: LoanClass;
  daysPastDue: number;
  nonPerformingSince: CalendarDate | null;
  provision: Money;
  providedAs: LoanClass | null;
  /** It was planned anew while it did not perform: no better class before this day. */
  heldUntil: CalendarDate | null;
}

export interface LoanClassChangeTable {
  loanId: number;
  changedOn: CalendarDate;
  fromClass: LoanClass;
  toClass: LoanClass;
  daysPastDue: number;
  entryId: number | null;
}

export interface LoanPenalDayTable {
  loanId: number;
  chargedOn: CalendarDate;
  annualRate: string;
  overdue: Money;
  amount: Money;
}

export interface LoanReceivableTable {
  id: Generated<number>;
  loanId: number;
  part: 'interest' | 'penalty';
  countedOn: CalendarDate;
  amount: Money;
  reserved: Money;
  entryId: number | null;
}

export interface LoanProvisionTable {
  loanId: number;
  providedOn: CalendarDate;
  classCode: LoanClass;
  principalOwed: Money;
  /** What of it the security of the loan covers. */
  secured: Money;
  amount: Money;
  change: Money;
  entryId: number | null;
}

/** What was done about a loan that went wrong; how it stood before and after as JSON. */
export interface LoanMeasureTable {
  id: Generated<number>;
  loanId: number;
  kind: LoanMeasureKind;
  takenOn: CalendarDate;
  /** Its event among those of the loan. */
  place: number;
  reason: string;
  resolutionNumber: string | null;
  resolutionOn: CalendarDate | null;
  figures: string;
  entryId: number | null;
  askedByUserId: number;
  agreedByUserId: number;
  recordedAt: number;
  takenBackOn: CalendarDate | null;
  takenBackReason: string | null;
}

export interface LoanGuarantorPaymentTable {
  id: Generated<number>;
  loanId: number;
  memberId: number;
  entryId: number;
  amount: Money;
  /** What of it lowered what is owed of the loan itself. */
  principal: Money;
}

export interface LoanCollateralTable {
  id: Generated<number>;
  loanId: number;
  kind: CollateralKind;
  status: CollateralState;
  description: string;
  ownerName: string;
  value: Money;
  valuedBy: string;
  valuedOn: CalendarDate;
  packetNumber: string | null;
  pieces: number | null;
  grossMilligrams: number | null;
  deductionMilligrams: number | null;
  /** Parts of a thousand. */
  purity: number | null;
  /** Of a gram of pure gold. */
  ratePerGram: Money | null;
  depositId: number | null;
  /** The lien as it was put; a matured deposit may have passed it on. */
  restrictionId: number | null;
  offeredByUserId: number;
  recordedAt: number;
  keptWhere: string | null;
  receivedOn: CalendarDate | null;
  receivedByUserId: number | null;
  receiptAgreedByUserId: number | null;
  releasedOn: CalendarDate | null;
  releasedTo: string | null;
  releasedByUserId: number | null;
  releaseAgreedByUserId: number | null;
}

export interface SuretyCodeTable {
  loanId: number;
  memberId: number;
  codeHash: string;
  triesLeft: number;
  issuedByUserId: number;
  expiresAt: number;
}

export interface EmployerTable {
  id: Generated<number>;
  name: string;
  nameKey: string;
  version: Generated<number>;
}

export interface MemberEmploymentTable {
  memberId: number;
  employerId: number;
  employeeNumber: string | null;
}

export interface LoanDraftTable {
  memberId: number;
  asked: string;
  savedByUserId: number;
  savedAt: number;
}

export interface LoanDebitOrderTable {
  loanId: number;
  fromDepositId: number;
  agreedByUserId: number;
  agreedAt: number;
  stoppedAt: number | null;
}

export interface LoanDebitTable {
  loanId: number;
  triedOn: CalendarDate;
  due: Money;
  taken: Money;
  code: string | null;
  entryId: number | null;
}

export interface LoanReminderTable {
  loanId: number;
  about: 'due' | 'overdue';
  dueOn: CalendarDate;
  remindedOn: CalendarDate;
}

export interface LoanInstalmentTable {
  loanId: number;
  number: number;
  dueOn: CalendarDate;
  principal: Money;
  interest: Money;
  fee: Money;
  penalty: Money;
  paidPrincipal: Money;
  paidInterest: Money;
  paidFee: Money;
  paidPenalty: Money;
  paidOn: CalendarDate | null;
}

export interface LoanEligibilityRuleTable {
  loanProductId: number;
  kind: EligibilityKind;
  ruleLimit: string;
  overrideBy: Overrider | null;
}

export interface LoanOverrideTable {
  id: Generated<number>;
  loanId: number;
  kind: string;
  ruleValue: string | null;
  ruleLimit: string;
  note: string;
  userId: number;
  recordedAt: number;
}

export interface SanctionLadderTable {
  id: Generated<number>;
  effectiveFrom: CalendarDate;
  legalBasis: string | null;
  reason: string | null;
  setByUserId: number;
  approvedByUserId: number | null;
  recordedAt: number;
}

export interface SanctionLevelTable {
  ladderId: number;
  place: number;
  roleCode: string;
  upTo: Money | null;
}

export interface MemberRelativeTable {
  id: Generated<number>;
  memberId: number;
  relativeId: number;
  relation: Relation;
  namedByUserId: number;
  recordedAt: number;
}

export interface LoanContactTable {
  id: Generated<number>;
  loanId: number;
  kind: 'call' | 'visit' | 'letter' | 'office';
  contactedOn: CalendarDate;
  spokeTo: string;
  said: string;
  userId: number;
  recordedAt: number;
}

export interface LoanPromiseTable {
  id: Generated<number>;
  loanId: number;
  amount: Money;
  promisedFor: CalendarDate;
  madeOn: CalendarDate;
  afterPlace: number;
  userId: number;
  recordedAt: number;
}

export interface LoanNoticeTable {
  id: Generated<number>;
  loanId: number;
  round: number;
  level: number;
  noticedOn: CalendarDate;
  dueSince: CalendarDate;
  daysPastDue: number;
  principal: Money;
  interest: Money;
  charges: Money;
  penalty: Money;
  principalOwed: Money;
  payBy: CalendarDate;
  userId: number;
  recordedAt: number;
}

export interface AgentTable {
  id: Generated<number>;
  number: string;
  userId: number;
  memberId: number | null;
  status: string;
  registeredOn: CalendarDate;
  retiredOn: CalendarDate | null;
  version: Defaulted<number>;
}

export interface AgentCommissionTable {
  agentId: number;
  monthStartsOn: CalendarDate | null;
  monthEndsOn: CalendarDate;
  collected: Money;
  commission: Money;
  taxRate: string | null;
  tax: Money;
  entryId: number;
}

export interface AgentTermsTable {
  id: Generated<number>;
  agentId: number;
  effectiveFrom: CalendarDate;
  commissionRate: string | null;
  cashLimit: Money | null;
  reason: string | null;
  setByUserId: number;
  approvedByUserId: number | null;
  recordedAt: number;
}

export interface CollectionRouteTable {
  id: Generated<number>;
  code: string;
  name: string;
  agentId: number;
  version: Defaulted<number>;
}

export interface DailyDepositTable {
  depositId: number;
  routeId: number;
  position: number;
  dailyAmount: Money;
  months: number;
  maturesOn: CalendarDate;
  annualRate: string;
  keptMonths: number;
  serviceCharge: string | null;
  addEveryMonths: number;
  interestCredited: Defaulted<Money>;
  nextInterestOn: CalendarDate | null;
  closingEntryId: number | null;
}

export interface DailyInterestTable {
  depositId: number;
  periodTo: CalendarDate;
  interest: Money;
  entryId: number | null;
  knewEntryId: number;
}

export interface CollectionTable {
  id: Generated<number>;
  agentId: number;
  routeId: number;
  depositId: number;
  memberId: number;
  amount: Money;
  collectedOn: CalendarDate;
  receiptId: number;
  entryId: number;
  isFromSheet: Flag;
  reversedByEntryId: number | null;
}

export interface CollectionHandoverTable {
  id: Generated<number>;
  agentId: number;
  tillSessionId: number;
  entryId: number;
  expected: Money;
  counted: Money;
  count: string;
  note: string | null;
  reversedByEntryId: number | null;
}

export interface TermInstalmentTable {
  depositId: number;
  number: number;
  dueOn: CalendarDate;
  amount: Money;
  paidOn: CalendarDate | null;
  entryId: number | null;
  missedOn: CalendarDate | null;
}

export interface TermPayoutTable {
  depositId: number;
  dueOn: CalendarDate;
  amount: Money;
  entryId: number;
}

export interface TermMaturityTable {
  depositId: number;
  maturedOn: CalendarDate;
  renewed: Money;
  toSavings: Money;
  unclaimed: Money;
  renewedDepositId: number | null;
  savingsDepositId: number | null;
  unclaimedDepositId: number | null;
  refusalCode: string | null;
  entryId: number;
}

export interface ThriftDueTable {
  depositId: number;
  dueOn: CalendarDate;
  amount: Money;
  raised: Money;
  graceTo: CalendarDate;
}

export interface ReminderTable {
  kind: ReminderKind;
  /** The loan, the deposit, the member or the meeting, by the kind. */
  objectId: number;
  /** As it was agreed; a holiday may move it. */
  dueOn: CalendarDate;
  /** By which number of the rule; 0 before there were several. */
  daysBefore: number;
  remindedOn: CalendarDate;
}

export interface StandingInstructionTable {
  id: Generated<number>;
  memberId: number;
  fromDepositId: number;
  toDepositId: number;
  activeToId: number | null;
  startsOn: CalendarDate;
  stoppedOn: CalendarDate | null;
  setByUserId: number;
  stoppedByUserId: number | null;
  recordedAt: number;
}

export interface InstructionDueTable {
  instructionId: number;
  dueOn: CalendarDate;
  status: string;
  amount: Money;
  fine: Money;
  firstTriedOn: CalendarDate;
  triedOn: CalendarDate;
  tries: number;
  code: string | null;
  params: string | null;
  entryId: number | null;
}

export interface TillTable {
  id: Generated<number>;
  code: string;
  name: string;
  seriesCode: string;
  isActive: Flag;
  assignedUserId: number | null;
  cashLimit: Money | null;
  version: Generated<number>;
}

export interface HolidayTable {
  day: CalendarDate;
  nameEn: string;
  nameHi: string;
  recordedByUserId: number | null;
  recordedAt: number;
}

export interface TillSessionTable {
  id: Generated<number>;
  tillId: number;
  openTillId: number | null;
  openUserId: number | null;
  userId: number;
  businessDate: CalendarDate;
  status: string;
  openedAt: number;
  openingCash: Money;
  openingCount: string;
  closedAt: number | null;
  expectedCash: Money | null;
  countedCash: Money | null;
  closingCount: string | null;
  closedByUserId: number | null;
  version: Defaulted<number>;
}

export interface ReceiptTable {
  id: Generated<number>;
  number: string;
  entryId: number;
  direction: string;
  memberId: number;
  tillSessionId: number | null;
  mode: string;
  reference: string | null;
  referenceOn: CalendarDate | null;
  drawnOn: string | null;
  total: Money;
  cashGiven: Money | null;
  issuedByUserId: number;
  issuedAt: number;
  issuedOn: CalendarDate;
}

export interface ReceiptLineTable {
  receiptId: number;
  line: number;
  kind: string;
  dueId: number | null;
  depositId: number | null;
  labelEn: string;
  labelHi: string;
  amount: Money;
}

export interface ReceiptPrintTable {
  id: Generated<number>;
  receiptId: number;
  userId: number;
  printedAt: number;
}

export interface PaymentReferenceTable {
  referenceKey: string;
  receiptId: number;
}

export interface PaymentRequestTable {
  id: Generated<number>;
  reference: string;
  memberId: number;
  scheme: 'upi' | 'nepal-qr';
  asked: string;
  shown: string;
  amount: Money;
  payload: string;
  payeeName: string;
  payeeAddress: string;
  status: 'created' | 'shown' | 'claimed' | 'receipted' | 'rejected';
  askedByUserId: number;
  askedAt: number;
  askedOn: CalendarDate;
  expiresAt: number;
  expiresOn: CalendarDate;
  shownAt: number | null;
  claimedNumber: string | null;
  claimedAt: number | null;
  claimedByUserId: number | null;
  receiptId: number | null;
  endedAt: number | null;
  endedByUserId: number | null;
  reason: string | null;
}

export interface RepaymentSheetTable {
  id: Generated<number>;
  /** Of its rows: the same file is not entered twice. Null once it is taken back. */
  fileHash: string | null;
  mode: 'cash' | 'cheque' | 'bank' | 'upi';
  reference: string | null;
  referenceKey: string | null;
  referenceOn: CalendarDate | null;
  drawnOn: string | null;
  total: Money;
  status: 'posting' | 'done' | 'taken-back';
  /** The money that came for all of its rows. */
  entryId: number;
  enteredByUserId: number;
  enteredOn: CalendarDate;
  enteredAt: number;
  finishedAt: number | null;
}

export interface RepaymentSheetRowTable {
  sheetId: number;
  /** As a person counts lines in the file. */
  line: number;
  /** The number of the loan or the member, as it stood there. */
  typed: string;
  memberId: number | null;
  loanId: number | null;
  amount: Money | null;
  note: string | null;
  status: 'waiting' | 'paid' | 'refused';
  /** Why it is refused, with the values of the sentence as JSON. */
  code: string | null;
  params: string | null;
  receiptId: number | null;
  entryId: number | null;
}

export interface BankStatementTable {
  id: Generated<number>;
  accountCode: string;
  fileName: string;
  fileHash: string;
  headings: string;
  fromDay: CalendarDate | null;
  toDay: CalendarDate | null;
  lineCount: number;
  knownCount: number;
  credits: Money;
  debits: Money;
  entryId: number | null;
  importedByUserId: number;
  importedAt: number;
  source: Defaulted<'file' | 'gateway'>;
}

export interface PaymentGatewayTable {
  id: Generated<number>;
  kind: 'kafal' | 'razorpay';
  name: string;
  secretSealed: string;
  startedAt: number;
  endedAt: number | null;
  setByUserId: number | null;
  approvedByUserId: number | null;
}

export interface GatewayMessageTable {
  id: Generated<number>;
  gatewayId: number;
  eventId: string;
  bodyHash: string;
  receivedAt: number;
  amount: Money;
  number: string;
  description: string;
  bankLineId: number;
  wasKnown: Flag;
}

export interface BankLineTable {
  id: Generated<number>;
  statementId: number;
  accountCode: string;
  lineHash: string;
  occurrence: number;
  bookedOn: CalendarDate;
  description: string;
  bankReference: string;
  number: string | null;
  credit: Money;
  debit: Money;
  status: 'waiting' | 'received' | 'settled' | 'unidentified' | 'allotted' | 'returned' | 'debit';
  reason: string | null;
  refusal: string | null;
  usedNumber: string | null;
  requestId: number | null;
  receiptId: number | null;
  entryId: number | null;
  endedAt: number | null;
}

export interface AuditTable {
  id: Generated<number>;
  recordedAt: number;
  userId: number | null;
  userKind: string;
  userName: string;
  action: string;
  subjectKind: string;
  subjectId: string | null;
  oldValues: string | null;
  newValues: string | null;
  address: string;
  agent: string;
  requestId: string;
}

export interface OutboxTable {
  id: Generated<number>;
  name: string;
  audience: string;
  memberId: number | null;
  userId: number | null;
  payload: string;
  recordedAt: number;
  deliverySeq: number | null;
}

export interface NoticeTable {
  id: Generated<number>;
  kind: NoticeKind;
  priority: NoticePriority;
  audience: NoticeAudience;
  status: 'draft' | 'scheduled' | 'published' | 'archived';
  publishOn: CalendarDate | null;
  publishTime: string | null;
  publishAt: number | null;
  expiresOn: CalendarDate | null;
  expiresAt: number | null;
  isPinned: Flag;
  sortAt: number;
  createdByUserId: number;
  createdAt: number;
  publishedByUserId: number | null;
  publishedAt: number | null;
  archivedByUserId: number | null;
  archivedAt: number | null;
  version: Defaulted<number>;
}

export interface NoticeTextTable {
  noticeId: number;
  language: NoticeLanguage;
  title: string;
  text: string;
}

export interface NoticeFileTable {
  id: string;
  noticeId: number;
  name: string;
  status: 'current' | 'replaced';
  addedByUserId: number;
  addedAt: number;
}

export interface NoticeReceiverTable {
  noticeId: number;
  memberId: number;
}

export interface NoticeReadTable {
  noticeId: number;
  userId: number;
  readAt: number;
}

export interface OfficeMessageTable {
  id: Generated<number>;
  number: string | null;
  memberId: number;
  kind: MessageKind;
  subject: string;
  status: MessageState;
  assignedUserId: number | null;
  answerBy: CalendarDate | null;
  openedAt: number;
  lastAt: number;
  closedOn: CalendarDate | null;
}

export interface OfficeMessageEntryTable {
  id: Generated<number>;
  messageId: number;
  kind: 'written' | 'answered' | 'file' | 'assigned' | 'closed' | 'reopened';
  byOffice: Flag;
  userId: number;
  text: string;
  fileId: string | null;
  recordedAt: number;
}

export interface MeetingTable {
  id: Generated<number>;
  kind: MeetingKind;
  title: string;
  status: MeetingState;
  heldOn: CalendarDate;
  heldTime: string;
  place: string;
  link: string | null;
  chairUserId: number;
  sitting: Defaulted<number>;
  calledOn: CalendarDate | null;
  noticeId: number | null;
  votersOn: CalendarDate | null;
  createdByUserId: number;
  createdAt: number;
  version: Defaulted<number>;
}

export interface MeetingItemTable {
  id: Generated<number>;
  meetingId: number;
  place: number;
  kind: AgendaKind;
  title: string;
  text: string;
  subjectId: number | null;
}

export interface MeetingStepTable {
  id: Generated<number>;
  meetingId: number;
  act: MeetingAct;
  userId: number;
  note: string | null;
  recordedAt: number;
}

export interface MeetingInviteeTable {
  id: Generated<number>;
  meetingId: number;
  memberId: number | null;
  userId: number | null;
  mayVote: Flag;
  noVoteBecause: NoVoteReason | null;
}

export interface MeetingAttendanceTable {
  inviteeId: number;
  sitting: number;
  how: 'list' | 'code';
  seenAt: number;
  seenByUserId: number;
}

export interface ResolutionTable {
  id: Generated<number>;
  meetingId: number;
  itemId: number | null;
  number: string | null;
  text: string;
  proposerId: number;
  seconderId: number;
  majority: Majority;
  status: ResolutionState;
  manner: VoteManner | null;
  votesFor: number | null;
  votesAgainst: number | null;
  votesAbstained: number | null;
  castingVote: CastingVote | null;
  decidedOn: CalendarDate | null;
  decidedAt: number | null;
  recordedByUserId: number;
}

export interface ResolutionSeriesTable {
  body: string;
  year: string;
  lastNumber: number;
}

export interface VoteMarkTable {
  resolutionId: number;
  inviteeId: number;
  kind: 'voted' | 'interest';
  choice: VoteChoice | null;
  reason: string | null;
}

export interface BallotTable {
  id: string;
  resolutionId: number;
  choice: VoteChoice;
}

export interface MinutesTable {
  meetingId: number;
  text: string;
  writtenByUserId: number;
  writtenAt: number;
  record: string | null;
  signedAt: number | null;
  version: Defaulted<number>;
}

export interface MinutesSignatureTable {
  meetingId: number;
  userId: number;
  asChair: Flag;
  version: number;
  signedAt: number;
}

export interface NotificationTable {
  id: Generated<number>;
  userId: number;
  deliverySeq: number;
  name: string;
  payload: string;
  createdAt: number;
  readAt: number | null;
}

export interface MessageDeliveryTable {
  id: Generated<number>;
  userId: number;
  deliverySeq: number;
  channel: DeliveryChannel;
  name: string;
  state: DeliveryState;
  attempts: Defaulted<number>;
  nextAttemptAt: number;
  createdAt: number;
  takenBy: string | null;
  sentTo: string | null;
  template: string | null;
  lastError: string | null;
  settledAt: number | null;
  parts: number | null;
  cost: Money | null;
}

export interface MessageChannelTable {
  channel: DeliveryChannel;
  downSince: number | null;
  lastError: string | null;
  lastSentAt: number | null;
}

export interface SmsProviderTable {
  id: Generated<number>;
  name: string;
  url: string;
  body: string;
  authHeader: string;
  secretSealed: string;
  sender: string;
  entityId: string;
  startedAt: number;
  endedAt: number | null;
  setByUserId: number | null;
  approvedByUserId: number | null;
}

export interface SmsTemplateTable {
  id: Generated<number>;
  event: string;
  language: MessageLanguage;
  version: number;
  text: string;
  slots: string;
  dltId: string;
  startedAt: number;
  endedAt: number | null;
  setByUserId: number | null;
  approvedByUserId: number | null;
}

export interface NotificationChoiceTable {
  userId: number;
  kind: NotificationKind;
  channel: NotificationChannel;
  isOn: Flag;
  chosenAt: number;
}

export interface NotificationMannerTable {
  userId: number;
  isQuiet: Flag;
  quietFrom: string;
  quietTo: string;
  language: MessageLanguage;
  chosenAt: number;
}

export interface PushSubscriptionTable {
  id: Generated<number>;
  userId: number;
  sessionId: string;
  endpoint: string;
  endpointHash: string;
  p256dh: string;
  auth: string;
  createdAt: number;
}

export interface PushMessageTable {
  id: Generated<number>;
  subscriptionId: number;
  deliverySeq: number;
  name: string;
  state: 'waiting' | 'sending';
  attempts: Defaulted<number>;
  nextAttemptAt: number;
}

export interface WebhookTable {
  id: Generated<number>;
  name: string;
  url: string;
  events: string;
  secretSealed: string;
  previousSealed: string | null;
  previousUntil: number | null;
  state: 'on' | 'paused' | 'off' | 'ended';
  failures: number;
  failedSince: number | null;
  nextAttemptAt: number;
  createdByUserId: number | null;
  createdAt: number;
}

export interface WebhookDeliveryTable {
  id: Generated<number>;
  webhookId: number;
  deliverySeq: number | null;
  event: string;
  body: string;
  state: 'waiting' | 'delivered' | 'failed';
  attempts: number;
  lastStatus: number | null;
  lastProblem: 'not-reached' | 'no-answer' | 'forbidden' | 'refused' | null;
  createdAt: number;
  lastAttemptAt: number | null;
}

export interface DeliveryCursorTable {
  userId: number;
  deliverySeq: number;
  updatedAt: number;
}

export interface SavedViewTable {
  id: Generated<number>;
  userId: number;
  list: string;
  name: string;
  search: string;
  hiddenColumns: string;
  savedAt: number;
}

export interface Schema {
  setting: SettingTable;
  sequence: SequenceTable;
  lease: LeaseTable;
  stored_file: StoredFileTable;
  person_file: PersonFileTable;
  member_kyc: MemberKycTable;
  member_note: MemberNoteTable;
  business_day: BusinessDayTable;
  role: RoleTable;
  role_permission: RolePermissionTable;
  member: MemberTable;
  member_search: MemberSearchTable;
  search_progress: SearchProgressTable;
  user: UserTable;
  login_name: LoginNameTable;
  session: SessionTable;
  login_attempt: LoginAttemptTable;
  one_time_code: OneTimeCodeTable;
  membership_application: MembershipApplicationTable;
  application_event: ApplicationEventTable;
  nominee: NomineeTable;
  member_status_change: MemberStatusChangeTable;
  member_due: MemberDueTable;
  fee: FeeTable;
  account: AccountTable;
  voucher_series: VoucherSeriesTable;
  journal_entry: JournalEntryTable;
  posting: PostingTable;
  balance: BalanceTable;
  daily_total: DailyTotalTable;
  idempotency: IdempotencyTable;
  approval_request: ApprovalRequestTable;
  share_holding: ShareHoldingTable;
  share_allotment: ShareAllotmentTable;
  deposit_product: DepositProductTable;
  term_product: TermProductTable;
  term_rate: TermRateTable;
  deposit: DepositTable;
  deposit_goal: DepositGoalTable;
  deposit_rate: DepositRateTable;
  deposit_restriction: DepositRestrictionTable;
  deposit_dormancy: DepositDormancyTable;
  deposit_holder: DepositHolderTable;
  deposit_nominee: DepositNomineeTable;
  term_deposit: TermDepositTable;
  loan_product: LoanProductTable;
  loan: LoanTable;
  loan_guarantor: LoanGuarantorTable;
  loan_step: LoanStepTable;
  loan_event: LoanEventTable;
  loan_instalment: LoanInstalmentTable;
  loan_eligibility_rule: LoanEligibilityRuleTable;
  loan_override: LoanOverrideTable;
  sanction_ladder: SanctionLadderTable;
  sanction_level: SanctionLevelTable;
  member_relative: MemberRelativeTable;
  loan_standing: LoanStandingTable;
  loan_class_change: LoanClassChangeTable;
  loan_penal_day: LoanPenalDayTable;
  loan_receivable: LoanReceivableTable;
  loan_provision: LoanProvisionTable;
  loan_measure: LoanMeasureTable;
  loan_collateral: LoanCollateralTable;
  loan_guarantor_payment: LoanGuarantorPaymentTable;
  surety_code: SuretyCodeTable;
  employer: EmployerTable;
  member_employment: MemberEmploymentTable;
  loan_draft: LoanDraftTable;
  loan_debit_order: LoanDebitOrderTable;
  loan_debit: LoanDebitTable;
  loan_reminder: LoanReminderTable;
  loan_contact: LoanContactTable;
  loan_promise: LoanPromiseTable;
  loan_notice: LoanNoticeTable;
  agent: AgentTable;
  agent_commission: AgentCommissionTable;
  agent_terms: AgentTermsTable;
  collection: CollectionTable;
  collection_handover: CollectionHandoverTable;
  collection_route: CollectionRouteTable;
  daily_deposit: DailyDepositTable;
  daily_interest: DailyInterestTable;
  term_instalment: TermInstalmentTable;
  accrual_run: AccrualRunTable;
  interest_accrual: InterestAccrualTable;
  interest_tax: InterestTaxTable;
  staff_standing: StaffStandingTable;
  tax_declaration: TaxDeclarationTable;
  term_payout: TermPayoutTable;
  term_maturity: TermMaturityTable;
  standing_instruction: StandingInstructionTable;
  thrift_due: ThriftDueTable;
  reminder: ReminderTable;
  instruction_due: InstructionDueTable;
  day_end_step: DayEndStepTable;
  day_end_failure: DayEndFailureTable;
  deposit_closure: DepositClosureTable;
  interest_credit: InterestCreditTable;
  interest_recount: InterestRecountTable;
  till: TillTable;
  holiday: HolidayTable;
  till_session: TillSessionTable;
  receipt: ReceiptTable;
  receipt_line: ReceiptLineTable;
  receipt_print: ReceiptPrintTable;
  payment_reference: PaymentReferenceTable;
  payment_request: PaymentRequestTable;
  repayment_sheet: RepaymentSheetTable;
  repayment_sheet_row: RepaymentSheetRowTable;
  bank_statement: BankStatementTable;
  bank_line: BankLineTable;
  payment_gateway: PaymentGatewayTable;
  gateway_message: GatewayMessageTable;
  audit: AuditTable;
  outbox: OutboxTable;
  notice: NoticeTable;
  notice_text: NoticeTextTable;
  notice_file: NoticeFileTable;
  notice_receiver: NoticeReceiverTable;
  notice_read: NoticeReadTable;
  office_message: OfficeMessageTable;
  office_message_entry: OfficeMessageEntryTable;
  meeting: MeetingTable;
  meeting_item: MeetingItemTable;
  meeting_step: MeetingStepTable;
  meeting_invitee: MeetingInviteeTable;
  meeting_attendance: MeetingAttendanceTable;
  resolution: ResolutionTable;
  resolution_series: ResolutionSeriesTable;
  vote_mark: VoteMarkTable;
  ballot: BallotTable;
  minutes: MinutesTable;
  minutes_signature: MinutesSignatureTable;
  notification: NotificationTable;
  delivery_cursor: DeliveryCursorTable;
  saved_view: SavedViewTable;
  message_delivery: MessageDeliveryTable;
  message_channel: MessageChannelTable;
  sms_provider: SmsProviderTable;
  sms_template: SmsTemplateTable;
  notification_choice: NotificationChoiceTable;
  notification_manner: NotificationMannerTable;
  push_subscription: PushSubscriptionTable;
  push_message: PushMessageTable;
  webhook: WebhookTable;
  webhook_delivery: WebhookDeliveryTable;
}

export type Row<T extends keyof Schema> = Selectable<Schema[T]>;
export type NewRow<T extends keyof Schema> = Insertable<Schema[T]>;
