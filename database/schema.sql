-- Made from the migrations by `npm run generate`; not edited by hand.
-- Import it into an empty MySQL 8.0 (or later) or MariaDB 10.11 (or later) database. With the binary log on, the
-- triggers need a user with rights on the server, or log_bin_trust_function_creators = 1.

SET NAMES utf8mb4;
SET time_zone = '+00:00';

CREATE TABLE `migration` (
  `name` VARCHAR(120) NOT NULL,
  `step` BIGINT NOT NULL,
  `doneAt` BIGINT NOT NULL,
  PRIMARY KEY (`name`, `step`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- 2026-11-22-first-tables

CREATE TABLE `setting` (
  `id` BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `name` VARCHAR(64) NOT NULL,
  `value` MEDIUMTEXT NOT NULL CHECK (json_valid(`value`)),
  `effectiveFrom` DATE NOT NULL,
  `legalBasis` VARCHAR(400) NULL,
  `setByUserId` BIGINT NULL,
  `recordedAt` BIGINT NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX `ix_setting_name` ON `setting` (`name`, `effectiveFrom`, `id`);

CREATE TABLE `sequence` (
  `name` VARCHAR(64) NOT NULL,
  `nextNumber` BIGINT NOT NULL,
  PRIMARY KEY (`name`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE `lease` (
  `name` VARCHAR(64) NOT NULL,
  `holder` VARCHAR(64) NOT NULL,
  `expiresAt` BIGINT NOT NULL,
  PRIMARY KEY (`name`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE `stored_file` (
  `id` VARCHAR(40) NOT NULL,
  `purpose` VARCHAR(32) NOT NULL,
  `mediaType` VARCHAR(64) NOT NULL,
  `bytes` BIGINT NOT NULL,
  `sha256` VARCHAR(64) NOT NULL,
  `createdAt` BIGINT NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE `business_day` (
  `businessDate` DATE NOT NULL,
  `status` VARCHAR(16) NOT NULL,
  `openedAt` BIGINT NOT NULL,
  `closedAt` BIGINT NULL,
  `closedByUserId` BIGINT NULL,
  `version` BIGINT NOT NULL DEFAULT 1,
  PRIMARY KEY (`businessDate`),
  CONSTRAINT `ck_business_day_status` CHECK (status in ('open','closed'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE `role` (
  `code` VARCHAR(32) NOT NULL,
  `nameEn` VARCHAR(80) NOT NULL,
  `nameHi` VARCHAR(80) NOT NULL,
  `builtIn` TINYINT NOT NULL CHECK (`builtIn` IN (0, 1)),
  `version` BIGINT NOT NULL DEFAULT 1,
  PRIMARY KEY (`code`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE `role_permission` (
  `roleCode` VARCHAR(32) NOT NULL,
  `permission` VARCHAR(64) NOT NULL,
  PRIMARY KEY (`roleCode`, `permission`),
  CONSTRAINT `fk_role_permission_role` FOREIGN KEY (`roleCode`) REFERENCES `role` (`code`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE `member` (
  `id` BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `number` VARCHAR(32) NOT NULL,
  `name` VARCHAR(160) NOT NULL,
  `nameLocal` VARCHAR(160) NULL,
  `dateOfBirth` DATE NOT NULL,
  `gender` VARCHAR(16) NOT NULL,
  `parentOrSpouseName` VARCHAR(160) NULL,
  `phone` VARCHAR(20) NULL,
  `email` VARCHAR(254) NULL,
  `emailKey` VARCHAR(254) NULL,
  `addressLine` VARCHAR(200) NOT NULL,
  `locality` VARCHAR(120) NOT NULL,
  `district` VARCHAR(80) NOT NULL,
  `state` VARCHAR(80) NOT NULL,
  `postalCode` VARCHAR(16) NOT NULL,
  `occupation` VARCHAR(80) NOT NULL,
  `memberClass` VARCHAR(16) NOT NULL,
  `accountType` VARCHAR(16) NOT NULL,
  `panSealed` MEDIUMTEXT NULL,
  `panKey` VARCHAR(64) NULL,
  `panMasked` VARCHAR(16) NULL,
  `aadhaarLastFour` VARCHAR(4) NULL,
  `bankDetailsSealed` MEDIUMTEXT NULL,
  `bankDetailsMasked` VARCHAR(64) NULL,
  `language` VARCHAR(2) NOT NULL,
  `status` VARCHAR(20) NOT NULL,
  `statusSince` DATE NOT NULL,
  `joinedOn` DATE NOT NULL,
  `applicationId` BIGINT NULL,
  `createdAt` BIGINT NOT NULL,
  `version` BIGINT NOT NULL DEFAULT 1,
  CONSTRAINT `uq_member_number` UNIQUE (`number`),
  CONSTRAINT `uq_member_email` UNIQUE (`emailKey`),
  CONSTRAINT `uq_member_pan` UNIQUE (`panKey`),
  CONSTRAINT `uq_member_application` UNIQUE (`applicationId`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX `ix_member_status` ON `member` (`status`, `id`);

CREATE INDEX `ix_member_name` ON `member` (`name`, `id`);

CREATE INDEX `ix_member_joined` ON `member` (`joinedOn`, `id`);

CREATE INDEX `ix_member_phone` ON `member` (`phone`);

CREATE TABLE `member_word` (
  `word` VARCHAR(60) NOT NULL,
  `memberId` BIGINT NOT NULL,
  PRIMARY KEY (`word`, `memberId`),
  CONSTRAINT `fk_member_word_member` FOREIGN KEY (`memberId`) REFERENCES `member` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE `user` (
  `id` BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `kind` VARCHAR(8) NOT NULL,
  `name` VARCHAR(160) NOT NULL,
  `memberId` BIGINT NULL,
  `roleCode` VARCHAR(32) NULL,
  `email` VARCHAR(254) NULL,
  `phone` VARCHAR(20) NULL,
  `passwordHash` VARCHAR(200) NULL,
  `passwordChangedAt` BIGINT NULL,
  `mustChangePassword` TINYINT NOT NULL CHECK (`mustChangePassword` IN (0, 1)),
  `totpSealed` VARCHAR(400) NULL,
  `totpEnabledAt` BIGINT NULL,
  `totpLastStep` BIGINT NULL,
  `status` VARCHAR(16) NOT NULL,
  `language` VARCHAR(2) NOT NULL,
  `createdAt` BIGINT NOT NULL,
  `lastLoginAt` BIGINT NULL,
  `version` BIGINT NOT NULL DEFAULT 1,
  CONSTRAINT `uq_user_member` UNIQUE (`memberId`),
  CONSTRAINT `fk_user_member` FOREIGN KEY (`memberId`) REFERENCES `member` (`id`),
  CONSTRAINT `fk_user_role` FOREIGN KEY (`roleCode`) REFERENCES `role` (`code`),
  CONSTRAINT `ck_user_kind` CHECK (kind in ('member','staff')),
  CONSTRAINT `ck_user_status` CHECK (status in ('active','suspended','closed'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE `login_name` (
  `nameKey` VARCHAR(254) NOT NULL,
  `kind` VARCHAR(16) NOT NULL,
  `userId` BIGINT NOT NULL,
  PRIMARY KEY (`nameKey`),
  CONSTRAINT `fk_login_name_user` FOREIGN KEY (`userId`) REFERENCES `user` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX `ix_login_name_user` ON `login_name` (`userId`);

CREATE TABLE `session` (
  `id` VARCHAR(40) NOT NULL,
  `userId` BIGINT NOT NULL,
  `audience` VARCHAR(8) NOT NULL,
  `client` VARCHAR(8) NOT NULL,
  `refreshHash` VARCHAR(80) NOT NULL,
  `previousRefreshHash` VARCHAR(80) NULL,
  `rotatedAt` BIGINT NULL,
  `address` VARCHAR(64) NOT NULL,
  `agent` VARCHAR(200) NOT NULL,
  `createdAt` BIGINT NOT NULL,
  `lastSeenAt` BIGINT NOT NULL,
  `expiresAt` BIGINT NOT NULL,
  `endedAt` BIGINT NULL,
  `endReason` VARCHAR(32) NULL,
  PRIMARY KEY (`id`),
  CONSTRAINT `fk_session_user` FOREIGN KEY (`userId`) REFERENCES `user` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX `ix_session_user` ON `session` (`userId`, `endedAt`);

CREATE INDEX `ix_session_expiry` ON `session` (`expiresAt`);

CREATE TABLE `login_attempt` (
  `id` BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `userId` BIGINT NULL,
  `identifierHash` VARCHAR(64) NOT NULL,
  `audience` VARCHAR(8) NOT NULL,
  `outcome` VARCHAR(24) NOT NULL,
  `address` VARCHAR(64) NOT NULL,
  `agent` VARCHAR(200) NOT NULL,
  `attemptedAt` BIGINT NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX `ix_login_attempt_user` ON `login_attempt` (`userId`, `id`);

CREATE TABLE `one_time_code` (
  `id` BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `userId` BIGINT NOT NULL,
  `purpose` VARCHAR(24) NOT NULL,
  `codeHash` VARCHAR(120) NOT NULL,
  `attemptsLeft` BIGINT NOT NULL,
  `issuedAt` BIGINT NOT NULL,
  `issuedByUserId` BIGINT NULL,
  `expiresAt` BIGINT NOT NULL,
  `usedAt` BIGINT NULL,
  CONSTRAINT `fk_one_time_code_user` FOREIGN KEY (`userId`) REFERENCES `user` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX `ix_one_time_code_user` ON `one_time_code` (`userId`, `purpose`);

CREATE TABLE `membership_application` (
  `id` BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `trackingNumber` VARCHAR(24) NOT NULL,
  `status` VARCHAR(16) NOT NULL,
  `source` VARCHAR(16) NOT NULL,
  `name` VARCHAR(160) NOT NULL,
  `nameLocal` VARCHAR(160) NULL,
  `dateOfBirth` DATE NOT NULL,
  `gender` VARCHAR(16) NOT NULL,
  `parentOrSpouseName` VARCHAR(160) NULL,
  `phone` VARCHAR(20) NOT NULL,
  `phoneSharedReason` VARCHAR(200) NULL,
  `email` VARCHAR(254) NULL,
  `emailKey` VARCHAR(254) NULL,
  `addressLine` VARCHAR(200) NOT NULL,
  `locality` VARCHAR(120) NOT NULL,
  `district` VARCHAR(80) NOT NULL,
  `state` VARCHAR(80) NOT NULL,
  `postalCode` VARCHAR(16) NOT NULL,
  `occupation` VARCHAR(80) NOT NULL,
  `memberClass` VARCHAR(16) NOT NULL,
  `accountType` VARCHAR(16) NOT NULL,
  `panSealed` MEDIUMTEXT NULL,
  `panKey` VARCHAR(64) NULL,
  `panMasked` VARCHAR(16) NULL,
  `aadhaarLastFour` VARCHAR(4) NULL,
  `language` VARCHAR(2) NOT NULL,
  `flags` MEDIUMTEXT NOT NULL CHECK (json_valid(`flags`)),
  `submittedAt` BIGINT NOT NULL,
  `createdByUserId` BIGINT NULL,
  `recommendedByUserId` BIGINT NULL,
  `decidedByUserId` BIGINT NULL,
  `decidedAt` BIGINT NULL,
  `reason` VARCHAR(400) NULL,
  `resolutionNumber` VARCHAR(40) NULL,
  `memberId` BIGINT NULL,
  `version` BIGINT NOT NULL DEFAULT 1,
  CONSTRAINT `uq_application_tracking` UNIQUE (`trackingNumber`),
  CONSTRAINT `uq_application_member` UNIQUE (`memberId`),
  CONSTRAINT `ck_application_status` CHECK (status in ('submitted','returned','approved','rejected'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX `ix_application_status` ON `membership_application` (`status`, `id`);

CREATE INDEX `ix_application_phone` ON `membership_application` (`phone`);

CREATE TABLE `application_event` (
  `id` BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `applicationId` BIGINT NOT NULL,
  `act` VARCHAR(24) NOT NULL,
  `userId` BIGINT NULL,
  `note` VARCHAR(400) NULL,
  `recordedAt` BIGINT NOT NULL,
  CONSTRAINT `fk_application_event_application` FOREIGN KEY (`applicationId`) REFERENCES `membership_application` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX `ix_application_event` ON `application_event` (`applicationId`, `id`);

CREATE TABLE `nominee` (
  `id` BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `applicationId` BIGINT NULL,
  `memberId` BIGINT NULL,
  `name` VARCHAR(160) NOT NULL,
  `relation` VARCHAR(40) NOT NULL,
  `dateOfBirth` DATE NOT NULL,
  `shareBasisPoints` BIGINT NOT NULL,
  `guardianName` VARCHAR(160) NULL,
  `guardianRelation` VARCHAR(40) NULL,
  `phone` VARCHAR(20) NULL,
  CONSTRAINT `fk_nominee_application` FOREIGN KEY (`applicationId`) REFERENCES `membership_application` (`id`),
  CONSTRAINT `fk_nominee_member` FOREIGN KEY (`memberId`) REFERENCES `member` (`id`),
  CONSTRAINT `ck_nominee_share` CHECK (shareBasisPoints > 0 and shareBasisPoints <= 10000)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX `ix_nominee_application` ON `nominee` (`applicationId`);

CREATE INDEX `ix_nominee_member` ON `nominee` (`memberId`);

CREATE TABLE `member_status_change` (
  `id` BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `memberId` BIGINT NOT NULL,
  `fromStatus` VARCHAR(20) NOT NULL,
  `toStatus` VARCHAR(20) NOT NULL,
  `reason` VARCHAR(400) NOT NULL,
  `effectiveOn` DATE NOT NULL,
  `requestedByUserId` BIGINT NULL,
  `decidedByUserId` BIGINT NULL,
  `recordedAt` BIGINT NOT NULL,
  CONSTRAINT `fk_member_status_change_member` FOREIGN KEY (`memberId`) REFERENCES `member` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX `ix_member_status_change` ON `member_status_change` (`memberId`, `id`);

CREATE TABLE `member_due` (
  `id` BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `memberId` BIGINT NOT NULL,
  `kind` VARCHAR(24) NOT NULL,
  `feeCode` VARCHAR(32) NOT NULL,
  `accountCode` VARCHAR(16) NOT NULL,
  `amount` BIGINT NOT NULL CHECK (`amount` BETWEEN -900000000000000 AND 900000000000000),
  `paid` BIGINT NOT NULL DEFAULT 0 CHECK (`paid` BETWEEN -900000000000000 AND 900000000000000),
  `dueOn` DATE NOT NULL,
  `position` BIGINT NOT NULL,
  `createdAt` BIGINT NOT NULL,
  CONSTRAINT `uq_member_due` UNIQUE (`memberId`, `feeCode`),
  CONSTRAINT `fk_member_due_member` FOREIGN KEY (`memberId`) REFERENCES `member` (`id`),
  CONSTRAINT `ck_member_due` CHECK (amount > 0 and paid >= 0 and paid <= amount)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE `fee` (
  `id` BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `code` VARCHAR(32) NOT NULL,
  `kind` VARCHAR(24) NOT NULL,
  `nameEn` VARCHAR(80) NOT NULL,
  `nameHi` VARCHAR(80) NOT NULL,
  `accountCode` VARCHAR(16) NOT NULL,
  `amount` BIGINT NOT NULL CHECK (`amount` BETWEEN -900000000000000 AND 900000000000000),
  `dueOnAdmission` TINYINT NOT NULL CHECK (`dueOnAdmission` IN (0, 1)),
  `effectiveFrom` DATE NOT NULL,
  `legalBasis` VARCHAR(400) NULL,
  `position` BIGINT NOT NULL,
  CONSTRAINT `uq_fee_code` UNIQUE (`code`, `effectiveFrom`),
  CONSTRAINT `ck_fee_amount` CHECK (amount >= 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE `account` (
  `code` VARCHAR(16) NOT NULL,
  `nameEn` VARCHAR(120) NOT NULL,
  `nameHi` VARCHAR(120) NOT NULL,
  `nameNe` VARCHAR(120) NULL,
  `type` VARCHAR(12) NOT NULL,
  `isControl` TINYINT NOT NULL CHECK (`isControl` IN (0, 1)),
  `subLedger` VARCHAR(24) NULL,
  `statutoryCode` VARCHAR(32) NULL,
  `isActive` TINYINT NOT NULL DEFAULT 1 CHECK (`isActive` IN (0, 1)),
  PRIMARY KEY (`code`),
  CONSTRAINT `ck_account_type` CHECK (type in ('asset','liability','equity','income','expense'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE `voucher_series` (
  `code` VARCHAR(24) NOT NULL,
  `financialYear` VARCHAR(12) NOT NULL,
  `nextNumber` BIGINT NOT NULL,
  `chainHead` VARCHAR(64) NOT NULL,
  PRIMARY KEY (`code`, `financialYear`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE `journal_entry` (
  `id` BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `seriesCode` VARCHAR(24) NOT NULL,
  `financialYear` VARCHAR(12) NOT NULL,
  `number` BIGINT NOT NULL,
  `kind` VARCHAR(40) NOT NULL,
  `postedOn` DATE NOT NULL,
  `valueOn` DATE NOT NULL,
  `narration` VARCHAR(400) NOT NULL,
  `total` BIGINT NOT NULL CHECK (`total` BETWEEN -900000000000000 AND 900000000000000),
  `memberId` BIGINT NULL,
  `tillId` BIGINT NULL,
  `mode` VARCHAR(12) NULL,
  `reversesEntryId` BIGINT NULL,
  `makerUserId` BIGINT NOT NULL,
  `checkerUserId` BIGINT NULL,
  `idempotencyKey` VARCHAR(64) NULL,
  `recordedAt` BIGINT NOT NULL,
  `previousHash` VARCHAR(64) NOT NULL,
  `hash` VARCHAR(64) NOT NULL,
  CONSTRAINT `uq_journal_entry_number` UNIQUE (`seriesCode`, `financialYear`, `number`),
  CONSTRAINT `uq_journal_entry_reverses` UNIQUE (`reversesEntryId`),
  CONSTRAINT `fk_journal_entry_day` FOREIGN KEY (`postedOn`) REFERENCES `business_day` (`businessDate`),
  CONSTRAINT `fk_journal_entry_reverses` FOREIGN KEY (`reversesEntryId`) REFERENCES `journal_entry` (`id`),
  CONSTRAINT `fk_journal_entry_member` FOREIGN KEY (`memberId`) REFERENCES `member` (`id`),
  CONSTRAINT `ck_journal_entry_total` CHECK (total > 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX `ix_journal_entry_posted` ON `journal_entry` (`postedOn`, `id`);

CREATE INDEX `ix_journal_entry_member` ON `journal_entry` (`memberId`, `id`);

CREATE TABLE `posting` (
  `id` BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `entryId` BIGINT NOT NULL,
  `line` BIGINT NOT NULL,
  `accountCode` VARCHAR(16) NOT NULL,
  `side` VARCHAR(6) NOT NULL,
  `amount` BIGINT NOT NULL CHECK (`amount` BETWEEN -900000000000000 AND 900000000000000),
  `subLedger` VARCHAR(24) NULL,
  `subLedgerId` BIGINT NULL,
  `balanceAfter` BIGINT NULL CHECK (`balanceAfter` BETWEEN -900000000000000 AND 900000000000000),
  `memo` VARCHAR(120) NULL,
  `postedOn` DATE NOT NULL,
  CONSTRAINT `uq_posting_line` UNIQUE (`entryId`, `line`),
  CONSTRAINT `fk_posting_entry` FOREIGN KEY (`entryId`) REFERENCES `journal_entry` (`id`),
  CONSTRAINT `fk_posting_account` FOREIGN KEY (`accountCode`) REFERENCES `account` (`code`),
  CONSTRAINT `ck_posting_amount` CHECK (amount > 0),
  CONSTRAINT `ck_posting_side` CHECK (side in ('debit','credit'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX `ix_posting_sub_ledger` ON `posting` (`subLedger`, `subLedgerId`, `id`);

CREATE INDEX `ix_posting_account` ON `posting` (`accountCode`, `postedOn`, `id`);

CREATE INDEX `ix_posting_day` ON `posting` (`postedOn`, `accountCode`);

CREATE TRIGGER `journal_entry_refuses_update` BEFORE UPDATE ON `journal_entry` FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'journal_entry is append-only: a row is corrected by adding another, never by UPDATE.';

CREATE TRIGGER `journal_entry_refuses_delete` BEFORE DELETE ON `journal_entry` FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'journal_entry is append-only: a row is corrected by adding another, never by DELETE.';

CREATE TRIGGER `posting_refuses_update` BEFORE UPDATE ON `posting` FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'posting is append-only: a row is corrected by adding another, never by UPDATE.';

CREATE TRIGGER `posting_refuses_delete` BEFORE DELETE ON `posting` FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'posting is append-only: a row is corrected by adding another, never by DELETE.';

CREATE TABLE `balance` (
  `subLedger` VARCHAR(24) NOT NULL,
  `subLedgerId` BIGINT NOT NULL,
  `accountCode` VARCHAR(16) NOT NULL,
  `amount` BIGINT NOT NULL DEFAULT 0 CHECK (`amount` BETWEEN -900000000000000 AND 900000000000000),
  `hold` BIGINT NOT NULL DEFAULT 0 CHECK (`hold` BETWEEN -900000000000000 AND 900000000000000),
  `floor` BIGINT NOT NULL DEFAULT 0 CHECK (`floor` BETWEEN -900000000000000 AND 900000000000000),
  `version` BIGINT NOT NULL DEFAULT 0,
  PRIMARY KEY (`subLedger`, `subLedgerId`),
  CONSTRAINT `fk_balance_account` FOREIGN KEY (`accountCode`) REFERENCES `account` (`code`),
  CONSTRAINT `ck_balance_amount` CHECK (amount >= 0 and hold >= 0 and floor >= 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX `ix_balance_account` ON `balance` (`accountCode`);

CREATE TABLE `daily_total` (
  `businessDate` DATE NOT NULL,
  `accountCode` VARCHAR(16) NOT NULL,
  `debit` BIGINT NOT NULL CHECK (`debit` BETWEEN -900000000000000 AND 900000000000000),
  `credit` BIGINT NOT NULL CHECK (`credit` BETWEEN -900000000000000 AND 900000000000000),
  PRIMARY KEY (`businessDate`, `accountCode`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE `idempotency` (
  `userId` BIGINT NOT NULL,
  `idempotencyKey` VARCHAR(64) NOT NULL,
  `requestHash` VARCHAR(64) NOT NULL,
  `status` BIGINT NOT NULL,
  `answer` MEDIUMTEXT NOT NULL CHECK (json_valid(`answer`)),
  `recordedAt` BIGINT NOT NULL,
  PRIMARY KEY (`userId`, `idempotencyKey`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE `approval_request` (
  `id` BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `kind` VARCHAR(40) NOT NULL,
  `subjectKind` VARCHAR(32) NOT NULL,
  `subjectId` BIGINT NOT NULL,
  `memberId` BIGINT NULL,
  `summary` MEDIUMTEXT NOT NULL CHECK (json_valid(`summary`)),
  `command` MEDIUMTEXT NOT NULL CHECK (json_valid(`command`)),
  `amount` BIGINT NULL CHECK (`amount` BETWEEN -900000000000000 AND 900000000000000),
  `status` VARCHAR(12) NOT NULL,
  `requestedByUserId` BIGINT NOT NULL,
  `requestedAt` BIGINT NOT NULL,
  `decidedByUserId` BIGINT NULL,
  `decidedAt` BIGINT NULL,
  `reason` VARCHAR(400) NULL,
  `entryId` BIGINT NULL,
  `version` BIGINT NOT NULL DEFAULT 1,
  CONSTRAINT `ck_approval_request_status` CHECK (status in ('pending','approved','rejected','withdrawn'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX `ix_approval_request_status` ON `approval_request` (`status`, `id`);

CREATE INDEX `ix_approval_request_subject` ON `approval_request` (`subjectKind`, `subjectId`, `id`);

CREATE TABLE `share_holding` (
  `id` BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `memberId` BIGINT NOT NULL,
  `folio` VARCHAR(24) NOT NULL,
  `shares` BIGINT NOT NULL DEFAULT 0,
  `openedOn` DATE NOT NULL,
  `version` BIGINT NOT NULL DEFAULT 1,
  CONSTRAINT `uq_share_holding_member` UNIQUE (`memberId`),
  CONSTRAINT `uq_share_holding_folio` UNIQUE (`folio`),
  CONSTRAINT `fk_share_holding_member` FOREIGN KEY (`memberId`) REFERENCES `member` (`id`),
  CONSTRAINT `ck_share_holding` CHECK (shares >= 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE `share_allotment` (
  `id` BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `holdingId` BIGINT NOT NULL,
  `memberId` BIGINT NOT NULL,
  `shares` BIGINT NOT NULL,
  `faceValue` BIGINT NOT NULL CHECK (`faceValue` BETWEEN -900000000000000 AND 900000000000000),
  `amount` BIGINT NOT NULL CHECK (`amount` BETWEEN -900000000000000 AND 900000000000000),
  `distinctiveFrom` BIGINT NOT NULL,
  `distinctiveTo` BIGINT NOT NULL,
  `certificateNumber` VARCHAR(24) NOT NULL,
  `resolutionNumber` VARCHAR(40) NULL,
  `allottedOn` DATE NOT NULL,
  `entryId` BIGINT NOT NULL,
  `reversedByEntryId` BIGINT NULL,
  CONSTRAINT `uq_share_allotment_certificate` UNIQUE (`certificateNumber`),
  CONSTRAINT `uq_share_allotment_entry` UNIQUE (`entryId`),
  CONSTRAINT `uq_share_allotment_distinctive` UNIQUE (`distinctiveFrom`),
  CONSTRAINT `fk_share_allotment_holding` FOREIGN KEY (`holdingId`) REFERENCES `share_holding` (`id`),
  CONSTRAINT `fk_share_allotment_entry` FOREIGN KEY (`entryId`) REFERENCES `journal_entry` (`id`),
  CONSTRAINT `fk_share_allotment_reversal` FOREIGN KEY (`reversedByEntryId`) REFERENCES `journal_entry` (`id`),
  CONSTRAINT `ck_share_allotment` CHECK (shares > 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX `ix_share_allotment_member` ON `share_allotment` (`memberId`, `id`);

CREATE TABLE `deposit_product` (
  `id` BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `code` VARCHAR(16) NOT NULL,
  `kind` VARCHAR(16) NOT NULL,
  `nameEn` VARCHAR(80) NOT NULL,
  `nameHi` VARCHAR(80) NOT NULL,
  `accountCode` VARCHAR(16) NOT NULL,
  `minimumBalance` BIGINT NOT NULL CHECK (`minimumBalance` BETWEEN -900000000000000 AND 900000000000000),
  `annualRate` VARCHAR(16) NOT NULL,
  `effectiveFrom` DATE NOT NULL,
  `legalBasis` VARCHAR(400) NULL,
  CONSTRAINT `uq_deposit_product` UNIQUE (`code`, `effectiveFrom`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE `deposit` (
  `id` BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `number` VARCHAR(32) NOT NULL,
  `memberId` BIGINT NOT NULL,
  `productCode` VARCHAR(16) NOT NULL,
  `kind` VARCHAR(16) NOT NULL,
  `status` VARCHAR(16) NOT NULL,
  `openedOn` DATE NOT NULL,
  `closedOn` DATE NULL,
  `version` BIGINT NOT NULL DEFAULT 1,
  CONSTRAINT `uq_deposit_number` UNIQUE (`number`),
  CONSTRAINT `fk_deposit_member` FOREIGN KEY (`memberId`) REFERENCES `member` (`id`),
  CONSTRAINT `ck_deposit_status` CHECK (status in ('active','dormant','frozen','closed'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX `ix_deposit_member` ON `deposit` (`memberId`, `id`);

CREATE INDEX `ix_deposit_status` ON `deposit` (`status`, `id`);

CREATE TABLE `till` (
  `id` BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `code` VARCHAR(16) NOT NULL,
  `name` VARCHAR(80) NOT NULL,
  `seriesCode` VARCHAR(24) NOT NULL,
  `isActive` TINYINT NOT NULL CHECK (`isActive` IN (0, 1)),
  CONSTRAINT `uq_till_code` UNIQUE (`code`),
  CONSTRAINT `uq_till_series` UNIQUE (`seriesCode`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE `till_session` (
  `id` BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `tillId` BIGINT NOT NULL,
  `openTillId` BIGINT NULL,
  `openUserId` BIGINT NULL,
  `userId` BIGINT NOT NULL,
  `businessDate` DATE NOT NULL,
  `status` VARCHAR(8) NOT NULL,
  `openedAt` BIGINT NOT NULL,
  `openingCash` BIGINT NOT NULL CHECK (`openingCash` BETWEEN -900000000000000 AND 900000000000000),
  `openingCount` MEDIUMTEXT NOT NULL CHECK (json_valid(`openingCount`)),
  `closedAt` BIGINT NULL,
  `expectedCash` BIGINT NULL CHECK (`expectedCash` BETWEEN -900000000000000 AND 900000000000000),
  `countedCash` BIGINT NULL CHECK (`countedCash` BETWEEN -900000000000000 AND 900000000000000),
  `closingCount` MEDIUMTEXT NULL CHECK (json_valid(`closingCount`)),
  `closedByUserId` BIGINT NULL,
  `version` BIGINT NOT NULL DEFAULT 1,
  CONSTRAINT `uq_till_session_open_till` UNIQUE (`openTillId`),
  CONSTRAINT `uq_till_session_open_user` UNIQUE (`openUserId`),
  CONSTRAINT `fk_till_session_till` FOREIGN KEY (`tillId`) REFERENCES `till` (`id`),
  CONSTRAINT `fk_till_session_user` FOREIGN KEY (`userId`) REFERENCES `user` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX `ix_till_session_till` ON `till_session` (`tillId`, `id`);

CREATE INDEX `ix_till_session_day` ON `till_session` (`businessDate`, `status`);

CREATE TABLE `receipt` (
  `id` BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `number` VARCHAR(40) NOT NULL,
  `entryId` BIGINT NOT NULL,
  `direction` VARCHAR(8) NOT NULL,
  `memberId` BIGINT NOT NULL,
  `tillSessionId` BIGINT NULL,
  `mode` VARCHAR(12) NOT NULL,
  `reference` VARCHAR(64) NULL,
  `referenceOn` DATE NULL,
  `drawnOn` VARCHAR(80) NULL,
  `total` BIGINT NOT NULL CHECK (`total` BETWEEN -900000000000000 AND 900000000000000),
  `cashGiven` BIGINT NULL CHECK (`cashGiven` BETWEEN -900000000000000 AND 900000000000000),
  `issuedByUserId` BIGINT NOT NULL,
  `issuedAt` BIGINT NOT NULL,
  `issuedOn` DATE NOT NULL,
  CONSTRAINT `uq_receipt_number` UNIQUE (`number`),
  CONSTRAINT `uq_receipt_entry` UNIQUE (`entryId`),
  CONSTRAINT `fk_receipt_entry` FOREIGN KEY (`entryId`) REFERENCES `journal_entry` (`id`),
  CONSTRAINT `fk_receipt_member` FOREIGN KEY (`memberId`) REFERENCES `member` (`id`),
  CONSTRAINT `ck_receipt_total` CHECK (total > 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX `ix_receipt_member` ON `receipt` (`memberId`, `id`);

CREATE INDEX `ix_receipt_session` ON `receipt` (`tillSessionId`, `id`);

CREATE INDEX `ix_receipt_day` ON `receipt` (`issuedOn`, `id`);

CREATE TABLE `receipt_line` (
  `receiptId` BIGINT NOT NULL,
  `line` BIGINT NOT NULL,
  `kind` VARCHAR(16) NOT NULL,
  `dueId` BIGINT NULL,
  `depositId` BIGINT NULL,
  `labelEn` VARCHAR(120) NOT NULL,
  `labelHi` VARCHAR(120) NOT NULL,
  `amount` BIGINT NOT NULL CHECK (`amount` BETWEEN -900000000000000 AND 900000000000000),
  PRIMARY KEY (`receiptId`, `line`),
  CONSTRAINT `fk_receipt_line_receipt` FOREIGN KEY (`receiptId`) REFERENCES `receipt` (`id`),
  CONSTRAINT `ck_receipt_line_amount` CHECK (amount > 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE `receipt_print` (
  `id` BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `receiptId` BIGINT NOT NULL,
  `userId` BIGINT NOT NULL,
  `printedAt` BIGINT NOT NULL,
  CONSTRAINT `fk_receipt_print_receipt` FOREIGN KEY (`receiptId`) REFERENCES `receipt` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX `ix_receipt_print` ON `receipt_print` (`receiptId`);

CREATE TABLE `payment_reference` (
  `referenceKey` VARCHAR(120) NOT NULL,
  `receiptId` BIGINT NOT NULL,
  PRIMARY KEY (`referenceKey`),
  CONSTRAINT `fk_payment_reference_receipt` FOREIGN KEY (`receiptId`) REFERENCES `receipt` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX `ix_payment_reference_receipt` ON `payment_reference` (`receiptId`);

CREATE TABLE `audit` (
  `id` BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `recordedAt` BIGINT NOT NULL,
  `userId` BIGINT NULL,
  `userKind` VARCHAR(8) NOT NULL,
  `userName` VARCHAR(160) NOT NULL,
  `action` VARCHAR(48) NOT NULL,
  `subjectKind` VARCHAR(32) NOT NULL,
  `subjectId` VARCHAR(40) NULL,
  `oldValues` MEDIUMTEXT NULL CHECK (json_valid(`oldValues`)),
  `newValues` MEDIUMTEXT NULL CHECK (json_valid(`newValues`)),
  `address` VARCHAR(64) NOT NULL,
  `agent` VARCHAR(200) NOT NULL,
  `requestId` VARCHAR(40) NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX `ix_audit_subject` ON `audit` (`subjectKind`, `subjectId`, `id`);

CREATE INDEX `ix_audit_user` ON `audit` (`userId`, `id`);

CREATE INDEX `ix_audit_action` ON `audit` (`action`, `id`);

CREATE INDEX `ix_audit_recorded` ON `audit` (`recordedAt`);

CREATE TRIGGER `audit_refuses_update` BEFORE UPDATE ON `audit` FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'audit is append-only: a row is corrected by adding another, never by UPDATE.';

CREATE TRIGGER `audit_refuses_delete` BEFORE DELETE ON `audit` FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'audit is append-only: a row is corrected by adding another, never by DELETE.';

CREATE TABLE `outbox` (
  `id` BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `name` VARCHAR(48) NOT NULL,
  `audience` VARCHAR(24) NOT NULL,
  `memberId` BIGINT NULL,
  `userId` BIGINT NULL,
  `payload` MEDIUMTEXT NOT NULL CHECK (json_valid(`payload`)),
  `recordedAt` BIGINT NOT NULL,
  `deliverySeq` BIGINT NULL,
  CONSTRAINT `uq_outbox_delivery` UNIQUE (`deliverySeq`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX `ix_outbox_waiting` ON `outbox` (`deliverySeq`, `id`);

CREATE INDEX `ix_outbox_member` ON `outbox` (`memberId`, `deliverySeq`);

CREATE TABLE `notification` (
  `id` BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `userId` BIGINT NOT NULL,
  `deliverySeq` BIGINT NOT NULL,
  `name` VARCHAR(48) NOT NULL,
  `payload` MEDIUMTEXT NOT NULL CHECK (json_valid(`payload`)),
  `createdAt` BIGINT NOT NULL,
  `readAt` BIGINT NULL,
  CONSTRAINT `uq_notification_delivery` UNIQUE (`userId`, `deliverySeq`),
  CONSTRAINT `fk_notification_user` FOREIGN KEY (`userId`) REFERENCES `user` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX `ix_notification_user` ON `notification` (`userId`, `id`);

CREATE INDEX `ix_notification_unread` ON `notification` (`userId`, `readAt`);

CREATE TABLE `delivery_cursor` (
  `userId` BIGINT NOT NULL,
  `deliverySeq` BIGINT NOT NULL,
  `updatedAt` BIGINT NOT NULL,
  PRIMARY KEY (`userId`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- 2026-11-28-saved-views

CREATE TABLE `saved_view` (
  `id` BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `userId` BIGINT NOT NULL,
  `list` VARCHAR(32) NOT NULL,
  `name` VARCHAR(60) NOT NULL,
  `search` MEDIUMTEXT NOT NULL CHECK (json_valid(`search`)),
  `hiddenColumns` MEDIUMTEXT NOT NULL CHECK (json_valid(`hiddenColumns`)),
  `savedAt` BIGINT NOT NULL,
  CONSTRAINT `uq_saved_view_name` UNIQUE (`userId`, `list`, `name`),
  CONSTRAINT `fk_saved_view_user` FOREIGN KEY (`userId`) REFERENCES `user` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- 2026-11-28-status-changes-by-day

CREATE INDEX `ix_member_status_change_day` ON `member_status_change` (`effectiveOn`, `id`);

-- 2026-11-28-member-search

CREATE TABLE `member_search` (
  `kind` VARCHAR(8) NOT NULL,
  `term` VARCHAR(60) NOT NULL,
  `memberId` BIGINT NOT NULL,
  `words` VARCHAR(1000) NULL,
  PRIMARY KEY (`kind`, `term`, `memberId`),
  CONSTRAINT `fk_member_search_member` FOREIGN KEY (`memberId`) REFERENCES `member` (`id`),
  CONSTRAINT `ck_member_search_kind` CHECK (kind in ('word','sound','number','tail','phone'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX `ix_member_search_member` ON `member_search` (`memberId`);

CREATE TABLE `search_progress` (
  `name` VARCHAR(32) NOT NULL,
  `rules` VARCHAR(16) NOT NULL,
  `doneTo` BIGINT NOT NULL,
  `updatedAt` BIGINT NOT NULL,
  PRIMARY KEY (`name`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

DROP TABLE `member_word`;

-- 2026-11-28-push

CREATE TABLE `push_subscription` (
  `id` BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `userId` BIGINT NOT NULL,
  `sessionId` VARCHAR(40) NOT NULL,
  `endpoint` VARCHAR(1000) NOT NULL,
  `endpointHash` VARCHAR(64) NOT NULL,
  `p256dh` VARCHAR(100) NOT NULL,
  `auth` VARCHAR(40) NOT NULL,
  `createdAt` BIGINT NOT NULL,
  CONSTRAINT `uq_push_subscription_session` UNIQUE (`sessionId`),
  CONSTRAINT `uq_push_subscription_endpoint` UNIQUE (`endpointHash`),
  CONSTRAINT `fk_push_subscription_user` FOREIGN KEY (`userId`) REFERENCES `user` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX `ix_push_subscription_user` ON `push_subscription` (`userId`);

CREATE TABLE `push_message` (
  `id` BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `subscriptionId` BIGINT NOT NULL,
  `deliverySeq` BIGINT NOT NULL,
  `name` VARCHAR(48) NOT NULL,
  `state` VARCHAR(8) NOT NULL,
  `attempts` BIGINT NOT NULL DEFAULT 0,
  `nextAttemptAt` BIGINT NOT NULL,
  CONSTRAINT `uq_push_message_event` UNIQUE (`subscriptionId`, `deliverySeq`),
  CONSTRAINT `fk_push_message_subscription` FOREIGN KEY (`subscriptionId`) REFERENCES `push_subscription` (`id`),
  CONSTRAINT `ck_push_message_state` CHECK (state in ('waiting','sending'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX `ix_push_message_due` ON `push_message` (`state`, `nextAttemptAt`);

-- 2026-11-28-reversal-limits

INSERT INTO setting (name, value, effectiveFrom, legalBasis, setByUserId, recordedAt) SELECT 'limit.reversalApproval', value, effectiveFrom, legalBasis, setByUserId, recordedAt FROM setting WHERE name = 'limit.withdrawalApproval' AND NOT EXISTS (SELECT 1 FROM setting AS there WHERE there.name = 'limit.reversalApproval');

INSERT INTO setting (name, value, effectiveFrom, legalBasis, setByUserId, recordedAt) SELECT 'limit.reversalDays', '0', effectiveFrom, legalBasis, setByUserId, recordedAt FROM setting WHERE name = 'limit.valueDateDays' AND NOT EXISTS (SELECT 1 FROM setting AS there WHERE there.name = 'limit.reversalDays');

-- 2026-11-28-person-files

CREATE TABLE `person_file` (
  `id` VARCHAR(40) NOT NULL,
  `memberId` BIGINT NULL,
  `applicationId` BIGINT NULL,
  `kind` VARCHAR(24) NOT NULL,
  `name` VARCHAR(160) NOT NULL,
  `width` BIGINT NULL,
  `height` BIGINT NULL,
  `status` VARCHAR(16) NOT NULL,
  `statusAt` BIGINT NOT NULL,
  `addedByUserId` BIGINT NULL,
  PRIMARY KEY (`id`),
  CONSTRAINT `fk_person_file_stored` FOREIGN KEY (`id`) REFERENCES `stored_file` (`id`),
  CONSTRAINT `fk_person_file_member` FOREIGN KEY (`memberId`) REFERENCES `member` (`id`),
  CONSTRAINT `fk_person_file_application` FOREIGN KEY (`applicationId`) REFERENCES `membership_application` (`id`),
  CONSTRAINT `ck_person_file_status` CHECK (status in ('current','waiting','replaced','refused','removed'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX `ix_person_file_member` ON `person_file` (`memberId`, `status`, `kind`);

CREATE INDEX `ix_person_file_application` ON `person_file` (`applicationId`, `status`);

CREATE INDEX `ix_person_file_status` ON `person_file` (`status`, `statusAt`);

INSERT INTO setting (name, value, effectiveFrom, legalBasis, setByUserId, recordedAt) SELECT 'files.photoKilobytes', '1024', MIN(effectiveFrom), NULL, NULL, MIN(recordedAt) FROM setting HAVING COUNT(*) > 0 AND SUM(CASE WHEN name = 'files.photoKilobytes' THEN 1 ELSE 0 END) = 0;

INSERT INTO setting (name, value, effectiveFrom, legalBasis, setByUserId, recordedAt) SELECT 'files.paperKilobytes', '5120', MIN(effectiveFrom), NULL, NULL, MIN(recordedAt) FROM setting HAVING COUNT(*) > 0 AND SUM(CASE WHEN name = 'files.paperKilobytes' THEN 1 ELSE 0 END) = 0;

INSERT INTO setting (name, value, effectiveFrom, legalBasis, setByUserId, recordedAt) SELECT 'files.megapixels', '25', MIN(effectiveFrom), NULL, NULL, MIN(recordedAt) FROM setting HAVING COUNT(*) > 0 AND SUM(CASE WHEN name = 'files.megapixels' THEN 1 ELSE 0 END) = 0;

INSERT INTO setting (name, value, effectiveFrom, legalBasis, setByUserId, recordedAt) SELECT 'files.personMegabytes', '40', MIN(effectiveFrom), NULL, NULL, MIN(recordedAt) FROM setting HAVING COUNT(*) > 0 AND SUM(CASE WHEN name = 'files.personMegabytes' THEN 1 ELSE 0 END) = 0;

INSERT INTO setting (name, value, effectiveFrom, legalBasis, setByUserId, recordedAt) SELECT 'application.wantedPapers', '"photo, signature, identity_proof, address_proof"', MIN(effectiveFrom), NULL, NULL, MIN(recordedAt) FROM setting HAVING COUNT(*) > 0 AND SUM(CASE WHEN name = 'application.wantedPapers' THEN 1 ELSE 0 END) = 0;

-- 2026-11-28-member-notes

CREATE TABLE `member_note` (
  `id` BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `memberId` BIGINT NOT NULL,
  `text` VARCHAR(1000) NOT NULL,
  `writtenByUserId` BIGINT NOT NULL,
  `writtenAt` BIGINT NOT NULL,
  CONSTRAINT `fk_member_note_member` FOREIGN KEY (`memberId`) REFERENCES `member` (`id`),
  CONSTRAINT `fk_member_note_user` FOREIGN KEY (`writtenByUserId`) REFERENCES `user` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX `ix_member_note` ON `member_note` (`memberId`, `id`);

CREATE INDEX `ix_approval_request_member` ON `approval_request` (`memberId`, `id`);

-- 2026-11-28-rules-of-two

ALTER TABLE setting ADD COLUMN `reason` VARCHAR(400) NULL;

ALTER TABLE setting ADD COLUMN `approvedByUserId` BIGINT NULL;

ALTER TABLE fee ADD COLUMN `reason` VARCHAR(400) NULL;

ALTER TABLE fee ADD COLUMN `setByUserId` BIGINT NULL;

ALTER TABLE fee ADD COLUMN `approvedByUserId` BIGINT NULL;

ALTER TABLE fee ADD COLUMN `recordedAt` BIGINT NULL;

ALTER TABLE deposit_product ADD COLUMN `reason` VARCHAR(400) NULL;

ALTER TABLE deposit_product ADD COLUMN `setByUserId` BIGINT NULL;

ALTER TABLE deposit_product ADD COLUMN `approvedByUserId` BIGINT NULL;

ALTER TABLE deposit_product ADD COLUMN `recordedAt` BIGINT NULL;

ALTER TABLE fee DROP INDEX uq_fee_code;

CREATE INDEX `ix_fee_code` ON `fee` (`code`, `effectiveFrom`, `id`);

ALTER TABLE deposit_product DROP INDEX uq_deposit_product;

CREATE INDEX `ix_deposit_product_code` ON `deposit_product` (`code`, `effectiveFrom`, `id`);

ALTER TABLE till ADD COLUMN `assignedUserId` BIGINT NULL;

ALTER TABLE till ADD COLUMN `cashLimit` BIGINT NULL CHECK (`cashLimit` BETWEEN -900000000000000 AND 900000000000000);

ALTER TABLE till ADD COLUMN `version` BIGINT NOT NULL DEFAULT 1;

CREATE TABLE `holiday` (
  `day` DATE NOT NULL,
  `nameEn` VARCHAR(80) NOT NULL,
  `nameHi` VARCHAR(80) NOT NULL,
  `recordedByUserId` BIGINT NULL,
  `recordedAt` BIGINT NOT NULL,
  PRIMARY KEY (`day`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

INSERT INTO setting (name, value, effectiveFrom, recordedAt) SELECT 'calendar.weeklyOffs', CASE WHEN p.value = '"NP-SACCOS"' THEN '"saturday"' ELSE '"sunday"' END, p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'calendar.weeklyOffs');

-- 2026-11-29-term-products

CREATE TABLE `term_product` (
  `id` BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `code` VARCHAR(16) NOT NULL,
  `kind` VARCHAR(16) NOT NULL,
  `nameEn` VARCHAR(80) NOT NULL,
  `nameHi` VARCHAR(80) NOT NULL,
  `isOffered` TINYINT NOT NULL CHECK (`isOffered` IN (0, 1)),
  `minimumAmount` BIGINT NOT NULL CHECK (`minimumAmount` BETWEEN -900000000000000 AND 900000000000000),
  `maximumAmount` BIGINT NULL CHECK (`maximumAmount` BETWEEN -900000000000000 AND 900000000000000),
  `maximumMonths` BIGINT NOT NULL,
  `compounding` VARCHAR(16) NOT NULL,
  `dayCount` VARCHAR(16) NOT NULL,
  `payout` VARCHAR(16) NOT NULL,
  `isPayoutDiscounted` TINYINT NOT NULL CHECK (`isPayoutDiscounted` IN (0, 1)),
  `rounding` VARCHAR(8) NOT NULL,
  `lockInDays` BIGINT NOT NULL,
  `prematurePenalty` VARCHAR(16) NOT NULL,
  `atMaturity` VARCHAR(24) NOT NULL,
  `lateFinePerHundred` BIGINT NULL CHECK (`lateFinePerHundred` BETWEEN -900000000000000 AND 900000000000000),
  `effectiveFrom` DATE NOT NULL,
  `legalBasis` VARCHAR(400) NULL,
  `reason` VARCHAR(400) NULL,
  `setByUserId` BIGINT NULL,
  `approvedByUserId` BIGINT NULL,
  `recordedAt` BIGINT NOT NULL,
  CONSTRAINT `ck_term_product_kind` CHECK (kind in ('fixed','recurring')),
  CONSTRAINT `ck_term_product_amount` CHECK (minimumAmount > 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX `ix_term_product_code` ON `term_product` (`code`, `effectiveFrom`, `id`);

CREATE TABLE `term_rate` (
  `id` BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `termProductId` BIGINT NOT NULL,
  `category` VARCHAR(16) NOT NULL,
  `amountFrom` BIGINT NOT NULL CHECK (`amountFrom` BETWEEN -900000000000000 AND 900000000000000),
  `termFrom` BIGINT NOT NULL,
  `termUnit` VARCHAR(8) NOT NULL,
  `annualRate` VARCHAR(16) NOT NULL,
  CONSTRAINT `uq_term_rate` UNIQUE (`termProductId`, `category`, `termUnit`, `termFrom`, `amountFrom`),
  CONSTRAINT `fk_term_rate_product` FOREIGN KEY (`termProductId`) REFERENCES `term_product` (`id`),
  CONSTRAINT `ck_term_rate_unit` CHECK (termUnit in ('days','months'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

INSERT INTO setting (name, value, effectiveFrom, recordedAt) SELECT 'deposits.fixedAllowed', 'true', p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' AND NOT EXISTS (SELECT 1 FROM setting f WHERE f.name = 'deposits.fixedAllowed');

-- 2026-11-29-member-languages

INSERT INTO setting (name, value, effectiveFrom, recordedAt) SELECT 'society.languages', '"en, hi"', p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'society.languages');

-- 2026-11-29-day-end

ALTER TABLE deposit_product ADD COLUMN `interestBasis` VARCHAR(20) NOT NULL DEFAULT 'dailyProduct';

ALTER TABLE deposit_product ADD COLUMN `interestDayCount` VARCHAR(16) NOT NULL DEFAULT 'actual/365';

ALTER TABLE deposit_product ADD COLUMN `interestMonths` VARCHAR(32) NOT NULL DEFAULT '3,6,9,12';

ALTER TABLE deposit_product ADD COLUMN `interestMultiple` BIGINT NOT NULL DEFAULT 1;

CREATE TABLE `day_end_step` (
  `businessDate` DATE NOT NULL,
  `step` VARCHAR(24) NOT NULL,
  `afterId` BIGINT NOT NULL DEFAULT 0,
  `done` BIGINT NOT NULL DEFAULT 0,
  `startedAt` BIGINT NOT NULL,
  `finishedAt` BIGINT NULL,
  PRIMARY KEY (`businessDate`, `step`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE `day_end_failure` (
  `businessDate` DATE NOT NULL,
  `step` VARCHAR(24) NOT NULL,
  `depositId` BIGINT NOT NULL,
  `code` VARCHAR(64) NOT NULL,
  `params` VARCHAR(1000) NOT NULL,
  `failedAt` BIGINT NOT NULL,
  `resolvedAt` BIGINT NULL,
  PRIMARY KEY (`businessDate`, `step`, `depositId`),
  CONSTRAINT `fk_day_end_failure_deposit` FOREIGN KEY (`depositId`) REFERENCES `deposit` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE `interest_credit` (
  `depositId` BIGINT NOT NULL,
  `periodTo` DATE NOT NULL,
  `periodFrom` DATE NOT NULL,
  `interest` BIGINT NOT NULL CHECK (`interest` BETWEEN -900000000000000 AND 900000000000000),
  `entryId` BIGINT NULL,
  `knewEntryId` BIGINT NOT NULL,
  PRIMARY KEY (`depositId`, `periodTo`),
  CONSTRAINT `fk_interest_credit_deposit` FOREIGN KEY (`depositId`) REFERENCES `deposit` (`id`),
  CONSTRAINT `fk_interest_credit_entry` FOREIGN KEY (`entryId`) REFERENCES `journal_entry` (`id`),
  CONSTRAINT `ck_interest_credit_interest` CHECK (interest >= 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- 2026-11-29-day-end-results

ALTER TABLE day_end_step ADD COLUMN `amount` BIGINT NOT NULL DEFAULT 0 CHECK (`amount` BETWEEN -900000000000000 AND 900000000000000);

ALTER TABLE day_end_step ADD COLUMN `stopCode` VARCHAR(64) NULL;

ALTER TABLE day_end_step ADD COLUMN `stopParams` VARCHAR(1000) NULL;

UPDATE day_end_step SET amount = (SELECT COALESCE(SUM(interest), 0) FROM interest_credit WHERE periodTo = businessDate) WHERE step = 'credit-interest';

-- 2026-11-29-term-deposits

CREATE TABLE `term_deposit` (
  `depositId` BIGINT NOT NULL,
  `termProductId` BIGINT NOT NULL,
  `amount` BIGINT NOT NULL CHECK (`amount` BETWEEN -900000000000000 AND 900000000000000),
  `months` BIGINT NULL,
  `days` BIGINT NULL,
  `category` VARCHAR(16) NOT NULL,
  `annualRate` VARCHAR(16) NOT NULL,
  `maturesOn` DATE NOT NULL,
  `maturityValue` BIGINT NOT NULL CHECK (`maturityValue` BETWEEN -900000000000000 AND 900000000000000),
  `atMaturity` VARCHAR(24) NOT NULL,
  `openingEntryId` BIGINT NULL,
  `interestPaid` BIGINT NOT NULL CHECK (`interestPaid` BETWEEN -900000000000000 AND 900000000000000),
  PRIMARY KEY (`depositId`),
  CONSTRAINT `uq_term_deposit_entry` UNIQUE (`openingEntryId`),
  CONSTRAINT `fk_term_deposit_deposit` FOREIGN KEY (`depositId`) REFERENCES `deposit` (`id`),
  CONSTRAINT `fk_term_deposit_product` FOREIGN KEY (`termProductId`) REFERENCES `term_product` (`id`),
  CONSTRAINT `fk_term_deposit_entry` FOREIGN KEY (`openingEntryId`) REFERENCES `journal_entry` (`id`),
  CONSTRAINT `ck_term_deposit_amount` CHECK (amount > 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX `ix_term_deposit_matures` ON `term_deposit` (`maturesOn`, `depositId`);

CREATE TABLE `term_instalment` (
  `depositId` BIGINT NOT NULL,
  `number` BIGINT NOT NULL,
  `dueOn` DATE NOT NULL,
  `amount` BIGINT NOT NULL CHECK (`amount` BETWEEN -900000000000000 AND 900000000000000),
  `paidOn` DATE NULL,
  `entryId` BIGINT NULL,
  PRIMARY KEY (`depositId`, `number`),
  CONSTRAINT `fk_term_instalment_deposit` FOREIGN KEY (`depositId`) REFERENCES `term_deposit` (`depositId`),
  CONSTRAINT `fk_term_instalment_entry` FOREIGN KEY (`entryId`) REFERENCES `journal_entry` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX `ix_term_instalment_due` ON `term_instalment` (`dueOn`, `depositId`);

-- 2026-11-29-term-closures

ALTER TABLE term_deposit ADD COLUMN `closingEntryId` BIGINT NULL;

CREATE INDEX `ix_term_deposit_closing` ON `term_deposit` (`closingEntryId`);

-- 2026-11-29-term-maturities

CREATE TABLE `term_maturity` (
  `depositId` BIGINT NOT NULL,
  `maturedOn` DATE NOT NULL,
  `renewed` BIGINT NOT NULL CHECK (`renewed` BETWEEN -900000000000000 AND 900000000000000),
  `toSavings` BIGINT NOT NULL CHECK (`toSavings` BETWEEN -900000000000000 AND 900000000000000),
  `unclaimed` BIGINT NOT NULL CHECK (`unclaimed` BETWEEN -900000000000000 AND 900000000000000),
  `renewedDepositId` BIGINT NULL,
  `savingsDepositId` BIGINT NULL,
  `unclaimedDepositId` BIGINT NULL,
  `refusalCode` VARCHAR(64) NULL,
  `entryId` BIGINT NOT NULL,
  PRIMARY KEY (`depositId`, `maturedOn`),
  CONSTRAINT `uq_term_maturity_entry` UNIQUE (`entryId`),
  CONSTRAINT `fk_term_maturity_deposit` FOREIGN KEY (`depositId`) REFERENCES `term_deposit` (`depositId`),
  CONSTRAINT `fk_term_maturity_renewed` FOREIGN KEY (`renewedDepositId`) REFERENCES `deposit` (`id`),
  CONSTRAINT `fk_term_maturity_savings` FOREIGN KEY (`savingsDepositId`) REFERENCES `deposit` (`id`),
  CONSTRAINT `fk_term_maturity_unclaimed` FOREIGN KEY (`unclaimedDepositId`) REFERENCES `deposit` (`id`),
  CONSTRAINT `fk_term_maturity_entry` FOREIGN KEY (`entryId`) REFERENCES `journal_entry` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- 2026-11-29-term-payouts

ALTER TABLE term_deposit ADD COLUMN `nextPayoutOn` DATE NULL;

CREATE INDEX `ix_term_deposit_payout` ON `term_deposit` (`nextPayoutOn`, `depositId`);

UPDATE term_deposit SET nextPayoutOn = (SELECT openedOn FROM deposit WHERE deposit.id = term_deposit.depositId) WHERE termProductId IN (SELECT id FROM term_product WHERE payout <> 'maturity');

CREATE TABLE `term_payout` (
  `depositId` BIGINT NOT NULL,
  `dueOn` DATE NOT NULL,
  `amount` BIGINT NOT NULL CHECK (`amount` BETWEEN -900000000000000 AND 900000000000000),
  `entryId` BIGINT NOT NULL,
  PRIMARY KEY (`depositId`, `dueOn`),
  CONSTRAINT `fk_term_payout_deposit` FOREIGN KEY (`depositId`) REFERENCES `term_deposit` (`depositId`),
  CONSTRAINT `fk_term_payout_entry` FOREIGN KEY (`entryId`) REFERENCES `journal_entry` (`id`),
  CONSTRAINT `ck_term_payout_amount` CHECK (amount > 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX `ix_term_payout_entry` ON `term_payout` (`entryId`);

-- 2026-11-29-deposit-settings

INSERT INTO setting (name, value, effectiveFrom, recordedAt) SELECT 'deposits.seniorAge', '60', p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'deposits.seniorAge');

INSERT INTO setting (name, value, effectiveFrom, recordedAt) SELECT 'deposits.interestFrom', CONCAT('"', p.effectiveFrom, '"'), p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'deposits.interestFrom');

-- 2026-11-29-interest-tax-settings

INSERT INTO setting (name, value, effectiveFrom, recordedAt) SELECT 'tax.onInterest', CASE p.value WHEN '"NP-SACCOS"' THEN '"none"' WHEN '"INTL-SACCO"' THEN '"none"' ELSE '"none"' END, p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'tax.onInterest');

INSERT INTO setting (name, value, effectiveFrom, recordedAt) SELECT 'tax.interestThreshold', CASE p.value WHEN '"NP-SACCOS"' THEN '"0.00"' WHEN '"INTL-SACCO"' THEN '"0.00"' ELSE '"50000.00"' END, p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'tax.interestThreshold');

INSERT INTO setting (name, value, effectiveFrom, recordedAt) SELECT 'tax.interestThresholdSenior', CASE p.value WHEN '"NP-SACCOS"' THEN '"0.00"' WHEN '"INTL-SACCO"' THEN '"0.00"' ELSE '"100000.00"' END, p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'tax.interestThresholdSenior');

INSERT INTO setting (name, value, effectiveFrom, recordedAt) SELECT 'tax.interestRate', CASE p.value WHEN '"NP-SACCOS"' THEN '"6"' WHEN '"INTL-SACCO"' THEN '"15"' ELSE '"10"' END, p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'tax.interestRate');

INSERT INTO setting (name, value, effectiveFrom, recordedAt) SELECT 'tax.interestRateWithoutPan', CASE p.value WHEN '"NP-SACCOS"' THEN '"6"' WHEN '"INTL-SACCO"' THEN '"15"' ELSE '"20"' END, p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'tax.interestRateWithoutPan');

INSERT INTO setting (name, value, effectiveFrom, recordedAt) SELECT 'tax.seniorAge', CASE p.value WHEN '"NP-SACCOS"' THEN '60' WHEN '"INTL-SACCO"' THEN '60' ELSE '60' END, p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'tax.seniorAge');

-- 2026-11-30-demand-deposits

ALTER TABLE deposit_product ADD COLUMN `isOffered` TINYINT NOT NULL DEFAULT 1 CHECK (`isOffered` IN (0, 1));

ALTER TABLE deposit_product ADD COLUMN `minimumDeposit` BIGINT NOT NULL DEFAULT 0 CHECK (`minimumDeposit` BETWEEN -900000000000000 AND 900000000000000);

ALTER TABLE deposit_product ADD COLUMN `withdrawal` VARCHAR(16) NOT NULL DEFAULT 'free';

ALTER TABLE deposit_product ADD COLUMN `interestRule` VARCHAR(16) NOT NULL DEFAULT 'savings';

UPDATE deposit_product SET interestRule = 'none' WHERE kind = 'current' AND annualRate = '0';

INSERT INTO deposit_product (code, kind, nameEn, nameHi, accountCode, minimumBalance, minimumDeposit, withdrawal, interestRule, annualRate, isOffered, effectiveFrom, legalBasis, recordedAt) SELECT 'CD', 'thrift', 'Compulsory thrift', 'अनिवार्य बचत जमा', '2102', 0, 0, 'membership', 'thrift', CASE p.value WHEN '"NP-SACCOS"' THEN '6' WHEN '"INTL-SACCO"' THEN '5' ELSE '6' END, 0, p.effectiveFrom, 'Starting value; the committee decides by resolution.', p.recordedAt FROM setting p WHERE p.name = 'society.preset' AND NOT EXISTS (SELECT 1 FROM deposit_product w WHERE w.code = 'CD');

INSERT INTO deposit_product (code, kind, nameEn, nameHi, accountCode, minimumBalance, minimumDeposit, withdrawal, interestRule, annualRate, isOffered, effectiveFrom, legalBasis, recordedAt) SELECT 'DD', 'daily', 'Daily deposit', 'दैनिक जमा', '2131', 0, 1000, 'free', 'daily', CASE p.value WHEN '"NP-SACCOS"' THEN '5' WHEN '"INTL-SACCO"' THEN '3' ELSE '3.25' END, 0, p.effectiveFrom, 'Starting value; the committee decides by resolution.', p.recordedAt FROM setting p WHERE p.name = 'society.preset' AND NOT EXISTS (SELECT 1 FROM deposit_product w WHERE w.code = 'DD');

INSERT INTO deposit_product (code, kind, nameEn, nameHi, accountCode, minimumBalance, minimumDeposit, withdrawal, interestRule, annualRate, isOffered, effectiveFrom, legalBasis, recordedAt) SELECT 'GS', 'goal', 'Goal savings', 'लक्ष्य बचत', '2101', 0, 0, 'goal', 'savings', CASE p.value WHEN '"NP-SACCOS"' THEN '6' WHEN '"INTL-SACCO"' THEN '4' ELSE '5' END, 0, p.effectiveFrom, 'Starting value; the committee decides by resolution.', p.recordedAt FROM setting p WHERE p.name = 'society.preset' AND NOT EXISTS (SELECT 1 FROM deposit_product w WHERE w.code = 'GS');

INSERT INTO deposit_product (code, kind, nameEn, nameHi, accountCode, minimumBalance, minimumDeposit, withdrawal, interestRule, annualRate, isOffered, effectiveFrom, legalBasis, recordedAt) SELECT 'OS', 'optional', 'Optional savings', 'ऐच्छिक बचत', '2101', 0, 0, 'free', 'savings', CASE p.value WHEN '"NP-SACCOS"' THEN '6' WHEN '"INTL-SACCO"' THEN '3.5' ELSE '4.5' END, 0, p.effectiveFrom, 'Starting value; the committee decides by resolution.', p.recordedAt FROM setting p WHERE p.name = 'society.preset' AND NOT EXISTS (SELECT 1 FROM deposit_product w WHERE w.code = 'OS');

INSERT INTO deposit_product (code, kind, nameEn, nameHi, accountCode, minimumBalance, minimumDeposit, withdrawal, interestRule, annualRate, isOffered, effectiveFrom, legalBasis, recordedAt) SELECT 'ES', 'emergency', 'Emergency savings', 'आपात बचत', '2101', 0, 0, 'free', 'savings', CASE p.value WHEN '"NP-SACCOS"' THEN '5' WHEN '"INTL-SACCO"' THEN '3' ELSE '4' END, 0, p.effectiveFrom, 'Starting value; the committee decides by resolution.', p.recordedAt FROM setting p WHERE p.name = 'society.preset' AND NOT EXISTS (SELECT 1 FROM deposit_product w WHERE w.code = 'ES');

ALTER TABLE deposit ADD COLUMN `minimumDeposit` BIGINT NOT NULL DEFAULT 0 CHECK (`minimumDeposit` BETWEEN -900000000000000 AND 900000000000000);

ALTER TABLE deposit ADD COLUMN `withdrawal` VARCHAR(16) NOT NULL DEFAULT 'free';

CREATE TABLE `deposit_goal` (
  `depositId` BIGINT NOT NULL,
  `purpose` VARCHAR(80) NOT NULL,
  `target` BIGINT NOT NULL CHECK (`target` BETWEEN -900000000000000 AND 900000000000000),
  `targetOn` DATE NOT NULL,
  PRIMARY KEY (`depositId`),
  CONSTRAINT `fk_deposit_goal_deposit` FOREIGN KEY (`depositId`) REFERENCES `deposit` (`id`),
  CONSTRAINT `ck_deposit_goal_target` CHECK (target > 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- 2026-11-29-missed-instalments

ALTER TABLE term_instalment ADD COLUMN `missedOn` DATE NULL;

CREATE INDEX `ix_term_instalment_missed` ON `term_instalment` (`missedOn`, `paidOn`, `dueOn`);

ALTER TABLE term_product ADD COLUMN `graceDays` BIGINT NOT NULL DEFAULT 0;

ALTER TABLE term_product ADD COLUMN `irregularAfterMissed` BIGINT NULL;

-- 2026-11-29-interest-tax

CREATE TABLE `interest_tax` (
  `entryId` BIGINT NOT NULL,
  `memberId` BIGINT NOT NULL,
  `depositId` BIGINT NOT NULL,
  `reason` VARCHAR(20) NOT NULL,
  `interest` BIGINT NOT NULL CHECK (`interest` BETWEEN -900000000000000 AND 900000000000000),
  `interestBefore` BIGINT NOT NULL CHECK (`interestBefore` BETWEEN -900000000000000 AND 900000000000000),
  `taxBefore` BIGINT NOT NULL CHECK (`taxBefore` BETWEEN -900000000000000 AND 900000000000000),
  `threshold` BIGINT NULL CHECK (`threshold` BETWEEN -900000000000000 AND 900000000000000),
  `rate` VARCHAR(16) NOT NULL,
  `due` BIGINT NOT NULL CHECK (`due` BETWEEN -900000000000000 AND 900000000000000),
  `tax` BIGINT NOT NULL CHECK (`tax` BETWEEN -900000000000000 AND 900000000000000),
  `remaining` BIGINT NOT NULL CHECK (`remaining` BETWEEN -900000000000000 AND 900000000000000),
  PRIMARY KEY (`entryId`),
  CONSTRAINT `fk_interest_tax_entry` FOREIGN KEY (`entryId`) REFERENCES `journal_entry` (`id`),
  CONSTRAINT `fk_interest_tax_member` FOREIGN KEY (`memberId`) REFERENCES `member` (`id`),
  CONSTRAINT `fk_interest_tax_deposit` FOREIGN KEY (`depositId`) REFERENCES `deposit` (`id`),
  CONSTRAINT `ck_interest_tax_tax` CHECK (tax >= 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX `ix_interest_tax_member` ON `interest_tax` (`memberId`, `entryId`);

CREATE TABLE `tax_declaration` (
  `id` BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `memberId` BIGINT NOT NULL,
  `financialYear` VARCHAR(12) NOT NULL,
  `number` VARCHAR(40) NOT NULL,
  `receivedOn` DATE NOT NULL,
  `recordedByUserId` BIGINT NOT NULL,
  `recordedAt` BIGINT NOT NULL,
  `withdrawnAt` BIGINT NULL,
  `withdrawnByUserId` BIGINT NULL,
  `withdrawnBecause` VARCHAR(200) NULL,
  CONSTRAINT `fk_tax_declaration_member` FOREIGN KEY (`memberId`) REFERENCES `member` (`id`),
  CONSTRAINT `fk_tax_declaration_recorded_by` FOREIGN KEY (`recordedByUserId`) REFERENCES `user` (`id`),
  CONSTRAINT `fk_tax_declaration_withdrawn_by` FOREIGN KEY (`withdrawnByUserId`) REFERENCES `user` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX `ix_tax_declaration_member` ON `tax_declaration` (`memberId`, `financialYear`);

CREATE INDEX `ix_tax_declaration_year` ON `tax_declaration` (`financialYear`, `id`);

-- 2026-11-29-deposit-restrictions

ALTER TABLE deposit ADD COLUMN `takesMoney` TINYINT NOT NULL DEFAULT 1 CHECK (`takesMoney` IN (0, 1));

CREATE TABLE `deposit_restriction` (
  `id` BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `depositId` BIGINT NOT NULL,
  `kind` VARCHAR(8) NOT NULL,
  `amount` BIGINT NULL CHECK (`amount` BETWEEN -900000000000000 AND 900000000000000),
  `allowsDeposits` TINYINT NULL CHECK (`allowsDeposits` IN (0, 1)),
  `reference` VARCHAR(80) NULL,
  `reason` VARCHAR(200) NOT NULL,
  `untilOn` DATE NULL,
  `setOn` DATE NOT NULL,
  `setByUserId` BIGINT NULL,
  `approvedByUserId` BIGINT NULL,
  `statusBefore` VARCHAR(16) NULL,
  `movedFromId` BIGINT NULL,
  `status` VARCHAR(8) NOT NULL,
  `endedOn` DATE NULL,
  `endReason` VARCHAR(200) NULL,
  `endedByUserId` BIGINT NULL,
  `endApprovedByUserId` BIGINT NULL,
  CONSTRAINT `fk_deposit_restriction_deposit` FOREIGN KEY (`depositId`) REFERENCES `deposit` (`id`),
  CONSTRAINT `fk_deposit_restriction_moved` FOREIGN KEY (`movedFromId`) REFERENCES `deposit_restriction` (`id`),
  CONSTRAINT `ck_deposit_restriction_kind` CHECK (kind in ('hold','lien','freeze')),
  CONSTRAINT `ck_deposit_restriction_status` CHECK (status in ('active','lifted','ended','moved')),
  CONSTRAINT `ck_deposit_restriction_amount` CHECK ((kind = 'freeze') = (amount is null))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX `ix_deposit_restriction_deposit` ON `deposit_restriction` (`depositId`, `id`);

CREATE INDEX `ix_deposit_restriction_until` ON `deposit_restriction` (`status`, `untilOn`, `id`);

INSERT INTO deposit_restriction (depositId, kind, amount, reason, setOn, status) SELECT d.id, 'hold', b.hold, 'Held before', d.openedOn, 'active' FROM deposit d JOIN balance b ON b.subLedger = 'deposit' AND b.subLedgerId = d.id WHERE b.hold > 0;

-- 2026-11-30-collection-agents

CREATE TABLE `agent` (
  `id` BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `number` VARCHAR(16) NOT NULL,
  `userId` BIGINT NOT NULL,
  `memberId` BIGINT NULL,
  `status` VARCHAR(12) NOT NULL,
  `registeredOn` DATE NOT NULL,
  `retiredOn` DATE NULL,
  `version` BIGINT NOT NULL DEFAULT 1,
  CONSTRAINT `uq_agent_number` UNIQUE (`number`),
  CONSTRAINT `uq_agent_user` UNIQUE (`userId`),
  CONSTRAINT `fk_agent_user` FOREIGN KEY (`userId`) REFERENCES `user` (`id`),
  CONSTRAINT `fk_agent_member` FOREIGN KEY (`memberId`) REFERENCES `member` (`id`),
  CONSTRAINT `ck_agent_status` CHECK (status in ('active','retired'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE `agent_terms` (
  `id` BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `agentId` BIGINT NOT NULL,
  `effectiveFrom` DATE NOT NULL,
  `commissionRate` VARCHAR(16) NULL,
  `cashLimit` BIGINT NULL CHECK (`cashLimit` BETWEEN -900000000000000 AND 900000000000000),
  `reason` VARCHAR(400) NULL,
  `setByUserId` BIGINT NOT NULL,
  `approvedByUserId` BIGINT NULL,
  `recordedAt` BIGINT NOT NULL,
  CONSTRAINT `fk_agent_terms_agent` FOREIGN KEY (`agentId`) REFERENCES `agent` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX `ix_agent_terms_agent` ON `agent_terms` (`agentId`, `effectiveFrom`, `id`);

CREATE TABLE `collection_route` (
  `id` BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `code` VARCHAR(8) NOT NULL,
  `name` VARCHAR(80) NOT NULL,
  `agentId` BIGINT NOT NULL,
  `version` BIGINT NOT NULL DEFAULT 1,
  CONSTRAINT `uq_collection_route_code` UNIQUE (`code`),
  CONSTRAINT `fk_collection_route_agent` FOREIGN KEY (`agentId`) REFERENCES `agent` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX `ix_collection_route_agent` ON `collection_route` (`agentId`);

CREATE TABLE `daily_deposit` (
  `depositId` BIGINT NOT NULL,
  `routeId` BIGINT NOT NULL,
  `position` BIGINT NOT NULL,
  `dailyAmount` BIGINT NOT NULL CHECK (`dailyAmount` BETWEEN -900000000000000 AND 900000000000000),
  `months` BIGINT NOT NULL,
  `maturesOn` DATE NOT NULL,
  `annualRate` VARCHAR(16) NOT NULL,
  `keptMonths` BIGINT NOT NULL,
  `serviceCharge` VARCHAR(16) NULL,
  `addEveryMonths` BIGINT NOT NULL,
  `interestCredited` BIGINT NOT NULL DEFAULT 0 CHECK (`interestCredited` BETWEEN -900000000000000 AND 900000000000000),
  `nextInterestOn` DATE NULL,
  `closingEntryId` BIGINT NULL,
  PRIMARY KEY (`depositId`),
  CONSTRAINT `fk_daily_deposit_deposit` FOREIGN KEY (`depositId`) REFERENCES `deposit` (`id`),
  CONSTRAINT `fk_daily_deposit_route` FOREIGN KEY (`routeId`) REFERENCES `collection_route` (`id`),
  CONSTRAINT `fk_daily_deposit_closing` FOREIGN KEY (`closingEntryId`) REFERENCES `journal_entry` (`id`),
  CONSTRAINT `ck_daily_deposit` CHECK (dailyAmount > 0 and months > 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX `ix_daily_deposit_route` ON `daily_deposit` (`routeId`, `position`, `depositId`);

CREATE INDEX `ix_daily_deposit_interest` ON `daily_deposit` (`nextInterestOn`, `depositId`);

CREATE INDEX `ix_daily_deposit_matures` ON `daily_deposit` (`maturesOn`, `depositId`);

CREATE TABLE `collection` (
  `id` BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `agentId` BIGINT NOT NULL,
  `routeId` BIGINT NOT NULL,
  `depositId` BIGINT NOT NULL,
  `memberId` BIGINT NOT NULL,
  `amount` BIGINT NOT NULL CHECK (`amount` BETWEEN -900000000000000 AND 900000000000000),
  `collectedOn` DATE NOT NULL,
  `receiptId` BIGINT NOT NULL,
  `entryId` BIGINT NOT NULL,
  `isFromSheet` TINYINT NOT NULL CHECK (`isFromSheet` IN (0, 1)),
  `reversedByEntryId` BIGINT NULL,
  CONSTRAINT `uq_collection_entry` UNIQUE (`entryId`),
  CONSTRAINT `fk_collection_agent` FOREIGN KEY (`agentId`) REFERENCES `agent` (`id`),
  CONSTRAINT `fk_collection_deposit` FOREIGN KEY (`depositId`) REFERENCES `daily_deposit` (`depositId`),
  CONSTRAINT `fk_collection_receipt` FOREIGN KEY (`receiptId`) REFERENCES `receipt` (`id`),
  CONSTRAINT `fk_collection_entry` FOREIGN KEY (`entryId`) REFERENCES `journal_entry` (`id`),
  CONSTRAINT `fk_collection_reversal` FOREIGN KEY (`reversedByEntryId`) REFERENCES `journal_entry` (`id`),
  CONSTRAINT `ck_collection_amount` CHECK (amount > 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX `ix_collection_agent` ON `collection` (`agentId`, `collectedOn`, `id`);

CREATE INDEX `ix_collection_deposit` ON `collection` (`depositId`, `collectedOn`, `id`);

CREATE TABLE `collection_handover` (
  `id` BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `agentId` BIGINT NOT NULL,
  `tillSessionId` BIGINT NOT NULL,
  `entryId` BIGINT NOT NULL,
  `expected` BIGINT NOT NULL CHECK (`expected` BETWEEN -900000000000000 AND 900000000000000),
  `counted` BIGINT NOT NULL CHECK (`counted` BETWEEN -900000000000000 AND 900000000000000),
  `count` MEDIUMTEXT NOT NULL CHECK (json_valid(`count`)),
  `note` VARCHAR(200) NULL,
  `reversedByEntryId` BIGINT NULL,
  CONSTRAINT `uq_collection_handover_entry` UNIQUE (`entryId`),
  CONSTRAINT `fk_collection_handover_agent` FOREIGN KEY (`agentId`) REFERENCES `agent` (`id`),
  CONSTRAINT `fk_collection_handover_session` FOREIGN KEY (`tillSessionId`) REFERENCES `till_session` (`id`),
  CONSTRAINT `fk_collection_handover_entry` FOREIGN KEY (`entryId`) REFERENCES `journal_entry` (`id`),
  CONSTRAINT `fk_collection_handover_reversal` FOREIGN KEY (`reversedByEntryId`) REFERENCES `journal_entry` (`id`),
  CONSTRAINT `ck_collection_handover` CHECK (counted > 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX `ix_collection_handover_agent` ON `collection_handover` (`agentId`, `id`);

INSERT INTO role (code, nameEn, nameHi, builtIn, version) SELECT 'agent', 'Collection agent', 'संग्रह अभिकर्ता', 1, 1 FROM role r WHERE r.code = 'cashier' AND NOT EXISTS (SELECT 1 FROM role a WHERE a.code = 'agent');

INSERT INTO role_permission (roleCode, permission) SELECT r.code, 'collections.own' FROM role r WHERE r.code = 'agent' AND NOT EXISTS (SELECT 1 FROM role_permission p WHERE p.roleCode = 'agent' AND p.permission = 'collections.own');

INSERT INTO role_permission (roleCode, permission) SELECT r.code, 'collections.read' FROM role r WHERE r.code = 'administrator' AND NOT EXISTS (SELECT 1 FROM role_permission p WHERE p.roleCode = 'administrator' AND p.permission = 'collections.read');

INSERT INTO role_permission (roleCode, permission) SELECT r.code, 'collections.read' FROM role r WHERE r.code = 'manager' AND NOT EXISTS (SELECT 1 FROM role_permission p WHERE p.roleCode = 'manager' AND p.permission = 'collections.read');

INSERT INTO role_permission (roleCode, permission) SELECT r.code, 'collections.read' FROM role r WHERE r.code = 'cashier' AND NOT EXISTS (SELECT 1 FROM role_permission p WHERE p.roleCode = 'cashier' AND p.permission = 'collections.read');

INSERT INTO role_permission (roleCode, permission) SELECT r.code, 'collections.read' FROM role r WHERE r.code = 'accountant' AND NOT EXISTS (SELECT 1 FROM role_permission p WHERE p.roleCode = 'accountant' AND p.permission = 'collections.read');

INSERT INTO role_permission (roleCode, permission) SELECT r.code, 'collections.read' FROM role r WHERE r.code = 'auditor' AND NOT EXISTS (SELECT 1 FROM role_permission p WHERE p.roleCode = 'auditor' AND p.permission = 'collections.read');

INSERT INTO role_permission (roleCode, permission) SELECT r.code, 'collections.enter' FROM role r WHERE r.code = 'manager' AND NOT EXISTS (SELECT 1 FROM role_permission p WHERE p.roleCode = 'manager' AND p.permission = 'collections.enter');

INSERT INTO role_permission (roleCode, permission) SELECT r.code, 'collections.enter' FROM role r WHERE r.code = 'cashier' AND NOT EXISTS (SELECT 1 FROM role_permission p WHERE p.roleCode = 'cashier' AND p.permission = 'collections.enter');

INSERT INTO role_permission (roleCode, permission) SELECT r.code, 'collections.manage' FROM role r WHERE r.code = 'administrator' AND NOT EXISTS (SELECT 1 FROM role_permission p WHERE p.roleCode = 'administrator' AND p.permission = 'collections.manage');

INSERT INTO role_permission (roleCode, permission) SELECT r.code, 'collections.manage' FROM role r WHERE r.code = 'manager' AND NOT EXISTS (SELECT 1 FROM role_permission p WHERE p.roleCode = 'manager' AND p.permission = 'collections.manage');

INSERT INTO setting (name, value, effectiveFrom, recordedAt) SELECT 'daily.termMonths', 12, p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'daily.termMonths');

INSERT INTO setting (name, value, effectiveFrom, recordedAt) SELECT 'daily.keptMonths', 6, p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'daily.keptMonths');

INSERT INTO setting (name, value, effectiveFrom, recordedAt) SELECT 'daily.addEveryMonths', 3, p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'daily.addEveryMonths');

INSERT INTO setting (name, value, effectiveFrom, recordedAt) SELECT 'daily.serviceCharge', '"3"', p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'daily.serviceCharge');

INSERT INTO setting (name, value, effectiveFrom, recordedAt) SELECT 'collections.commissionRate', '"3"', p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'collections.commissionRate');

INSERT INTO setting (name, value, effectiveFrom, recordedAt) SELECT 'collections.commissionTax', 'null', p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'collections.commissionTax');

INSERT INTO setting (name, value, effectiveFrom, recordedAt) SELECT 'collections.commissionTaxFrom', 'null', p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'collections.commissionTaxFrom');

INSERT INTO setting (name, value, effectiveFrom, recordedAt) SELECT 'limit.agentCash', '"25000.00"', p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'limit.agentCash');

INSERT INTO setting (name, value, effectiveFrom, recordedAt) SELECT 'limit.agentDays', 1, p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'limit.agentDays');

-- 2026-11-29-interest-recounts

CREATE TABLE `interest_recount` (
  `depositId` BIGINT NOT NULL,
  `periodTo` DATE NOT NULL,
  `becauseEntryId` BIGINT NOT NULL,
  `interest` BIGINT NOT NULL CHECK (`interest` BETWEEN -900000000000000 AND 900000000000000),
  `entryId` BIGINT NULL,
  `reversalEntryId` BIGINT NULL,
  `knewEntryId` BIGINT NOT NULL,
  PRIMARY KEY (`depositId`, `periodTo`, `becauseEntryId`),
  CONSTRAINT `fk_interest_recount_credit` FOREIGN KEY (`depositId`, `periodTo`) REFERENCES `interest_credit` (`depositId`, `periodTo`),
  CONSTRAINT `fk_interest_recount_because` FOREIGN KEY (`becauseEntryId`) REFERENCES `journal_entry` (`id`),
  CONSTRAINT `fk_interest_recount_entry` FOREIGN KEY (`entryId`) REFERENCES `journal_entry` (`id`),
  CONSTRAINT `fk_interest_recount_reversal` FOREIGN KEY (`reversalEntryId`) REFERENCES `journal_entry` (`id`),
  CONSTRAINT `ck_interest_recount_interest` CHECK (interest >= 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- 2026-11-30-standing-instructions

CREATE TABLE `standing_instruction` (
  `id` BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `memberId` BIGINT NOT NULL,
  `fromDepositId` BIGINT NOT NULL,
  `toDepositId` BIGINT NOT NULL,
  `activeToId` BIGINT NULL,
  `startsOn` DATE NOT NULL,
  `stoppedOn` DATE NULL,
  `setByUserId` BIGINT NOT NULL,
  `stoppedByUserId` BIGINT NULL,
  `recordedAt` BIGINT NOT NULL,
  CONSTRAINT `uq_standing_instruction_to` UNIQUE (`activeToId`),
  CONSTRAINT `fk_standing_instruction_member` FOREIGN KEY (`memberId`) REFERENCES `member` (`id`),
  CONSTRAINT `fk_standing_instruction_from` FOREIGN KEY (`fromDepositId`) REFERENCES `deposit` (`id`),
  CONSTRAINT `fk_standing_instruction_to` FOREIGN KEY (`toDepositId`) REFERENCES `deposit` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX `ix_standing_instruction_member` ON `standing_instruction` (`memberId`, `id`);

CREATE INDEX `ix_standing_instruction_to` ON `standing_instruction` (`toDepositId`, `id`);

CREATE TABLE `instruction_due` (
  `instructionId` BIGINT NOT NULL,
  `dueOn` DATE NOT NULL,
  `status` VARCHAR(16) NOT NULL,
  `amount` BIGINT NOT NULL CHECK (`amount` BETWEEN -900000000000000 AND 900000000000000),
  `fine` BIGINT NOT NULL CHECK (`fine` BETWEEN -900000000000000 AND 900000000000000),
  `firstTriedOn` DATE NOT NULL,
  `triedOn` DATE NOT NULL,
  `tries` BIGINT NOT NULL,
  `code` VARCHAR(64) NULL,
  `params` VARCHAR(1000) NULL,
  `entryId` BIGINT NULL,
  PRIMARY KEY (`instructionId`, `dueOn`),
  CONSTRAINT `fk_instruction_due_instruction` FOREIGN KEY (`instructionId`) REFERENCES `standing_instruction` (`id`),
  CONSTRAINT `fk_instruction_due_entry` FOREIGN KEY (`entryId`) REFERENCES `journal_entry` (`id`),
  CONSTRAINT `ck_instruction_due_status` CHECK (status in ('failed','taken','reversed'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX `ix_instruction_due_entry` ON `instruction_due` (`entryId`);

CREATE INDEX `ix_instruction_due_status` ON `instruction_due` (`status`, `instructionId`);

-- 2026-11-30-dormancy

ALTER TABLE deposit_product ADD COLUMN `dormantMonths` BIGINT NULL;

UPDATE deposit_product SET dormantMonths = 24 WHERE kind IN ('savings', 'current', 'salary');

ALTER TABLE deposit ADD COLUMN `activeOn` DATE NOT NULL DEFAULT '1970-01-01';

UPDATE deposit SET activeOn = openedOn;

CREATE INDEX `ix_deposit_active` ON `deposit` (`productCode`, `status`, `activeOn`, `id`);

CREATE TABLE `deposit_dormancy` (
  `depositId` BIGINT NOT NULL,
  `dormantOn` DATE NOT NULL,
  `lastActiveOn` DATE NOT NULL,
  `reactivatedOn` DATE NULL,
  `note` VARCHAR(200) NULL,
  `askedByUserId` BIGINT NULL,
  `approvedByUserId` BIGINT NULL,
  PRIMARY KEY (`depositId`, `dormantOn`),
  CONSTRAINT `fk_deposit_dormancy_deposit` FOREIGN KEY (`depositId`) REFERENCES `deposit` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- 2026-11-30-deposit-holders

ALTER TABLE deposit ADD COLUMN `operatingMode` VARCHAR(24) NOT NULL DEFAULT 'single';

ALTER TABLE deposit ADD COLUMN `guardianName` VARCHAR(120) NULL;

CREATE TABLE `deposit_holder` (
  `depositId` BIGINT NOT NULL,
  `memberId` BIGINT NOT NULL,
  `place` BIGINT NOT NULL,
  PRIMARY KEY (`depositId`, `memberId`),
  CONSTRAINT `uq_deposit_holder_place` UNIQUE (`depositId`, `place`),
  CONSTRAINT `fk_deposit_holder_deposit` FOREIGN KEY (`depositId`) REFERENCES `deposit` (`id`),
  CONSTRAINT `fk_deposit_holder_member` FOREIGN KEY (`memberId`) REFERENCES `member` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX `ix_deposit_holder_member` ON `deposit_holder` (`memberId`, `depositId`);

-- 2026-11-29-interest-accrual

CREATE TABLE `accrual_run` (
  `id` BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `accruedOn` DATE NOT NULL,
  `productCode` VARCHAR(16) NOT NULL,
  `accountCode` VARCHAR(16) NOT NULL,
  `amount` BIGINT NOT NULL CHECK (`amount` BETWEEN -900000000000000 AND 900000000000000),
  `entryId` BIGINT NULL,
  CONSTRAINT `fk_accrual_run_account` FOREIGN KEY (`accountCode`) REFERENCES `account` (`code`),
  CONSTRAINT `fk_accrual_run_entry` FOREIGN KEY (`entryId`) REFERENCES `journal_entry` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX `ix_accrual_run_day` ON `accrual_run` (`accruedOn`, `productCode`, `id`);

CREATE TABLE `interest_accrual` (
  `id` BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `depositId` BIGINT NOT NULL,
  `runId` BIGINT NULL,
  `entryId` BIGINT NULL,
  `amount` BIGINT NOT NULL CHECK (`amount` BETWEEN -900000000000000 AND 900000000000000),
  CONSTRAINT `uq_interest_accrual_run` UNIQUE (`depositId`, `runId`),
  CONSTRAINT `fk_interest_accrual_deposit` FOREIGN KEY (`depositId`) REFERENCES `deposit` (`id`),
  CONSTRAINT `fk_interest_accrual_run` FOREIGN KEY (`runId`) REFERENCES `accrual_run` (`id`),
  CONSTRAINT `fk_interest_accrual_entry` FOREIGN KEY (`entryId`) REFERENCES `journal_entry` (`id`),
  CONSTRAINT `ck_interest_accrual_of_one` CHECK ((runId IS NULL) <> (entryId IS NULL))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX `ix_interest_accrual_entry` ON `interest_accrual` (`entryId`);

INSERT INTO setting (name, value, effectiveFrom, recordedAt) SELECT 'deposits.accrueInterest', 'false', p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'deposits.accrueInterest');

-- 2026-11-30-daily-interest

CREATE TABLE `daily_interest` (
  `depositId` BIGINT NOT NULL,
  `periodTo` DATE NOT NULL,
  `interest` BIGINT NOT NULL CHECK (`interest` BETWEEN -900000000000000 AND 900000000000000),
  `entryId` BIGINT NULL,
  `knewEntryId` BIGINT NOT NULL,
  PRIMARY KEY (`depositId`, `periodTo`),
  CONSTRAINT `fk_daily_interest_deposit` FOREIGN KEY (`depositId`) REFERENCES `daily_deposit` (`depositId`),
  CONSTRAINT `fk_daily_interest_entry` FOREIGN KEY (`entryId`) REFERENCES `journal_entry` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX `ix_daily_interest_entry` ON `daily_interest` (`entryId`);

UPDATE deposit_product SET withdrawal = 'closing' WHERE kind = 'daily';

UPDATE deposit SET withdrawal = 'closing' WHERE kind = 'daily';

-- 2026-11-30-agent-commissions

CREATE TABLE `agent_commission` (
  `agentId` BIGINT NOT NULL,
  `monthEndsOn` DATE NOT NULL,
  `collected` BIGINT NOT NULL CHECK (`collected` BETWEEN -900000000000000 AND 900000000000000),
  `commission` BIGINT NOT NULL CHECK (`commission` BETWEEN -900000000000000 AND 900000000000000),
  `taxRate` VARCHAR(16) NULL,
  `tax` BIGINT NOT NULL CHECK (`tax` BETWEEN -900000000000000 AND 900000000000000),
  `entryId` BIGINT NOT NULL,
  PRIMARY KEY (`agentId`, `monthEndsOn`),
  CONSTRAINT `uq_agent_commission_entry` UNIQUE (`entryId`),
  CONSTRAINT `fk_agent_commission_agent` FOREIGN KEY (`agentId`) REFERENCES `agent` (`id`),
  CONSTRAINT `fk_agent_commission_entry` FOREIGN KEY (`entryId`) REFERENCES `journal_entry` (`id`),
  CONSTRAINT `ck_agent_commission` CHECK (commission > 0 and tax >= 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- 2026-11-30-savings-rates

ALTER TABLE deposit_product ADD COLUMN `slabMethod` VARCHAR(16) NOT NULL DEFAULT 'wholeBalance';

ALTER TABLE deposit_product ADD COLUMN `appliesTo` VARCHAR(8) NOT NULL DEFAULT 'all';

CREATE TABLE `deposit_rate` (
  `id` BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `depositProductId` BIGINT NOT NULL,
  `category` VARCHAR(16) NOT NULL,
  `amountFrom` BIGINT NOT NULL CHECK (`amountFrom` BETWEEN -900000000000000 AND 900000000000000),
  `annualRate` VARCHAR(16) NOT NULL,
  CONSTRAINT `uq_deposit_rate` UNIQUE (`depositProductId`, `category`, `amountFrom`),
  CONSTRAINT `fk_deposit_rate_product` FOREIGN KEY (`depositProductId`) REFERENCES `deposit_product` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- 2026-11-30-deposit-nominees

CREATE TABLE `deposit_nominee` (
  `id` BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `depositId` BIGINT NOT NULL,
  `name` VARCHAR(160) NOT NULL,
  `relation` VARCHAR(40) NOT NULL,
  `dateOfBirth` DATE NOT NULL,
  `shareBasisPoints` BIGINT NOT NULL,
  `guardianName` VARCHAR(160) NULL,
  `guardianRelation` VARCHAR(40) NULL,
  `phone` VARCHAR(20) NULL,
  CONSTRAINT `fk_deposit_nominee_deposit` FOREIGN KEY (`depositId`) REFERENCES `deposit` (`id`),
  CONSTRAINT `ck_deposit_nominee_share` CHECK (shareBasisPoints > 0 and shareBasisPoints <= 10000)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX `ix_deposit_nominee_deposit` ON `deposit_nominee` (`depositId`, `id`);

-- 2026-11-30-thrift-dues

CREATE TABLE `thrift_due` (
  `depositId` BIGINT NOT NULL,
  `dueOn` DATE NOT NULL,
  `amount` BIGINT NOT NULL CHECK (`amount` BETWEEN -900000000000000 AND 900000000000000),
  `raised` BIGINT NOT NULL CHECK (`raised` BETWEEN -900000000000000 AND 900000000000000),
  `graceTo` DATE NOT NULL,
  PRIMARY KEY (`depositId`, `dueOn`),
  CONSTRAINT `fk_thrift_due_deposit` FOREIGN KEY (`depositId`) REFERENCES `deposit` (`id`),
  CONSTRAINT `ck_thrift_due_amount` CHECK (amount > 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

UPDATE deposit_product SET interestMonths = '3' WHERE kind = 'thrift';

INSERT INTO setting (name, value, effectiveFrom, recordedAt) SELECT 'thrift.monthlyDue', 'null', p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'thrift.monthlyDue');

INSERT INTO setting (name, value, effectiveFrom, recordedAt) SELECT 'thrift.dueDay', '1', p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'thrift.dueDay');

INSERT INTO setting (name, value, effectiveFrom, recordedAt) SELECT 'thrift.graceDay', '10', p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'thrift.graceDay');

-- 2026-11-30-reminders

CREATE TABLE `deposit_reminder` (
  `depositId` BIGINT NOT NULL,
  `about` VARCHAR(16) NOT NULL,
  `dueOn` DATE NOT NULL,
  `remindedOn` DATE NOT NULL,
  PRIMARY KEY (`depositId`, `about`, `dueOn`),
  CONSTRAINT `fk_deposit_reminder_deposit` FOREIGN KEY (`depositId`) REFERENCES `deposit` (`id`),
  CONSTRAINT `ck_deposit_reminder_about` CHECK (about in ('maturity','instalment','thrift'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

INSERT INTO setting (name, value, effectiveFrom, recordedAt) SELECT 'deposits.remindDays', '3', p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'deposits.remindDays');

-- 2026-12-01-term-product-reach

ALTER TABLE term_product ADD COLUMN `multipleOf` BIGINT NULL CHECK (`multipleOf` BETWEEN -900000000000000 AND 900000000000000);

ALTER TABLE term_product ADD COLUMN `appliesTo` VARCHAR(8) NOT NULL DEFAULT 'new';

-- 2026-12-01-staff-standings

CREATE TABLE `staff_standing` (
  `id` BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `memberId` BIGINT NOT NULL,
  `isStaff` TINYINT NOT NULL CHECK (`isStaff` IN (0, 1)),
  `effectiveFrom` DATE NOT NULL,
  `reason` VARCHAR(200) NOT NULL,
  `setByUserId` BIGINT NOT NULL,
  `approvedByUserId` BIGINT NOT NULL,
  `recordedAt` BIGINT NOT NULL,
  CONSTRAINT `fk_staff_standing_member` FOREIGN KEY (`memberId`) REFERENCES `member` (`id`),
  CONSTRAINT `fk_staff_standing_set_by` FOREIGN KEY (`setByUserId`) REFERENCES `user` (`id`),
  CONSTRAINT `fk_staff_standing_approved_by` FOREIGN KEY (`approvedByUserId`) REFERENCES `user` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX `ix_staff_standing_member` ON `staff_standing` (`memberId`, `effectiveFrom`, `id`);

-- 2026-12-01-loans

CREATE TABLE `loan_product` (
  `id` BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `code` VARCHAR(16) NOT NULL,
  `nameEn` VARCHAR(80) NOT NULL,
  `nameHi` VARCHAR(80) NOT NULL,
  `isOffered` TINYINT NOT NULL CHECK (`isOffered` IN (0, 1)),
  `accountCode` VARCHAR(16) NOT NULL,
  `interestMethod` VARCHAR(16) NOT NULL,
  `repayment` VARCHAR(24) NOT NULL,
  `interestBasis` VARCHAR(16) NOT NULL,
  `every` BIGINT NOT NULL,
  `unit` VARCHAR(8) NOT NULL,
  `minimumInstalments` BIGINT NOT NULL,
  `maximumInstalments` BIGINT NOT NULL,
  `minimumAmount` BIGINT NOT NULL CHECK (`minimumAmount` BETWEEN -900000000000000 AND 900000000000000),
  `maximumAmount` BIGINT NOT NULL CHECK (`maximumAmount` BETWEEN -900000000000000 AND 900000000000000),
  `annualRate` VARCHAR(16) NOT NULL,
  `instalmentMultiple` BIGINT NOT NULL CHECK (`instalmentMultiple` BETWEEN -900000000000000 AND 900000000000000),
  `allocation` VARCHAR(24) NOT NULL,
  `excess` VARCHAR(24) NOT NULL,
  `processingFeePercent` VARCHAR(16) NOT NULL,
  `processingFeeMinimum` BIGINT NOT NULL CHECK (`processingFeeMinimum` BETWEEN -900000000000000 AND 900000000000000),
  `processingFeeMaximum` BIGINT NULL CHECK (`processingFeeMaximum` BETWEEN -900000000000000 AND 900000000000000),
  `shareLinkPercent` VARCHAR(16) NOT NULL,
  `guarantorsNeeded` BIGINT NOT NULL,
  `membershipMonths` BIGINT NOT NULL,
  `sanctionDays` BIGINT NOT NULL,
  `effectiveFrom` DATE NOT NULL,
  `legalBasis` VARCHAR(400) NULL,
  `reason` VARCHAR(400) NULL,
  `setByUserId` BIGINT NULL,
  `approvedByUserId` BIGINT NULL,
  `recordedAt` BIGINT NOT NULL,
  CONSTRAINT `ck_loan_product_amount` CHECK (minimumAmount > 0 and maximumAmount >= minimumAmount)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX `ix_loan_product_code` ON `loan_product` (`code`, `effectiveFrom`, `id`);

CREATE TABLE `loan` (
  `id` BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `number` VARCHAR(32) NOT NULL,
  `memberId` BIGINT NOT NULL,
  `productCode` VARCHAR(16) NOT NULL,
  `loanProductId` BIGINT NOT NULL,
  `status` VARCHAR(16) NOT NULL,
  `askedAmount` BIGINT NOT NULL CHECK (`askedAmount` BETWEEN -900000000000000 AND 900000000000000),
  `askedInstalments` BIGINT NOT NULL,
  `purpose` VARCHAR(200) NOT NULL,
  `monthlyIncome` BIGINT NULL CHECK (`monthlyIncome` BETWEEN -900000000000000 AND 900000000000000),
  `appliedOn` DATE NOT NULL,
  `appliedByUserId` BIGINT NOT NULL,
  `recommendedByUserId` BIGINT NULL,
  `sanctionedAmount` BIGINT NULL CHECK (`sanctionedAmount` BETWEEN -900000000000000 AND 900000000000000),
  `instalments` BIGINT NULL,
  `annualRate` VARCHAR(16) NULL,
  `resolutionNumber` VARCHAR(40) NULL,
  `sanctionedOn` DATE NULL,
  `validUntil` DATE NULL,
  `decidedByUserId` BIGINT NULL,
  `reason` VARCHAR(400) NULL,
  `disbursedOn` DATE NULL,
  `disbursementEntryId` BIGINT NULL,
  `nextDueOn` DATE NULL,
  `closedOn` DATE NULL,
  `version` BIGINT NOT NULL DEFAULT 1,
  CONSTRAINT `uq_loan_number` UNIQUE (`number`),
  CONSTRAINT `fk_loan_member` FOREIGN KEY (`memberId`) REFERENCES `member` (`id`),
  CONSTRAINT `fk_loan_product` FOREIGN KEY (`loanProductId`) REFERENCES `loan_product` (`id`),
  CONSTRAINT `fk_loan_disbursement` FOREIGN KEY (`disbursementEntryId`) REFERENCES `journal_entry` (`id`),
  CONSTRAINT `ck_loan_status` CHECK (status in ('submitted','returned','recommended','sanctioned','rejected','withdrawn','lapsed','active','closed')),
  CONSTRAINT `ck_loan_amount` CHECK (askedAmount > 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX `ix_loan_member` ON `loan` (`memberId`, `id`);

CREATE INDEX `ix_loan_status` ON `loan` (`status`, `id`);

CREATE INDEX `ix_loan_due` ON `loan` (`nextDueOn`, `id`);

CREATE TABLE `loan_guarantor` (
  `id` BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `loanId` BIGINT NOT NULL,
  `memberId` BIGINT NOT NULL,
  `status` VARCHAR(16) NOT NULL,
  `answeredAt` BIGINT NULL,
  `answeredByUserId` BIGINT NULL,
  CONSTRAINT `uq_loan_guarantor` UNIQUE (`loanId`, `memberId`),
  CONSTRAINT `fk_loan_guarantor_loan` FOREIGN KEY (`loanId`) REFERENCES `loan` (`id`),
  CONSTRAINT `fk_loan_guarantor_member` FOREIGN KEY (`memberId`) REFERENCES `member` (`id`),
  CONSTRAINT `ck_loan_guarantor_status` CHECK (status in ('asked','consented','declined'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX `ix_loan_guarantor_member` ON `loan_guarantor` (`memberId`, `id`);

CREATE TABLE `loan_step` (
  `id` BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `loanId` BIGINT NOT NULL,
  `act` VARCHAR(24) NOT NULL,
  `userId` BIGINT NOT NULL,
  `note` VARCHAR(400) NULL,
  `recordedAt` BIGINT NOT NULL,
  CONSTRAINT `fk_loan_step_loan` FOREIGN KEY (`loanId`) REFERENCES `loan` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX `ix_loan_step` ON `loan_step` (`loanId`, `id`);

CREATE TABLE `loan_event` (
  `loanId` BIGINT NOT NULL,
  `place` BIGINT NOT NULL,
  `type` VARCHAR(24) NOT NULL,
  `occurredOn` DATE NOT NULL,
  `amount` BIGINT NULL CHECK (`amount` BETWEEN -900000000000000 AND 900000000000000),
  `takesBack` BIGINT NULL,
  `entryId` BIGINT NULL,
  `userId` BIGINT NOT NULL,
  `recordedAt` BIGINT NOT NULL,
  PRIMARY KEY (`loanId`, `place`),
  CONSTRAINT `fk_loan_event_loan` FOREIGN KEY (`loanId`) REFERENCES `loan` (`id`),
  CONSTRAINT `fk_loan_event_entry` FOREIGN KEY (`entryId`) REFERENCES `journal_entry` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX `ix_loan_event_entry` ON `loan_event` (`entryId`);

CREATE TABLE `loan_instalment` (
  `loanId` BIGINT NOT NULL,
  `number` BIGINT NOT NULL,
  `dueOn` DATE NOT NULL,
  `principal` BIGINT NOT NULL CHECK (`principal` BETWEEN -900000000000000 AND 900000000000000),
  `interest` BIGINT NOT NULL CHECK (`interest` BETWEEN -900000000000000 AND 900000000000000),
  `fee` BIGINT NOT NULL CHECK (`fee` BETWEEN -900000000000000 AND 900000000000000),
  `penalty` BIGINT NOT NULL CHECK (`penalty` BETWEEN -900000000000000 AND 900000000000000),
  `paidPrincipal` BIGINT NOT NULL CHECK (`paidPrincipal` BETWEEN -900000000000000 AND 900000000000000),
  `paidInterest` BIGINT NOT NULL CHECK (`paidInterest` BETWEEN -900000000000000 AND 900000000000000),
  `paidFee` BIGINT NOT NULL CHECK (`paidFee` BETWEEN -900000000000000 AND 900000000000000),
  `paidPenalty` BIGINT NOT NULL CHECK (`paidPenalty` BETWEEN -900000000000000 AND 900000000000000),
  `paidOn` DATE NULL,
  PRIMARY KEY (`loanId`, `number`),
  CONSTRAINT `fk_loan_instalment_loan` FOREIGN KEY (`loanId`) REFERENCES `loan` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX `ix_loan_instalment_due` ON `loan_instalment` (`dueOn`, `loanId`);

INSERT INTO role_permission (roleCode, permission) SELECT r.code, 'loan.read' FROM role r WHERE r.code = 'manager' AND NOT EXISTS (SELECT 1 FROM role_permission p WHERE p.roleCode = 'manager' AND p.permission = 'loan.read');

INSERT INTO role_permission (roleCode, permission) SELECT r.code, 'loan.apply' FROM role r WHERE r.code = 'manager' AND NOT EXISTS (SELECT 1 FROM role_permission p WHERE p.roleCode = 'manager' AND p.permission = 'loan.apply');

INSERT INTO role_permission (roleCode, permission) SELECT r.code, 'loan.recommend' FROM role r WHERE r.code = 'manager' AND NOT EXISTS (SELECT 1 FROM role_permission p WHERE p.roleCode = 'manager' AND p.permission = 'loan.recommend');

INSERT INTO role_permission (roleCode, permission) SELECT r.code, 'loan.disburse' FROM role r WHERE r.code = 'manager' AND NOT EXISTS (SELECT 1 FROM role_permission p WHERE p.roleCode = 'manager' AND p.permission = 'loan.disburse');

INSERT INTO role_permission (roleCode, permission) SELECT r.code, 'loan.read' FROM role r WHERE r.code = 'administrator' AND NOT EXISTS (SELECT 1 FROM role_permission p WHERE p.roleCode = 'administrator' AND p.permission = 'loan.read');

INSERT INTO role_permission (roleCode, permission) SELECT r.code, 'loan.read' FROM role r WHERE r.code = 'cashier' AND NOT EXISTS (SELECT 1 FROM role_permission p WHERE p.roleCode = 'cashier' AND p.permission = 'loan.read');

INSERT INTO role_permission (roleCode, permission) SELECT r.code, 'loan.read' FROM role r WHERE r.code = 'accountant' AND NOT EXISTS (SELECT 1 FROM role_permission p WHERE p.roleCode = 'accountant' AND p.permission = 'loan.read');

INSERT INTO role_permission (roleCode, permission) SELECT r.code, 'loan.disburse' FROM role r WHERE r.code = 'accountant' AND NOT EXISTS (SELECT 1 FROM role_permission p WHERE p.roleCode = 'accountant' AND p.permission = 'loan.disburse');

INSERT INTO role_permission (roleCode, permission) SELECT r.code, 'loan.read' FROM role r WHERE r.code = 'loan_officer' AND NOT EXISTS (SELECT 1 FROM role_permission p WHERE p.roleCode = 'loan_officer' AND p.permission = 'loan.read');

INSERT INTO role_permission (roleCode, permission) SELECT r.code, 'loan.apply' FROM role r WHERE r.code = 'loan_officer' AND NOT EXISTS (SELECT 1 FROM role_permission p WHERE p.roleCode = 'loan_officer' AND p.permission = 'loan.apply');

INSERT INTO role_permission (roleCode, permission) SELECT r.code, 'loan.recommend' FROM role r WHERE r.code = 'loan_officer' AND NOT EXISTS (SELECT 1 FROM role_permission p WHERE p.roleCode = 'loan_officer' AND p.permission = 'loan.recommend');

INSERT INTO role_permission (roleCode, permission) SELECT r.code, 'loan.disburse' FROM role r WHERE r.code = 'loan_officer' AND NOT EXISTS (SELECT 1 FROM role_permission p WHERE p.roleCode = 'loan_officer' AND p.permission = 'loan.disburse');

INSERT INTO role_permission (roleCode, permission) SELECT r.code, 'loan.read' FROM role r WHERE r.code = 'committee' AND NOT EXISTS (SELECT 1 FROM role_permission p WHERE p.roleCode = 'committee' AND p.permission = 'loan.read');

INSERT INTO role_permission (roleCode, permission) SELECT r.code, 'loan.decide' FROM role r WHERE r.code = 'committee' AND NOT EXISTS (SELECT 1 FROM role_permission p WHERE p.roleCode = 'committee' AND p.permission = 'loan.decide');

INSERT INTO role_permission (roleCode, permission) SELECT r.code, 'loan.read' FROM role r WHERE r.code = 'auditor' AND NOT EXISTS (SELECT 1 FROM role_permission p WHERE p.roleCode = 'auditor' AND p.permission = 'loan.read');

-- 2026-11-30-holiday-rule

INSERT INTO setting (name, value, effectiveFrom, recordedAt) SELECT 'deposits.holidayRule', '"same"', p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'deposits.holidayRule');

INSERT INTO setting (name, value, effectiveFrom, recordedAt) SELECT 'deposits.holidayInterest', 'false', p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'deposits.holidayInterest');

-- 2026-12-02-deposit-closures

CREATE TABLE `deposit_closure` (
  `depositId` BIGINT NOT NULL,
  `entryId` BIGINT NULL,
  PRIMARY KEY (`depositId`),
  CONSTRAINT `fk_deposit_closure_deposit` FOREIGN KEY (`depositId`) REFERENCES `deposit` (`id`),
  CONSTRAINT `fk_deposit_closure_entry` FOREIGN KEY (`entryId`) REFERENCES `journal_entry` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX `ix_deposit_closure_entry` ON `deposit_closure` (`entryId`);

-- 2026-12-02-accrual-accounts

CREATE INDEX `ix_interest_accrual_account` ON `interest_accrual` (`runId`, `id`);

CREATE INDEX `ix_accrual_run_entry` ON `accrual_run` (`entryId`);

-- 2026-12-03-commission-months

ALTER TABLE agent_commission ADD COLUMN `monthStartsOn` DATE NULL;

-- 2026-12-07-loan-moves

ALTER TABLE loan_event ADD COLUMN `detail` MEDIUMTEXT NULL CHECK (json_valid(`detail`));

ALTER TABLE loan_product ADD COLUMN `closingFeePercent` VARCHAR(16) NOT NULL DEFAULT '0';

ALTER TABLE loan_product ADD COLUMN `flatRebate` VARCHAR(16) NOT NULL DEFAULT 'unbegun';

-- 2026-12-05-loan-eligibility

CREATE TABLE `loan_eligibility_rule` (
  `loanProductId` BIGINT NOT NULL,
  `kind` VARCHAR(24) NOT NULL,
  `ruleLimit` VARCHAR(24) NOT NULL,
  `overrideBy` VARCHAR(16) NULL,
  PRIMARY KEY (`loanProductId`, `kind`),
  CONSTRAINT `fk_loan_eligibility_product` FOREIGN KEY (`loanProductId`) REFERENCES `loan_product` (`id`),
  CONSTRAINT `ck_loan_eligibility_override` CHECK (overrideBy in ('recommender','decider'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE `loan_override` (
  `id` BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `loanId` BIGINT NOT NULL,
  `kind` VARCHAR(24) NOT NULL,
  `ruleValue` VARCHAR(24) NULL,
  `ruleLimit` VARCHAR(24) NOT NULL,
  `note` VARCHAR(400) NOT NULL,
  `userId` BIGINT NOT NULL,
  `recordedAt` BIGINT NOT NULL,
  CONSTRAINT `fk_loan_override_loan` FOREIGN KEY (`loanId`) REFERENCES `loan` (`id`),
  CONSTRAINT `fk_loan_override_user` FOREIGN KEY (`userId`) REFERENCES `user` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX `ix_loan_override` ON `loan_override` (`loanId`, `id`);

-- 2026-12-05-guarantors

ALTER TABLE loan_product ADD COLUMN `guarantorShareMultiple` VARCHAR(16) NULL;

ALTER TABLE loan_product ADD COLUMN `guarantorDepositMultiple` VARCHAR(16) NULL;

ALTER TABLE loan_product ADD COLUMN `guarantorMostLoans` BIGINT NULL;

ALTER TABLE loan_guarantor ADD COLUMN `replacesMemberId` BIGINT NULL;

ALTER TABLE loan_guarantor ADD COLUMN `releasedOn` DATE NULL;

-- 2026-12-06-running-loans

CREATE TABLE `loan_standing` (
  `loanId` BIGINT NOT NULL,
  `classCode` VARCHAR(16) NOT NULL,
  `daysPastDue` BIGINT NOT NULL,
  `nonPerformingSince` DATE NULL,
  `provision` BIGINT NOT NULL CHECK (`provision` BETWEEN -900000000000000 AND 900000000000000),
  `providedAs` VARCHAR(16) NULL,
  PRIMARY KEY (`loanId`),
  CONSTRAINT `fk_loan_standing_loan` FOREIGN KEY (`loanId`) REFERENCES `loan` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE `loan_class_change` (
  `loanId` BIGINT NOT NULL,
  `changedOn` DATE NOT NULL,
  `fromClass` VARCHAR(16) NOT NULL,
  `toClass` VARCHAR(16) NOT NULL,
  `daysPastDue` BIGINT NOT NULL,
  `entryId` BIGINT NULL,
  PRIMARY KEY (`loanId`, `changedOn`),
  CONSTRAINT `fk_loan_class_change_loan` FOREIGN KEY (`loanId`) REFERENCES `loan` (`id`),
  CONSTRAINT `fk_loan_class_change_entry` FOREIGN KEY (`entryId`) REFERENCES `journal_entry` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX `ix_loan_class_change_day` ON `loan_class_change` (`changedOn`, `loanId`);

CREATE TABLE `loan_penal_day` (
  `loanId` BIGINT NOT NULL,
  `chargedOn` DATE NOT NULL,
  `annualRate` VARCHAR(16) NOT NULL,
  `overdue` BIGINT NOT NULL CHECK (`overdue` BETWEEN -900000000000000 AND 900000000000000),
  `amount` BIGINT NOT NULL CHECK (`amount` BETWEEN -900000000000000 AND 900000000000000),
  PRIMARY KEY (`loanId`, `annualRate`, `chargedOn`),
  CONSTRAINT `fk_loan_penal_day_loan` FOREIGN KEY (`loanId`) REFERENCES `loan` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE `loan_receivable` (
  `id` BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `loanId` BIGINT NOT NULL,
  `part` VARCHAR(8) NOT NULL,
  `countedOn` DATE NOT NULL,
  `amount` BIGINT NOT NULL CHECK (`amount` BETWEEN -900000000000000 AND 900000000000000),
  `reserved` BIGINT NOT NULL CHECK (`reserved` BETWEEN -900000000000000 AND 900000000000000),
  `entryId` BIGINT NULL,
  CONSTRAINT `fk_loan_receivable_loan` FOREIGN KEY (`loanId`) REFERENCES `loan` (`id`),
  CONSTRAINT `fk_loan_receivable_entry` FOREIGN KEY (`entryId`) REFERENCES `journal_entry` (`id`),
  CONSTRAINT `ck_loan_receivable_part` CHECK (part in ('interest','penalty'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX `ix_loan_receivable_loan` ON `loan_receivable` (`loanId`, `part`);

CREATE INDEX `ix_loan_receivable_entry` ON `loan_receivable` (`entryId`);

CREATE TABLE `loan_provision` (
  `loanId` BIGINT NOT NULL,
  `providedOn` DATE NOT NULL,
  `classCode` VARCHAR(16) NOT NULL,
  `principalOwed` BIGINT NOT NULL CHECK (`principalOwed` BETWEEN -900000000000000 AND 900000000000000),
  `amount` BIGINT NOT NULL CHECK (`amount` BETWEEN -900000000000000 AND 900000000000000),
  `change` BIGINT NOT NULL CHECK (`change` BETWEEN -900000000000000 AND 900000000000000),
  `entryId` BIGINT NULL,
  PRIMARY KEY (`loanId`, `providedOn`),
  CONSTRAINT `fk_loan_provision_loan` FOREIGN KEY (`loanId`) REFERENCES `loan` (`id`),
  CONSTRAINT `fk_loan_provision_entry` FOREIGN KEY (`entryId`) REFERENCES `journal_entry` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX `ix_loan_provision_day` ON `loan_provision` (`providedOn`, `loanId`);

CREATE TABLE `loan_debit_order` (
  `loanId` BIGINT NOT NULL,
  `fromDepositId` BIGINT NOT NULL,
  `agreedByUserId` BIGINT NOT NULL,
  `agreedAt` BIGINT NOT NULL,
  `stoppedAt` BIGINT NULL,
  PRIMARY KEY (`loanId`),
  CONSTRAINT `fk_loan_debit_order_loan` FOREIGN KEY (`loanId`) REFERENCES `loan` (`id`),
  CONSTRAINT `fk_loan_debit_order_from` FOREIGN KEY (`fromDepositId`) REFERENCES `deposit` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE `loan_debit` (
  `loanId` BIGINT NOT NULL,
  `triedOn` DATE NOT NULL,
  `due` BIGINT NOT NULL CHECK (`due` BETWEEN -900000000000000 AND 900000000000000),
  `taken` BIGINT NOT NULL CHECK (`taken` BETWEEN -900000000000000 AND 900000000000000),
  `code` VARCHAR(64) NULL,
  `entryId` BIGINT NULL,
  PRIMARY KEY (`loanId`, `triedOn`),
  CONSTRAINT `fk_loan_debit_loan` FOREIGN KEY (`loanId`) REFERENCES `loan` (`id`),
  CONSTRAINT `fk_loan_debit_entry` FOREIGN KEY (`entryId`) REFERENCES `journal_entry` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE `loan_reminder` (
  `loanId` BIGINT NOT NULL,
  `about` VARCHAR(8) NOT NULL,
  `dueOn` DATE NOT NULL,
  `remindedOn` DATE NOT NULL,
  PRIMARY KEY (`loanId`, `about`, `dueOn`),
  CONSTRAINT `fk_loan_reminder_loan` FOREIGN KEY (`loanId`) REFERENCES `loan` (`id`),
  CONSTRAINT `ck_loan_reminder_about` CHECK (about in ('due','overdue'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

INSERT INTO setting (name, value, effectiveFrom, recordedAt) SELECT 'loans.penalRate', '"2"', p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'loans.penalRate');

INSERT INTO setting (name, value, effectiveFrom, recordedAt) SELECT 'loans.penalGraceDays', '0', p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'loans.penalGraceDays');

INSERT INTO setting (name, value, effectiveFrom, recordedAt) SELECT 'loans.accrueInterest', 'true', p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'loans.accrueInterest');

INSERT INTO setting (name, value, effectiveFrom, recordedAt) SELECT 'loans.debitPartly', 'true', p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'loans.debitPartly');

INSERT INTO setting (name, value, effectiveFrom, recordedAt) SELECT 'loans.classRule', '"IN-UCB-IRAC"', p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' AND p.value = '"IN-STATE"' AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'loans.classRule');

INSERT INTO setting (name, value, effectiveFrom, recordedAt) SELECT 'loans.classRule', '"IN-UCB-IRAC"', p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' AND p.value = '"IN-MSCS"' AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'loans.classRule');

INSERT INTO setting (name, value, effectiveFrom, recordedAt) SELECT 'loans.classRule', '"NP-NRB-2081"', p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' AND p.value = '"NP-SACCOS"' AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'loans.classRule');

INSERT INTO setting (name, value, effectiveFrom, recordedAt) SELECT 'loans.classRule', '"PEARLS"', p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' AND p.value = '"INTL-SACCO"' AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'loans.classRule');

-- 2026-12-08-loan-sanction

CREATE TABLE `sanction_ladder` (
  `id` BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `effectiveFrom` DATE NOT NULL,
  `legalBasis` VARCHAR(400) NULL,
  `reason` VARCHAR(400) NULL,
  `setByUserId` BIGINT NOT NULL,
  `approvedByUserId` BIGINT NULL,
  `recordedAt` BIGINT NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX `ix_sanction_ladder` ON `sanction_ladder` (`effectiveFrom`, `id`);

CREATE TABLE `sanction_level` (
  `ladderId` BIGINT NOT NULL,
  `place` BIGINT NOT NULL,
  `roleCode` VARCHAR(32) NOT NULL,
  `upTo` BIGINT NULL CHECK (`upTo` BETWEEN -900000000000000 AND 900000000000000),
  CONSTRAINT `uq_sanction_level` UNIQUE (`ladderId`, `place`),
  CONSTRAINT `fk_sanction_level_ladder` FOREIGN KEY (`ladderId`) REFERENCES `sanction_ladder` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE `member_relative` (
  `id` BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `memberId` BIGINT NOT NULL,
  `relativeId` BIGINT NOT NULL,
  `relation` VARCHAR(24) NOT NULL,
  `namedByUserId` BIGINT NOT NULL,
  `recordedAt` BIGINT NOT NULL,
  CONSTRAINT `uq_member_relative` UNIQUE (`memberId`, `relativeId`),
  CONSTRAINT `fk_member_relative_member` FOREIGN KEY (`memberId`) REFERENCES `member` (`id`),
  CONSTRAINT `fk_member_relative_other` FOREIGN KEY (`relativeId`) REFERENCES `member` (`id`),
  CONSTRAINT `ck_member_relative_order` CHECK (memberId < relativeId)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX `ix_member_relative_other` ON `member_relative` (`relativeId`);

-- 2026-12-10-loan-measures

CREATE TABLE `loan_measure` (
  `id` BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `loanId` BIGINT NOT NULL,
  `kind` VARCHAR(16) NOT NULL,
  `takenOn` DATE NOT NULL,
  `place` BIGINT NOT NULL,
  `reason` VARCHAR(400) NOT NULL,
  `resolutionNumber` VARCHAR(40) NULL,
  `resolutionOn` DATE NULL,
  `figures` MEDIUMTEXT NOT NULL CHECK (json_valid(`figures`)),
  `entryId` BIGINT NULL,
  `askedByUserId` BIGINT NOT NULL,
  `agreedByUserId` BIGINT NOT NULL,
  `recordedAt` BIGINT NOT NULL,
  `takenBackOn` DATE NULL,
  `takenBackReason` VARCHAR(400) NULL,
  CONSTRAINT `uq_loan_measure` UNIQUE (`loanId`, `place`),
  CONSTRAINT `fk_loan_measure_loan` FOREIGN KEY (`loanId`) REFERENCES `loan` (`id`),
  CONSTRAINT `fk_loan_measure_entry` FOREIGN KEY (`entryId`) REFERENCES `journal_entry` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX `ix_loan_measure_entry` ON `loan_measure` (`entryId`);

CREATE INDEX `ix_loan_measure_day` ON `loan_measure` (`kind`, `takenOn`, `id`);

-- 2026-12-11-collections-desk

CREATE TABLE `loan_contact` (
  `id` BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `loanId` BIGINT NOT NULL,
  `kind` VARCHAR(8) NOT NULL,
  `contactedOn` DATE NOT NULL,
  `spokeTo` VARCHAR(80) NOT NULL,
  `said` VARCHAR(400) NOT NULL,
  `userId` BIGINT NOT NULL,
  `recordedAt` BIGINT NOT NULL,
  CONSTRAINT `fk_loan_contact_loan` FOREIGN KEY (`loanId`) REFERENCES `loan` (`id`),
  CONSTRAINT `fk_loan_contact_user` FOREIGN KEY (`userId`) REFERENCES `user` (`id`),
  CONSTRAINT `ck_loan_contact_kind` CHECK (kind in ('call','visit','letter','office'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX `ix_loan_contact_loan` ON `loan_contact` (`loanId`, `id`);

CREATE TABLE `loan_promise` (
  `id` BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `loanId` BIGINT NOT NULL,
  `amount` BIGINT NOT NULL CHECK (`amount` BETWEEN -900000000000000 AND 900000000000000),
  `promisedFor` DATE NOT NULL,
  `madeOn` DATE NOT NULL,
  `afterPlace` BIGINT NOT NULL,
  `userId` BIGINT NOT NULL,
  `recordedAt` BIGINT NOT NULL,
  CONSTRAINT `fk_loan_promise_loan` FOREIGN KEY (`loanId`) REFERENCES `loan` (`id`),
  CONSTRAINT `fk_loan_promise_user` FOREIGN KEY (`userId`) REFERENCES `user` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX `ix_loan_promise_loan` ON `loan_promise` (`loanId`, `id`);

CREATE TABLE `loan_notice` (
  `id` BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `loanId` BIGINT NOT NULL,
  `round` BIGINT NOT NULL,
  `level` BIGINT NOT NULL,
  `noticedOn` DATE NOT NULL,
  `dueSince` DATE NOT NULL,
  `daysPastDue` BIGINT NOT NULL,
  `principal` BIGINT NOT NULL CHECK (`principal` BETWEEN -900000000000000 AND 900000000000000),
  `interest` BIGINT NOT NULL CHECK (`interest` BETWEEN -900000000000000 AND 900000000000000),
  `charges` BIGINT NOT NULL CHECK (`charges` BETWEEN -900000000000000 AND 900000000000000),
  `penalty` BIGINT NOT NULL CHECK (`penalty` BETWEEN -900000000000000 AND 900000000000000),
  `principalOwed` BIGINT NOT NULL CHECK (`principalOwed` BETWEEN -900000000000000 AND 900000000000000),
  `payBy` DATE NOT NULL,
  `userId` BIGINT NOT NULL,
  `recordedAt` BIGINT NOT NULL,
  CONSTRAINT `fk_loan_notice_loan` FOREIGN KEY (`loanId`) REFERENCES `loan` (`id`),
  CONSTRAINT `fk_loan_notice_user` FOREIGN KEY (`userId`) REFERENCES `user` (`id`),
  CONSTRAINT `ck_loan_notice_level` CHECK (level between 1 and 3),
  CONSTRAINT `uq_loan_notice` UNIQUE (`loanId`, `round`, `level`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

INSERT INTO setting (name, value, effectiveFrom, recordedAt) SELECT 'loans.noticeDays', '15', p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'loans.noticeDays');

-- 2026-12-08-highest-loan-rate

INSERT INTO setting (name, value, effectiveFrom, recordedAt) SELECT 'loans.highestRate', 'null', p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' AND p.value <> '"NP-SACCOS"' AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'loans.highestRate');

INSERT INTO setting (name, value, effectiveFrom, recordedAt) SELECT 'loans.highestRate', '"14.75"', p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' AND p.value = '"NP-SACCOS"' AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'loans.highestRate');

-- 2026-12-13-loan-rescheduling

ALTER TABLE loan_standing ADD COLUMN `heldUntil` DATE NULL;

INSERT INTO setting (name, value, effectiveFrom, recordedAt) SELECT 'loans.rescheduledDays', '365', p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' AND p.value IN ('"IN-STATE"', '"IN-MSCS"', '"NP-SACCOS"', '"INTL-SACCO"') AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'loans.rescheduledDays');

INSERT INTO setting (name, value, effectiveFrom, recordedAt) SELECT 'loans.rescheduledLowers', 'true', p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' AND p.value IN ('"IN-STATE"', '"IN-MSCS"') AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'loans.rescheduledLowers');

INSERT INTO setting (name, value, effectiveFrom, recordedAt) SELECT 'loans.rescheduledLowers', 'false', p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' AND p.value IN ('"NP-SACCOS"', '"INTL-SACCO"') AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'loans.rescheduledLowers');

-- 2026-12-15-loan-files

ALTER TABLE person_file ADD COLUMN `loanId` BIGINT NULL;

CREATE INDEX `ix_person_file_loan` ON `person_file` (`loanId`, `status`);

-- 2026-12-12-write-off

ALTER TABLE loan ADD COLUMN `writtenOffOn` DATE NULL;

ALTER TABLE loan ADD COLUMN `writtenOffAmount` BIGINT NULL CHECK (`writtenOffAmount` BETWEEN -900000000000000 AND 900000000000000);

ALTER TABLE loan ADD COLUMN `recovered` BIGINT NULL CHECK (`recovered` BETWEEN -900000000000000 AND 900000000000000);

CREATE INDEX `ix_loan_written_off` ON `loan` (`writtenOffOn`, `id`);

-- 2026-12-14-collateral

ALTER TABLE loan_product ADD COLUMN `collateralRules` MEDIUMTEXT NULL CHECK (json_valid(`collateralRules`));

CREATE TABLE `loan_collateral` (
  `id` BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `loanId` BIGINT NOT NULL,
  `kind` VARCHAR(16) NOT NULL,
  `status` VARCHAR(16) NOT NULL,
  `description` VARCHAR(200) NOT NULL,
  `ownerName` VARCHAR(120) NOT NULL,
  `value` BIGINT NOT NULL CHECK (`value` BETWEEN -900000000000000 AND 900000000000000),
  `valuedBy` VARCHAR(80) NOT NULL,
  `valuedOn` DATE NOT NULL,
  `packetNumber` VARCHAR(32) NULL,
  `pieces` BIGINT NULL,
  `grossMilligrams` BIGINT NULL,
  `deductionMilligrams` BIGINT NULL,
  `purity` BIGINT NULL,
  `ratePerGram` BIGINT NULL CHECK (`ratePerGram` BETWEEN -900000000000000 AND 900000000000000),
  `depositId` BIGINT NULL,
  `restrictionId` BIGINT NULL,
  `offeredByUserId` BIGINT NOT NULL,
  `recordedAt` BIGINT NOT NULL,
  `keptWhere` VARCHAR(120) NULL,
  `receivedOn` DATE NULL,
  `receivedByUserId` BIGINT NULL,
  `receiptAgreedByUserId` BIGINT NULL,
  `releasedOn` DATE NULL,
  `releasedTo` VARCHAR(120) NULL,
  `releasedByUserId` BIGINT NULL,
  `releaseAgreedByUserId` BIGINT NULL,
  CONSTRAINT `fk_loan_collateral_loan` FOREIGN KEY (`loanId`) REFERENCES `loan` (`id`),
  CONSTRAINT `fk_loan_collateral_deposit` FOREIGN KEY (`depositId`) REFERENCES `deposit` (`id`),
  CONSTRAINT `fk_loan_collateral_restriction` FOREIGN KEY (`restrictionId`) REFERENCES `deposit_restriction` (`id`),
  CONSTRAINT `ck_loan_collateral_kind` CHECK (kind in ('gold','deposit','property','vehicle','other')),
  CONSTRAINT `ck_loan_collateral_status` CHECK (status in ('offered','held','released','removed')),
  CONSTRAINT `ck_loan_collateral_value` CHECK (value > 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX `ix_loan_collateral_loan` ON `loan_collateral` (`loanId`, `id`);

CREATE INDEX `ix_loan_collateral_status` ON `loan_collateral` (`status`, `id`);

INSERT INTO setting (name, value, effectiveFrom, recordedAt) SELECT 'loans.goldRate', 'null', p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'loans.goldRate');

-- 2026-12-13-replaced-loans

ALTER TABLE loan ADD COLUMN `replacesLoanId` BIGINT NULL;

CREATE INDEX `ix_loan_replaces` ON `loan` (`replacesLoanId`);

-- 2026-12-14-guarantor-payments

CREATE TABLE `loan_guarantor_payment` (
  `id` BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `loanId` BIGINT NOT NULL,
  `memberId` BIGINT NOT NULL,
  `entryId` BIGINT NOT NULL,
  `amount` BIGINT NOT NULL CHECK (`amount` BETWEEN -900000000000000 AND 900000000000000),
  `principal` BIGINT NOT NULL CHECK (`principal` BETWEEN -900000000000000 AND 900000000000000),
  CONSTRAINT `uq_loan_guarantor_payment` UNIQUE (`entryId`, `loanId`),
  CONSTRAINT `fk_loan_guarantor_payment_loan` FOREIGN KEY (`loanId`) REFERENCES `loan` (`id`),
  CONSTRAINT `fk_loan_guarantor_payment_member` FOREIGN KEY (`memberId`) REFERENCES `member` (`id`),
  CONSTRAINT `fk_loan_guarantor_payment_entry` FOREIGN KEY (`entryId`) REFERENCES `journal_entry` (`id`),
  CONSTRAINT `ck_loan_guarantor_payment` CHECK (amount > 0 and principal >= 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX `ix_loan_guarantor_payment` ON `loan_guarantor_payment` (`loanId`, `id`);

-- 2026-12-16-payout-deductions

ALTER TABLE loan_product ADD COLUMN `insuranceRules` MEDIUMTEXT NULL CHECK (json_valid(`insuranceRules`));

INSERT INTO setting (name, value, effectiveFrom, recordedAt) SELECT 'loans.feeTax', 'null', p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'loans.feeTax');

-- 2026-12-18-secured-provisions

ALTER TABLE loan_provision ADD COLUMN `secured` BIGINT NOT NULL DEFAULT 0 CHECK (`secured` BETWEEN -900000000000000 AND 900000000000000);

CREATE INDEX `ix_deposit_restriction_moved` ON `deposit_restriction` (`movedFromId`);

-- 2026-12-21-payment-requests

CREATE TABLE `payment_request` (
  `id` BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `reference` VARCHAR(16) NOT NULL,
  `memberId` BIGINT NOT NULL,
  `scheme` VARCHAR(12) NOT NULL,
  `asked` MEDIUMTEXT NOT NULL CHECK (json_valid(`asked`)),
  `shown` MEDIUMTEXT NOT NULL CHECK (json_valid(`shown`)),
  `amount` BIGINT NOT NULL CHECK (`amount` BETWEEN -900000000000000 AND 900000000000000),
  `payload` MEDIUMTEXT NOT NULL,
  `payeeName` VARCHAR(160) NOT NULL,
  `payeeAddress` VARCHAR(320) NOT NULL,
  `status` VARCHAR(12) NOT NULL,
  `askedByUserId` BIGINT NOT NULL,
  `askedAt` BIGINT NOT NULL,
  `askedOn` DATE NOT NULL,
  `expiresAt` BIGINT NOT NULL,
  `expiresOn` DATE NOT NULL,
  `shownAt` BIGINT NULL,
  `claimedNumber` VARCHAR(35) NULL,
  `claimedAt` BIGINT NULL,
  `claimedByUserId` BIGINT NULL,
  `receiptId` BIGINT NULL,
  `endedAt` BIGINT NULL,
  `endedByUserId` BIGINT NULL,
  `reason` VARCHAR(400) NULL,
  CONSTRAINT `uq_payment_request_reference` UNIQUE (`reference`),
  CONSTRAINT `uq_payment_request_claim` UNIQUE (`claimedNumber`),
  CONSTRAINT `fk_payment_request_member` FOREIGN KEY (`memberId`) REFERENCES `member` (`id`),
  CONSTRAINT `fk_payment_request_receipt` FOREIGN KEY (`receiptId`) REFERENCES `receipt` (`id`),
  CONSTRAINT `ck_payment_request_amount` CHECK (amount > 0),
  CONSTRAINT `ck_payment_request_status` CHECK (status in ('created','shown','claimed','receipted','rejected')),
  CONSTRAINT `ck_payment_request_receipt` CHECK ((status = 'receipted') = (receiptId is not null))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX `ix_payment_request_member` ON `payment_request` (`memberId`, `id`);

CREATE INDEX `ix_payment_request_status` ON `payment_request` (`status`, `id`);

CREATE INDEX `ix_payment_request_amount` ON `payment_request` (`amount`, `id`);

INSERT INTO setting (name, value, effectiveFrom, recordedAt) SELECT 'payments.scheme', '"upi"', p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' AND p.value <> '"NP-SACCOS"' AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'payments.scheme');

INSERT INTO setting (name, value, effectiveFrom, recordedAt) SELECT 'payments.scheme', '"nepal-qr"', p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' AND p.value = '"NP-SACCOS"' AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'payments.scheme');

INSERT INTO setting (name, value, effectiveFrom, recordedAt) SELECT 'payments.upiAddress', 'null', p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' AND p.value is not null AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'payments.upiAddress');

INSERT INTO setting (name, value, effectiveFrom, recordedAt) SELECT 'payments.nepalCode', 'null', p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' AND p.value is not null AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'payments.nepalCode');

INSERT INTO setting (name, value, effectiveFrom, recordedAt) SELECT 'payments.payeeName', 'null', p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' AND p.value is not null AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'payments.payeeName');

INSERT INTO setting (name, value, effectiveFrom, recordedAt) SELECT 'payments.requestMinutes', '60', p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' AND p.value is not null AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'payments.requestMinutes');

INSERT INTO setting (name, value, effectiveFrom, recordedAt) SELECT 'payments.bankAccount', '"1201"', p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' AND p.value is not null AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'payments.bankAccount');

-- 2026-12-19-notices

CREATE TABLE `notice` (
  `id` BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `kind` VARCHAR(12) NOT NULL,
  `priority` VARCHAR(8) NOT NULL,
  `audience` VARCHAR(24) NOT NULL,
  `status` VARCHAR(12) NOT NULL,
  `publishOn` DATE NULL,
  `publishTime` VARCHAR(5) NULL,
  `publishAt` BIGINT NULL,
  `expiresOn` DATE NULL,
  `expiresAt` BIGINT NULL,
  `isPinned` TINYINT NOT NULL CHECK (`isPinned` IN (0, 1)),
  `sortAt` BIGINT NOT NULL,
  `createdByUserId` BIGINT NOT NULL,
  `createdAt` BIGINT NOT NULL,
  `publishedByUserId` BIGINT NULL,
  `publishedAt` BIGINT NULL,
  `archivedByUserId` BIGINT NULL,
  `archivedAt` BIGINT NULL,
  `version` BIGINT NOT NULL DEFAULT 1,
  CONSTRAINT `fk_notice_creator` FOREIGN KEY (`createdByUserId`) REFERENCES `user` (`id`),
  CONSTRAINT `fk_notice_publisher` FOREIGN KEY (`publishedByUserId`) REFERENCES `user` (`id`),
  CONSTRAINT `fk_notice_archiver` FOREIGN KEY (`archivedByUserId`) REFERENCES `user` (`id`),
  CONSTRAINT `ck_notice_kind` CHECK (kind in ('general','important','urgent','event')),
  CONSTRAINT `ck_notice_priority` CHECK (priority in ('low','medium','high')),
  CONSTRAINT `ck_notice_status` CHECK (status in ('draft','scheduled','published','archived'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX `ix_notice_order` ON `notice` (`status`, `isPinned`, `sortAt`, `id`);

CREATE TABLE `notice_text` (
  `noticeId` BIGINT NOT NULL,
  `language` VARCHAR(2) NOT NULL,
  `title` VARCHAR(160) NOT NULL,
  `text` MEDIUMTEXT NOT NULL,
  PRIMARY KEY (`noticeId`, `language`),
  CONSTRAINT `fk_notice_text_notice` FOREIGN KEY (`noticeId`) REFERENCES `notice` (`id`),
  CONSTRAINT `ck_notice_text_language` CHECK (language in ('en','hi','ne'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE `notice_file` (
  `id` VARCHAR(22) NOT NULL,
  `noticeId` BIGINT NOT NULL,
  `name` VARCHAR(120) NOT NULL,
  `status` VARCHAR(8) NOT NULL,
  `addedByUserId` BIGINT NOT NULL,
  `addedAt` BIGINT NOT NULL,
  PRIMARY KEY (`id`),
  CONSTRAINT `fk_notice_file_notice` FOREIGN KEY (`noticeId`) REFERENCES `notice` (`id`),
  CONSTRAINT `fk_notice_file_stored` FOREIGN KEY (`id`) REFERENCES `stored_file` (`id`),
  CONSTRAINT `ck_notice_file_status` CHECK (status in ('current','replaced'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX `ix_notice_file_notice` ON `notice_file` (`noticeId`, `status`);

CREATE TABLE `notice_receiver` (
  `noticeId` BIGINT NOT NULL,
  `memberId` BIGINT NOT NULL,
  PRIMARY KEY (`noticeId`, `memberId`),
  CONSTRAINT `fk_notice_receiver_notice` FOREIGN KEY (`noticeId`) REFERENCES `notice` (`id`),
  CONSTRAINT `fk_notice_receiver_member` FOREIGN KEY (`memberId`) REFERENCES `member` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE `notice_read` (
  `noticeId` BIGINT NOT NULL,
  `userId` BIGINT NOT NULL,
  `readAt` BIGINT NOT NULL,
  PRIMARY KEY (`noticeId`, `userId`),
  CONSTRAINT `fk_notice_read_notice` FOREIGN KEY (`noticeId`) REFERENCES `notice` (`id`),
  CONSTRAINT `fk_notice_read_user` FOREIGN KEY (`userId`) REFERENCES `user` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX `ix_notice_read_user` ON `notice_read` (`userId`, `noticeId`);

INSERT INTO setting (name, value, effectiveFrom, recordedAt) SELECT 'notices.maturingDays', '30', p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'notices.maturingDays');

INSERT INTO role_permission (roleCode, permission) SELECT r.code, 'notice.write' FROM role r WHERE r.code = 'administrator' AND NOT EXISTS (SELECT 1 FROM role_permission p WHERE p.roleCode = 'administrator' AND p.permission = 'notice.write');

INSERT INTO role_permission (roleCode, permission) SELECT r.code, 'notice.write' FROM role r WHERE r.code = 'manager' AND NOT EXISTS (SELECT 1 FROM role_permission p WHERE p.roleCode = 'manager' AND p.permission = 'notice.write');

-- 2026-12-16-repayment-sheets

CREATE TABLE `repayment_sheet` (
  `id` BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `fileHash` VARCHAR(64) NULL,
  `mode` VARCHAR(8) NOT NULL,
  `reference` VARCHAR(64) NULL,
  `referenceKey` VARCHAR(120) NULL,
  `referenceOn` DATE NULL,
  `drawnOn` VARCHAR(80) NULL,
  `total` BIGINT NOT NULL CHECK (`total` BETWEEN -900000000000000 AND 900000000000000),
  `status` VARCHAR(16) NOT NULL,
  `entryId` BIGINT NOT NULL,
  `enteredByUserId` BIGINT NOT NULL,
  `enteredOn` DATE NOT NULL,
  `enteredAt` BIGINT NOT NULL,
  `finishedAt` BIGINT NULL,
  CONSTRAINT `uq_repayment_sheet_file` UNIQUE (`fileHash`),
  CONSTRAINT `uq_repayment_sheet_reference` UNIQUE (`referenceKey`),
  CONSTRAINT `fk_repayment_sheet_entry` FOREIGN KEY (`entryId`) REFERENCES `journal_entry` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX `ix_repayment_sheet_status` ON `repayment_sheet` (`status`, `id`);

CREATE INDEX `ix_repayment_sheet_entry` ON `repayment_sheet` (`entryId`);

CREATE TABLE `repayment_sheet_row` (
  `sheetId` BIGINT NOT NULL,
  `line` BIGINT NOT NULL,
  `typed` VARCHAR(64) NOT NULL,
  `memberId` BIGINT NULL,
  `loanId` BIGINT NULL,
  `amount` BIGINT NULL CHECK (`amount` BETWEEN -900000000000000 AND 900000000000000),
  `note` VARCHAR(80) NULL,
  `status` VARCHAR(16) NOT NULL,
  `code` VARCHAR(48) NULL,
  `params` MEDIUMTEXT NULL CHECK (json_valid(`params`)),
  `receiptId` BIGINT NULL,
  `entryId` BIGINT NULL,
  PRIMARY KEY (`sheetId`, `line`),
  CONSTRAINT `fk_repayment_sheet_row_sheet` FOREIGN KEY (`sheetId`) REFERENCES `repayment_sheet` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- 2026-12-22-bank-statements

CREATE TABLE `bank_statement` (
  `id` BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `accountCode` VARCHAR(16) NOT NULL,
  `fileName` VARCHAR(160) NOT NULL,
  `fileHash` VARCHAR(64) NOT NULL,
  `headings` MEDIUMTEXT NOT NULL CHECK (json_valid(`headings`)),
  `fromDay` DATE NULL,
  `toDay` DATE NULL,
  `lineCount` BIGINT NOT NULL,
  `knownCount` BIGINT NOT NULL,
  `credits` BIGINT NOT NULL CHECK (`credits` BETWEEN -900000000000000 AND 900000000000000),
  `debits` BIGINT NOT NULL CHECK (`debits` BETWEEN -900000000000000 AND 900000000000000),
  `entryId` BIGINT NULL,
  `importedByUserId` BIGINT NOT NULL,
  `importedAt` BIGINT NOT NULL,
  CONSTRAINT `uq_bank_statement_file` UNIQUE (`accountCode`, `fileHash`),
  CONSTRAINT `fk_bank_statement_account` FOREIGN KEY (`accountCode`) REFERENCES `account` (`code`),
  CONSTRAINT `fk_bank_statement_entry` FOREIGN KEY (`entryId`) REFERENCES `journal_entry` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE `bank_line` (
  `id` BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `statementId` BIGINT NOT NULL,
  `accountCode` VARCHAR(16) NOT NULL,
  `lineHash` VARCHAR(64) NOT NULL,
  `occurrence` BIGINT NOT NULL,
  `bookedOn` DATE NOT NULL,
  `description` VARCHAR(400) NOT NULL,
  `bankReference` VARCHAR(400) NOT NULL,
  `number` VARCHAR(40) NULL,
  `credit` BIGINT NOT NULL CHECK (`credit` BETWEEN -900000000000000 AND 900000000000000),
  `debit` BIGINT NOT NULL CHECK (`debit` BETWEEN -900000000000000 AND 900000000000000),
  `status` VARCHAR(12) NOT NULL,
  `reason` VARCHAR(24) NULL,
  `refusal` VARCHAR(64) NULL,
  `usedNumber` VARCHAR(40) NULL,
  `requestId` BIGINT NULL,
  `receiptId` BIGINT NULL,
  `entryId` BIGINT NULL,
  `endedAt` BIGINT NULL,
  CONSTRAINT `uq_bank_line` UNIQUE (`accountCode`, `lineHash`, `occurrence`),
  CONSTRAINT `uq_bank_line_number` UNIQUE (`usedNumber`),
  CONSTRAINT `fk_bank_line_statement` FOREIGN KEY (`statementId`) REFERENCES `bank_statement` (`id`),
  CONSTRAINT `fk_bank_line_request` FOREIGN KEY (`requestId`) REFERENCES `payment_request` (`id`),
  CONSTRAINT `fk_bank_line_receipt` FOREIGN KEY (`receiptId`) REFERENCES `receipt` (`id`),
  CONSTRAINT `fk_bank_line_entry` FOREIGN KEY (`entryId`) REFERENCES `journal_entry` (`id`),
  CONSTRAINT `ck_bank_line_side` CHECK ((credit > 0 and debit = 0) or (credit = 0 and debit > 0)),
  CONSTRAINT `ck_bank_line_status` CHECK (status in ('waiting','received','settled','unidentified','allotted','returned','debit')),
  CONSTRAINT `ck_bank_line_receipt` CHECK (status not in ('received','settled','allotted') or receiptId is not null)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX `ix_bank_line_status` ON `bank_line` (`status`, `id`);

CREATE INDEX `ix_bank_line_statement` ON `bank_line` (`statementId`, `id`);

CREATE INDEX `ix_bank_line_receipt` ON `bank_line` (`receiptId`);

INSERT INTO setting (name, value, effectiveFrom, recordedAt) SELECT 'accounts.unidentified', '"2221"', p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'accounts.unidentified');

-- 2026-12-20-office-messages

CREATE TABLE `office_message` (
  `id` BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `number` VARCHAR(16) NULL,
  `memberId` BIGINT NOT NULL,
  `kind` VARCHAR(12) NOT NULL,
  `subject` VARCHAR(120) NOT NULL,
  `status` VARCHAR(8) NOT NULL,
  `assignedUserId` BIGINT NULL,
  `answerBy` DATE NULL,
  `openedAt` BIGINT NOT NULL,
  `lastAt` BIGINT NOT NULL,
  `closedOn` DATE NULL,
  CONSTRAINT `uq_office_message_number` UNIQUE (`number`),
  CONSTRAINT `fk_office_message_member` FOREIGN KEY (`memberId`) REFERENCES `member` (`id`),
  CONSTRAINT `fk_office_message_user` FOREIGN KEY (`assignedUserId`) REFERENCES `user` (`id`),
  CONSTRAINT `ck_office_message_kind` CHECK (kind in ('question','complaint','correction')),
  CONSTRAINT `ck_office_message_status` CHECK (status in ('open','answered','closed'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX `ix_office_message_member` ON `office_message` (`memberId`, `id`);

CREATE INDEX `ix_office_message_status` ON `office_message` (`status`, `id`);

CREATE TABLE `office_message_entry` (
  `id` BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `messageId` BIGINT NOT NULL,
  `kind` VARCHAR(12) NOT NULL,
  `byOffice` TINYINT NOT NULL CHECK (`byOffice` IN (0, 1)),
  `userId` BIGINT NOT NULL,
  `text` MEDIUMTEXT NOT NULL,
  `fileId` VARCHAR(22) NULL,
  `recordedAt` BIGINT NOT NULL,
  CONSTRAINT `fk_office_message_entry_message` FOREIGN KEY (`messageId`) REFERENCES `office_message` (`id`),
  CONSTRAINT `fk_office_message_entry_user` FOREIGN KEY (`userId`) REFERENCES `user` (`id`),
  CONSTRAINT `fk_office_message_entry_file` FOREIGN KEY (`fileId`) REFERENCES `stored_file` (`id`),
  CONSTRAINT `ck_office_message_entry_kind` CHECK (kind in ('written','answered','file','assigned','closed','reopened'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX `ix_office_message_entry` ON `office_message_entry` (`messageId`, `id`);

CREATE INDEX `ix_office_message_entry_user` ON `office_message_entry` (`userId`, `recordedAt`);

CREATE TRIGGER `office_message_entry_refuses_update` BEFORE UPDATE ON `office_message_entry` FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'office_message_entry is append-only: a row is corrected by adding another, never by UPDATE.';

CREATE TRIGGER `office_message_entry_refuses_delete` BEFORE DELETE ON `office_message_entry` FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'office_message_entry is append-only: a row is corrected by adding another, never by DELETE.';

INSERT INTO setting (name, value, effectiveFrom, recordedAt) SELECT 'messages.answerDays', '15', p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'messages.answerDays');

INSERT INTO setting (name, value, effectiveFrom, recordedAt) SELECT 'messages.reopenDays', '15', p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'messages.reopenDays');

INSERT INTO setting (name, value, effectiveFrom, recordedAt) SELECT 'messages.perDay', '10', p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'messages.perDay');

INSERT INTO role_permission (roleCode, permission) SELECT r.code, 'message.answer' FROM role r WHERE r.code = 'administrator' AND NOT EXISTS (SELECT 1 FROM role_permission p WHERE p.roleCode = 'administrator' AND p.permission = 'message.answer');

INSERT INTO role_permission (roleCode, permission) SELECT r.code, 'message.answer' FROM role r WHERE r.code = 'manager' AND NOT EXISTS (SELECT 1 FROM role_permission p WHERE p.roleCode = 'manager' AND p.permission = 'message.answer');

INSERT INTO role_permission (roleCode, permission) SELECT r.code, 'message.answer' FROM role r WHERE r.code = 'loan_officer' AND NOT EXISTS (SELECT 1 FROM role_permission p WHERE p.roleCode = 'loan_officer' AND p.permission = 'message.answer');

-- 2026-12-23-loan-drafts

CREATE TABLE `loan_draft` (
  `memberId` BIGINT NOT NULL,
  `asked` MEDIUMTEXT NOT NULL CHECK (json_valid(`asked`)),
  `savedByUserId` BIGINT NOT NULL,
  `savedAt` BIGINT NOT NULL,
  PRIMARY KEY (`memberId`),
  CONSTRAINT `fk_loan_draft_member` FOREIGN KEY (`memberId`) REFERENCES `member` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- 2026-12-31-payment-gateway

CREATE TABLE `payment_gateway` (
  `id` BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `kind` VARCHAR(16) NOT NULL,
  `name` VARCHAR(80) NOT NULL,
  `secretSealed` MEDIUMTEXT NOT NULL,
  `startedAt` BIGINT NOT NULL,
  `endedAt` BIGINT NULL,
  `setByUserId` BIGINT NULL,
  `approvedByUserId` BIGINT NULL,
  CONSTRAINT `ck_payment_gateway_kind` CHECK (kind in ('kafal','razorpay'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE `gateway_message` (
  `id` BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `gatewayId` BIGINT NOT NULL,
  `eventId` VARCHAR(80) NOT NULL,
  `bodyHash` VARCHAR(64) NOT NULL,
  `receivedAt` BIGINT NOT NULL,
  `amount` BIGINT NOT NULL CHECK (`amount` BETWEEN -900000000000000 AND 900000000000000),
  `number` VARCHAR(40) NOT NULL,
  `description` VARCHAR(400) NOT NULL,
  `bankLineId` BIGINT NOT NULL,
  `wasKnown` TINYINT NOT NULL CHECK (`wasKnown` IN (0, 1)),
  CONSTRAINT `uq_gateway_message` UNIQUE (`gatewayId`, `eventId`),
  CONSTRAINT `fk_gateway_message_gateway` FOREIGN KEY (`gatewayId`) REFERENCES `payment_gateway` (`id`),
  CONSTRAINT `fk_gateway_message_line` FOREIGN KEY (`bankLineId`) REFERENCES `bank_line` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX `ix_gateway_message_line` ON `gateway_message` (`bankLineId`);

ALTER TABLE bank_statement ADD COLUMN `source` VARCHAR(12) NOT NULL DEFAULT 'file';

-- 2027-01-02-employers

CREATE TABLE `employer` (
  `id` BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `name` VARCHAR(120) NOT NULL,
  `nameKey` VARCHAR(120) NOT NULL,
  `version` BIGINT NOT NULL DEFAULT 1,
  CONSTRAINT `uq_employer_name` UNIQUE (`nameKey`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE `member_employment` (
  `memberId` BIGINT NOT NULL,
  `employerId` BIGINT NOT NULL,
  `employeeNumber` VARCHAR(32) NULL,
  PRIMARY KEY (`memberId`),
  CONSTRAINT `fk_member_employment_member` FOREIGN KEY (`memberId`) REFERENCES `member` (`id`),
  CONSTRAINT `fk_member_employment_employer` FOREIGN KEY (`employerId`) REFERENCES `employer` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX `ix_member_employment_employer` ON `member_employment` (`employerId`, `memberId`);

-- 2027-01-03-surety-codes

CREATE TABLE `surety_code` (
  `loanId` BIGINT NOT NULL,
  `memberId` BIGINT NOT NULL,
  `codeHash` VARCHAR(120) NOT NULL,
  `triesLeft` BIGINT NOT NULL,
  `issuedByUserId` BIGINT NOT NULL,
  `expiresAt` BIGINT NOT NULL,
  PRIMARY KEY (`loanId`, `memberId`),
  CONSTRAINT `fk_surety_code_loan` FOREIGN KEY (`loanId`) REFERENCES `loan` (`id`),
  CONSTRAINT `fk_surety_code_member` FOREIGN KEY (`memberId`) REFERENCES `member` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- 2026-12-26-message-deliveries

CREATE TABLE `message_delivery` (
  `id` BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `userId` BIGINT NOT NULL,
  `deliverySeq` BIGINT NOT NULL,
  `channel` VARCHAR(5) NOT NULL,
  `name` VARCHAR(48) NOT NULL,
  `state` VARCHAR(8) NOT NULL,
  `attempts` BIGINT NOT NULL DEFAULT 0,
  `nextAttemptAt` BIGINT NOT NULL,
  `createdAt` BIGINT NOT NULL,
  `takenBy` VARCHAR(32) NULL,
  `sentTo` VARCHAR(254) NULL,
  `template` VARCHAR(24) NULL,
  `lastError` VARCHAR(300) NULL,
  `settledAt` BIGINT NULL,
  `parts` BIGINT NULL,
  `cost` BIGINT NULL CHECK (`cost` BETWEEN -900000000000000 AND 900000000000000),
  CONSTRAINT `uq_message_delivery` UNIQUE (`userId`, `deliverySeq`, `channel`),
  CONSTRAINT `fk_message_delivery_user` FOREIGN KEY (`userId`) REFERENCES `user` (`id`),
  CONSTRAINT `ck_message_delivery_channel` CHECK (channel in ('email','sms')),
  CONSTRAINT `ck_message_delivery_state` CHECK (state in ('waiting','sending','sent','failed','unsure','dropped'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX `ix_message_delivery_due` ON `message_delivery` (`channel`, `state`, `nextAttemptAt`);

CREATE INDEX `ix_message_delivery_state` ON `message_delivery` (`state`, `id`);

CREATE INDEX `ix_message_delivery_settled` ON `message_delivery` (`settledAt`, `channel`);

CREATE TABLE `message_channel` (
  `channel` VARCHAR(5) NOT NULL,
  `downSince` BIGINT NULL,
  `lastError` VARCHAR(300) NULL,
  `lastSentAt` BIGINT NULL,
  PRIMARY KEY (`channel`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE `notification_choice` (
  `userId` BIGINT NOT NULL,
  `kind` VARCHAR(12) NOT NULL,
  `channel` VARCHAR(5) NOT NULL,
  `isOn` TINYINT NOT NULL CHECK (`isOn` IN (0, 1)),
  `chosenAt` BIGINT NOT NULL,
  PRIMARY KEY (`userId`, `kind`, `channel`),
  CONSTRAINT `fk_notification_choice_user` FOREIGN KEY (`userId`) REFERENCES `user` (`id`),
  CONSTRAINT `ck_notification_choice_channel` CHECK (channel in ('push','email','sms'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE `notification_manner` (
  `userId` BIGINT NOT NULL,
  `isQuiet` TINYINT NOT NULL CHECK (`isQuiet` IN (0, 1)),
  `quietFrom` VARCHAR(5) NOT NULL,
  `quietTo` VARCHAR(5) NOT NULL,
  `language` VARCHAR(2) NOT NULL,
  `chosenAt` BIGINT NOT NULL,
  PRIMARY KEY (`userId`),
  CONSTRAINT `fk_notification_manner_user` FOREIGN KEY (`userId`) REFERENCES `user` (`id`),
  CONSTRAINT `ck_notification_manner_language` CHECK (language in ('en','hi','ne'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

INSERT INTO setting (name, value, effectiveFrom, recordedAt) SELECT 'messages.quietFrom', '"22:00"', p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'messages.quietFrom');

INSERT INTO setting (name, value, effectiveFrom, recordedAt) SELECT 'messages.quietTo', '"06:00"', p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'messages.quietTo');

-- 2026-12-29-meetings

CREATE TABLE `meeting` (
  `id` BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `kind` VARCHAR(12) NOT NULL,
  `title` VARCHAR(160) NOT NULL,
  `status` VARCHAR(12) NOT NULL,
  `heldOn` DATE NOT NULL,
  `heldTime` VARCHAR(5) NOT NULL,
  `place` VARCHAR(200) NOT NULL,
  `link` VARCHAR(300) NULL,
  `chairUserId` BIGINT NOT NULL,
  `sitting` BIGINT NOT NULL DEFAULT 1,
  `calledOn` DATE NULL,
  `noticeId` BIGINT NULL,
  `votersOn` DATE NULL,
  `createdByUserId` BIGINT NOT NULL,
  `createdAt` BIGINT NOT NULL,
  `version` BIGINT NOT NULL DEFAULT 1,
  CONSTRAINT `fk_meeting_chair` FOREIGN KEY (`chairUserId`) REFERENCES `user` (`id`),
  CONSTRAINT `fk_meeting_creator` FOREIGN KEY (`createdByUserId`) REFERENCES `user` (`id`),
  CONSTRAINT `fk_meeting_notice` FOREIGN KEY (`noticeId`) REFERENCES `notice` (`id`),
  CONSTRAINT `ck_meeting_kind` CHECK (kind in ('annual','special','committee')),
  CONSTRAINT `ck_meeting_status` CHECK (status in ('draft','called','open','held','cancelled'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX `ix_meeting_day` ON `meeting` (`heldOn`, `id`);

CREATE TABLE `meeting_item` (
  `id` BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `meetingId` BIGINT NOT NULL,
  `place` BIGINT NOT NULL,
  `kind` VARCHAR(12) NOT NULL,
  `title` VARCHAR(200) NOT NULL,
  `text` MEDIUMTEXT NOT NULL,
  `subjectId` BIGINT NULL,
  CONSTRAINT `uq_meeting_item_place` UNIQUE (`meetingId`, `place`),
  CONSTRAINT `fk_meeting_item_meeting` FOREIGN KEY (`meetingId`) REFERENCES `meeting` (`id`),
  CONSTRAINT `ck_meeting_item_kind` CHECK (kind in ('text','loan','write-off'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE `meeting_step` (
  `id` BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `meetingId` BIGINT NOT NULL,
  `act` VARCHAR(16) NOT NULL,
  `userId` BIGINT NOT NULL,
  `note` VARCHAR(400) NULL,
  `recordedAt` BIGINT NOT NULL,
  CONSTRAINT `fk_meeting_step_meeting` FOREIGN KEY (`meetingId`) REFERENCES `meeting` (`id`),
  CONSTRAINT `fk_meeting_step_user` FOREIGN KEY (`userId`) REFERENCES `user` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX `ix_meeting_step` ON `meeting_step` (`meetingId`, `id`);

CREATE TRIGGER `meeting_step_refuses_update` BEFORE UPDATE ON `meeting_step` FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'meeting_step is append-only: a row is corrected by adding another, never by UPDATE.';

CREATE TRIGGER `meeting_step_refuses_delete` BEFORE DELETE ON `meeting_step` FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'meeting_step is append-only: a row is corrected by adding another, never by DELETE.';

CREATE TABLE `meeting_invitee` (
  `id` BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `meetingId` BIGINT NOT NULL,
  `memberId` BIGINT NULL,
  `userId` BIGINT NULL,
  `mayVote` TINYINT NOT NULL CHECK (`mayVote` IN (0, 1)),
  `noVoteBecause` VARCHAR(12) NULL,
  CONSTRAINT `uq_meeting_invitee_member` UNIQUE (`meetingId`, `memberId`),
  CONSTRAINT `uq_meeting_invitee_user` UNIQUE (`meetingId`, `userId`),
  CONSTRAINT `fk_meeting_invitee_meeting` FOREIGN KEY (`meetingId`) REFERENCES `meeting` (`id`),
  CONSTRAINT `fk_meeting_invitee_member` FOREIGN KEY (`memberId`) REFERENCES `member` (`id`),
  CONSTRAINT `fk_meeting_invitee_user` FOREIGN KEY (`userId`) REFERENCES `user` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE `meeting_attendance` (
  `inviteeId` BIGINT NOT NULL,
  `sitting` BIGINT NOT NULL,
  `how` VARCHAR(8) NOT NULL,
  `seenAt` BIGINT NOT NULL,
  `seenByUserId` BIGINT NOT NULL,
  PRIMARY KEY (`inviteeId`, `sitting`),
  CONSTRAINT `fk_meeting_attendance_invitee` FOREIGN KEY (`inviteeId`) REFERENCES `meeting_invitee` (`id`),
  CONSTRAINT `fk_meeting_attendance_user` FOREIGN KEY (`seenByUserId`) REFERENCES `user` (`id`),
  CONSTRAINT `ck_meeting_attendance_how` CHECK (how in ('list','code'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE `resolution` (
  `id` BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `meetingId` BIGINT NOT NULL,
  `itemId` BIGINT NULL,
  `number` VARCHAR(40) NULL,
  `text` MEDIUMTEXT NOT NULL,
  `proposerId` BIGINT NOT NULL,
  `seconderId` BIGINT NOT NULL,
  `majority` VARCHAR(16) NOT NULL,
  `status` VARCHAR(12) NOT NULL,
  `manner` VARCHAR(8) NULL,
  `votesFor` BIGINT NULL,
  `votesAgainst` BIGINT NULL,
  `votesAbstained` BIGINT NULL,
  `castingVote` VARCHAR(8) NULL,
  `decidedOn` DATE NULL,
  `decidedAt` BIGINT NULL,
  `recordedByUserId` BIGINT NOT NULL,
  CONSTRAINT `uq_resolution_number` UNIQUE (`number`),
  CONSTRAINT `fk_resolution_meeting` FOREIGN KEY (`meetingId`) REFERENCES `meeting` (`id`),
  CONSTRAINT `fk_resolution_item` FOREIGN KEY (`itemId`) REFERENCES `meeting_item` (`id`),
  CONSTRAINT `fk_resolution_proposer` FOREIGN KEY (`proposerId`) REFERENCES `meeting_invitee` (`id`),
  CONSTRAINT `fk_resolution_seconder` FOREIGN KEY (`seconderId`) REFERENCES `meeting_invitee` (`id`),
  CONSTRAINT `fk_resolution_user` FOREIGN KEY (`recordedByUserId`) REFERENCES `user` (`id`),
  CONSTRAINT `ck_resolution_majority` CHECK (majority in ('simple','two-thirds','three-quarters')),
  CONSTRAINT `ck_resolution_status` CHECK (status in ('proposed','voting','tied','carried','lost','withdrawn')),
  CONSTRAINT `ck_resolution_manner` CHECK (manner in ('hands','open','secret'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX `ix_resolution_meeting` ON `resolution` (`meetingId`, `id`);

CREATE INDEX `ix_resolution_status` ON `resolution` (`status`, `decidedOn`);

CREATE TABLE `resolution_series` (
  `body` VARCHAR(12) NOT NULL,
  `year` VARCHAR(12) NOT NULL,
  `lastNumber` BIGINT NOT NULL,
  PRIMARY KEY (`body`, `year`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE `vote_mark` (
  `resolutionId` BIGINT NOT NULL,
  `inviteeId` BIGINT NOT NULL,
  `kind` VARCHAR(8) NOT NULL,
  `choice` VARCHAR(8) NULL,
  `reason` VARCHAR(200) NULL,
  PRIMARY KEY (`resolutionId`, `inviteeId`),
  CONSTRAINT `fk_vote_mark_resolution` FOREIGN KEY (`resolutionId`) REFERENCES `resolution` (`id`),
  CONSTRAINT `fk_vote_mark_invitee` FOREIGN KEY (`inviteeId`) REFERENCES `meeting_invitee` (`id`),
  CONSTRAINT `ck_vote_mark_kind` CHECK (kind in ('voted','interest'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE `ballot` (
  `id` VARCHAR(22) NOT NULL,
  `resolutionId` BIGINT NOT NULL,
  `choice` VARCHAR(8) NOT NULL,
  PRIMARY KEY (`id`),
  CONSTRAINT `fk_ballot_resolution` FOREIGN KEY (`resolutionId`) REFERENCES `resolution` (`id`),
  CONSTRAINT `ck_ballot_choice` CHECK (choice in ('for','against','abstain'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE `minutes` (
  `meetingId` BIGINT NOT NULL,
  `text` MEDIUMTEXT NOT NULL,
  `writtenByUserId` BIGINT NOT NULL,
  `writtenAt` BIGINT NOT NULL,
  `record` MEDIUMTEXT NULL CHECK (json_valid(`record`)),
  `signedAt` BIGINT NULL,
  `version` BIGINT NOT NULL DEFAULT 1,
  PRIMARY KEY (`meetingId`),
  CONSTRAINT `fk_minutes_meeting` FOREIGN KEY (`meetingId`) REFERENCES `meeting` (`id`),
  CONSTRAINT `fk_minutes_user` FOREIGN KEY (`writtenByUserId`) REFERENCES `user` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE `minutes_signature` (
  `meetingId` BIGINT NOT NULL,
  `userId` BIGINT NOT NULL,
  `asChair` TINYINT NOT NULL CHECK (`asChair` IN (0, 1)),
  `version` BIGINT NOT NULL,
  `signedAt` BIGINT NOT NULL,
  PRIMARY KEY (`meetingId`, `userId`, `version`),
  CONSTRAINT `fk_minutes_signature_minutes` FOREIGN KEY (`meetingId`) REFERENCES `minutes` (`meetingId`),
  CONSTRAINT `fk_minutes_signature_user` FOREIGN KEY (`userId`) REFERENCES `user` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TRIGGER `minutes_signature_refuses_update` BEFORE UPDATE ON `minutes_signature` FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'minutes_signature is append-only: a row is corrected by adding another, never by UPDATE.';

CREATE TRIGGER `minutes_signature_refuses_delete` BEFORE DELETE ON `minutes_signature` FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'minutes_signature is append-only: a row is corrected by adding another, never by DELETE.';

INSERT INTO setting (name, value, effectiveFrom, recordedAt) SELECT 'meetings.noticeDays', CASE WHEN p.value = '"NP-SACCOS"' THEN '15' ELSE '14' END, p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'meetings.noticeDays');

INSERT INTO setting (name, value, effectiveFrom, recordedAt) SELECT 'meetings.committeeNoticeDays', CASE WHEN p.value = '"NP-SACCOS"' THEN '3' ELSE '3' END, p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'meetings.committeeNoticeDays');

INSERT INTO setting (name, value, effectiveFrom, recordedAt) SELECT 'meetings.generalQuorum', CASE WHEN p.value = '"NP-SACCOS"' THEN '"51"' ELSE '"20"' END, p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'meetings.generalQuorum');

INSERT INTO setting (name, value, effectiveFrom, recordedAt) SELECT 'meetings.adjournedQuorum', CASE WHEN p.value = '"NP-SACCOS"' THEN '"33.33"' ELSE 'null' END, p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'meetings.adjournedQuorum');

INSERT INTO setting (name, value, effectiveFrom, recordedAt) SELECT 'meetings.committeeQuorum', CASE WHEN p.value = '"NP-SACCOS"' THEN '"51"' ELSE '"51"' END, p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'meetings.committeeQuorum');

INSERT INTO setting (name, value, effectiveFrom, recordedAt) SELECT 'meetings.adjournMinutes', CASE WHEN p.value = '"NP-SACCOS"' THEN '10080' ELSE '30' END, p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'meetings.adjournMinutes');

INSERT INTO setting (name, value, effectiveFrom, recordedAt) SELECT 'meetings.defaultDays', CASE WHEN p.value = '"NP-SACCOS"' THEN '90' ELSE '90' END, p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'meetings.defaultDays');

INSERT INTO setting (name, value, effectiveFrom, recordedAt) SELECT 'numbers.resolution', CASE WHEN p.value = '"NP-SACCOS"' THEN '"{PREFIX}/{FY}/{N:3}"' ELSE '"{PREFIX}/{FY}/{N:3}"' END, p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'numbers.resolution');

INSERT INTO role_permission (roleCode, permission) SELECT r.code, 'meeting.read' FROM role r WHERE r.code = 'administrator' AND NOT EXISTS (SELECT 1 FROM role_permission p WHERE p.roleCode = 'administrator' AND p.permission = 'meeting.read');

INSERT INTO role_permission (roleCode, permission) SELECT r.code, 'meeting.read' FROM role r WHERE r.code = 'manager' AND NOT EXISTS (SELECT 1 FROM role_permission p WHERE p.roleCode = 'manager' AND p.permission = 'meeting.read');

INSERT INTO role_permission (roleCode, permission) SELECT r.code, 'meeting.read' FROM role r WHERE r.code = 'cashier' AND NOT EXISTS (SELECT 1 FROM role_permission p WHERE p.roleCode = 'cashier' AND p.permission = 'meeting.read');

INSERT INTO role_permission (roleCode, permission) SELECT r.code, 'meeting.read' FROM role r WHERE r.code = 'accountant' AND NOT EXISTS (SELECT 1 FROM role_permission p WHERE p.roleCode = 'accountant' AND p.permission = 'meeting.read');

INSERT INTO role_permission (roleCode, permission) SELECT r.code, 'meeting.read' FROM role r WHERE r.code = 'loan_officer' AND NOT EXISTS (SELECT 1 FROM role_permission p WHERE p.roleCode = 'loan_officer' AND p.permission = 'meeting.read');

INSERT INTO role_permission (roleCode, permission) SELECT r.code, 'meeting.read' FROM role r WHERE r.code = 'committee' AND NOT EXISTS (SELECT 1 FROM role_permission p WHERE p.roleCode = 'committee' AND p.permission = 'meeting.read');

INSERT INTO role_permission (roleCode, permission) SELECT r.code, 'meeting.read' FROM role r WHERE r.code = 'auditor' AND NOT EXISTS (SELECT 1 FROM role_permission p WHERE p.roleCode = 'auditor' AND p.permission = 'meeting.read');

INSERT INTO role_permission (roleCode, permission) SELECT r.code, 'meeting.manage' FROM role r WHERE r.code = 'administrator' AND NOT EXISTS (SELECT 1 FROM role_permission p WHERE p.roleCode = 'administrator' AND p.permission = 'meeting.manage');

INSERT INTO role_permission (roleCode, permission) SELECT r.code, 'meeting.manage' FROM role r WHERE r.code = 'manager' AND NOT EXISTS (SELECT 1 FROM role_permission p WHERE p.roleCode = 'manager' AND p.permission = 'meeting.manage');

INSERT INTO role_permission (roleCode, permission) SELECT r.code, 'meeting.sit' FROM role r WHERE r.code = 'committee' AND NOT EXISTS (SELECT 1 FROM role_permission p WHERE p.roleCode = 'committee' AND p.permission = 'meeting.sit');

-- 2026-12-24-checked-papers

ALTER TABLE person_file ADD COLUMN `checkState` VARCHAR(8) NULL;

ALTER TABLE person_file ADD COLUMN `checkedByUserId` BIGINT NULL;

ALTER TABLE person_file ADD COLUMN `checkedAt` BIGINT NULL;

ALTER TABLE person_file ADD COLUMN `checkNote` VARCHAR(400) NULL;

ALTER TABLE person_file ADD COLUMN `numberMasked` VARCHAR(40) NULL;

ALTER TABLE person_file ADD COLUMN `issuedOn` DATE NULL;

ALTER TABLE person_file ADD COLUMN `expiresOn` DATE NULL;

ALTER TABLE person_file ADD COLUMN `replacesFileId` VARCHAR(40) NULL;

UPDATE person_file SET checkState = 'pending' WHERE loanId IS NULL AND status IN ('current', 'waiting');

CREATE INDEX `ix_person_file_check` ON `person_file` (`checkState`, `statusAt`);

CREATE TABLE `member_kyc` (
  `memberId` BIGINT NOT NULL,
  `riskClass` VARCHAR(8) NOT NULL,
  `riskReason` VARCHAR(400) NULL,
  `reviewedOn` DATE NULL,
  `reviewedByUserId` BIGINT NULL,
  `reviewDueOn` DATE NULL,
  PRIMARY KEY (`memberId`),
  CONSTRAINT `fk_member_kyc_member` FOREIGN KEY (`memberId`) REFERENCES `member` (`id`),
  CONSTRAINT `fk_member_kyc_user` FOREIGN KEY (`reviewedByUserId`) REFERENCES `user` (`id`),
  CONSTRAINT `ck_member_kyc_risk` CHECK (riskClass in ('low','medium','high'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX `ix_member_kyc_due` ON `member_kyc` (`reviewDueOn`, `memberId`);

INSERT INTO setting (name, value, effectiveFrom, recordedAt) SELECT 'kyc.always', '"photo, signature, pan_card"', p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' AND p.value IN ('"IN-STATE"', '"IN-MSCS"') AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'kyc.always');

INSERT INTO setting (name, value, effectiveFrom, recordedAt) SELECT 'kyc.always', '"photo, signature"', p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' AND p.value = '"NP-SACCOS"' AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'kyc.always');

INSERT INTO setting (name, value, effectiveFrom, recordedAt) SELECT 'kyc.always', '"photo, signature"', p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' AND p.value = '"INTL-SACCO"' AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'kyc.always');

INSERT INTO setting (name, value, effectiveFrom, recordedAt) SELECT 'kyc.identity', '"aadhaar, voter_id, passport, driving_licence, job_card, identity_proof"', p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' AND p.value IN ('"IN-STATE"', '"IN-MSCS"') AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'kyc.identity');

INSERT INTO setting (name, value, effectiveFrom, recordedAt) SELECT 'kyc.identity', '"passport, citizenship, national_id, identity_proof"', p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' AND p.value = '"NP-SACCOS"' AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'kyc.identity');

INSERT INTO setting (name, value, effectiveFrom, recordedAt) SELECT 'kyc.identity', '"passport, driving_licence, national_id, identity_proof"', p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' AND p.value = '"INTL-SACCO"' AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'kyc.identity');

INSERT INTO setting (name, value, effectiveFrom, recordedAt) SELECT 'kyc.address', '"aadhaar, voter_id, passport, driving_licence, address_proof"', p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' AND p.value IN ('"IN-STATE"', '"IN-MSCS"') AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'kyc.address');

INSERT INTO setting (name, value, effectiveFrom, recordedAt) SELECT 'kyc.address', '"citizenship, ward_letter, address_proof"', p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' AND p.value = '"NP-SACCOS"' AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'kyc.address');

INSERT INTO setting (name, value, effectiveFrom, recordedAt) SELECT 'kyc.address', '"driving_licence, address_proof"', p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' AND p.value = '"INTL-SACCO"' AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'kyc.address');

INSERT INTO setting (name, value, effectiveFrom, recordedAt) SELECT 'kyc.minorsAlways', '"photo"', p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'kyc.minorsAlways');

INSERT INTO setting (name, value, effectiveFrom, recordedAt) SELECT 'kyc.minors', '"aadhaar, passport, birth_certificate, age_proof"', p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' AND p.value IN ('"IN-STATE"', '"IN-MSCS"') AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'kyc.minors');

INSERT INTO setting (name, value, effectiveFrom, recordedAt) SELECT 'kyc.minors', '"passport, birth_certificate, age_proof"', p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' AND p.value = '"NP-SACCOS"' AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'kyc.minors');

INSERT INTO setting (name, value, effectiveFrom, recordedAt) SELECT 'kyc.minors', '"passport, birth_certificate, age_proof"', p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' AND p.value = '"INTL-SACCO"' AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'kyc.minors');

INSERT INTO setting (name, value, effectiveFrom, recordedAt) SELECT 'kyc.institutions', '"pan_card, address_proof, other_paper"', p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' AND p.value IN ('"IN-STATE"', '"IN-MSCS"') AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'kyc.institutions');

INSERT INTO setting (name, value, effectiveFrom, recordedAt) SELECT 'kyc.institutions', '"pan_card, other_paper"', p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' AND p.value = '"NP-SACCOS"' AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'kyc.institutions');

INSERT INTO setting (name, value, effectiveFrom, recordedAt) SELECT 'kyc.institutions', '"other_paper"', p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' AND p.value = '"INTL-SACCO"' AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'kyc.institutions');

INSERT INTO setting (name, value, effectiveFrom, recordedAt) SELECT 'kyc.reviewMonthsLow', '36', p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'kyc.reviewMonthsLow');

INSERT INTO setting (name, value, effectiveFrom, recordedAt) SELECT 'kyc.reviewMonthsMedium', '24', p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'kyc.reviewMonthsMedium');

INSERT INTO setting (name, value, effectiveFrom, recordedAt) SELECT 'kyc.reviewMonthsHigh', '12', p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'kyc.reviewMonthsHigh');

INSERT INTO setting (name, value, effectiveFrom, recordedAt) SELECT 'kyc.expiringDays', '60', p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'kyc.expiringDays');

INSERT INTO role_permission (roleCode, permission) SELECT r.code, 'kyc.check' FROM role r WHERE r.code = 'administrator' AND NOT EXISTS (SELECT 1 FROM role_permission p WHERE p.roleCode = 'administrator' AND p.permission = 'kyc.check');

INSERT INTO role_permission (roleCode, permission) SELECT r.code, 'kyc.check' FROM role r WHERE r.code = 'manager' AND NOT EXISTS (SELECT 1 FROM role_permission p WHERE p.roleCode = 'manager' AND p.permission = 'kyc.check');

INSERT INTO role_permission (roleCode, permission) SELECT r.code, 'kyc.check' FROM role r WHERE r.code = 'loan_officer' AND NOT EXISTS (SELECT 1 FROM role_permission p WHERE p.roleCode = 'loan_officer' AND p.permission = 'kyc.check');

-- 2026-12-27-sms

CREATE TABLE `sms_provider` (
  `id` BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `name` VARCHAR(80) NOT NULL,
  `url` VARCHAR(400) NOT NULL,
  `body` MEDIUMTEXT NOT NULL,
  `authHeader` VARCHAR(60) NOT NULL,
  `secretSealed` MEDIUMTEXT NOT NULL,
  `sender` VARCHAR(11) NOT NULL,
  `entityId` VARCHAR(30) NOT NULL,
  `startedAt` BIGINT NOT NULL,
  `endedAt` BIGINT NULL,
  `setByUserId` BIGINT NULL,
  `approvedByUserId` BIGINT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE `sms_template` (
  `id` BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `event` VARCHAR(48) NOT NULL,
  `language` VARCHAR(2) NOT NULL,
  `version` BIGINT NOT NULL,
  `text` MEDIUMTEXT NOT NULL,
  `slots` MEDIUMTEXT NOT NULL CHECK (json_valid(`slots`)),
  `dltId` VARCHAR(30) NOT NULL,
  `startedAt` BIGINT NOT NULL,
  `endedAt` BIGINT NULL,
  `setByUserId` BIGINT NULL,
  `approvedByUserId` BIGINT NULL,
  CONSTRAINT `uq_sms_template` UNIQUE (`event`, `language`, `version`),
  CONSTRAINT `ck_sms_template_language` CHECK (language in ('en','hi','ne'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX `ix_sms_template_open` ON `sms_template` (`endedAt`, `event`);

INSERT INTO setting (name, value, effectiveFrom, recordedAt) SELECT 'messages.smsPrice', '"0.00"', p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'messages.smsPrice');

-- 2027-01-01-webhooks

CREATE TABLE `webhook` (
  `id` BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `name` VARCHAR(80) NOT NULL,
  `url` VARCHAR(1000) NOT NULL,
  `events` MEDIUMTEXT NOT NULL CHECK (json_valid(`events`)),
  `secretSealed` MEDIUMTEXT NOT NULL,
  `previousSealed` MEDIUMTEXT NULL,
  `previousUntil` BIGINT NULL,
  `state` VARCHAR(8) NOT NULL,
  `failures` BIGINT NOT NULL,
  `failedSince` BIGINT NULL,
  `nextAttemptAt` BIGINT NOT NULL,
  `createdByUserId` BIGINT NULL,
  `createdAt` BIGINT NOT NULL,
  CONSTRAINT `ck_webhook_state` CHECK (state in ('on','paused','off','ended'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE `webhook_delivery` (
  `id` BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `webhookId` BIGINT NOT NULL,
  `deliverySeq` BIGINT NULL,
  `event` VARCHAR(64) NOT NULL,
  `body` MEDIUMTEXT NOT NULL,
  `state` VARCHAR(12) NOT NULL,
  `attempts` BIGINT NOT NULL,
  `lastStatus` BIGINT NULL,
  `lastProblem` VARCHAR(16) NULL,
  `createdAt` BIGINT NOT NULL,
  `lastAttemptAt` BIGINT NULL,
  CONSTRAINT `uq_webhook_delivery` UNIQUE (`webhookId`, `deliverySeq`),
  CONSTRAINT `fk_webhook_delivery_webhook` FOREIGN KEY (`webhookId`) REFERENCES `webhook` (`id`),
  CONSTRAINT `ck_webhook_delivery_state` CHECK (state in ('waiting','delivered','failed'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX `ix_webhook_delivery_state` ON `webhook_delivery` (`webhookId`, `state`, `deliverySeq`);

CREATE INDEX `ix_webhook_delivery_age` ON `webhook_delivery` (`state`, `createdAt`);

-- 2027-01-05-reminders

CREATE TABLE `reminder` (
  `kind` VARCHAR(20) NOT NULL,
  `objectId` BIGINT NOT NULL,
  `dueOn` DATE NOT NULL,
  `daysBefore` BIGINT NOT NULL,
  `remindedOn` DATE NOT NULL,
  PRIMARY KEY (`kind`, `objectId`, `dueOn`, `daysBefore`),
  CONSTRAINT `ck_reminder_kind` CHECK (kind in ('loan-instalment','deposit-instalment','thrift','maturity','kyc','meeting'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX `ix_reminder_due` ON `reminder` (`dueOn`);

INSERT INTO reminder (kind, objectId, dueOn, daysBefore, remindedOn) SELECT CASE about WHEN 'instalment' THEN 'deposit-instalment' ELSE about END, depositId, dueOn, 0, remindedOn FROM deposit_reminder;

INSERT INTO reminder (kind, objectId, dueOn, daysBefore, remindedOn) SELECT 'loan-instalment', loanId, dueOn, 0, remindedOn FROM loan_reminder WHERE about = 'due';

DROP TABLE deposit_reminder;

DELETE FROM loan_reminder WHERE about = 'due';

INSERT INTO setting (name, value, effectiveFrom, legalBasis, setByUserId, recordedAt, reason, approvedByUserId) SELECT 'reminders.loanInstalment', REPLACE('"#"', '#', s.value), s.effectiveFrom, s.legalBasis, s.setByUserId, s.recordedAt, s.reason, s.approvedByUserId FROM setting s WHERE s.name = 'deposits.remindDays';

INSERT INTO setting (name, value, effectiveFrom, legalBasis, setByUserId, recordedAt, reason, approvedByUserId) SELECT 'reminders.depositInstalment', REPLACE('"#"', '#', s.value), s.effectiveFrom, s.legalBasis, s.setByUserId, s.recordedAt, s.reason, s.approvedByUserId FROM setting s WHERE s.name = 'deposits.remindDays';

INSERT INTO setting (name, value, effectiveFrom, legalBasis, setByUserId, recordedAt, reason, approvedByUserId) SELECT 'reminders.thrift', REPLACE('"#"', '#', s.value), s.effectiveFrom, s.legalBasis, s.setByUserId, s.recordedAt, s.reason, s.approvedByUserId FROM setting s WHERE s.name = 'deposits.remindDays';

INSERT INTO setting (name, value, effectiveFrom, legalBasis, setByUserId, recordedAt, reason, approvedByUserId) SELECT 'reminders.maturity', REPLACE('"#"', '#', s.value), s.effectiveFrom, s.legalBasis, s.setByUserId, s.recordedAt, s.reason, s.approvedByUserId FROM setting s WHERE s.name = 'deposits.remindDays';

INSERT INTO setting (name, value, effectiveFrom, recordedAt) SELECT 'reminders.kyc', '"30, 7"', p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset';

INSERT INTO setting (name, value, effectiveFrom, recordedAt) SELECT 'reminders.meeting', '"3"', p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset';

DELETE FROM setting WHERE name = 'deposits.remindDays';

-- 2027-01-04-papers-by-member

CREATE INDEX `ix_person_file_standing` ON `person_file` (`memberId`, `checkState`, `kind`, `status`);

-- 2027-01-06-kept-messages

INSERT INTO setting (name, value, effectiveFrom, recordedAt) SELECT 'messages.keptMonths', '24', p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset';

-- 2027-01-07-product-penal

ALTER TABLE loan_product ADD COLUMN `penalRate` VARCHAR(16) NULL;

ALTER TABLE loan_product ADD COLUMN `penalGraceDays` BIGINT NULL;

-- 2027-01-13-open-payment-requests

INSERT INTO setting (name, value, effectiveFrom, recordedAt) SELECT 'payments.openRequests', '10', p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset';

-- What is done so far: the server starts on this database without changing it.
INSERT INTO `migration` (`name`, `step`, `doneAt`) VALUES
  ('2026-11-22-first-tables', 0, 0),
  ('2026-11-22-first-tables', 1, 0),
  ('2026-11-22-first-tables', 2, 0),
  ('2026-11-22-first-tables', 3, 0),
  ('2026-11-22-first-tables', 4, 0),
  ('2026-11-22-first-tables', 5, 0),
  ('2026-11-22-first-tables', 6, 0),
  ('2026-11-22-first-tables', 7, 0),
  ('2026-11-22-first-tables', 8, 0),
  ('2026-11-22-first-tables', 9, 0),
  ('2026-11-22-first-tables', 10, 0),
  ('2026-11-22-first-tables', 11, 0),
  ('2026-11-22-first-tables', 12, 0),
  ('2026-11-22-first-tables', 13, 0),
  ('2026-11-22-first-tables', 14, 0),
  ('2026-11-22-first-tables', 15, 0),
  ('2026-11-22-first-tables', 16, 0),
  ('2026-11-22-first-tables', 17, 0),
  ('2026-11-22-first-tables', 18, 0),
  ('2026-11-22-first-tables', 19, 0),
  ('2026-11-22-first-tables', 20, 0),
  ('2026-11-22-first-tables', 21, 0),
  ('2026-11-22-first-tables', 22, 0),
  ('2026-11-22-first-tables', 23, 0),
  ('2026-11-22-first-tables', 24, 0),
  ('2026-11-22-first-tables', 25, 0),
  ('2026-11-22-first-tables', 26, 0),
  ('2026-11-22-first-tables', 27, 0),
  ('2026-11-22-first-tables', 28, 0),
  ('2026-11-22-first-tables', 29, 0),
  ('2026-11-22-first-tables', 30, 0),
  ('2026-11-22-first-tables', 31, 0),
  ('2026-11-22-first-tables', 32, 0),
  ('2026-11-22-first-tables', 33, 0),
  ('2026-11-22-first-tables', 34, 0),
  ('2026-11-22-first-tables', 35, 0),
  ('2026-11-22-first-tables', 36, 0),
  ('2026-11-22-first-tables', 37, 0),
  ('2026-11-22-first-tables', 38, 0),
  ('2026-11-22-first-tables', 39, 0),
  ('2026-11-22-first-tables', 40, 0),
  ('2026-11-22-first-tables', 41, 0),
  ('2026-11-22-first-tables', 42, 0),
  ('2026-11-22-first-tables', 43, 0),
  ('2026-11-22-first-tables', 44, 0),
  ('2026-11-22-first-tables', 45, 0),
  ('2026-11-22-first-tables', 46, 0),
  ('2026-11-22-first-tables', 47, 0),
  ('2026-11-22-first-tables', 48, 0),
  ('2026-11-22-first-tables', 49, 0),
  ('2026-11-22-first-tables', 50, 0),
  ('2026-11-22-first-tables', 51, 0),
  ('2026-11-22-first-tables', 52, 0),
  ('2026-11-22-first-tables', 53, 0),
  ('2026-11-22-first-tables', 54, 0),
  ('2026-11-22-first-tables', 55, 0),
  ('2026-11-22-first-tables', 56, 0),
  ('2026-11-22-first-tables', 57, 0),
  ('2026-11-22-first-tables', 58, 0),
  ('2026-11-22-first-tables', 59, 0),
  ('2026-11-22-first-tables', 60, 0),
  ('2026-11-22-first-tables', 61, 0),
  ('2026-11-22-first-tables', 62, 0),
  ('2026-11-22-first-tables', 63, 0),
  ('2026-11-22-first-tables', 64, 0),
  ('2026-11-22-first-tables', 65, 0),
  ('2026-11-22-first-tables', 66, 0),
  ('2026-11-22-first-tables', 67, 0),
  ('2026-11-22-first-tables', 68, 0),
  ('2026-11-22-first-tables', 69, 0),
  ('2026-11-22-first-tables', 70, 0),
  ('2026-11-22-first-tables', 71, 0),
  ('2026-11-22-first-tables', 72, 0),
  ('2026-11-22-first-tables', 73, 0),
  ('2026-11-22-first-tables', 74, 0),
  ('2026-11-22-first-tables', 75, 0),
  ('2026-11-22-first-tables', 76, 0),
  ('2026-11-22-first-tables', 77, 0),
  ('2026-11-22-first-tables', 78, 0),
  ('2026-11-22-first-tables', 79, 0),
  ('2026-11-22-first-tables', 80, 0),
  ('2026-11-22-first-tables', 81, 0),
  ('2026-11-22-first-tables', 82, 0),
  ('2026-11-22-first-tables', 83, 0),
  ('2026-11-22-first-tables', 84, 0),
  ('2026-11-22-first-tables', 85, 0),
  ('2026-11-22-first-tables', 86, 0),
  ('2026-11-22-first-tables', 87, 0),
  ('2026-11-22-first-tables', 88, 0),
  ('2026-11-22-first-tables', 89, 0),
  ('2026-11-28-saved-views', 0, 0),
  ('2026-11-28-status-changes-by-day', 0, 0),
  ('2026-11-28-member-search', 0, 0),
  ('2026-11-28-member-search', 1, 0),
  ('2026-11-28-member-search', 2, 0),
  ('2026-11-28-member-search', 3, 0),
  ('2026-11-28-push', 0, 0),
  ('2026-11-28-push', 1, 0),
  ('2026-11-28-push', 2, 0),
  ('2026-11-28-push', 3, 0),
  ('2026-11-28-reversal-limits', 0, 0),
  ('2026-11-28-reversal-limits', 1, 0),
  ('2026-11-28-person-files', 0, 0),
  ('2026-11-28-person-files', 1, 0),
  ('2026-11-28-person-files', 2, 0),
  ('2026-11-28-person-files', 3, 0),
  ('2026-11-28-person-files', 4, 0),
  ('2026-11-28-person-files', 5, 0),
  ('2026-11-28-person-files', 6, 0),
  ('2026-11-28-person-files', 7, 0),
  ('2026-11-28-person-files', 8, 0),
  ('2026-11-28-member-notes', 0, 0),
  ('2026-11-28-member-notes', 1, 0),
  ('2026-11-28-member-notes', 2, 0),
  ('2026-11-28-rules-of-two', 0, 0),
  ('2026-11-28-rules-of-two', 1, 0),
  ('2026-11-28-rules-of-two', 2, 0),
  ('2026-11-28-rules-of-two', 3, 0),
  ('2026-11-28-rules-of-two', 4, 0),
  ('2026-11-28-rules-of-two', 5, 0),
  ('2026-11-28-rules-of-two', 6, 0),
  ('2026-11-28-rules-of-two', 7, 0),
  ('2026-11-28-rules-of-two', 8, 0),
  ('2026-11-28-rules-of-two', 9, 0),
  ('2026-11-28-rules-of-two', 10, 0),
  ('2026-11-28-rules-of-two', 11, 0),
  ('2026-11-28-rules-of-two', 12, 0),
  ('2026-11-28-rules-of-two', 13, 0),
  ('2026-11-28-rules-of-two', 14, 0),
  ('2026-11-28-rules-of-two', 15, 0),
  ('2026-11-28-rules-of-two', 16, 0),
  ('2026-11-28-rules-of-two', 17, 0),
  ('2026-11-28-rules-of-two', 18, 0),
  ('2026-11-29-term-products', 0, 0),
  ('2026-11-29-term-products', 1, 0),
  ('2026-11-29-term-products', 2, 0),
  ('2026-11-29-term-products', 3, 0),
  ('2026-11-29-member-languages', 0, 0),
  ('2026-11-29-day-end', 0, 0),
  ('2026-11-29-day-end', 1, 0),
  ('2026-11-29-day-end', 2, 0),
  ('2026-11-29-day-end', 3, 0),
  ('2026-11-29-day-end', 4, 0),
  ('2026-11-29-day-end', 5, 0),
  ('2026-11-29-day-end', 6, 0),
  ('2026-11-29-day-end-results', 0, 0),
  ('2026-11-29-day-end-results', 1, 0),
  ('2026-11-29-day-end-results', 2, 0),
  ('2026-11-29-day-end-results', 3, 0),
  ('2026-11-29-term-deposits', 0, 0),
  ('2026-11-29-term-deposits', 1, 0),
  ('2026-11-29-term-deposits', 2, 0),
  ('2026-11-29-term-deposits', 3, 0),
  ('2026-11-29-term-closures', 0, 0),
  ('2026-11-29-term-closures', 1, 0),
  ('2026-11-29-term-maturities', 0, 0),
  ('2026-11-29-term-payouts', 0, 0),
  ('2026-11-29-term-payouts', 1, 0),
  ('2026-11-29-term-payouts', 2, 0),
  ('2026-11-29-term-payouts', 3, 0),
  ('2026-11-29-term-payouts', 4, 0),
  ('2026-11-29-deposit-settings', 0, 0),
  ('2026-11-29-deposit-settings', 1, 0),
  ('2026-11-29-interest-tax-settings', 0, 0),
  ('2026-11-29-interest-tax-settings', 1, 0),
  ('2026-11-29-interest-tax-settings', 2, 0),
  ('2026-11-29-interest-tax-settings', 3, 0),
  ('2026-11-29-interest-tax-settings', 4, 0),
  ('2026-11-29-interest-tax-settings', 5, 0),
  ('2026-11-30-demand-deposits', 0, 0),
  ('2026-11-30-demand-deposits', 1, 0),
  ('2026-11-30-demand-deposits', 2, 0),
  ('2026-11-30-demand-deposits', 3, 0),
  ('2026-11-30-demand-deposits', 4, 0),
  ('2026-11-30-demand-deposits', 5, 0),
  ('2026-11-30-demand-deposits', 6, 0),
  ('2026-11-30-demand-deposits', 7, 0),
  ('2026-11-30-demand-deposits', 8, 0),
  ('2026-11-30-demand-deposits', 9, 0),
  ('2026-11-30-demand-deposits', 10, 0),
  ('2026-11-30-demand-deposits', 11, 0),
  ('2026-11-30-demand-deposits', 12, 0),
  ('2026-11-29-missed-instalments', 0, 0),
  ('2026-11-29-missed-instalments', 1, 0),
  ('2026-11-29-missed-instalments', 2, 0),
  ('2026-11-29-missed-instalments', 3, 0),
  ('2026-11-29-interest-tax', 0, 0),
  ('2026-11-29-interest-tax', 1, 0),
  ('2026-11-29-interest-tax', 2, 0),
  ('2026-11-29-interest-tax', 3, 0),
  ('2026-11-29-interest-tax', 4, 0),
  ('2026-11-29-deposit-restrictions', 0, 0),
  ('2026-11-29-deposit-restrictions', 1, 0),
  ('2026-11-29-deposit-restrictions', 2, 0),
  ('2026-11-29-deposit-restrictions', 3, 0),
  ('2026-11-29-deposit-restrictions', 4, 0),
  ('2026-11-30-collection-agents', 0, 0),
  ('2026-11-30-collection-agents', 1, 0),
  ('2026-11-30-collection-agents', 2, 0),
  ('2026-11-30-collection-agents', 3, 0),
  ('2026-11-30-collection-agents', 4, 0),
  ('2026-11-30-collection-agents', 5, 0),
  ('2026-11-30-collection-agents', 6, 0),
  ('2026-11-30-collection-agents', 7, 0),
  ('2026-11-30-collection-agents', 8, 0),
  ('2026-11-30-collection-agents', 9, 0),
  ('2026-11-30-collection-agents', 10, 0),
  ('2026-11-30-collection-agents', 11, 0),
  ('2026-11-30-collection-agents', 12, 0),
  ('2026-11-30-collection-agents', 13, 0),
  ('2026-11-30-collection-agents', 14, 0),
  ('2026-11-30-collection-agents', 15, 0),
  ('2026-11-30-collection-agents', 16, 0),
  ('2026-11-30-collection-agents', 17, 0),
  ('2026-11-30-collection-agents', 18, 0),
  ('2026-11-30-collection-agents', 19, 0),
  ('2026-11-30-collection-agents', 20, 0),
  ('2026-11-30-collection-agents', 21, 0),
  ('2026-11-30-collection-agents', 22, 0),
  ('2026-11-30-collection-agents', 23, 0),
  ('2026-11-30-collection-agents', 24, 0),
  ('2026-11-30-collection-agents', 25, 0),
  ('2026-11-30-collection-agents', 26, 0),
  ('2026-11-30-collection-agents', 27, 0),
  ('2026-11-30-collection-agents', 28, 0),
  ('2026-11-30-collection-agents', 29, 0),
  ('2026-11-30-collection-agents', 30, 0),
  ('2026-11-30-collection-agents', 31, 0),
  ('2026-11-30-collection-agents', 32, 0),
  ('2026-11-30-collection-agents', 33, 0),
  ('2026-11-29-interest-recounts', 0, 0),
  ('2026-11-30-standing-instructions', 0, 0),
  ('2026-11-30-standing-instructions', 1, 0),
  ('2026-11-30-standing-instructions', 2, 0),
  ('2026-11-30-standing-instructions', 3, 0),
  ('2026-11-30-standing-instructions', 4, 0),
  ('2026-11-30-standing-instructions', 5, 0),
  ('2026-11-30-dormancy', 0, 0),
  ('2026-11-30-dormancy', 1, 0),
  ('2026-11-30-dormancy', 2, 0),
  ('2026-11-30-dormancy', 3, 0),
  ('2026-11-30-dormancy', 4, 0),
  ('2026-11-30-dormancy', 5, 0),
  ('2026-11-30-deposit-holders', 0, 0),
  ('2026-11-30-deposit-holders', 1, 0),
  ('2026-11-30-deposit-holders', 2, 0),
  ('2026-11-30-deposit-holders', 3, 0),
  ('2026-11-29-interest-accrual', 0, 0),
  ('2026-11-29-interest-accrual', 1, 0),
  ('2026-11-29-interest-accrual', 2, 0),
  ('2026-11-29-interest-accrual', 3, 0),
  ('2026-11-29-interest-accrual', 4, 0),
  ('2026-11-30-daily-interest', 0, 0),
  ('2026-11-30-daily-interest', 1, 0),
  ('2026-11-30-daily-interest', 2, 0),
  ('2026-11-30-daily-interest', 3, 0),
  ('2026-11-30-agent-commissions', 0, 0),
  ('2026-11-30-savings-rates', 0, 0),
  ('2026-11-30-savings-rates', 1, 0),
  ('2026-11-30-savings-rates', 2, 0),
  ('2026-11-30-deposit-nominees', 0, 0),
  ('2026-11-30-deposit-nominees', 1, 0),
  ('2026-11-30-thrift-dues', 0, 0),
  ('2026-11-30-thrift-dues', 1, 0),
  ('2026-11-30-thrift-dues', 2, 0),
  ('2026-11-30-thrift-dues', 3, 0),
  ('2026-11-30-thrift-dues', 4, 0),
  ('2026-11-30-reminders', 0, 0),
  ('2026-11-30-reminders', 1, 0),
  ('2026-12-01-term-product-reach', 0, 0),
  ('2026-12-01-term-product-reach', 1, 0),
  ('2026-12-01-staff-standings', 0, 0),
  ('2026-12-01-staff-standings', 1, 0),
  ('2026-12-01-loans', 0, 0),
  ('2026-12-01-loans', 1, 0),
  ('2026-12-01-loans', 2, 0),
  ('2026-12-01-loans', 3, 0),
  ('2026-12-01-loans', 4, 0),
  ('2026-12-01-loans', 5, 0),
  ('2026-12-01-loans', 6, 0),
  ('2026-12-01-loans', 7, 0),
  ('2026-12-01-loans', 8, 0),
  ('2026-12-01-loans', 9, 0),
  ('2026-12-01-loans', 10, 0),
  ('2026-12-01-loans', 11, 0),
  ('2026-12-01-loans', 12, 0),
  ('2026-12-01-loans', 13, 0),
  ('2026-12-01-loans', 14, 0),
  ('2026-12-01-loans', 15, 0),
  ('2026-12-01-loans', 16, 0),
  ('2026-12-01-loans', 17, 0),
  ('2026-12-01-loans', 18, 0),
  ('2026-12-01-loans', 19, 0),
  ('2026-12-01-loans', 20, 0),
  ('2026-12-01-loans', 21, 0),
  ('2026-12-01-loans', 22, 0),
  ('2026-12-01-loans', 23, 0),
  ('2026-12-01-loans', 24, 0),
  ('2026-12-01-loans', 25, 0),
  ('2026-12-01-loans', 26, 0),
  ('2026-12-01-loans', 27, 0),
  ('2026-12-01-loans', 28, 0),
  ('2026-11-30-holiday-rule', 0, 0),
  ('2026-11-30-holiday-rule', 1, 0),
  ('2026-12-02-deposit-closures', 0, 0),
  ('2026-12-02-deposit-closures', 1, 0),
  ('2026-12-02-accrual-accounts', 0, 0),
  ('2026-12-02-accrual-accounts', 1, 0),
  ('2026-12-03-commission-months', 0, 0),
  ('2026-12-07-loan-moves', 0, 0),
  ('2026-12-07-loan-moves', 1, 0),
  ('2026-12-07-loan-moves', 2, 0),
  ('2026-12-05-loan-eligibility', 0, 0),
  ('2026-12-05-loan-eligibility', 1, 0),
  ('2026-12-05-loan-eligibility', 2, 0),
  ('2026-12-05-guarantors', 0, 0),
  ('2026-12-05-guarantors', 1, 0),
  ('2026-12-05-guarantors', 2, 0),
  ('2026-12-05-guarantors', 3, 0),
  ('2026-12-05-guarantors', 4, 0),
  ('2026-12-06-running-loans', 0, 0),
  ('2026-12-06-running-loans', 1, 0),
  ('2026-12-06-running-loans', 2, 0),
  ('2026-12-06-running-loans', 3, 0),
  ('2026-12-06-running-loans', 4, 0),
  ('2026-12-06-running-loans', 5, 0),
  ('2026-12-06-running-loans', 6, 0),
  ('2026-12-06-running-loans', 7, 0),
  ('2026-12-06-running-loans', 8, 0),
  ('2026-12-06-running-loans', 9, 0),
  ('2026-12-06-running-loans', 10, 0),
  ('2026-12-06-running-loans', 11, 0),
  ('2026-12-06-running-loans', 12, 0),
  ('2026-12-06-running-loans', 13, 0),
  ('2026-12-06-running-loans', 14, 0),
  ('2026-12-06-running-loans', 15, 0),
  ('2026-12-06-running-loans', 16, 0),
  ('2026-12-06-running-loans', 17, 0),
  ('2026-12-06-running-loans', 18, 0),
  ('2026-12-06-running-loans', 19, 0),
  ('2026-12-08-loan-sanction', 0, 0),
  ('2026-12-08-loan-sanction', 1, 0),
  ('2026-12-08-loan-sanction', 2, 0),
  ('2026-12-08-loan-sanction', 3, 0),
  ('2026-12-08-loan-sanction', 4, 0),
  ('2026-12-10-loan-measures', 0, 0),
  ('2026-12-10-loan-measures', 1, 0),
  ('2026-12-10-loan-measures', 2, 0),
  ('2026-12-11-collections-desk', 0, 0),
  ('2026-12-11-collections-desk', 1, 0),
  ('2026-12-11-collections-desk', 2, 0),
  ('2026-12-11-collections-desk', 3, 0),
  ('2026-12-11-collections-desk', 4, 0),
  ('2026-12-11-collections-desk', 5, 0),
  ('2026-12-08-highest-loan-rate', 0, 0),
  ('2026-12-08-highest-loan-rate', 1, 0),
  ('2026-12-13-loan-rescheduling', 0, 0),
  ('2026-12-13-loan-rescheduling', 1, 0),
  ('2026-12-13-loan-rescheduling', 2, 0),
  ('2026-12-13-loan-rescheduling', 3, 0),
  ('2026-12-15-loan-files', 0, 0),
  ('2026-12-15-loan-files', 1, 0),
  ('2026-12-12-write-off', 0, 0),
  ('2026-12-12-write-off', 1, 0),
  ('2026-12-12-write-off', 2, 0),
  ('2026-12-12-write-off', 3, 0),
  ('2026-12-14-collateral', 0, 0),
  ('2026-12-14-collateral', 1, 0),
  ('2026-12-14-collateral', 2, 0),
  ('2026-12-14-collateral', 3, 0),
  ('2026-12-14-collateral', 4, 0),
  ('2026-12-13-replaced-loans', 0, 0),
  ('2026-12-13-replaced-loans', 1, 0),
  ('2026-12-14-guarantor-payments', 0, 0),
  ('2026-12-14-guarantor-payments', 1, 0),
  ('2026-12-16-payout-deductions', 0, 0),
  ('2026-12-16-payout-deductions', 1, 0),
  ('2026-12-18-secured-provisions', 0, 0),
  ('2026-12-18-secured-provisions', 1, 0),
  ('2026-12-21-payment-requests', 0, 0),
  ('2026-12-21-payment-requests', 1, 0),
  ('2026-12-21-payment-requests', 2, 0),
  ('2026-12-21-payment-requests', 3, 0),
  ('2026-12-21-payment-requests', 4, 0),
  ('2026-12-21-payment-requests', 5, 0),
  ('2026-12-21-payment-requests', 6, 0),
  ('2026-12-21-payment-requests', 7, 0),
  ('2026-12-21-payment-requests', 8, 0),
  ('2026-12-21-payment-requests', 9, 0),
  ('2026-12-21-payment-requests', 10, 0),
  ('2026-12-19-notices', 0, 0),
  ('2026-12-19-notices', 1, 0),
  ('2026-12-19-notices', 2, 0),
  ('2026-12-19-notices', 3, 0),
  ('2026-12-19-notices', 4, 0),
  ('2026-12-19-notices', 5, 0),
  ('2026-12-19-notices', 6, 0),
  ('2026-12-19-notices', 7, 0),
  ('2026-12-19-notices', 8, 0),
  ('2026-12-19-notices', 9, 0),
  ('2026-12-19-notices', 10, 0),
  ('2026-12-16-repayment-sheets', 0, 0),
  ('2026-12-16-repayment-sheets', 1, 0),
  ('2026-12-16-repayment-sheets', 2, 0),
  ('2026-12-16-repayment-sheets', 3, 0),
  ('2026-12-22-bank-statements', 0, 0),
  ('2026-12-22-bank-statements', 1, 0),
  ('2026-12-22-bank-statements', 2, 0),
  ('2026-12-22-bank-statements', 3, 0),
  ('2026-12-22-bank-statements', 4, 0),
  ('2026-12-22-bank-statements', 5, 0),
  ('2026-12-20-office-messages', 0, 0),
  ('2026-12-20-office-messages', 1, 0),
  ('2026-12-20-office-messages', 2, 0),
  ('2026-12-20-office-messages', 3, 0),
  ('2026-12-20-office-messages', 4, 0),
  ('2026-12-20-office-messages', 5, 0),
  ('2026-12-20-office-messages', 6, 0),
  ('2026-12-20-office-messages', 7, 0),
  ('2026-12-20-office-messages', 8, 0),
  ('2026-12-20-office-messages', 9, 0),
  ('2026-12-20-office-messages', 10, 0),
  ('2026-12-20-office-messages', 11, 0),
  ('2026-12-20-office-messages', 12, 0),
  ('2026-12-20-office-messages', 13, 0),
  ('2026-12-23-loan-drafts', 0, 0),
  ('2026-12-31-payment-gateway', 0, 0),
  ('2026-12-31-payment-gateway', 1, 0),
  ('2026-12-31-payment-gateway', 2, 0),
  ('2026-12-31-payment-gateway', 3, 0),
  ('2027-01-02-employers', 0, 0),
  ('2027-01-02-employers', 1, 0),
  ('2027-01-02-employers', 2, 0),
  ('2027-01-03-surety-codes', 0, 0),
  ('2026-12-26-message-deliveries', 0, 0),
  ('2026-12-26-message-deliveries', 1, 0),
  ('2026-12-26-message-deliveries', 2, 0),
  ('2026-12-26-message-deliveries', 3, 0),
  ('2026-12-26-message-deliveries', 4, 0),
  ('2026-12-26-message-deliveries', 5, 0),
  ('2026-12-26-message-deliveries', 6, 0),
  ('2026-12-26-message-deliveries', 7, 0),
  ('2026-12-26-message-deliveries', 8, 0),
  ('2026-12-29-meetings', 0, 0),
  ('2026-12-29-meetings', 1, 0),
  ('2026-12-29-meetings', 2, 0),
  ('2026-12-29-meetings', 3, 0),
  ('2026-12-29-meetings', 4, 0),
  ('2026-12-29-meetings', 5, 0),
  ('2026-12-29-meetings', 6, 0),
  ('2026-12-29-meetings', 7, 0),
  ('2026-12-29-meetings', 8, 0),
  ('2026-12-29-meetings', 9, 0),
  ('2026-12-29-meetings', 10, 0),
  ('2026-12-29-meetings', 11, 0),
  ('2026-12-29-meetings', 12, 0),
  ('2026-12-29-meetings', 13, 0),
  ('2026-12-29-meetings', 14, 0),
  ('2026-12-29-meetings', 15, 0),
  ('2026-12-29-meetings', 16, 0),
  ('2026-12-29-meetings', 17, 0),
  ('2026-12-29-meetings', 18, 0),
  ('2026-12-29-meetings', 19, 0),
  ('2026-12-29-meetings', 20, 0),
  ('2026-12-29-meetings', 21, 0),
  ('2026-12-29-meetings', 22, 0),
  ('2026-12-29-meetings', 23, 0),
  ('2026-12-29-meetings', 24, 0),
  ('2026-12-29-meetings', 25, 0),
  ('2026-12-29-meetings', 26, 0),
  ('2026-12-29-meetings', 27, 0),
  ('2026-12-29-meetings', 28, 0),
  ('2026-12-29-meetings', 29, 0),
  ('2026-12-29-meetings', 30, 0),
  ('2026-12-29-meetings', 31, 0),
  ('2026-12-29-meetings', 32, 0),
  ('2026-12-29-meetings', 33, 0),
  ('2026-12-29-meetings', 34, 0),
  ('2026-12-29-meetings', 35, 0),
  ('2026-12-29-meetings', 36, 0),
  ('2026-12-24-checked-papers', 0, 0),
  ('2026-12-24-checked-papers', 1, 0),
  ('2026-12-24-checked-papers', 2, 0),
  ('2026-12-24-checked-papers', 3, 0),
  ('2026-12-24-checked-papers', 4, 0),
  ('2026-12-24-checked-papers', 5, 0),
  ('2026-12-24-checked-papers', 6, 0),
  ('2026-12-24-checked-papers', 7, 0),
  ('2026-12-24-checked-papers', 8, 0),
  ('2026-12-24-checked-papers', 9, 0),
  ('2026-12-24-checked-papers', 10, 0),
  ('2026-12-24-checked-papers', 11, 0),
  ('2026-12-24-checked-papers', 12, 0),
  ('2026-12-24-checked-papers', 13, 0),
  ('2026-12-24-checked-papers', 14, 0),
  ('2026-12-24-checked-papers', 15, 0),
  ('2026-12-24-checked-papers', 16, 0),
  ('2026-12-24-checked-papers', 17, 0),
  ('2026-12-24-checked-papers', 18, 0),
  ('2026-12-24-checked-papers', 19, 0),
  ('2026-12-24-checked-papers', 20, 0),
  ('2026-12-24-checked-papers', 21, 0),
  ('2026-12-24-checked-papers', 22, 0),
  ('2026-12-24-checked-papers', 23, 0),
  ('2026-12-24-checked-papers', 24, 0),
  ('2026-12-24-checked-papers', 25, 0),
  ('2026-12-24-checked-papers', 26, 0),
  ('2026-12-24-checked-papers', 27, 0),
  ('2026-12-24-checked-papers', 28, 0),
  ('2026-12-24-checked-papers', 29, 0),
  ('2026-12-24-checked-papers', 30, 0),
  ('2026-12-24-checked-papers', 31, 0),
  ('2026-12-24-checked-papers', 32, 0),
  ('2026-12-24-checked-papers', 33, 0),
  ('2026-12-24-checked-papers', 34, 0),
  ('2026-12-27-sms', 0, 0),
  ('2026-12-27-sms', 1, 0),
  ('2026-12-27-sms', 2, 0),
  ('2026-12-27-sms', 3, 0),
  ('2027-01-01-webhooks', 0, 0),
  ('2027-01-01-webhooks', 1, 0),
  ('2027-01-01-webhooks', 2, 0),
  ('2027-01-01-webhooks', 3, 0),
  ('2027-01-05-reminders', 0, 0),
  ('2027-01-05-reminders', 1, 0),
  ('2027-01-05-reminders', 2, 0),
  ('2027-01-05-reminders', 3, 0),
  ('2027-01-05-reminders', 4, 0),
  ('2027-01-05-reminders', 5, 0),
  ('2027-01-05-reminders', 6, 0),
  ('2027-01-05-reminders', 7, 0),
  ('2027-01-05-reminders', 8, 0),
  ('2027-01-05-reminders', 9, 0),
  ('2027-01-05-reminders', 10, 0),
  ('2027-01-05-reminders', 11, 0),
  ('2027-01-05-reminders', 12, 0),
  ('2027-01-04-papers-by-member', 0, 0),
  ('2027-01-06-kept-messages', 0, 0),
  ('2027-01-07-product-penal', 0, 0),
  ('2027-01-07-product-penal', 1, 0),
  ('2027-01-13-open-payment-requests', 0, 0);
