CREATE TABLE IF NOT EXISTS "__EFMigrationsHistory" (
    "MigrationId" character varying(150) NOT NULL,
    "ProductVersion" character varying(32) NOT NULL,
    CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY ("MigrationId")
);

START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122053733_Initial') THEN
    CREATE TABLE "AspNetUsers" (
        "Id" uuid NOT NULL,
        "DisplayName" character varying(120) NOT NULL,
        "Language" character varying(10),
        "IsPlatformAdministrator" boolean NOT NULL,
        "LastMembershipId" uuid,
        "CreatedAt" timestamp with time zone NOT NULL,
        "UserName" character varying(256),
        "NormalizedUserName" character varying(256),
        "Email" character varying(256),
        "NormalizedEmail" character varying(256),
        "EmailConfirmed" boolean NOT NULL,
        "PasswordHash" text,
        "SecurityStamp" text,
        "ConcurrencyStamp" text,
        "PhoneNumber" text,
        "PhoneNumberConfirmed" boolean NOT NULL,
        "TwoFactorEnabled" boolean NOT NULL,
        "LockoutEnd" timestamp with time zone,
        "LockoutEnabled" boolean NOT NULL,
        "AccessFailedCount" integer NOT NULL,
        CONSTRAINT "PK_AspNetUsers" PRIMARY KEY ("Id")
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122053733_Initial') THEN
    CREATE TABLE "AuditEntries" (
        "Id" uuid NOT NULL,
        "TenantId" uuid NOT NULL,
        "At" timestamp with time zone NOT NULL,
        "ActorId" uuid,
        "ActorName" character varying(120) NOT NULL,
        "Action" character varying(40) NOT NULL,
        "Subject" character varying(60) NOT NULL,
        "SubjectId" character varying(120) NOT NULL,
        "Changes" text NOT NULL,
        "Sequence" bigint,
        "Hash" character varying(64),
        CONSTRAINT "PK_AuditEntries" PRIMARY KEY ("Id")
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122053733_Initial') THEN
    CREATE TABLE "CalendarVersions" (
        "Id" uuid NOT NULL,
        "TenantId" uuid NOT NULL,
        "Name" character varying(120) NOT NULL,
        "Number" integer NOT NULL,
        "Definition" text NOT NULL,
        "CreatedAt" timestamp with time zone NOT NULL,
        CONSTRAINT "PK_CalendarVersions" PRIMARY KEY ("Id")
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122053733_Initial') THEN
    CREATE TABLE "DataProtectionKeys" (
        "Id" uuid NOT NULL,
        "FriendlyName" character varying(200) NOT NULL,
        "Xml" text NOT NULL,
        CONSTRAINT "PK_DataProtectionKeys" PRIMARY KEY ("Id")
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122053733_Initial') THEN
    CREATE TABLE "ImportBatches" (
        "Id" uuid NOT NULL,
        "TenantId" uuid NOT NULL,
        "Profile" character varying(60) NOT NULL,
        "FileName" character varying(200) NOT NULL,
        "CreateMissing" boolean NOT NULL,
        "StartedBy" character varying(120) NOT NULL,
        "StartedAt" timestamp with time zone NOT NULL,
        "FinishedAt" timestamp with time zone,
        "State" character varying(40) NOT NULL,
        "IncidentsDone" integer NOT NULL,
        "IncidentsTotal" integer NOT NULL,
        "Counts" character varying(800) NOT NULL,
        "FileHash" character varying(64),
        "ContentHash" character varying(64),
        "Problem" character varying(60),
        "ProblemArgument" character varying(200),
        CONSTRAINT "PK_ImportBatches" PRIMARY KEY ("Id")
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122053733_Initial') THEN
    CREATE TABLE "ImportedIncidents" (
        "Id" uuid NOT NULL,
        "TenantId" uuid NOT NULL,
        "Profile" character varying(60) NOT NULL,
        "Key" character varying(120) NOT NULL,
        "IssueId" uuid NOT NULL,
        "ContentHash" character varying(64) NOT NULL,
        "Rows" text NOT NULL,
        "BatchId" uuid NOT NULL,
        CONSTRAINT "PK_ImportedIncidents" PRIMARY KEY ("Id")
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122053733_Initial') THEN
    CREATE TABLE "ImportProfiles" (
        "Id" uuid NOT NULL,
        "TenantId" uuid NOT NULL,
        "Name" character varying(60) NOT NULL,
        "Json" text NOT NULL,
        "ChangedAt" timestamp with time zone NOT NULL,
        "Version" integer NOT NULL,
        CONSTRAINT "PK_ImportProfiles" PRIMARY KEY ("Id")
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122053733_Initial') THEN
    CREATE TABLE "Installations" (
        "Id" integer NOT NULL,
        "CreatedAt" timestamp with time zone NOT NULL,
        "IsDemo" boolean NOT NULL,
        CONSTRAINT "PK_Installations" PRIMARY KEY ("Id")
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122053733_Initial') THEN
    CREATE TABLE "Invitations" (
        "Id" uuid NOT NULL,
        "TenantId" uuid NOT NULL,
        "Email" character varying(256) NOT NULL,
        "DisplayName" character varying(120) NOT NULL,
        "Role" character varying(40) NOT NULL,
        "RegionId" uuid,
        "OutletId" uuid,
        "VendorId" uuid,
        "TokenHash" character varying(64) NOT NULL,
        "InvitedBy" character varying(120) NOT NULL,
        "SentAt" timestamp with time zone NOT NULL,
        "ExpiresAt" timestamp with time zone NOT NULL,
        "AcceptedAt" timestamp with time zone,
        "WithdrawnAt" timestamp with time zone,
        "Version" integer NOT NULL,
        CONSTRAINT "PK_Invitations" PRIMARY KEY ("Id")
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122053733_Initial') THEN
    CREATE TABLE "Memberships" (
        "Id" uuid NOT NULL,
        "TenantId" uuid NOT NULL,
        "UserId" uuid NOT NULL,
        "DisplayName" character varying(120) NOT NULL,
        "Email" character varying(256) NOT NULL,
        "Role" character varying(40) NOT NULL,
        "RegionId" uuid,
        "OutletId" uuid,
        "VendorId" uuid,
        "JoinedAt" timestamp with time zone NOT NULL,
        "DeactivatedAt" timestamp with time zone,
        "Version" integer NOT NULL,
        CONSTRAINT "PK_Memberships" PRIMARY KEY ("Id")
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122053733_Initial') THEN
    CREATE TABLE "Outbox" (
        "Id" uuid NOT NULL,
        "TenantId" uuid,
        "Recipient" character varying(256) NOT NULL,
        "Title" character varying(200) NOT NULL,
        "Body" text NOT NULL,
        "CreatedAt" timestamp with time zone NOT NULL,
        "NextAttemptAt" timestamp with time zone NOT NULL,
        "Attempts" integer NOT NULL,
        "DeliveredAt" timestamp with time zone,
        "LastError" character varying(400),
        CONSTRAINT "PK_Outbox" PRIMARY KEY ("Id")
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122053733_Initial') THEN
    CREATE TABLE "Regions" (
        "Id" uuid NOT NULL,
        "TenantId" uuid NOT NULL,
        "Code" character varying(40) NOT NULL,
        "Name" character varying(120) NOT NULL,
        CONSTRAINT "PK_Regions" PRIMARY KEY ("Id")
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122053733_Initial') THEN
    CREATE TABLE "Tenants" (
        "Id" uuid NOT NULL,
        "Code" character varying(40) NOT NULL,
        "Name" character varying(120) NOT NULL,
        "TimeZone" character varying(60) NOT NULL,
        "Language" character varying(10) NOT NULL,
        "CreatedAt" timestamp with time zone NOT NULL,
        "Version" integer NOT NULL,
        CONSTRAINT "PK_Tenants" PRIMARY KEY ("Id")
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122053733_Initial') THEN
    CREATE TABLE "Vendors" (
        "Id" uuid NOT NULL,
        "TenantId" uuid NOT NULL,
        "Code" character varying(40) NOT NULL,
        "Name" character varying(120) NOT NULL,
        "ContactName" character varying(120),
        "ContactEmail" character varying(256),
        "Active" boolean NOT NULL,
        "Unassigned" boolean NOT NULL,
        "Version" integer NOT NULL,
        CONSTRAINT "PK_Vendors" PRIMARY KEY ("Id")
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122053733_Initial') THEN
    CREATE TABLE "AspNetUserClaims" (
        "Id" integer NOT NULL,
        "UserId" uuid NOT NULL,
        "ClaimType" text,
        "ClaimValue" text,
        CONSTRAINT "PK_AspNetUserClaims" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_AspNetUserClaims_AspNetUsers_UserId" FOREIGN KEY ("UserId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122053733_Initial') THEN
    CREATE TABLE "AspNetUserLogins" (
        "LoginProvider" character varying(128) NOT NULL,
        "ProviderKey" character varying(128) NOT NULL,
        "ProviderDisplayName" text,
        "UserId" uuid NOT NULL,
        CONSTRAINT "PK_AspNetUserLogins" PRIMARY KEY ("LoginProvider", "ProviderKey"),
        CONSTRAINT "FK_AspNetUserLogins_AspNetUsers_UserId" FOREIGN KEY ("UserId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122053733_Initial') THEN
    CREATE TABLE "AspNetUserTokens" (
        "UserId" uuid NOT NULL,
        "LoginProvider" character varying(128) NOT NULL,
        "Name" character varying(128) NOT NULL,
        "Value" text,
        CONSTRAINT "PK_AspNetUserTokens" PRIMARY KEY ("UserId", "LoginProvider", "Name"),
        CONSTRAINT "FK_AspNetUserTokens_AspNetUsers_UserId" FOREIGN KEY ("UserId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122053733_Initial') THEN
    CREATE TABLE "ImportRefusedRows" (
        "Id" uuid NOT NULL,
        "TenantId" uuid NOT NULL,
        "BatchId" uuid NOT NULL,
        "Row" integer NOT NULL,
        "Column" character varying(120) NOT NULL,
        "Value" character varying(120) NOT NULL,
        "Reason" character varying(40) NOT NULL,
        CONSTRAINT "PK_ImportRefusedRows" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_ImportRefusedRows_ImportBatches_BatchId" FOREIGN KEY ("BatchId") REFERENCES "ImportBatches" ("Id") ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122053733_Initial') THEN
    CREATE TABLE "Outlets" (
        "Id" uuid NOT NULL,
        "TenantId" uuid NOT NULL,
        "RegionId" uuid,
        "Code" character varying(40) NOT NULL,
        "Name" character varying(120) NOT NULL,
        "LeadName" character varying(120),
        "Active" boolean NOT NULL,
        "Version" integer NOT NULL,
        CONSTRAINT "PK_Outlets" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_Outlets_Regions_RegionId" FOREIGN KEY ("RegionId") REFERENCES "Regions" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122053733_Initial') THEN
    CREATE TABLE "Contracts" (
        "Id" uuid NOT NULL,
        "TenantId" uuid NOT NULL,
        "VendorId" uuid NOT NULL,
        "Number" character varying(60) NOT NULL,
        "Title" character varying(200) NOT NULL,
        "StartsOn" date NOT NULL,
        "EndsOn" date,
        "TimeZone" character varying(60) NOT NULL,
        "MonthlyCharge" numeric(18,4) NOT NULL,
        "Currency" character varying(3) NOT NULL,
        "Channels" character varying(200) NOT NULL,
        "Version" integer NOT NULL,
        CONSTRAINT "PK_Contracts" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_Contracts_Vendors_VendorId" FOREIGN KEY ("VendorId") REFERENCES "Vendors" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122053733_Initial') THEN
    CREATE TABLE "ContractOutlets" (
        "ContractId" uuid NOT NULL,
        "OutletId" uuid NOT NULL,
        "TenantId" uuid NOT NULL,
        "VendorId" uuid NOT NULL,
        CONSTRAINT "PK_ContractOutlets" PRIMARY KEY ("ContractId", "OutletId"),
        CONSTRAINT "FK_ContractOutlets_Contracts_ContractId" FOREIGN KEY ("ContractId") REFERENCES "Contracts" ("Id") ON DELETE CASCADE,
        CONSTRAINT "FK_ContractOutlets_Outlets_OutletId" FOREIGN KEY ("OutletId") REFERENCES "Outlets" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122053733_Initial') THEN
    CREATE TABLE "ExemptWindows" (
        "Id" uuid NOT NULL,
        "TenantId" uuid NOT NULL,
        "VendorId" uuid NOT NULL,
        "ContractId" uuid NOT NULL,
        "From" timestamp with time zone NOT NULL,
        "To" timestamp with time zone NOT NULL,
        "Reason" character varying(400) NOT NULL,
        "ApprovedBy" character varying(120) NOT NULL,
        "ApprovedAt" timestamp with time zone NOT NULL,
        CONSTRAINT "PK_ExemptWindows" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_ExemptWindows_Contracts_ContractId" FOREIGN KEY ("ContractId") REFERENCES "Contracts" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122053733_Initial') THEN
    CREATE TABLE "Scorecards" (
        "Id" uuid NOT NULL,
        "TenantId" uuid NOT NULL,
        "VendorId" uuid NOT NULL,
        "ContractId" uuid NOT NULL,
        "TermsVersionId" uuid NOT NULL,
        "Month" character varying(7) NOT NULL,
        "Revision" integer NOT NULL,
        "State" character varying(40) NOT NULL,
        "Score" numeric(18,4),
        "Grade" character varying(40),
        "FactCount" integer NOT NULL,
        "CreditAmount" numeric(18,4) NOT NULL,
        "Charge" numeric(18,4) NOT NULL,
        "EnteredCharge" numeric(18,4),
        "Content" text NOT NULL,
        "Summary" text NOT NULL,
        "DraftedAt" timestamp with time zone NOT NULL,
        "PublishedAt" timestamp with time zone,
        "PublishedBy" character varying(120),
        "Version" integer NOT NULL,
        CONSTRAINT "PK_Scorecards" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_Scorecards_Contracts_ContractId" FOREIGN KEY ("ContractId") REFERENCES "Contracts" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122053733_Initial') THEN
    CREATE TABLE "TermsVersions" (
        "Id" uuid NOT NULL,
        "TenantId" uuid NOT NULL,
        "VendorId" uuid NOT NULL,
        "ContractId" uuid NOT NULL,
        "Number" integer NOT NULL,
        "EffectiveFrom" date NOT NULL,
        "Terms" text NOT NULL,
        "ServiceCalendarId" uuid NOT NULL,
        "OfficeCalendarId" uuid NOT NULL,
        "CreatedAt" timestamp with time zone NOT NULL,
        CONSTRAINT "PK_TermsVersions" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_TermsVersions_CalendarVersions_OfficeCalendarId" FOREIGN KEY ("OfficeCalendarId") REFERENCES "CalendarVersions" ("Id") ON DELETE RESTRICT,
        CONSTRAINT "FK_TermsVersions_CalendarVersions_ServiceCalendarId" FOREIGN KEY ("ServiceCalendarId") REFERENCES "CalendarVersions" ("Id") ON DELETE RESTRICT,
        CONSTRAINT "FK_TermsVersions_Contracts_ContractId" FOREIGN KEY ("ContractId") REFERENCES "Contracts" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122053733_Initial') THEN
    CREATE TABLE "VendorReports" (
        "Id" uuid NOT NULL,
        "TenantId" uuid NOT NULL,
        "VendorId" uuid NOT NULL,
        "ContractId" uuid NOT NULL,
        "Month" character varying(7) NOT NULL,
        "VersionNumber" integer NOT NULL,
        "FileName" character varying(200) NOT NULL,
        "FileSha256" character varying(64) NOT NULL,
        "FileSize" bigint NOT NULL,
        "SecondFileName" character varying(200),
        "SecondFileSha256" character varying(64),
        "SecondFileSize" bigint,
        "UploadedAt" timestamp with time zone NOT NULL,
        "UploadedByName" character varying(120) NOT NULL,
        "Accepted" boolean NOT NULL,
        "AcceptedAt" timestamp with time zone,
        "State" character varying(40) NOT NULL,
        "FindingsJson" text NOT NULL,
        "RejectCount" integer NOT NULL,
        "ExplainCount" integer NOT NULL,
        "WarnCount" integer NOT NULL,
        "RowCount" integer NOT NULL,
        "Totals" text NOT NULL,
        "Version" integer NOT NULL,
        CONSTRAINT "PK_VendorReports" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_VendorReports_Contracts_ContractId" FOREIGN KEY ("ContractId") REFERENCES "Contracts" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122053733_Initial') THEN
    CREATE TABLE "Issues" (
        "Id" uuid NOT NULL,
        "TenantId" uuid NOT NULL,
        "VendorId" uuid NOT NULL,
        "OutletId" uuid NOT NULL,
        "ContractId" uuid NOT NULL,
        "TermsVersionId" uuid NOT NULL,
        "TimeZone" character varying(60) NOT NULL,
        "Number" character varying(60) NOT NULL,
        "ProblemType" character varying(40) NOT NULL,
        "Severity" character varying(40) NOT NULL,
        "Title" character varying(200) NOT NULL,
        "Description" text NOT NULL,
        "State" character varying(40) NOT NULL,
        "Waybills" text NOT NULL,
        "CustomerName" character varying(120),
        "CustomerPhone" character varying(40),
        "FiledById" uuid,
        "FiledByName" character varying(120) NOT NULL,
        "FiledAt" timestamp with time zone NOT NULL,
        "AcknowledgedAt" timestamp with time zone,
        "RespondedAt" timestamp with time zone,
        "ResolvedAt" timestamp with time zone,
        "ClosedAt" timestamp with time zone,
        "WithdrawnReason" character varying(1000),
        "EscalationLevel" integer NOT NULL,
        "Source" character varying(60),
        "ExternalKey" character varying(120),
        "UpdatedAt" timestamp with time zone NOT NULL,
        "Version" integer NOT NULL,
        CONSTRAINT "PK_Issues" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_Issues_Contracts_ContractId" FOREIGN KEY ("ContractId") REFERENCES "Contracts" ("Id") ON DELETE RESTRICT,
        CONSTRAINT "FK_Issues_Outlets_OutletId" FOREIGN KEY ("OutletId") REFERENCES "Outlets" ("Id") ON DELETE RESTRICT,
        CONSTRAINT "FK_Issues_TermsVersions_TermsVersionId" FOREIGN KEY ("TermsVersionId") REFERENCES "TermsVersions" ("Id") ON DELETE RESTRICT,
        CONSTRAINT "FK_Issues_Vendors_VendorId" FOREIGN KEY ("VendorId") REFERENCES "Vendors" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122053733_Initial') THEN
    CREATE TABLE "VendorReportRows" (
        "ReportId" uuid NOT NULL,
        "Number" integer NOT NULL,
        "TenantId" uuid NOT NULL,
        "VendorId" uuid NOT NULL,
        "ContractId" uuid NOT NULL,
        "OutletId" uuid NOT NULL,
        "Sheet" character varying(20) NOT NULL,
        "SheetRow" integer NOT NULL,
        "Date" date,
        "Channel" character varying(40),
        "Figures" text NOT NULL,
        CONSTRAINT "PK_VendorReportRows" PRIMARY KEY ("ReportId", "Number"),
        CONSTRAINT "FK_VendorReportRows_Outlets_OutletId" FOREIGN KEY ("OutletId") REFERENCES "Outlets" ("Id") ON DELETE RESTRICT,
        CONSTRAINT "FK_VendorReportRows_VendorReports_ReportId" FOREIGN KEY ("ReportId") REFERENCES "VendorReports" ("Id") ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122053733_Initial') THEN
    CREATE TABLE "IssueEvents" (
        "Id" uuid NOT NULL,
        "TenantId" uuid NOT NULL,
        "VendorId" uuid NOT NULL,
        "OutletId" uuid NOT NULL,
        "IssueId" uuid NOT NULL,
        "Kind" character varying(40) NOT NULL,
        "At" timestamp with time zone NOT NULL,
        "ByName" character varying(120),
        "Detail" text,
        CONSTRAINT "PK_IssueEvents" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_IssueEvents_Issues_IssueId" FOREIGN KEY ("IssueId") REFERENCES "Issues" ("Id") ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122053733_Initial') THEN
    CREATE TABLE "IssueMessages" (
        "Id" uuid NOT NULL,
        "TenantId" uuid NOT NULL,
        "VendorId" uuid NOT NULL,
        "OutletId" uuid NOT NULL,
        "IssueId" uuid NOT NULL,
        "AuthorId" uuid,
        "AuthorName" character varying(120) NOT NULL,
        "Side" character varying(40) NOT NULL,
        "IsInternal" boolean NOT NULL,
        "Body" text NOT NULL,
        "At" timestamp with time zone NOT NULL,
        CONSTRAINT "PK_IssueMessages" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_IssueMessages_Issues_IssueId" FOREIGN KEY ("IssueId") REFERENCES "Issues" ("Id") ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122053733_Initial') THEN
    CREATE TABLE "Obligations" (
        "Id" uuid NOT NULL,
        "TenantId" uuid NOT NULL,
        "VendorId" uuid NOT NULL,
        "ContractId" uuid NOT NULL,
        "OutletId" uuid,
        "IssueId" uuid,
        "ReportMonth" character varying(7),
        "Kind" character varying(40) NOT NULL,
        "TargetAmount" integer NOT NULL,
        "TargetUnit" character varying(40) NOT NULL,
        "TargetBusiness" boolean NOT NULL,
        "Calendar" character varying(40) NOT NULL,
        "TargetSeconds" bigint NOT NULL,
        "StartedAt" timestamp with time zone NOT NULL,
        "Events" text NOT NULL,
        "DueAt" timestamp with time zone,
        "StoppedAt" timestamp with time zone,
        "State" character varying(40) NOT NULL,
        "ElapsedSeconds" bigint NOT NULL,
        "CurrentTargetSeconds" bigint NOT NULL,
        "NextCheckAt" timestamp with time zone,
        "WarnedAt" integer NOT NULL,
        "Provisional" boolean NOT NULL,
        "WaivedReason" character varying(400),
        "Version" integer NOT NULL,
        CONSTRAINT "PK_Obligations" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_Obligations_Contracts_ContractId" FOREIGN KEY ("ContractId") REFERENCES "Contracts" ("Id") ON DELETE RESTRICT,
        CONSTRAINT "FK_Obligations_Issues_IssueId" FOREIGN KEY ("IssueId") REFERENCES "Issues" ("Id") ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122053733_Initial') THEN
    CREATE INDEX "IX_AspNetUserClaims_UserId" ON "AspNetUserClaims" ("UserId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122053733_Initial') THEN
    CREATE INDEX "IX_AspNetUserLogins_UserId" ON "AspNetUserLogins" ("UserId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122053733_Initial') THEN
    CREATE INDEX "EmailIndex" ON "AspNetUsers" ("NormalizedEmail");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122053733_Initial') THEN
    CREATE UNIQUE INDEX "UserNameIndex" ON "AspNetUsers" ("NormalizedUserName");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122053733_Initial') THEN
    CREATE INDEX "IX_AuditEntries_TenantId_Sequence" ON "AuditEntries" ("TenantId", "Sequence");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122053733_Initial') THEN
    CREATE INDEX "IX_AuditEntries_TenantId_Subject_SubjectId" ON "AuditEntries" ("TenantId", "Subject", "SubjectId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122053733_Initial') THEN
    CREATE UNIQUE INDEX "IX_CalendarVersions_TenantId_Name_Number" ON "CalendarVersions" ("TenantId", "Name", "Number");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122053733_Initial') THEN
    CREATE INDEX "IX_ContractOutlets_OutletId" ON "ContractOutlets" ("OutletId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122053733_Initial') THEN
    CREATE INDEX "IX_ContractOutlets_TenantId_OutletId" ON "ContractOutlets" ("TenantId", "OutletId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122053733_Initial') THEN
    CREATE UNIQUE INDEX "IX_Contracts_TenantId_Number" ON "Contracts" ("TenantId", "Number");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122053733_Initial') THEN
    CREATE INDEX "IX_Contracts_TenantId_VendorId" ON "Contracts" ("TenantId", "VendorId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122053733_Initial') THEN
    CREATE INDEX "IX_Contracts_VendorId" ON "Contracts" ("VendorId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122053733_Initial') THEN
    CREATE INDEX "IX_ExemptWindows_ContractId" ON "ExemptWindows" ("ContractId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122053733_Initial') THEN
    CREATE INDEX "IX_ExemptWindows_TenantId_ContractId_From" ON "ExemptWindows" ("TenantId", "ContractId", "From");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122053733_Initial') THEN
    CREATE INDEX "IX_ImportBatches_TenantId_StartedAt" ON "ImportBatches" ("TenantId", "StartedAt");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122053733_Initial') THEN
    CREATE INDEX "IX_ImportedIncidents_TenantId_IssueId" ON "ImportedIncidents" ("TenantId", "IssueId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122053733_Initial') THEN
    CREATE UNIQUE INDEX "IX_ImportedIncidents_TenantId_Profile_Key" ON "ImportedIncidents" ("TenantId", "Profile", "Key");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122053733_Initial') THEN
    CREATE UNIQUE INDEX "IX_ImportProfiles_TenantId_Name" ON "ImportProfiles" ("TenantId", "Name");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122053733_Initial') THEN
    CREATE INDEX "IX_ImportRefusedRows_BatchId" ON "ImportRefusedRows" ("BatchId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122053733_Initial') THEN
    CREATE INDEX "IX_ImportRefusedRows_TenantId_BatchId_Row" ON "ImportRefusedRows" ("TenantId", "BatchId", "Row");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122053733_Initial') THEN
    CREATE INDEX "IX_Invitations_TenantId_SentAt" ON "Invitations" ("TenantId", "SentAt");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122053733_Initial') THEN
    CREATE UNIQUE INDEX "IX_Invitations_TokenHash" ON "Invitations" ("TokenHash");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122053733_Initial') THEN
    CREATE INDEX "IX_IssueEvents_IssueId_At" ON "IssueEvents" ("IssueId", "At");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122053733_Initial') THEN
    CREATE INDEX "IX_IssueMessages_IssueId_At" ON "IssueMessages" ("IssueId", "At");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122053733_Initial') THEN
    CREATE INDEX "IX_Issues_ContractId" ON "Issues" ("ContractId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122053733_Initial') THEN
    CREATE INDEX "IX_Issues_OutletId" ON "Issues" ("OutletId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122053733_Initial') THEN
    CREATE UNIQUE INDEX "IX_Issues_TenantId_Number" ON "Issues" ("TenantId", "Number");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122053733_Initial') THEN
    CREATE INDEX "IX_Issues_TenantId_OutletId_State" ON "Issues" ("TenantId", "OutletId", "State");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122053733_Initial') THEN
    CREATE INDEX "IX_Issues_TenantId_Source_ExternalKey" ON "Issues" ("TenantId", "Source", "ExternalKey");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122053733_Initial') THEN
    CREATE INDEX "IX_Issues_TenantId_State_UpdatedAt" ON "Issues" ("TenantId", "State", "UpdatedAt");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122053733_Initial') THEN
    CREATE INDEX "IX_Issues_TenantId_VendorId_State" ON "Issues" ("TenantId", "VendorId", "State");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122053733_Initial') THEN
    CREATE INDEX "IX_Issues_TermsVersionId" ON "Issues" ("TermsVersionId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122053733_Initial') THEN
    CREATE INDEX "IX_Issues_VendorId" ON "Issues" ("VendorId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122053733_Initial') THEN
    CREATE UNIQUE INDEX "IX_Memberships_TenantId_UserId" ON "Memberships" ("TenantId", "UserId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122053733_Initial') THEN
    CREATE INDEX "IX_Memberships_UserId" ON "Memberships" ("UserId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122053733_Initial') THEN
    CREATE INDEX "IX_Obligations_ContractId" ON "Obligations" ("ContractId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122053733_Initial') THEN
    CREATE INDEX "IX_Obligations_IssueId" ON "Obligations" ("IssueId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122053733_Initial') THEN
    CREATE INDEX "IX_Obligations_TenantId_ContractId_DueAt" ON "Obligations" ("TenantId", "ContractId", "DueAt");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122053733_Initial') THEN
    CREATE INDEX "IX_Obligations_TenantId_ContractId_ReportMonth" ON "Obligations" ("TenantId", "ContractId", "ReportMonth");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122053733_Initial') THEN
    CREATE INDEX "IX_Obligations_TenantId_NextCheckAt" ON "Obligations" ("TenantId", "NextCheckAt");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122053733_Initial') THEN
    CREATE INDEX "IX_Obligations_TenantId_State_DueAt" ON "Obligations" ("TenantId", "State", "DueAt");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122053733_Initial') THEN
    CREATE INDEX "IX_Outbox_DeliveredAt_NextAttemptAt" ON "Outbox" ("DeliveredAt", "NextAttemptAt");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122053733_Initial') THEN
    CREATE INDEX "IX_Outlets_RegionId" ON "Outlets" ("RegionId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122053733_Initial') THEN
    CREATE UNIQUE INDEX "IX_Outlets_TenantId_Code" ON "Outlets" ("TenantId", "Code");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122053733_Initial') THEN
    CREATE UNIQUE INDEX "IX_Regions_TenantId_Code" ON "Regions" ("TenantId", "Code");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122053733_Initial') THEN
    CREATE INDEX "IX_Scorecards_ContractId" ON "Scorecards" ("ContractId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122053733_Initial') THEN
    CREATE UNIQUE INDEX "IX_Scorecards_TenantId_ContractId_Month_Revision" ON "Scorecards" ("TenantId", "ContractId", "Month", "Revision");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122053733_Initial') THEN
    CREATE INDEX "IX_Scorecards_TenantId_Month_State" ON "Scorecards" ("TenantId", "Month", "State");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122053733_Initial') THEN
    CREATE UNIQUE INDEX "IX_Tenants_Code" ON "Tenants" ("Code");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122053733_Initial') THEN
    CREATE INDEX "IX_TermsVersions_ContractId" ON "TermsVersions" ("ContractId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122053733_Initial') THEN
    CREATE INDEX "IX_TermsVersions_OfficeCalendarId" ON "TermsVersions" ("OfficeCalendarId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122053733_Initial') THEN
    CREATE INDEX "IX_TermsVersions_ServiceCalendarId" ON "TermsVersions" ("ServiceCalendarId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122053733_Initial') THEN
    CREATE UNIQUE INDEX "IX_TermsVersions_TenantId_ContractId_Number" ON "TermsVersions" ("TenantId", "ContractId", "Number");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122053733_Initial') THEN
    CREATE INDEX "IX_VendorReportRows_OutletId" ON "VendorReportRows" ("OutletId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122053733_Initial') THEN
    CREATE INDEX "IX_VendorReportRows_TenantId_ContractId_Date" ON "VendorReportRows" ("TenantId", "ContractId", "Date");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122053733_Initial') THEN
    CREATE INDEX "IX_VendorReports_ContractId" ON "VendorReports" ("ContractId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122053733_Initial') THEN
    CREATE UNIQUE INDEX "IX_VendorReports_TenantId_ContractId_Month_VersionNumber" ON "VendorReports" ("TenantId", "ContractId", "Month", "VersionNumber");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122053733_Initial') THEN
    CREATE INDEX "IX_VendorReports_TenantId_Month_State" ON "VendorReports" ("TenantId", "Month", "State");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122053733_Initial') THEN
    CREATE UNIQUE INDEX "IX_Vendors_TenantId_Code" ON "Vendors" ("TenantId", "Code");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122053733_Initial') THEN
    INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
    VALUES ('20261122053733_Initial', '10.0.14');
    END IF;
END $EF$;
COMMIT;

START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122075349_TermsAmendments') THEN
    ALTER TABLE "ExemptWindows" ALTER COLUMN "Reason" TYPE character varying(1000);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122075349_TermsAmendments') THEN
    ALTER TABLE "ExemptWindows" ADD "OutletIds" text;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122075349_TermsAmendments') THEN
    ALTER TABLE "Contracts" ADD "Contacts" text NOT NULL DEFAULT '[]';
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122075349_TermsAmendments') THEN
    CREATE TABLE "Amendments" (
        "Id" uuid NOT NULL,
        "TenantId" uuid NOT NULL,
        "VendorId" uuid NOT NULL,
        "ContractId" uuid NOT NULL,
        "BasedOn" uuid NOT NULL,
        "EffectiveFrom" date NOT NULL,
        "Terms" text NOT NULL,
        "ServiceCalendarId" uuid NOT NULL,
        "OfficeCalendarId" uuid NOT NULL,
        "Note" character varying(1000) NOT NULL,
        "ProposedBySide" character varying(40) NOT NULL,
        "ProposedById" uuid,
        "ProposedBy" character varying(120) NOT NULL,
        "ProposedAt" timestamp with time zone NOT NULL,
        "State" character varying(40) NOT NULL,
        "DecidedBy" character varying(120),
        "DecidedAt" timestamp with time zone,
        "Reason" character varying(1000),
        "AgreedNumber" integer,
        "Version" integer NOT NULL,
        CONSTRAINT "PK_Amendments" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_Amendments_CalendarVersions_OfficeCalendarId" FOREIGN KEY ("OfficeCalendarId") REFERENCES "CalendarVersions" ("Id") ON DELETE RESTRICT,
        CONSTRAINT "FK_Amendments_CalendarVersions_ServiceCalendarId" FOREIGN KEY ("ServiceCalendarId") REFERENCES "CalendarVersions" ("Id") ON DELETE RESTRICT,
        CONSTRAINT "FK_Amendments_Contracts_ContractId" FOREIGN KEY ("ContractId") REFERENCES "Contracts" ("Id") ON DELETE RESTRICT,
        CONSTRAINT "FK_Amendments_TermsVersions_BasedOn" FOREIGN KEY ("BasedOn") REFERENCES "TermsVersions" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122075349_TermsAmendments') THEN
    CREATE TABLE "ExemptRequests" (
        "Id" uuid NOT NULL,
        "TenantId" uuid NOT NULL,
        "VendorId" uuid NOT NULL,
        "ContractId" uuid NOT NULL,
        "From" timestamp with time zone NOT NULL,
        "To" timestamp with time zone NOT NULL,
        "Cause" character varying(40) NOT NULL,
        "Reason" character varying(1000) NOT NULL,
        "OutletIds" text,
        "Proof" character varying(1000),
        "AskedBySide" character varying(40) NOT NULL,
        "AskedByHeadquarters" boolean NOT NULL,
        "AskedById" uuid,
        "AskedBy" character varying(120) NOT NULL,
        "AskedAt" timestamp with time zone NOT NULL,
        "State" character varying(40) NOT NULL,
        "DecidedBy" character varying(120),
        "DecidedAt" timestamp with time zone,
        "DecisionNote" character varying(1000),
        "WindowId" uuid,
        "Version" integer NOT NULL,
        CONSTRAINT "PK_ExemptRequests" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_ExemptRequests_Contracts_ContractId" FOREIGN KEY ("ContractId") REFERENCES "Contracts" ("Id") ON DELETE RESTRICT,
        CONSTRAINT "FK_ExemptRequests_ExemptWindows_WindowId" FOREIGN KEY ("WindowId") REFERENCES "ExemptWindows" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122075349_TermsAmendments') THEN
    CREATE TABLE "ProtectionRecords" (
        "Id" uuid NOT NULL,
        "TenantId" uuid NOT NULL,
        "VendorId" uuid NOT NULL,
        "ContractId" uuid NOT NULL,
        "Kind" character varying(40) NOT NULL,
        "HeldOn" date NOT NULL,
        "Outcome" character varying(40) NOT NULL,
        "Findings" character varying(4000) NOT NULL,
        "NextDueOn" date,
        "RecordedBy" character varying(120) NOT NULL,
        "RecordedAt" timestamp with time zone NOT NULL,
        CONSTRAINT "PK_ProtectionRecords" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_ProtectionRecords_Contracts_ContractId" FOREIGN KEY ("ContractId") REFERENCES "Contracts" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122075349_TermsAmendments') THEN
    CREATE INDEX "IX_Amendments_BasedOn" ON "Amendments" ("BasedOn");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122075349_TermsAmendments') THEN
    CREATE INDEX "IX_Amendments_ContractId" ON "Amendments" ("ContractId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122075349_TermsAmendments') THEN
    CREATE INDEX "IX_Amendments_OfficeCalendarId" ON "Amendments" ("OfficeCalendarId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122075349_TermsAmendments') THEN
    CREATE INDEX "IX_Amendments_ServiceCalendarId" ON "Amendments" ("ServiceCalendarId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122075349_TermsAmendments') THEN
    CREATE INDEX "IX_Amendments_TenantId_ContractId_State" ON "Amendments" ("TenantId", "ContractId", "State");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122075349_TermsAmendments') THEN
    CREATE INDEX "IX_ExemptRequests_ContractId" ON "ExemptRequests" ("ContractId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122075349_TermsAmendments') THEN
    CREATE INDEX "IX_ExemptRequests_TenantId_ContractId" ON "ExemptRequests" ("TenantId", "ContractId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122075349_TermsAmendments') THEN
    CREATE INDEX "IX_ExemptRequests_TenantId_State_AskedAt" ON "ExemptRequests" ("TenantId", "State", "AskedAt");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122075349_TermsAmendments') THEN
    CREATE INDEX "IX_ExemptRequests_WindowId" ON "ExemptRequests" ("WindowId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122075349_TermsAmendments') THEN
    CREATE INDEX "IX_ProtectionRecords_ContractId" ON "ProtectionRecords" ("ContractId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122075349_TermsAmendments') THEN
    CREATE INDEX "IX_ProtectionRecords_TenantId_ContractId_HeldOn" ON "ProtectionRecords" ("TenantId", "ContractId", "HeldOn");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122075349_TermsAmendments') THEN
    INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
    VALUES ('20261122075349_TermsAmendments', '10.0.14');
    END IF;
END $EF$;
COMMIT;

START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122085958_IssueHandling') THEN
    ALTER TABLE "Issues" ADD "Attribution" character varying(40);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122085958_IssueHandling') THEN
    ALTER TABLE "Issues" ADD "AttributionReason" character varying(1000);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122085958_IssueHandling') THEN
    ALTER TABLE "Issues" ADD "BuyerContactId" uuid;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122085958_IssueHandling') THEN
    ALTER TABLE "Issues" ADD "BuyerContactName" character varying(120);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122085958_IssueHandling') THEN
    ALTER TABLE "Issues" ADD "Contest" text;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122085958_IssueHandling') THEN
    ALTER TABLE "Issues" ADD "ContestState" character varying(40) NOT NULL DEFAULT '';
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122085958_IssueHandling') THEN
    ALTER TABLE "Issues" ADD "Emergency" character varying(40);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122085958_IssueHandling') THEN
    ALTER TABLE "Issues" ADD "FiledBySide" character varying(40) NOT NULL DEFAULT '';
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122085958_IssueHandling') THEN
    ALTER TABLE "Issues" ADD "RegulatorNumber" character varying(60);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122085958_IssueHandling') THEN
    ALTER TABLE "Issues" ADD "ReplyBy" date;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122085958_IssueHandling') THEN
    ALTER TABLE "Issues" ADD "SilenceRemindedAt" timestamp with time zone;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122085958_IssueHandling') THEN
    ALTER TABLE "Issues" ADD "VendorContactId" uuid;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122085958_IssueHandling') THEN
    ALTER TABLE "Issues" ADD "VendorContactName" character varying(120);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122085958_IssueHandling') THEN
    CREATE TABLE "Attachments" (
        "Id" uuid NOT NULL,
        "TenantId" uuid NOT NULL,
        "VendorId" uuid NOT NULL,
        "OutletId" uuid NOT NULL,
        "IssueId" uuid NOT NULL,
        "MessageId" uuid,
        "Side" character varying(40) NOT NULL,
        "IsInternal" boolean NOT NULL,
        "AddedByName" character varying(120) NOT NULL,
        "At" timestamp with time zone NOT NULL,
        "Name" character varying(200) NOT NULL,
        "Sha256" character varying(64) NOT NULL,
        "Bytes" bigint NOT NULL,
        "Kind" character varying(40) NOT NULL,
        CONSTRAINT "PK_Attachments" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_Attachments_Issues_IssueId" FOREIGN KEY ("IssueId") REFERENCES "Issues" ("Id") ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122085958_IssueHandling') THEN
    CREATE TABLE "ChecklistItems" (
        "Id" uuid NOT NULL,
        "TenantId" uuid NOT NULL,
        "VendorId" uuid NOT NULL,
        "OutletId" uuid NOT NULL,
        "IssueId" uuid NOT NULL,
        "Kind" character varying(40) NOT NULL,
        "Position" integer NOT NULL,
        "Code" character varying(20) NOT NULL,
        "Owner" character varying(40) NOT NULL,
        "NeedsProof" boolean NOT NULL,
        "DueAt" timestamp with time zone,
        "DoneAt" timestamp with time zone,
        "DoneByName" character varying(120),
        "Proof" character varying(2000),
        "Overruled" boolean NOT NULL,
        CONSTRAINT "PK_ChecklistItems" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_ChecklistItems_Issues_IssueId" FOREIGN KEY ("IssueId") REFERENCES "Issues" ("Id") ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122085958_IssueHandling') THEN
    CREATE TABLE "ClockWaivers" (
        "Id" uuid NOT NULL,
        "TenantId" uuid NOT NULL,
        "VendorId" uuid NOT NULL,
        "OutletId" uuid NOT NULL,
        "IssueId" uuid NOT NULL,
        "ObligationId" uuid NOT NULL,
        "Kind" character varying(40) NOT NULL,
        "Reason" character varying(400) NOT NULL,
        "AskedByName" character varying(120) NOT NULL,
        "AskedAt" timestamp with time zone NOT NULL,
        "Approved" boolean,
        "DecidedByName" character varying(120),
        "DecidedAt" timestamp with time zone,
        "DecisionWords" character varying(1000),
        CONSTRAINT "PK_ClockWaivers" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_ClockWaivers_Issues_IssueId" FOREIGN KEY ("IssueId") REFERENCES "Issues" ("Id") ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122085958_IssueHandling') THEN
    CREATE TABLE "DraftFiles" (
        "Id" uuid NOT NULL,
        "TenantId" uuid NOT NULL,
        "UserId" uuid NOT NULL,
        "ForIssueId" uuid,
        "At" timestamp with time zone NOT NULL,
        "Name" character varying(200) NOT NULL,
        "Sha256" character varying(64) NOT NULL,
        "Bytes" bigint NOT NULL,
        "Kind" character varying(40) NOT NULL,
        CONSTRAINT "PK_DraftFiles" PRIMARY KEY ("Id")
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122085958_IssueHandling') THEN
    CREATE TABLE "EmergencyDrills" (
        "Id" uuid NOT NULL,
        "TenantId" uuid NOT NULL,
        "VendorId" uuid NOT NULL,
        "ContractId" uuid NOT NULL,
        "HeldOn" date NOT NULL,
        "Scenario" character varying(1000) NOT NULL,
        "Participants" character varying(1000) NOT NULL,
        "MinutesToReport" integer NOT NULL,
        "Findings" character varying(2000) NOT NULL,
        "RecordedByName" character varying(120) NOT NULL,
        "RecordedAt" timestamp with time zone NOT NULL,
        CONSTRAINT "PK_EmergencyDrills" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_EmergencyDrills_Contracts_ContractId" FOREIGN KEY ("ContractId") REFERENCES "Contracts" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122085958_IssueHandling') THEN
    CREATE TABLE "IssueFollowers" (
        "Id" uuid NOT NULL,
        "TenantId" uuid NOT NULL,
        "VendorId" uuid NOT NULL,
        "OutletId" uuid NOT NULL,
        "IssueId" uuid NOT NULL,
        "UserId" uuid NOT NULL,
        "Name" character varying(120) NOT NULL,
        "Side" character varying(40) NOT NULL,
        "Watches" boolean NOT NULL,
        "MentionedAt" timestamp with time zone,
        "ToldAt" timestamp with time zone,
        "FirstReadAt" timestamp with time zone,
        "LastReadAt" timestamp with time zone,
        CONSTRAINT "PK_IssueFollowers" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_IssueFollowers_Issues_IssueId" FOREIGN KEY ("IssueId") REFERENCES "Issues" ("Id") ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122085958_IssueHandling') THEN
    CREATE TABLE "PersonalNotes" (
        "Id" uuid NOT NULL,
        "TenantId" uuid NOT NULL,
        "UserId" uuid NOT NULL,
        "Kind" character varying(40) NOT NULL,
        "Title" character varying(80) NOT NULL,
        "Body" character varying(2000) NOT NULL,
        CONSTRAINT "PK_PersonalNotes" PRIMARY KEY ("Id")
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122085958_IssueHandling') THEN
    CREATE TABLE "WaybillParts" (
        "IssueId" uuid NOT NULL,
        "Part" character varying(8) NOT NULL,
        "TenantId" uuid NOT NULL,
        "VendorId" uuid NOT NULL,
        "OutletId" uuid NOT NULL,
        CONSTRAINT "PK_WaybillParts" PRIMARY KEY ("IssueId", "Part"),
        CONSTRAINT "FK_WaybillParts_Issues_IssueId" FOREIGN KEY ("IssueId") REFERENCES "Issues" ("Id") ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122085958_IssueHandling') THEN
    CREATE INDEX "IX_Issues_TenantId_ContestState" ON "Issues" ("TenantId", "ContestState");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122085958_IssueHandling') THEN
    CREATE INDEX "IX_Attachments_IssueId_At" ON "Attachments" ("IssueId", "At");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122085958_IssueHandling') THEN
    CREATE INDEX "IX_Attachments_TenantId_Sha256" ON "Attachments" ("TenantId", "Sha256");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122085958_IssueHandling') THEN
    CREATE INDEX "IX_ChecklistItems_IssueId_Position" ON "ChecklistItems" ("IssueId", "Position");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122085958_IssueHandling') THEN
    CREATE INDEX "IX_ChecklistItems_TenantId_DoneAt_DueAt" ON "ChecklistItems" ("TenantId", "DoneAt", "DueAt");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122085958_IssueHandling') THEN
    CREATE INDEX "IX_ClockWaivers_IssueId" ON "ClockWaivers" ("IssueId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122085958_IssueHandling') THEN
    CREATE INDEX "IX_ClockWaivers_TenantId_Approved" ON "ClockWaivers" ("TenantId", "Approved");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122085958_IssueHandling') THEN
    CREATE INDEX "IX_DraftFiles_TenantId_Sha256" ON "DraftFiles" ("TenantId", "Sha256");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122085958_IssueHandling') THEN
    CREATE INDEX "IX_DraftFiles_TenantId_UserId_ForIssueId" ON "DraftFiles" ("TenantId", "UserId", "ForIssueId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122085958_IssueHandling') THEN
    CREATE INDEX "IX_EmergencyDrills_ContractId" ON "EmergencyDrills" ("ContractId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122085958_IssueHandling') THEN
    CREATE INDEX "IX_EmergencyDrills_TenantId_ContractId_HeldOn" ON "EmergencyDrills" ("TenantId", "ContractId", "HeldOn");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122085958_IssueHandling') THEN
    CREATE UNIQUE INDEX "IX_IssueFollowers_IssueId_UserId" ON "IssueFollowers" ("IssueId", "UserId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122085958_IssueHandling') THEN
    CREATE INDEX "IX_IssueFollowers_TenantId_UserId_Watches" ON "IssueFollowers" ("TenantId", "UserId", "Watches");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122085958_IssueHandling') THEN
    CREATE INDEX "IX_PersonalNotes_TenantId_UserId_Kind" ON "PersonalNotes" ("TenantId", "UserId", "Kind");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122085958_IssueHandling') THEN
    CREATE INDEX "IX_WaybillParts_TenantId_Part" ON "WaybillParts" ("TenantId", "Part");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122085958_IssueHandling') THEN
    INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
    VALUES ('20261122085958_IssueHandling', '10.0.14');
    END IF;
END $EF$;
COMMIT;

START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122090703_Feed') THEN
    CREATE TABLE "ApiKeys" (
        "Id" uuid NOT NULL,
        "TenantId" uuid NOT NULL,
        "VendorId" uuid,
        "OutletId" uuid,
        "Name" character varying(80) NOT NULL,
        "Prefix" character varying(20) NOT NULL,
        "SecretHash" character varying(64) NOT NULL,
        "Scopes" character varying(400) NOT NULL,
        "CreatedBy" character varying(120) NOT NULL,
        "CreatedAt" timestamp with time zone NOT NULL,
        "ExpiresAt" timestamp with time zone NOT NULL,
        "RevokedAt" timestamp with time zone,
        "RevokedBy" character varying(120),
        "LastUsedAt" timestamp with time zone,
        "Version" integer NOT NULL,
        CONSTRAINT "PK_ApiKeys" PRIMARY KEY ("Id")
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122090703_Feed') THEN
    CREATE TABLE "FeedBatches" (
        "Id" uuid NOT NULL,
        "TenantId" uuid NOT NULL,
        "VendorId" uuid,
        "OutletId" uuid,
        "Kind" character varying(40) NOT NULL,
        "Source" character varying(40) NOT NULL,
        "KeyId" uuid,
        "SentBy" character varying(120) NOT NULL,
        "Format" character varying(10) NOT NULL,
        "FileName" character varying(200),
        "Bytes" bigint NOT NULL,
        "BodySha256" character varying(64) NOT NULL,
        "ReceivedAt" timestamp with time zone NOT NULL,
        "FinishedAt" timestamp with time zone,
        "State" character varying(40) NOT NULL,
        "Received" integer NOT NULL,
        "Added" integer NOT NULL,
        "Updated" integer NOT NULL,
        "Unchanged" integer NOT NULL,
        "Refused" integer NOT NULL,
        CONSTRAINT "PK_FeedBatches" PRIMARY KEY ("Id")
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122090703_Feed') THEN
    CREATE TABLE "FeedContacts" (
        "Id" uuid NOT NULL,
        "Channel" character varying(40) NOT NULL,
        "StartedAt" timestamp with time zone NOT NULL,
        "InHours" boolean NOT NULL,
        "Handled" boolean NOT NULL,
        "ByBot" boolean NOT NULL,
        "Agent" character varying(40),
        "WaitSeconds" integer,
        "FirstReplySeconds" integer,
        "Rounds" integer,
        "RoundsInTime" integer,
        "TalkSeconds" integer,
        "HoldSeconds" integer,
        "WrapSeconds" integer,
        "Waybill" character varying(40),
        "Reason" character varying(60),
        "RepeatEndsAt" timestamp with time zone,
        "TenantId" uuid NOT NULL,
        "VendorId" uuid NOT NULL,
        "OutletId" uuid NOT NULL,
        "ContractId" uuid NOT NULL,
        "SenderId" uuid NOT NULL,
        "SenderSide" character varying(40) NOT NULL,
        "Kind" character varying(40) NOT NULL,
        "ExternalId" character varying(80) NOT NULL,
        "Date" date NOT NULL,
        "BatchId" uuid NOT NULL,
        "ReceivedAt" timestamp with time zone NOT NULL,
        CONSTRAINT "PK_FeedContacts" PRIMARY KEY ("Id")
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122090703_Feed') THEN
    CREATE TABLE "FeedPresences" (
        "Id" uuid NOT NULL,
        "Agent" character varying(40) NOT NULL,
        "State" character varying(40) NOT NULL,
        "StartsAt" timestamp with time zone NOT NULL,
        "EndsAt" timestamp with time zone NOT NULL,
        "Channel" character varying(40),
        "TenantId" uuid NOT NULL,
        "VendorId" uuid NOT NULL,
        "OutletId" uuid NOT NULL,
        "ContractId" uuid NOT NULL,
        "SenderId" uuid NOT NULL,
        "SenderSide" character varying(40) NOT NULL,
        "Kind" character varying(40) NOT NULL,
        "ExternalId" character varying(80) NOT NULL,
        "Date" date NOT NULL,
        "BatchId" uuid NOT NULL,
        "ReceivedAt" timestamp with time zone NOT NULL,
        CONSTRAINT "PK_FeedPresences" PRIMARY KEY ("Id")
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122090703_Feed') THEN
    CREATE TABLE "FeedSurveys" (
        "Id" uuid NOT NULL,
        "Channel" character varying(40) NOT NULL,
        "ContactAt" timestamp with time zone NOT NULL,
        "ContactExternalId" character varying(64),
        "RespondedAt" timestamp with time zone,
        "Score" integer,
        "Satisfied" boolean,
        "TenantId" uuid NOT NULL,
        "VendorId" uuid NOT NULL,
        "OutletId" uuid NOT NULL,
        "ContractId" uuid NOT NULL,
        "SenderId" uuid NOT NULL,
        "SenderSide" character varying(40) NOT NULL,
        "Kind" character varying(40) NOT NULL,
        "ExternalId" character varying(80) NOT NULL,
        "Date" date NOT NULL,
        "BatchId" uuid NOT NULL,
        "ReceivedAt" timestamp with time zone NOT NULL,
        CONSTRAINT "PK_FeedSurveys" PRIMARY KEY ("Id")
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122090703_Feed') THEN
    CREATE TABLE "IdempotentAnswers" (
        "Id" uuid NOT NULL,
        "TenantId" uuid NOT NULL,
        "VendorId" uuid,
        "OutletId" uuid,
        "KeyId" uuid NOT NULL,
        "Key" character varying(120) NOT NULL,
        "BodySha256" character varying(64) NOT NULL,
        "StartedAt" timestamp with time zone NOT NULL,
        "ExpiresAt" timestamp with time zone NOT NULL,
        "Status" integer,
        "ContentType" character varying(60) NOT NULL,
        "Body" text NOT NULL,
        CONSTRAINT "PK_IdempotentAnswers" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_IdempotentAnswers_ApiKeys_KeyId" FOREIGN KEY ("KeyId") REFERENCES "ApiKeys" ("Id") ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122090703_Feed') THEN
    CREATE TABLE "FeedRefusals" (
        "Id" uuid NOT NULL,
        "TenantId" uuid NOT NULL,
        "VendorId" uuid,
        "OutletId" uuid,
        "BatchId" uuid NOT NULL,
        "Line" integer NOT NULL,
        "Field" character varying(40) NOT NULL,
        "Code" character varying(40) NOT NULL,
        "Value" character varying(120) NOT NULL,
        "Argument" character varying(120) NOT NULL,
        CONSTRAINT "PK_FeedRefusals" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_FeedRefusals_FeedBatches_BatchId" FOREIGN KEY ("BatchId") REFERENCES "FeedBatches" ("Id") ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122090703_Feed') THEN
    CREATE UNIQUE INDEX "IX_ApiKeys_SecretHash" ON "ApiKeys" ("SecretHash");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122090703_Feed') THEN
    CREATE INDEX "IX_ApiKeys_TenantId_CreatedAt" ON "ApiKeys" ("TenantId", "CreatedAt");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122090703_Feed') THEN
    CREATE INDEX "IX_FeedBatches_TenantId_ReceivedAt" ON "FeedBatches" ("TenantId", "ReceivedAt");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122090703_Feed') THEN
    CREATE INDEX "IX_FeedContacts_TenantId_ContractId_Date" ON "FeedContacts" ("TenantId", "ContractId", "Date");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122090703_Feed') THEN
    CREATE INDEX "IX_FeedContacts_TenantId_ContractId_Waybill_StartedAt" ON "FeedContacts" ("TenantId", "ContractId", "Waybill", "StartedAt");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122090703_Feed') THEN
    CREATE UNIQUE INDEX "IX_FeedContacts_TenantId_SenderId_Kind_ExternalId" ON "FeedContacts" ("TenantId", "SenderId", "Kind", "ExternalId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122090703_Feed') THEN
    CREATE INDEX "IX_FeedPresences_TenantId_ContractId_Date" ON "FeedPresences" ("TenantId", "ContractId", "Date");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122090703_Feed') THEN
    CREATE UNIQUE INDEX "IX_FeedPresences_TenantId_SenderId_Kind_ExternalId" ON "FeedPresences" ("TenantId", "SenderId", "Kind", "ExternalId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122090703_Feed') THEN
    CREATE INDEX "IX_FeedRefusals_BatchId" ON "FeedRefusals" ("BatchId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122090703_Feed') THEN
    CREATE INDEX "IX_FeedRefusals_TenantId_BatchId_Line" ON "FeedRefusals" ("TenantId", "BatchId", "Line");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122090703_Feed') THEN
    CREATE INDEX "IX_FeedSurveys_TenantId_ContractId_Date" ON "FeedSurveys" ("TenantId", "ContractId", "Date");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122090703_Feed') THEN
    CREATE UNIQUE INDEX "IX_FeedSurveys_TenantId_SenderId_Kind_ExternalId" ON "FeedSurveys" ("TenantId", "SenderId", "Kind", "ExternalId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122090703_Feed') THEN
    CREATE UNIQUE INDEX "IX_IdempotentAnswers_KeyId_Key" ON "IdempotentAnswers" ("KeyId", "Key");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122090703_Feed') THEN
    CREATE INDEX "IX_IdempotentAnswers_TenantId_ExpiresAt" ON "IdempotentAnswers" ("TenantId", "ExpiresAt");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122090703_Feed') THEN
    INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
    VALUES ('20261122090703_Feed', '10.0.14');
    END IF;
END $EF$;
COMMIT;

START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122104623_Reconciliation') THEN
    DROP INDEX "IX_Obligations_TenantId_ContractId_ReportMonth";
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122104623_Reconciliation') THEN
    ALTER TABLE "VendorReports" ADD "CaseCount" integer;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122104623_Reconciliation') THEN
    ALTER TABLE "Obligations" ADD "RemindedAt" timestamp with time zone;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122104623_Reconciliation') THEN
    ALTER TABLE "Obligations" ADD "ReportKind" character varying(40) NOT NULL DEFAULT 'Data';
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122104623_Reconciliation') THEN
    CREATE TABLE "DocumentDemands" (
        "Id" uuid NOT NULL,
        "TenantId" uuid NOT NULL,
        "VendorId" uuid NOT NULL,
        "ContractId" uuid NOT NULL,
        "Kind" character varying(40) NOT NULL,
        "From" character varying(7) NOT NULL,
        "WorkingDay" integer NOT NULL,
        "LocalTime" character varying(5) NOT NULL,
        "CreatedAt" timestamp with time zone NOT NULL,
        "EndedAt" timestamp with time zone,
        "Version" integer NOT NULL,
        CONSTRAINT "PK_DocumentDemands" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_DocumentDemands_Contracts_ContractId" FOREIGN KEY ("ContractId") REFERENCES "Contracts" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122104623_Reconciliation') THEN
    CREATE TABLE "OwedDocuments" (
        "Id" uuid NOT NULL,
        "TenantId" uuid NOT NULL,
        "VendorId" uuid NOT NULL,
        "ContractId" uuid NOT NULL,
        "ObligationId" uuid NOT NULL,
        "Kind" character varying(40) NOT NULL,
        "Month" character varying(7) NOT NULL,
        "State" character varying(40) NOT NULL,
        "Round" integer NOT NULL,
        "FileName" character varying(200),
        "FileSha256" character varying(64),
        "FileSize" bigint,
        "SubmittedBy" character varying(120),
        "SubmittedAt" timestamp with time zone,
        "DecidedBy" character varying(120),
        "DecidedAt" timestamp with time zone,
        "Reason" character varying(1000),
        "Version" integer NOT NULL,
        CONSTRAINT "PK_OwedDocuments" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_OwedDocuments_Contracts_ContractId" FOREIGN KEY ("ContractId") REFERENCES "Contracts" ("Id") ON DELETE RESTRICT,
        CONSTRAINT "FK_OwedDocuments_Obligations_ObligationId" FOREIGN KEY ("ObligationId") REFERENCES "Obligations" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122104623_Reconciliation') THEN
    CREATE TABLE "Reconciliations" (
        "Id" uuid NOT NULL,
        "TenantId" uuid NOT NULL,
        "VendorId" uuid NOT NULL,
        "ContractId" uuid NOT NULL,
        "ReportId" uuid NOT NULL,
        "Month" character varying(7) NOT NULL,
        "RunAt" timestamp with time zone NOT NULL,
        "State" character varying(40) NOT NULL,
        "Lines" text NOT NULL,
        "Fields" integer NOT NULL,
        "Within" integer NOT NULL,
        "IssueId" uuid,
        "Explanation" character varying(2000),
        "ExplainedBy" character varying(120),
        "ExplainedAt" timestamp with time zone,
        "Decision" character varying(1000),
        "DecidedBy" character varying(120),
        "DecidedAt" timestamp with time zone,
        "Version" integer NOT NULL,
        CONSTRAINT "PK_Reconciliations" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_Reconciliations_Contracts_ContractId" FOREIGN KEY ("ContractId") REFERENCES "Contracts" ("Id") ON DELETE RESTRICT,
        CONSTRAINT "FK_Reconciliations_Issues_IssueId" FOREIGN KEY ("IssueId") REFERENCES "Issues" ("Id") ON DELETE RESTRICT,
        CONSTRAINT "FK_Reconciliations_VendorReports_ReportId" FOREIGN KEY ("ReportId") REFERENCES "VendorReports" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122104623_Reconciliation') THEN
    CREATE TABLE "VendorReportCases" (
        "ReportId" uuid NOT NULL,
        "Number" integer NOT NULL,
        "TenantId" uuid NOT NULL,
        "VendorId" uuid NOT NULL,
        "ContractId" uuid NOT NULL,
        "OutletId" uuid NOT NULL,
        "Kind" character varying(40) NOT NULL,
        "SheetRow" integer NOT NULL,
        "Waybill" character varying(40) NOT NULL,
        "Ticket" character varying(60),
        "Channel" character varying(40),
        "ReceivedAt" timestamp with time zone NOT NULL,
        "ReportedAt" timestamp with time zone,
        "ClosedAt" timestamp with time zone,
        "ToldAt" timestamp with time zone,
        "Escalated" boolean,
        "Reason" character varying(200),
        CONSTRAINT "PK_VendorReportCases" PRIMARY KEY ("ReportId", "Number"),
        CONSTRAINT "FK_VendorReportCases_Outlets_OutletId" FOREIGN KEY ("OutletId") REFERENCES "Outlets" ("Id") ON DELETE RESTRICT,
        CONSTRAINT "FK_VendorReportCases_VendorReports_ReportId" FOREIGN KEY ("ReportId") REFERENCES "VendorReports" ("Id") ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122104623_Reconciliation') THEN
    CREATE TABLE "TicketTraces" (
        "ReportId" uuid NOT NULL,
        "Number" integer NOT NULL,
        "TenantId" uuid NOT NULL,
        "VendorId" uuid NOT NULL,
        "OutletId" uuid NOT NULL,
        "Place" integer NOT NULL,
        "Result" character varying(40),
        "Note" character varying(400),
        "TracedBy" character varying(120),
        "TracedAt" timestamp with time zone,
        "Version" integer NOT NULL,
        CONSTRAINT "PK_TicketTraces" PRIMARY KEY ("ReportId", "Number"),
        CONSTRAINT "FK_TicketTraces_VendorReportCases_ReportId_Number" FOREIGN KEY ("ReportId", "Number") REFERENCES "VendorReportCases" ("ReportId", "Number") ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122104623_Reconciliation') THEN
    CREATE UNIQUE INDEX "IX_Obligations_TenantId_ContractId_ReportMonth_ReportKind" ON "Obligations" ("TenantId", "ContractId", "ReportMonth", "ReportKind") WHERE "Kind" = 'DeliverReport' AND "ReportMonth" IS NOT NULL;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122104623_Reconciliation') THEN
    CREATE INDEX "IX_DocumentDemands_ContractId" ON "DocumentDemands" ("ContractId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122104623_Reconciliation') THEN
    CREATE INDEX "IX_DocumentDemands_TenantId_ContractId_Kind" ON "DocumentDemands" ("TenantId", "ContractId", "Kind");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122104623_Reconciliation') THEN
    CREATE INDEX "IX_OwedDocuments_ContractId" ON "OwedDocuments" ("ContractId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122104623_Reconciliation') THEN
    CREATE INDEX "IX_OwedDocuments_ObligationId" ON "OwedDocuments" ("ObligationId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122104623_Reconciliation') THEN
    CREATE UNIQUE INDEX "IX_OwedDocuments_TenantId_ContractId_Month_Kind" ON "OwedDocuments" ("TenantId", "ContractId", "Month", "Kind");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122104623_Reconciliation') THEN
    CREATE INDEX "IX_Reconciliations_ContractId" ON "Reconciliations" ("ContractId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122104623_Reconciliation') THEN
    CREATE INDEX "IX_Reconciliations_IssueId" ON "Reconciliations" ("IssueId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122104623_Reconciliation') THEN
    CREATE UNIQUE INDEX "IX_Reconciliations_ReportId" ON "Reconciliations" ("ReportId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122104623_Reconciliation') THEN
    CREATE INDEX "IX_Reconciliations_TenantId_ContractId_Month" ON "Reconciliations" ("TenantId", "ContractId", "Month");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122104623_Reconciliation') THEN
    CREATE UNIQUE INDEX "IX_TicketTraces_TenantId_ReportId_Place" ON "TicketTraces" ("TenantId", "ReportId", "Place");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122104623_Reconciliation') THEN
    CREATE INDEX "IX_VendorReportCases_OutletId" ON "VendorReportCases" ("OutletId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122104623_Reconciliation') THEN
    CREATE INDEX "IX_VendorReportCases_TenantId_ContractId_Waybill" ON "VendorReportCases" ("TenantId", "ContractId", "Waybill");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122104623_Reconciliation') THEN
    INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
    VALUES ('20261122104623_Reconciliation', '10.0.14');
    END IF;
END $EF$;
COMMIT;

START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122122459_CasesAndNotices') THEN
    ALTER TABLE "Outbox" ADD "CallId" uuid;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122122459_CasesAndNotices') THEN
    ALTER TABLE "Outbox" ADD "Count" integer NOT NULL DEFAULT 0;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122122459_CasesAndNotices') THEN
    ALTER TABLE "Outbox" ADD "DeadAt" timestamp with time zone;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122122459_CasesAndNotices') THEN
    ALTER TABLE "Outbox" ADD "DiscardedAt" timestamp with time zone;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122122459_CasesAndNotices') THEN
    ALTER TABLE "Outbox" ADD "FoldKey" character varying(120);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122122459_CasesAndNotices') THEN
    ALTER TABLE "Outbox" ADD "LastAttemptAt" timestamp with time zone;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122122459_CasesAndNotices') THEN
    ALTER TABLE "Outbox" ADD "Link" character varying(400);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122122459_CasesAndNotices') THEN
    ALTER TABLE "Outbox" ADD "RobotId" uuid;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122122459_CasesAndNotices') THEN
    ALTER TABLE "Outbox" ADD "Urgent" boolean NOT NULL DEFAULT FALSE;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122122459_CasesAndNotices') THEN
    ALTER TABLE "Issues" ADD "CustomerTier" character varying(40);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122122459_CasesAndNotices') THEN
    ALTER TABLE "Issues" ADD "Notice" text;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122122459_CasesAndNotices') THEN
    CREATE TABLE "Callbacks" (
        "Id" uuid NOT NULL,
        "TenantId" uuid NOT NULL,
        "VendorId" uuid NOT NULL,
        "OutletId" uuid NOT NULL,
        "IssueId" uuid,
        "Reason" character varying(40) NOT NULL,
        "OriginId" uuid NOT NULL,
        "CustomerName" character varying(120),
        "CustomerPhone" character varying(40),
        "Waybill" character varying(60),
        "Topic" character varying(2000) NOT NULL,
        "PlannedByName" character varying(120),
        "PlannedAt" timestamp with time zone NOT NULL,
        "DueAt" timestamp with time zone NOT NULL,
        "DueMonth" character varying(7) NOT NULL,
        "TimeZone" character varying(60) NOT NULL,
        "State" character varying(40) NOT NULL,
        "Attempts" text NOT NULL,
        "WasLate" boolean NOT NULL,
        "Satisfaction" integer,
        "Result" character varying(2000),
        "DoneAt" timestamp with time zone,
        "DoneByName" character varying(120),
        "ClaimedById" uuid,
        "ClaimedUntil" timestamp with time zone,
        "Version" integer NOT NULL,
        CONSTRAINT "PK_Callbacks" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_Callbacks_Issues_IssueId" FOREIGN KEY ("IssueId") REFERENCES "Issues" ("Id") ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122122459_CasesAndNotices') THEN
    CREATE TABLE "ComplaintChases" (
        "Id" uuid NOT NULL,
        "TenantId" uuid NOT NULL,
        "VendorId" uuid NOT NULL,
        "OutletId" uuid NOT NULL,
        "IssueId" uuid NOT NULL,
        "Day" integer NOT NULL,
        "PassedOver" boolean NOT NULL,
        "At" timestamp with time zone NOT NULL,
        CONSTRAINT "PK_ComplaintChases" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_ComplaintChases_Issues_IssueId" FOREIGN KEY ("IssueId") REFERENCES "Issues" ("Id") ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122122459_CasesAndNotices') THEN
    CREATE TABLE "Complaints" (
        "IssueId" uuid NOT NULL,
        "TenantId" uuid NOT NULL,
        "VendorId" uuid NOT NULL,
        "OutletId" uuid NOT NULL,
        "Channel" character varying(40) NOT NULL,
        "Category" character varying(40),
        "Demand" character varying(2000),
        "Result" character varying(2000),
        "Compensation" numeric(18,4),
        "Remark" character varying(2000),
        "Version" integer NOT NULL,
        CONSTRAINT "PK_Complaints" PRIMARY KEY ("IssueId"),
        CONSTRAINT "FK_Complaints_Issues_IssueId" FOREIGN KEY ("IssueId") REFERENCES "Issues" ("Id") ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122122459_CasesAndNotices') THEN
    CREATE TABLE "Faults" (
        "IssueId" uuid NOT NULL,
        "TenantId" uuid NOT NULL,
        "VendorId" uuid NOT NULL,
        "OutletId" uuid NOT NULL,
        "Kind" character varying(40) NOT NULL,
        "StartedAt" timestamp with time zone NOT NULL,
        "EndedAt" timestamp with time zone,
        "LearnedAt" timestamp with time zone,
        "UsersAffected" integer,
        "Workaround" character varying(2000),
        "ContactTier" integer,
        "Cause" character varying(4000),
        "CauseStatedBy" character varying(120),
        "CauseStatedAt" timestamp with time zone,
        "Side" character varying(40) NOT NULL,
        "ReportedByName" character varying(120) NOT NULL,
        "ReportedAt" timestamp with time zone NOT NULL,
        "Version" integer NOT NULL,
        CONSTRAINT "PK_Faults" PRIMARY KEY ("IssueId"),
        CONSTRAINT "FK_Faults_Issues_IssueId" FOREIGN KEY ("IssueId") REFERENCES "Issues" ("Id") ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122122459_CasesAndNotices') THEN
    CREATE TABLE "InvestigationDrafts" (
        "Id" uuid NOT NULL,
        "IssueId" uuid NOT NULL,
        "TenantId" uuid NOT NULL,
        "VendorId" uuid,
        "OutletId" uuid,
        "Form" text NOT NULL,
        "SavedByName" character varying(120) NOT NULL,
        "SavedAt" timestamp with time zone NOT NULL,
        CONSTRAINT "PK_InvestigationDrafts" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_InvestigationDrafts_Issues_IssueId" FOREIGN KEY ("IssueId") REFERENCES "Issues" ("Id") ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122122459_CasesAndNotices') THEN
    CREATE TABLE "Investigations" (
        "IssueId" uuid NOT NULL,
        "TenantId" uuid NOT NULL,
        "VendorId" uuid NOT NULL,
        "OutletId" uuid NOT NULL,
        "State" character varying(40) NOT NULL,
        "Rounds" text NOT NULL,
        "SubmittedAt" timestamp with time zone,
        "Version" integer NOT NULL,
        CONSTRAINT "PK_Investigations" PRIMARY KEY ("IssueId"),
        CONSTRAINT "FK_Investigations_Issues_IssueId" FOREIGN KEY ("IssueId") REFERENCES "Issues" ("Id") ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122122459_CasesAndNotices') THEN
    CREATE TABLE "MissedContacts" (
        "Id" uuid NOT NULL,
        "TenantId" uuid NOT NULL,
        "VendorId" uuid NOT NULL,
        "OutletId" uuid NOT NULL,
        "IssueId" uuid NOT NULL,
        "At" timestamp with time zone NOT NULL,
        "CustomerPhone" character varying(40) NOT NULL,
        "CustomerName" character varying(120),
        "Waybill" character varying(60),
        "AddedByName" character varying(120) NOT NULL,
        "AddedAt" timestamp with time zone NOT NULL,
        "CalledAt" timestamp with time zone,
        "CalledByName" character varying(120),
        "Result" character varying(40),
        "Words" character varying(1000),
        CONSTRAINT "PK_MissedContacts" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_MissedContacts_Issues_IssueId" FOREIGN KEY ("IssueId") REFERENCES "Issues" ("Id") ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122122459_CasesAndNotices') THEN
    CREATE TABLE "NoticeEvents" (
        "Id" uuid NOT NULL,
        "TenantId" uuid NOT NULL,
        "VendorId" uuid NOT NULL,
        "OutletId" uuid NOT NULL,
        "IssueId" uuid NOT NULL,
        "Kind" character varying(40) NOT NULL,
        "What" character varying(40) NOT NULL,
        "Clock" character varying(40),
        "Mark" integer NOT NULL,
        "ActorId" uuid,
        "ByName" character varying(120),
        "OnlySide" character varying(40),
        "ForId" uuid,
        "At" timestamp with time zone NOT NULL,
        CONSTRAINT "PK_NoticeEvents" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_NoticeEvents_Issues_IssueId" FOREIGN KEY ("IssueId") REFERENCES "Issues" ("Id") ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122122459_CasesAndNotices') THEN
    CREATE TABLE "Notices" (
        "Id" uuid NOT NULL,
        "TenantId" uuid NOT NULL,
        "UserId" uuid NOT NULL,
        "IssueId" uuid NOT NULL,
        "Kind" character varying(40) NOT NULL,
        "What" character varying(40) NOT NULL,
        "Clock" character varying(40),
        "Mark" integer NOT NULL,
        "ByName" character varying(120),
        "At" timestamp with time zone NOT NULL,
        "Count" integer NOT NULL,
        "InPage" boolean NOT NULL,
        "ReadAt" timestamp with time zone,
        "MailAt" timestamp with time zone,
        "MailedAt" timestamp with time zone,
        "Version" integer NOT NULL,
        CONSTRAINT "PK_Notices" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_Notices_Issues_IssueId" FOREIGN KEY ("IssueId") REFERENCES "Issues" ("Id") ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122122459_CasesAndNotices') THEN
    CREATE TABLE "NoticeSettings" (
        "Id" uuid NOT NULL,
        "TenantId" uuid NOT NULL,
        "UserId" uuid NOT NULL,
        "TimeZone" character varying(60) NOT NULL,
        "Page" text NOT NULL,
        "Mail" text NOT NULL,
        "Quiet" boolean NOT NULL,
        "QuietFrom" integer NOT NULL,
        "QuietTo" integer NOT NULL,
        "Digest" boolean NOT NULL,
        "DigestAt" integer NOT NULL,
        "Version" integer NOT NULL,
        CONSTRAINT "PK_NoticeSettings" PRIMARY KEY ("Id")
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122122459_CasesAndNotices') THEN
    CREATE TABLE "Promises" (
        "Id" uuid NOT NULL,
        "TenantId" uuid NOT NULL,
        "VendorId" uuid NOT NULL,
        "OutletId" uuid NOT NULL,
        "IssueId" uuid NOT NULL,
        "What" character varying(2000) NOT NULL,
        "PromisedByName" character varying(120) NOT NULL,
        "Side" character varying(40) NOT NULL,
        "RecordedByName" character varying(120) NOT NULL,
        "RecordedAt" timestamp with time zone NOT NULL,
        "DueAt" timestamp with time zone NOT NULL,
        "DueMonth" character varying(7) NOT NULL,
        "State" character varying(40) NOT NULL,
        "InTime" boolean NOT NULL,
        "SettledAt" timestamp with time zone,
        "SettledByName" character varying(120),
        "Proof" character varying(2000),
        "Version" integer NOT NULL,
        CONSTRAINT "PK_Promises" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_Promises_Issues_IssueId" FOREIGN KEY ("IssueId") REFERENCES "Issues" ("Id") ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122122459_CasesAndNotices') THEN
    CREATE TABLE "Referrals" (
        "Id" uuid NOT NULL,
        "TenantId" uuid NOT NULL,
        "VendorId" uuid NOT NULL,
        "OutletId" uuid NOT NULL,
        "IssueId" uuid NOT NULL,
        "Department" character varying(40) NOT NULL,
        "Person" character varying(120),
        "Finding" character varying(2000) NOT NULL,
        "Side" character varying(40) NOT NULL,
        "ReferredByName" character varying(120) NOT NULL,
        "ReferredAt" timestamp with time zone NOT NULL,
        "WorkingDays" integer NOT NULL,
        "DueAt" timestamp with time zone NOT NULL,
        "State" character varying(40) NOT NULL,
        "Level" integer NOT NULL,
        "NextClimbAt" timestamp with time zone,
        "Answer" character varying(2000),
        "AnsweredBy" character varying(120),
        "RecordedByName" character varying(120),
        "AnsweredAt" timestamp with time zone,
        "Version" integer NOT NULL,
        CONSTRAINT "PK_Referrals" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_Referrals_Issues_IssueId" FOREIGN KEY ("IssueId") REFERENCES "Issues" ("Id") ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122122459_CasesAndNotices') THEN
    CREATE TABLE "Robots" (
        "Id" uuid NOT NULL,
        "TenantId" uuid NOT NULL,
        "VendorId" uuid,
        "OutletId" uuid,
        "Name" character varying(80) NOT NULL,
        "Platform" character varying(40) NOT NULL,
        "Host" character varying(120) NOT NULL,
        "SealedAddress" character varying(2000) NOT NULL,
        "SealedSecret" character varying(1000),
        "Language" character varying(40) NOT NULL,
        "Kinds" text NOT NULL,
        "Active" boolean NOT NULL,
        "CreatedByName" character varying(120) NOT NULL,
        "CreatedAt" timestamp with time zone NOT NULL,
        "Version" integer NOT NULL,
        CONSTRAINT "PK_Robots" PRIMARY KEY ("Id")
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122122459_CasesAndNotices') THEN
    CREATE TABLE "SearchEntries" (
        "Id" uuid NOT NULL,
        "RowKey" bigint NOT NULL,
        "TenantId" uuid NOT NULL,
        "VendorId" uuid NOT NULL,
        "OutletId" uuid NOT NULL,
        "IssueId" uuid NOT NULL,
        "OnlySide" character varying(40),
        "Text" text NOT NULL,
        "At" timestamp with time zone NOT NULL,
        CONSTRAINT "PK_SearchEntries" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_SearchEntries_Issues_IssueId" FOREIGN KEY ("IssueId") REFERENCES "Issues" ("Id") ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122122459_CasesAndNotices') THEN
    CREATE TABLE "SearchGrams" (
        "EntryId" uuid NOT NULL,
        "Gram" character varying(2) NOT NULL,
        "TenantId" uuid NOT NULL,
        CONSTRAINT "PK_SearchGrams" PRIMARY KEY ("EntryId", "Gram"),
        CONSTRAINT "FK_SearchGrams_SearchEntries_EntryId" FOREIGN KEY ("EntryId") REFERENCES "SearchEntries" ("Id") ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122122459_CasesAndNotices') THEN
    CREATE INDEX "IX_Outbox_RobotId_LastAttemptAt" ON "Outbox" ("RobotId", "LastAttemptAt");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122122459_CasesAndNotices') THEN
    CREATE INDEX "IX_Outbox_TenantId_DeadAt" ON "Outbox" ("TenantId", "DeadAt");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122122459_CasesAndNotices') THEN
    CREATE INDEX "IX_Issues_TenantId_ProblemType_State" ON "Issues" ("TenantId", "ProblemType", "State");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122122459_CasesAndNotices') THEN
    CREATE INDEX "IX_Callbacks_IssueId" ON "Callbacks" ("IssueId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122122459_CasesAndNotices') THEN
    CREATE INDEX "IX_Callbacks_TenantId_DueMonth" ON "Callbacks" ("TenantId", "DueMonth");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122122459_CasesAndNotices') THEN
    CREATE UNIQUE INDEX "IX_Callbacks_TenantId_Reason_OriginId" ON "Callbacks" ("TenantId", "Reason", "OriginId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122122459_CasesAndNotices') THEN
    CREATE INDEX "IX_Callbacks_TenantId_State_DueAt" ON "Callbacks" ("TenantId", "State", "DueAt");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122122459_CasesAndNotices') THEN
    CREATE UNIQUE INDEX "IX_ComplaintChases_IssueId_Day" ON "ComplaintChases" ("IssueId", "Day");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122122459_CasesAndNotices') THEN
    CREATE INDEX "IX_Complaints_TenantId_Category" ON "Complaints" ("TenantId", "Category");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122122459_CasesAndNotices') THEN
    CREATE INDEX "IX_Faults_TenantId_StartedAt" ON "Faults" ("TenantId", "StartedAt");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122122459_CasesAndNotices') THEN
    CREATE UNIQUE INDEX "IX_InvestigationDrafts_IssueId" ON "InvestigationDrafts" ("IssueId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122122459_CasesAndNotices') THEN
    CREATE INDEX "IX_InvestigationDrafts_TenantId" ON "InvestigationDrafts" ("TenantId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122122459_CasesAndNotices') THEN
    CREATE INDEX "IX_Investigations_TenantId_State" ON "Investigations" ("TenantId", "State");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122122459_CasesAndNotices') THEN
    CREATE UNIQUE INDEX "IX_MissedContacts_IssueId_CustomerPhone_At" ON "MissedContacts" ("IssueId", "CustomerPhone", "At");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122122459_CasesAndNotices') THEN
    CREATE INDEX "IX_MissedContacts_TenantId_IssueId_CalledAt" ON "MissedContacts" ("TenantId", "IssueId", "CalledAt");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122122459_CasesAndNotices') THEN
    CREATE INDEX "IX_NoticeEvents_IssueId" ON "NoticeEvents" ("IssueId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122122459_CasesAndNotices') THEN
    CREATE INDEX "IX_NoticeEvents_TenantId_At" ON "NoticeEvents" ("TenantId", "At");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122122459_CasesAndNotices') THEN
    CREATE INDEX "IX_Notices_IssueId_At" ON "Notices" ("IssueId", "At");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122122459_CasesAndNotices') THEN
    CREATE INDEX "IX_Notices_TenantId_MailAt" ON "Notices" ("TenantId", "MailAt");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122122459_CasesAndNotices') THEN
    CREATE INDEX "IX_Notices_TenantId_UserId_ReadAt_At" ON "Notices" ("TenantId", "UserId", "ReadAt", "At");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122122459_CasesAndNotices') THEN
    CREATE UNIQUE INDEX "IX_NoticeSettings_TenantId_UserId" ON "NoticeSettings" ("TenantId", "UserId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122122459_CasesAndNotices') THEN
    CREATE INDEX "IX_Promises_IssueId" ON "Promises" ("IssueId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122122459_CasesAndNotices') THEN
    CREATE INDEX "IX_Promises_TenantId_DueMonth" ON "Promises" ("TenantId", "DueMonth");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122122459_CasesAndNotices') THEN
    CREATE INDEX "IX_Promises_TenantId_State_DueAt" ON "Promises" ("TenantId", "State", "DueAt");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122122459_CasesAndNotices') THEN
    CREATE INDEX "IX_Referrals_IssueId" ON "Referrals" ("IssueId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122122459_CasesAndNotices') THEN
    CREATE INDEX "IX_Referrals_TenantId_NextClimbAt" ON "Referrals" ("TenantId", "NextClimbAt");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122122459_CasesAndNotices') THEN
    CREATE INDEX "IX_Referrals_TenantId_State_DueAt" ON "Referrals" ("TenantId", "State", "DueAt");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122122459_CasesAndNotices') THEN
    CREATE INDEX "IX_Robots_TenantId_Active" ON "Robots" ("TenantId", "Active");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122122459_CasesAndNotices') THEN
    CREATE INDEX "IX_SearchEntries_IssueId" ON "SearchEntries" ("IssueId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122122459_CasesAndNotices') THEN
    CREATE UNIQUE INDEX "IX_SearchEntries_RowKey" ON "SearchEntries" ("RowKey");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122122459_CasesAndNotices') THEN
    CREATE INDEX "IX_SearchEntries_TenantId_At" ON "SearchEntries" ("TenantId", "At");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122122459_CasesAndNotices') THEN
    CREATE INDEX "IX_SearchGrams_TenantId_Gram" ON "SearchGrams" ("TenantId", "Gram");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122122459_CasesAndNotices') THEN
    INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
    VALUES ('20261122122459_CasesAndNotices', '10.0.14');
    END IF;
END $EF$;
COMMIT;

START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122150102_Staffing') THEN
    CREATE TABLE "AgentDays" (
        "Id" uuid NOT NULL,
        "TenantId" uuid NOT NULL,
        "VendorId" uuid NOT NULL,
        "ContractId" uuid NOT NULL,
        "AgentId" uuid NOT NULL,
        "Date" date NOT NULL,
        "Revision" integer NOT NULL,
        "Channel" character varying(40) NOT NULL,
        "Scheduled" bigint NOT NULL,
        "Present" character varying(600),
        "Breaks" character varying(600),
        "InSince" integer,
        "BreakSince" integer,
        "RecordedBy" character varying(120) NOT NULL,
        "RecordedAt" timestamp with time zone NOT NULL,
        "SupersededAt" timestamp with time zone,
        CONSTRAINT "PK_AgentDays" PRIMARY KEY ("Id")
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122150102_Staffing') THEN
    CREATE TABLE "Agents" (
        "Id" uuid NOT NULL,
        "TenantId" uuid NOT NULL,
        "VendorId" uuid NOT NULL,
        "ContractId" uuid NOT NULL,
        "Number" character varying(40) NOT NULL,
        "Name" character varying(80) NOT NULL,
        "Phone" character varying(30),
        "Channels" character varying(200) NOT NULL,
        "Skills" character varying(1000) NOT NULL,
        "JoinedOn" date NOT NULL,
        "LeftOn" date,
        "LeaveReason" character varying(40),
        "Tenures" text NOT NULL,
        "Version" integer NOT NULL,
        CONSTRAINT "PK_Agents" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_Agents_Contracts_ContractId" FOREIGN KEY ("ContractId") REFERENCES "Contracts" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122150102_Staffing') THEN
    CREATE TABLE "BrandPacks" (
        "Id" uuid NOT NULL,
        "TenantId" uuid NOT NULL,
        "VendorId" uuid NOT NULL,
        "ContractId" uuid NOT NULL,
        "Number" integer NOT NULL,
        "Title" character varying(160) NOT NULL,
        "Rules" character varying(8000) NOT NULL,
        "FileName" character varying(200),
        "FileSha256" character varying(64),
        "FileSize" bigint,
        "SignBy" date NOT NULL,
        "PublishedBy" character varying(120) NOT NULL,
        "PublishedAt" timestamp with time zone NOT NULL,
        "SignedBy" character varying(120),
        "SignedAt" timestamp with time zone,
        "SupersededAt" timestamp with time zone,
        "Version" integer NOT NULL,
        CONSTRAINT "PK_BrandPacks" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_BrandPacks_Contracts_ContractId" FOREIGN KEY ("ContractId") REFERENCES "Contracts" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122150102_Staffing') THEN
    CREATE TABLE "BrandQuarters" (
        "Id" uuid NOT NULL,
        "TenantId" uuid NOT NULL,
        "VendorId" uuid NOT NULL,
        "ContractId" uuid NOT NULL,
        "ObligationId" uuid NOT NULL,
        "From" date NOT NULL,
        "Agents" integer NOT NULL,
        "Passed" integer NOT NULL,
        "CompletedAt" timestamp with time zone,
        "Version" integer NOT NULL,
        CONSTRAINT "PK_BrandQuarters" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_BrandQuarters_Contracts_ContractId" FOREIGN KEY ("ContractId") REFERENCES "Contracts" ("Id") ON DELETE RESTRICT,
        CONSTRAINT "FK_BrandQuarters_Obligations_ObligationId" FOREIGN KEY ("ObligationId") REFERENCES "Obligations" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122150102_Staffing') THEN
    CREATE TABLE "Briefings" (
        "Id" uuid NOT NULL,
        "TenantId" uuid NOT NULL,
        "VendorId" uuid NOT NULL,
        "ContractId" uuid NOT NULL,
        "Title" character varying(160) NOT NULL,
        "Body" character varying(4000) NOT NULL,
        "ReadBy" date NOT NULL,
        "Side" character varying(40) NOT NULL,
        "PublishedBy" character varying(120) NOT NULL,
        "PublishedAt" timestamp with time zone NOT NULL,
        CONSTRAINT "PK_Briefings" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_Briefings_Contracts_ContractId" FOREIGN KEY ("ContractId") REFERENCES "Contracts" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122150102_Staffing') THEN
    CREATE TABLE "Courses" (
        "Id" uuid NOT NULL,
        "TenantId" uuid NOT NULL,
        "VendorId" uuid NOT NULL,
        "ContractId" uuid NOT NULL,
        "Title" character varying(120) NOT NULL,
        "Kind" character varying(40) NOT NULL,
        "PassMark" integer NOT NULL,
        "ValidMonths" integer NOT NULL,
        "CreatedAt" timestamp with time zone NOT NULL,
        "RetiredAt" timestamp with time zone,
        "Version" integer NOT NULL,
        CONSTRAINT "PK_Courses" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_Courses_Contracts_ContractId" FOREIGN KEY ("ContractId") REFERENCES "Contracts" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122150102_Staffing') THEN
    CREATE TABLE "KnowledgeArticles" (
        "Id" uuid NOT NULL,
        "TenantId" uuid NOT NULL,
        "VendorId" uuid NOT NULL,
        "ContractId" uuid NOT NULL,
        "OutletId" uuid NOT NULL,
        "IssueId" uuid,
        "Title" character varying(160) NOT NULL,
        "Body" character varying(8000) NOT NULL,
        "Keywords" character varying(200),
        "State" character varying(40) NOT NULL,
        "Latest" integer NOT NULL,
        "InForce" integer,
        "ChangedAt" timestamp with time zone NOT NULL,
        "Version" integer NOT NULL,
        CONSTRAINT "PK_KnowledgeArticles" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_KnowledgeArticles_Contracts_ContractId" FOREIGN KEY ("ContractId") REFERENCES "Contracts" ("Id") ON DELETE RESTRICT,
        CONSTRAINT "FK_KnowledgeArticles_Issues_IssueId" FOREIGN KEY ("IssueId") REFERENCES "Issues" ("Id") ON DELETE RESTRICT,
        CONSTRAINT "FK_KnowledgeArticles_Outlets_OutletId" FOREIGN KEY ("OutletId") REFERENCES "Outlets" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122150102_Staffing') THEN
    CREATE TABLE "RequirementDays" (
        "Id" uuid NOT NULL,
        "TenantId" uuid NOT NULL,
        "VendorId" uuid NOT NULL,
        "ContractId" uuid NOT NULL,
        "OutletId" uuid NOT NULL,
        "Channel" character varying(40) NOT NULL,
        "Date" date NOT NULL,
        "Revision" integer NOT NULL,
        "Volumes" character varying(400),
        "Required" character varying(400) NOT NULL,
        "Assumption" character varying(300),
        "Actual" character varying(400),
        "RecordedBy" character varying(120) NOT NULL,
        "RecordedAt" timestamp with time zone NOT NULL,
        "SupersededAt" timestamp with time zone,
        CONSTRAINT "PK_RequirementDays" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_RequirementDays_Contracts_ContractId" FOREIGN KEY ("ContractId") REFERENCES "Contracts" ("Id") ON DELETE RESTRICT,
        CONSTRAINT "FK_RequirementDays_Outlets_OutletId" FOREIGN KEY ("OutletId") REFERENCES "Outlets" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122150102_Staffing') THEN
    CREATE TABLE "ShiftChecks" (
        "Id" uuid NOT NULL,
        "TenantId" uuid NOT NULL,
        "VendorId" uuid NOT NULL,
        "ContractId" uuid NOT NULL,
        "Date" date NOT NULL,
        "Lines" text NOT NULL,
        "CheckedBy" character varying(120) NOT NULL,
        "CheckedAt" timestamp with time zone NOT NULL,
        "IssueId" uuid,
        CONSTRAINT "PK_ShiftChecks" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_ShiftChecks_Contracts_ContractId" FOREIGN KEY ("ContractId") REFERENCES "Contracts" ("Id") ON DELETE RESTRICT,
        CONSTRAINT "FK_ShiftChecks_Issues_IssueId" FOREIGN KEY ("IssueId") REFERENCES "Issues" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122150102_Staffing') THEN
    CREATE TABLE "ShortfallAlarms" (
        "Id" uuid NOT NULL,
        "TenantId" uuid NOT NULL,
        "VendorId" uuid NOT NULL,
        "ContractId" uuid NOT NULL,
        "Channel" character varying(40) NOT NULL,
        "Date" date NOT NULL,
        "Interval" integer NOT NULL,
        "Required" integer NOT NULL,
        "Scheduled" integer NOT NULL,
        "Present" integer NOT NULL,
        "RaisedAt" timestamp with time zone NOT NULL,
        "Answer" character varying(400),
        "AnsweredBy" character varying(120),
        "AnsweredAt" timestamp with time zone,
        "Version" integer NOT NULL,
        CONSTRAINT "PK_ShortfallAlarms" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_ShortfallAlarms_Contracts_ContractId" FOREIGN KEY ("ContractId") REFERENCES "Contracts" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122150102_Staffing') THEN
    CREATE TABLE "Certificates" (
        "Id" uuid NOT NULL,
        "TenantId" uuid NOT NULL,
        "VendorId" uuid NOT NULL,
        "ContractId" uuid NOT NULL,
        "AgentId" uuid NOT NULL,
        "Kind" character varying(40) NOT NULL,
        "Title" character varying(120) NOT NULL,
        "ValidFrom" date NOT NULL,
        "ValidUntil" date NOT NULL,
        "TestId" uuid,
        "IssuedBy" character varying(120) NOT NULL,
        "RecordedAt" timestamp with time zone NOT NULL,
        "WithdrawnFrom" date,
        "WithdrawnAt" timestamp with time zone,
        "WithdrawnBy" character varying(120),
        "WithdrawnReason" character varying(400),
        "Version" integer NOT NULL,
        CONSTRAINT "PK_Certificates" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_Certificates_Agents_AgentId" FOREIGN KEY ("AgentId") REFERENCES "Agents" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122150102_Staffing') THEN
    CREATE TABLE "ReplacementRequests" (
        "Id" uuid NOT NULL,
        "TenantId" uuid NOT NULL,
        "VendorId" uuid NOT NULL,
        "ContractId" uuid NOT NULL,
        "OutletId" uuid,
        "ObligationId" uuid NOT NULL,
        "LeaverId" uuid,
        "Reason" character varying(40) NOT NULL,
        "Note" character varying(1000),
        "Handover" character varying(2000) NOT NULL,
        "State" character varying(40) NOT NULL,
        "AskedBy" character varying(120) NOT NULL,
        "AskedAt" timestamp with time zone NOT NULL,
        "SuccessorId" uuid,
        "FilledBy" character varying(120),
        "FilledAt" timestamp with time zone,
        "WithdrawnReason" character varying(400),
        "Version" integer NOT NULL,
        CONSTRAINT "PK_ReplacementRequests" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_ReplacementRequests_Agents_LeaverId" FOREIGN KEY ("LeaverId") REFERENCES "Agents" ("Id") ON DELETE RESTRICT,
        CONSTRAINT "FK_ReplacementRequests_Agents_SuccessorId" FOREIGN KEY ("SuccessorId") REFERENCES "Agents" ("Id") ON DELETE RESTRICT,
        CONSTRAINT "FK_ReplacementRequests_Contracts_ContractId" FOREIGN KEY ("ContractId") REFERENCES "Contracts" ("Id") ON DELETE RESTRICT,
        CONSTRAINT "FK_ReplacementRequests_Obligations_ObligationId" FOREIGN KEY ("ObligationId") REFERENCES "Obligations" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122150102_Staffing') THEN
    CREATE TABLE "BriefingReceipts" (
        "BriefingId" uuid NOT NULL,
        "AgentId" uuid NOT NULL,
        "TenantId" uuid NOT NULL,
        "VendorId" uuid NOT NULL,
        "ContractId" uuid NOT NULL,
        "Witness" character varying(120) NOT NULL,
        "ReadAt" timestamp with time zone NOT NULL,
        CONSTRAINT "PK_BriefingReceipts" PRIMARY KEY ("BriefingId", "AgentId"),
        CONSTRAINT "FK_BriefingReceipts_Agents_AgentId" FOREIGN KEY ("AgentId") REFERENCES "Agents" ("Id") ON DELETE RESTRICT,
        CONSTRAINT "FK_BriefingReceipts_Briefings_BriefingId" FOREIGN KEY ("BriefingId") REFERENCES "Briefings" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122150102_Staffing') THEN
    CREATE TABLE "TrainingOrders" (
        "Id" uuid NOT NULL,
        "TenantId" uuid NOT NULL,
        "VendorId" uuid NOT NULL,
        "ContractId" uuid NOT NULL,
        "OutletId" uuid,
        "IssueId" uuid,
        "ObligationId" uuid NOT NULL,
        "CourseId" uuid NOT NULL,
        "Cause" character varying(40) NOT NULL,
        "CauseId" uuid,
        "Topic" character varying(160) NOT NULL,
        "Note" character varying(1000),
        "DueOn" date NOT NULL,
        "State" character varying(40) NOT NULL,
        "OrderedBy" character varying(120) NOT NULL,
        "OrderedAt" timestamp with time zone NOT NULL,
        "OrderedOn" date NOT NULL,
        "DoneAt" timestamp with time zone,
        "WithdrawnReason" character varying(400),
        "Version" integer NOT NULL,
        CONSTRAINT "PK_TrainingOrders" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_TrainingOrders_Contracts_ContractId" FOREIGN KEY ("ContractId") REFERENCES "Contracts" ("Id") ON DELETE RESTRICT,
        CONSTRAINT "FK_TrainingOrders_Courses_CourseId" FOREIGN KEY ("CourseId") REFERENCES "Courses" ("Id") ON DELETE RESTRICT,
        CONSTRAINT "FK_TrainingOrders_Issues_IssueId" FOREIGN KEY ("IssueId") REFERENCES "Issues" ("Id") ON DELETE RESTRICT,
        CONSTRAINT "FK_TrainingOrders_Obligations_ObligationId" FOREIGN KEY ("ObligationId") REFERENCES "Obligations" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122150102_Staffing') THEN
    CREATE TABLE "TrainingSessions" (
        "Id" uuid NOT NULL,
        "TenantId" uuid NOT NULL,
        "VendorId" uuid NOT NULL,
        "ContractId" uuid NOT NULL,
        "CourseId" uuid NOT NULL,
        "Date" date NOT NULL,
        "Minutes" integer NOT NULL,
        "Trainer" character varying(80) NOT NULL,
        "Place" character varying(120),
        "CreatedAt" timestamp with time zone NOT NULL,
        "Version" integer NOT NULL,
        CONSTRAINT "PK_TrainingSessions" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_TrainingSessions_Courses_CourseId" FOREIGN KEY ("CourseId") REFERENCES "Courses" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122150102_Staffing') THEN
    CREATE TABLE "KnowledgeVersions" (
        "Id" uuid NOT NULL,
        "TenantId" uuid NOT NULL,
        "VendorId" uuid NOT NULL,
        "ContractId" uuid NOT NULL,
        "ArticleId" uuid NOT NULL,
        "Number" integer NOT NULL,
        "ObligationId" uuid NOT NULL,
        "Title" character varying(160) NOT NULL,
        "Body" character varying(8000) NOT NULL,
        "Keywords" character varying(200),
        "State" character varying(40) NOT NULL,
        "ProposedBy" character varying(120) NOT NULL,
        "ProposedAt" timestamp with time zone NOT NULL,
        "DecidedBy" character varying(120),
        "DecidedAt" timestamp with time zone,
        "Reason" character varying(1000),
        CONSTRAINT "PK_KnowledgeVersions" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_KnowledgeVersions_KnowledgeArticles_ArticleId" FOREIGN KEY ("ArticleId") REFERENCES "KnowledgeArticles" ("Id") ON DELETE CASCADE,
        CONSTRAINT "FK_KnowledgeVersions_Obligations_ObligationId" FOREIGN KEY ("ObligationId") REFERENCES "Obligations" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122150102_Staffing') THEN
    CREATE TABLE "TrainingOrderAgents" (
        "OrderId" uuid NOT NULL,
        "AgentId" uuid NOT NULL,
        "TenantId" uuid NOT NULL,
        "VendorId" uuid NOT NULL,
        "ContractId" uuid NOT NULL,
        "SessionId" uuid,
        "PassedOn" date,
        "Score" integer,
        "Excused" boolean NOT NULL,
        CONSTRAINT "PK_TrainingOrderAgents" PRIMARY KEY ("OrderId", "AgentId"),
        CONSTRAINT "FK_TrainingOrderAgents_Agents_AgentId" FOREIGN KEY ("AgentId") REFERENCES "Agents" ("Id") ON DELETE RESTRICT,
        CONSTRAINT "FK_TrainingOrderAgents_TrainingOrders_OrderId" FOREIGN KEY ("OrderId") REFERENCES "TrainingOrders" ("Id") ON DELETE CASCADE,
        CONSTRAINT "FK_TrainingOrderAgents_TrainingSessions_SessionId" FOREIGN KEY ("SessionId") REFERENCES "TrainingSessions" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122150102_Staffing') THEN
    CREATE TABLE "TrainingResults" (
        "Id" uuid NOT NULL,
        "TenantId" uuid NOT NULL,
        "VendorId" uuid NOT NULL,
        "ContractId" uuid NOT NULL,
        "SessionId" uuid NOT NULL,
        "AgentId" uuid NOT NULL,
        "Attended" boolean NOT NULL,
        "Score" integer,
        "Passed" boolean NOT NULL,
        "RecordedBy" character varying(120) NOT NULL,
        "RecordedAt" timestamp with time zone NOT NULL,
        CONSTRAINT "PK_TrainingResults" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_TrainingResults_Agents_AgentId" FOREIGN KEY ("AgentId") REFERENCES "Agents" ("Id") ON DELETE RESTRICT,
        CONSTRAINT "FK_TrainingResults_TrainingSessions_SessionId" FOREIGN KEY ("SessionId") REFERENCES "TrainingSessions" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122150102_Staffing') THEN
    CREATE UNIQUE INDEX "IX_AgentDays_TenantId_AgentId_Date_Revision" ON "AgentDays" ("TenantId", "AgentId", "Date", "Revision");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122150102_Staffing') THEN
    CREATE INDEX "IX_AgentDays_TenantId_ContractId_Date" ON "AgentDays" ("TenantId", "ContractId", "Date");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122150102_Staffing') THEN
    CREATE INDEX "IX_Agents_ContractId" ON "Agents" ("ContractId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122150102_Staffing') THEN
    CREATE INDEX "IX_Agents_TenantId_ContractId" ON "Agents" ("TenantId", "ContractId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122150102_Staffing') THEN
    CREATE UNIQUE INDEX "IX_Agents_TenantId_VendorId_Number" ON "Agents" ("TenantId", "VendorId", "Number");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122150102_Staffing') THEN
    CREATE INDEX "IX_BrandPacks_ContractId" ON "BrandPacks" ("ContractId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122150102_Staffing') THEN
    CREATE UNIQUE INDEX "IX_BrandPacks_TenantId_ContractId_Number" ON "BrandPacks" ("TenantId", "ContractId", "Number");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122150102_Staffing') THEN
    CREATE INDEX "IX_BrandQuarters_ContractId" ON "BrandQuarters" ("ContractId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122150102_Staffing') THEN
    CREATE INDEX "IX_BrandQuarters_ObligationId" ON "BrandQuarters" ("ObligationId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122150102_Staffing') THEN
    CREATE UNIQUE INDEX "IX_BrandQuarters_TenantId_ContractId_From" ON "BrandQuarters" ("TenantId", "ContractId", "From");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122150102_Staffing') THEN
    CREATE INDEX "IX_BriefingReceipts_AgentId" ON "BriefingReceipts" ("AgentId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122150102_Staffing') THEN
    CREATE INDEX "IX_BriefingReceipts_TenantId_AgentId" ON "BriefingReceipts" ("TenantId", "AgentId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122150102_Staffing') THEN
    CREATE INDEX "IX_Briefings_ContractId" ON "Briefings" ("ContractId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122150102_Staffing') THEN
    CREATE INDEX "IX_Briefings_TenantId_ContractId_PublishedAt" ON "Briefings" ("TenantId", "ContractId", "PublishedAt");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122150102_Staffing') THEN
    CREATE INDEX "IX_Certificates_AgentId" ON "Certificates" ("AgentId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122150102_Staffing') THEN
    CREATE INDEX "IX_Certificates_TenantId_AgentId_ValidUntil" ON "Certificates" ("TenantId", "AgentId", "ValidUntil");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122150102_Staffing') THEN
    CREATE INDEX "IX_Certificates_TenantId_ContractId_ValidUntil" ON "Certificates" ("TenantId", "ContractId", "ValidUntil");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122150102_Staffing') THEN
    CREATE INDEX "IX_Courses_ContractId" ON "Courses" ("ContractId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122150102_Staffing') THEN
    CREATE INDEX "IX_Courses_TenantId_ContractId_Title" ON "Courses" ("TenantId", "ContractId", "Title");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122150102_Staffing') THEN
    CREATE INDEX "IX_KnowledgeArticles_ContractId" ON "KnowledgeArticles" ("ContractId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122150102_Staffing') THEN
    CREATE INDEX "IX_KnowledgeArticles_IssueId" ON "KnowledgeArticles" ("IssueId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122150102_Staffing') THEN
    CREATE INDEX "IX_KnowledgeArticles_OutletId" ON "KnowledgeArticles" ("OutletId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122150102_Staffing') THEN
    CREATE INDEX "IX_KnowledgeArticles_TenantId_ContractId_ChangedAt" ON "KnowledgeArticles" ("TenantId", "ContractId", "ChangedAt");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122150102_Staffing') THEN
    CREATE INDEX "IX_KnowledgeVersions_ArticleId" ON "KnowledgeVersions" ("ArticleId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122150102_Staffing') THEN
    CREATE INDEX "IX_KnowledgeVersions_ObligationId" ON "KnowledgeVersions" ("ObligationId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122150102_Staffing') THEN
    CREATE UNIQUE INDEX "IX_KnowledgeVersions_TenantId_ArticleId_Number" ON "KnowledgeVersions" ("TenantId", "ArticleId", "Number");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122150102_Staffing') THEN
    CREATE INDEX "IX_ReplacementRequests_ContractId" ON "ReplacementRequests" ("ContractId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122150102_Staffing') THEN
    CREATE INDEX "IX_ReplacementRequests_LeaverId" ON "ReplacementRequests" ("LeaverId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122150102_Staffing') THEN
    CREATE INDEX "IX_ReplacementRequests_ObligationId" ON "ReplacementRequests" ("ObligationId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122150102_Staffing') THEN
    CREATE INDEX "IX_ReplacementRequests_SuccessorId" ON "ReplacementRequests" ("SuccessorId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122150102_Staffing') THEN
    CREATE INDEX "IX_ReplacementRequests_TenantId_ContractId_AskedAt" ON "ReplacementRequests" ("TenantId", "ContractId", "AskedAt");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122150102_Staffing') THEN
    CREATE INDEX "IX_RequirementDays_ContractId" ON "RequirementDays" ("ContractId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122150102_Staffing') THEN
    CREATE INDEX "IX_RequirementDays_OutletId" ON "RequirementDays" ("OutletId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122150102_Staffing') THEN
    CREATE UNIQUE INDEX "IX_RequirementDays_TenantId_ContractId_Date_OutletId_Channel_R~" ON "RequirementDays" ("TenantId", "ContractId", "Date", "OutletId", "Channel", "Revision");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122150102_Staffing') THEN
    CREATE INDEX "IX_ShiftChecks_ContractId" ON "ShiftChecks" ("ContractId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122150102_Staffing') THEN
    CREATE INDEX "IX_ShiftChecks_IssueId" ON "ShiftChecks" ("IssueId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122150102_Staffing') THEN
    CREATE INDEX "IX_ShiftChecks_TenantId_ContractId_CheckedAt" ON "ShiftChecks" ("TenantId", "ContractId", "CheckedAt");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122150102_Staffing') THEN
    CREATE INDEX "IX_ShortfallAlarms_ContractId" ON "ShortfallAlarms" ("ContractId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122150102_Staffing') THEN
    CREATE UNIQUE INDEX "IX_ShortfallAlarms_TenantId_ContractId_Date_Channel_Interval" ON "ShortfallAlarms" ("TenantId", "ContractId", "Date", "Channel", "Interval");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122150102_Staffing') THEN
    CREATE INDEX "IX_TrainingOrderAgents_AgentId" ON "TrainingOrderAgents" ("AgentId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122150102_Staffing') THEN
    CREATE INDEX "IX_TrainingOrderAgents_SessionId" ON "TrainingOrderAgents" ("SessionId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122150102_Staffing') THEN
    CREATE INDEX "IX_TrainingOrderAgents_TenantId_AgentId" ON "TrainingOrderAgents" ("TenantId", "AgentId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122150102_Staffing') THEN
    CREATE INDEX "IX_TrainingOrders_ContractId" ON "TrainingOrders" ("ContractId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122150102_Staffing') THEN
    CREATE INDEX "IX_TrainingOrders_CourseId" ON "TrainingOrders" ("CourseId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122150102_Staffing') THEN
    CREATE INDEX "IX_TrainingOrders_IssueId" ON "TrainingOrders" ("IssueId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122150102_Staffing') THEN
    CREATE INDEX "IX_TrainingOrders_ObligationId" ON "TrainingOrders" ("ObligationId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122150102_Staffing') THEN
    CREATE INDEX "IX_TrainingOrders_TenantId_ContractId_OrderedAt" ON "TrainingOrders" ("TenantId", "ContractId", "OrderedAt");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122150102_Staffing') THEN
    CREATE INDEX "IX_TrainingOrders_TenantId_IssueId" ON "TrainingOrders" ("TenantId", "IssueId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122150102_Staffing') THEN
    CREATE INDEX "IX_TrainingResults_AgentId" ON "TrainingResults" ("AgentId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122150102_Staffing') THEN
    CREATE INDEX "IX_TrainingResults_SessionId" ON "TrainingResults" ("SessionId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122150102_Staffing') THEN
    CREATE UNIQUE INDEX "IX_TrainingResults_TenantId_SessionId_AgentId" ON "TrainingResults" ("TenantId", "SessionId", "AgentId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122150102_Staffing') THEN
    CREATE INDEX "IX_TrainingSessions_CourseId" ON "TrainingSessions" ("CourseId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122150102_Staffing') THEN
    CREATE INDEX "IX_TrainingSessions_TenantId_ContractId_Date" ON "TrainingSessions" ("TenantId", "ContractId", "Date");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122150102_Staffing') THEN
    INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
    VALUES ('20261122150102_Staffing', '10.0.14');
    END IF;
END $EF$;
COMMIT;

START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122160634_InspectionsWeeksSeals') THEN
    DROP INDEX "IX_Scorecards_ContractId";
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122160634_InspectionsWeeksSeals') THEN
    ALTER TABLE "VendorReports" ALTER COLUMN "Month" TYPE character varying(8);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122160634_InspectionsWeeksSeals') THEN
    ALTER TABLE "Scorecards" ADD "CheckCode" character varying(32);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122160634_InspectionsWeeksSeals') THEN
    ALTER TABLE "Scorecards" ADD "RevisionReason" character varying(500);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122160634_InspectionsWeeksSeals') THEN
    ALTER TABLE "Scorecards" ADD "Seal" character varying(64);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122160634_InspectionsWeeksSeals') THEN
    ALTER TABLE "Scorecards" ADD "SealNumber" integer;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122160634_InspectionsWeeksSeals') THEN
    ALTER TABLE "Reconciliations" ALTER COLUMN "Month" TYPE character varying(8);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122160634_InspectionsWeeksSeals') THEN
    ALTER TABLE "OwedDocuments" ALTER COLUMN "Month" TYPE character varying(8);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122160634_InspectionsWeeksSeals') THEN
    ALTER TABLE "Obligations" ALTER COLUMN "ReportMonth" TYPE character varying(8);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122160634_InspectionsWeeksSeals') THEN
    ALTER TABLE "DocumentDemands" ALTER COLUMN "From" TYPE character varying(8);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122160634_InspectionsWeeksSeals') THEN
    CREATE TABLE "CorrectiveActions" (
        "Id" uuid NOT NULL,
        "TenantId" uuid NOT NULL,
        "VendorId" uuid NOT NULL,
        "ContractId" uuid NOT NULL,
        "Number" character varying(20) NOT NULL,
        "Demand" text NOT NULL,
        "Origin" character varying(40) NOT NULL,
        "Title" character varying(200) NOT NULL,
        "MetricCode" character varying(10),
        "Month" character varying(7),
        "Until" date NOT NULL,
        "State" character varying(40) NOT NULL,
        "PlanOwedId" uuid NOT NULL,
        "ActionOwedId" uuid NOT NULL,
        "Plan" text,
        "Notes" text NOT NULL,
        "Verifications" text NOT NULL,
        "DemandedBy" character varying(120) NOT NULL,
        "DemandedAt" timestamp with time zone NOT NULL,
        "Level" integer NOT NULL,
        "NextClimbAt" timestamp with time zone,
        "ClosedAt" timestamp with time zone,
        "Version" integer NOT NULL,
        CONSTRAINT "PK_CorrectiveActions" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_CorrectiveActions_Contracts_ContractId" FOREIGN KEY ("ContractId") REFERENCES "Contracts" ("Id") ON DELETE RESTRICT,
        CONSTRAINT "FK_CorrectiveActions_Obligations_ActionOwedId" FOREIGN KEY ("ActionOwedId") REFERENCES "Obligations" ("Id") ON DELETE RESTRICT,
        CONSTRAINT "FK_CorrectiveActions_Obligations_PlanOwedId" FOREIGN KEY ("PlanOwedId") REFERENCES "Obligations" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122160634_InspectionsWeeksSeals') THEN
    CREATE TABLE "ItemPlans" (
        "Id" uuid NOT NULL,
        "TenantId" uuid NOT NULL,
        "VendorId" uuid NOT NULL,
        "ContractId" uuid NOT NULL,
        "Code" character varying(4) NOT NULL,
        "Month" character varying(7) NOT NULL,
        "BeforeFull" integer NOT NULL,
        "BeforeScored" integer NOT NULL,
        "OpenedAt" timestamp with time zone NOT NULL,
        "Measure" character varying(1000),
        "TrainedOn" date,
        "PlannedBy" character varying(120),
        "ClosedAt" timestamp with time zone,
        "AfterFull" integer NOT NULL,
        "AfterScored" integer NOT NULL,
        "Version" integer NOT NULL,
        CONSTRAINT "PK_ItemPlans" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_ItemPlans_Contracts_ContractId" FOREIGN KEY ("ContractId") REFERENCES "Contracts" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122160634_InspectionsWeeksSeals') THEN
    CREATE TABLE "QaContacts" (
        "Id" uuid NOT NULL,
        "TenantId" uuid NOT NULL,
        "VendorId" uuid NOT NULL,
        "OutletId" uuid NOT NULL,
        "ContractId" uuid NOT NULL,
        "Agent" character varying(40) NOT NULL,
        "AgentId" uuid,
        "Channel" character varying(40) NOT NULL,
        "StartedAt" timestamp with time zone NOT NULL,
        "Date" date NOT NULL,
        "Hour" integer NOT NULL,
        "Reason" character varying(80),
        "Waybill" character varying(40),
        "DurationSeconds" integer,
        "Kind" character varying(40) NOT NULL,
        "Source" character varying(40) NOT NULL,
        "ExternalId" character varying(80) NOT NULL,
        "Recording" text,
        "Transcript" text NOT NULL,
        "AddedBy" character varying(120) NOT NULL,
        "AddedAt" timestamp with time zone NOT NULL,
        "ShownAt" timestamp with time zone,
        "Version" integer NOT NULL,
        CONSTRAINT "PK_QaContacts" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_QaContacts_Agents_AgentId" FOREIGN KEY ("AgentId") REFERENCES "Agents" ("Id") ON DELETE RESTRICT,
        CONSTRAINT "FK_QaContacts_Contracts_ContractId" FOREIGN KEY ("ContractId") REFERENCES "Contracts" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122160634_InspectionsWeeksSeals') THEN
    CREATE TABLE "QaForms" (
        "Id" uuid NOT NULL,
        "TenantId" uuid NOT NULL,
        "Number" integer NOT NULL,
        "Body" text NOT NULL,
        "ChangedBy" character varying(120) NOT NULL,
        "ChangedAt" timestamp with time zone NOT NULL,
        "PublishedAt" timestamp with time zone,
        "Version" integer NOT NULL,
        CONSTRAINT "PK_QaForms" PRIMARY KEY ("Id")
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122160634_InspectionsWeeksSeals') THEN
    CREATE TABLE "SampleDraws" (
        "Id" uuid NOT NULL,
        "TenantId" uuid NOT NULL,
        "VendorId" uuid NOT NULL,
        "ContractId" uuid NOT NULL,
        "Month" character varying(7) NOT NULL,
        "Number" integer NOT NULL,
        "Seed" character varying(64) NOT NULL,
        "Plan" text NOT NULL,
        "Frame" bytea NOT NULL,
        "FrameCount" integer NOT NULL,
        "FrameSha256" character varying(64) NOT NULL,
        "Picks" text NOT NULL,
        "DrawnBy" character varying(120) NOT NULL,
        "DrawnAt" timestamp with time zone NOT NULL,
        CONSTRAINT "PK_SampleDraws" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_SampleDraws_Contracts_ContractId" FOREIGN KEY ("ContractId") REFERENCES "Contracts" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122160634_InspectionsWeeksSeals') THEN
    CREATE TABLE "CalibrationRounds" (
        "Id" uuid NOT NULL,
        "TenantId" uuid NOT NULL,
        "VendorId" uuid NOT NULL,
        "ContractId" uuid NOT NULL,
        "Title" character varying(120) NOT NULL,
        "FormId" uuid NOT NULL,
        "Contacts" text NOT NULL,
        "Reviewers" text NOT NULL,
        "OpenedBy" character varying(120) NOT NULL,
        "OpenedAt" timestamp with time zone NOT NULL,
        "ClosedAt" timestamp with time zone,
        "Version" integer NOT NULL,
        CONSTRAINT "PK_CalibrationRounds" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_CalibrationRounds_Contracts_ContractId" FOREIGN KEY ("ContractId") REFERENCES "Contracts" ("Id") ON DELETE RESTRICT,
        CONSTRAINT "FK_CalibrationRounds_QaForms_FormId" FOREIGN KEY ("FormId") REFERENCES "QaForms" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122160634_InspectionsWeeksSeals') THEN
    CREATE TABLE "Evaluations" (
        "Id" uuid NOT NULL,
        "TenantId" uuid NOT NULL,
        "VendorId" uuid NOT NULL,
        "OutletId" uuid NOT NULL,
        "ContractId" uuid NOT NULL,
        "ContactId" uuid NOT NULL,
        "Agent" character varying(40) NOT NULL,
        "AgentId" uuid,
        "Month" character varying(7) NOT NULL,
        "FormId" uuid NOT NULL,
        "Purpose" character varying(40) NOT NULL,
        "Stratum" character varying(160),
        "DrawId" uuid,
        "RoundId" uuid,
        "CoachingId" uuid,
        "OriginalId" uuid,
        "Reason" character varying(400),
        "State" character varying(40) NOT NULL,
        "OpenedAt" timestamp with time zone NOT NULL,
        "ReviewerId" uuid,
        "ReviewerName" character varying(120),
        "ReviewerSide" character varying(40),
        "Answers" text NOT NULL,
        "Summary" character varying(2000),
        "DraftedAt" timestamp with time zone,
        "SubmittedAt" timestamp with time zone,
        "SkippedReason" character varying(400),
        "ShownAt" timestamp with time zone,
        "Rulings" text NOT NULL,
        "Raw" numeric(18,4),
        "Score" numeric(18,4),
        "Passed" boolean NOT NULL,
        "HasFatal" boolean NOT NULL,
        "CapsGrade" boolean NOT NULL,
        "BrandFull" integer NOT NULL,
        "BrandScored" integer NOT NULL,
        "Version" integer NOT NULL,
        CONSTRAINT "PK_Evaluations" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_Evaluations_QaContacts_ContactId" FOREIGN KEY ("ContactId") REFERENCES "QaContacts" ("Id") ON DELETE RESTRICT,
        CONSTRAINT "FK_Evaluations_QaForms_FormId" FOREIGN KEY ("FormId") REFERENCES "QaForms" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122160634_InspectionsWeeksSeals') THEN
    CREATE TABLE "Appeals" (
        "Id" uuid NOT NULL,
        "TenantId" uuid NOT NULL,
        "VendorId" uuid NOT NULL,
        "OutletId" uuid NOT NULL,
        "ContractId" uuid NOT NULL,
        "EvaluationId" uuid NOT NULL,
        "Code" character varying(4) NOT NULL,
        "Given" character varying(40),
        "Wanted" character varying(40),
        "Reason" character varying(1000) NOT NULL,
        "Evidence" text,
        "State" character varying(40) NOT NULL,
        "FiledBy" character varying(120) NOT NULL,
        "FiledAt" timestamp with time zone NOT NULL,
        "DueAt" timestamp with time zone NOT NULL,
        "Climbs" integer NOT NULL,
        "Answer" character varying(1000),
        "AnsweredById" uuid,
        "AnsweredBy" character varying(120),
        "AnsweredAt" timestamp with time zone,
        "FinalReason" character varying(1000),
        "FinalAnswer" character varying(1000),
        "FinalBy" character varying(120),
        "FinalAt" timestamp with time zone,
        "Version" integer NOT NULL,
        CONSTRAINT "PK_Appeals" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_Appeals_Evaluations_EvaluationId" FOREIGN KEY ("EvaluationId") REFERENCES "Evaluations" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122160634_InspectionsWeeksSeals') THEN
    CREATE TABLE "Coachings" (
        "Id" uuid NOT NULL,
        "TenantId" uuid NOT NULL,
        "VendorId" uuid NOT NULL,
        "ContractId" uuid NOT NULL,
        "EvaluationId" uuid NOT NULL,
        "Agent" character varying(40) NOT NULL,
        "AgentId" uuid,
        "State" character varying(40) NOT NULL,
        "OpenedAt" timestamp with time zone NOT NULL,
        "DueAt" timestamp with time zone,
        "HeldAt" timestamp with time zone,
        "Coach" character varying(80),
        "Notes" character varying(2000),
        "AcknowledgedAt" timestamp with time zone,
        "Witness" character varying(120),
        "Resampled" integer NOT NULL,
        "ResamplePassed" integer NOT NULL,
        "ClosedAt" timestamp with time zone,
        "Version" integer NOT NULL,
        CONSTRAINT "PK_Coachings" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_Coachings_Evaluations_EvaluationId" FOREIGN KEY ("EvaluationId") REFERENCES "Evaluations" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122160634_InspectionsWeeksSeals') THEN
    CREATE UNIQUE INDEX "IX_Scorecards_CheckCode" ON "Scorecards" ("CheckCode");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122160634_InspectionsWeeksSeals') THEN
    CREATE UNIQUE INDEX "IX_Scorecards_ContractId_SealNumber" ON "Scorecards" ("ContractId", "SealNumber");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122160634_InspectionsWeeksSeals') THEN
    CREATE UNIQUE INDEX "IX_Amendments_TenantId_ContractId" ON "Amendments" ("TenantId", "ContractId") WHERE "State" = 'Proposed';
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122160634_InspectionsWeeksSeals') THEN
    CREATE INDEX "IX_Appeals_EvaluationId" ON "Appeals" ("EvaluationId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122160634_InspectionsWeeksSeals') THEN
    CREATE UNIQUE INDEX "IX_Appeals_TenantId_EvaluationId_Code" ON "Appeals" ("TenantId", "EvaluationId", "Code");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122160634_InspectionsWeeksSeals') THEN
    CREATE INDEX "IX_Appeals_TenantId_State_DueAt" ON "Appeals" ("TenantId", "State", "DueAt");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122160634_InspectionsWeeksSeals') THEN
    CREATE INDEX "IX_CalibrationRounds_ContractId" ON "CalibrationRounds" ("ContractId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122160634_InspectionsWeeksSeals') THEN
    CREATE INDEX "IX_CalibrationRounds_FormId" ON "CalibrationRounds" ("FormId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122160634_InspectionsWeeksSeals') THEN
    CREATE INDEX "IX_CalibrationRounds_TenantId_ContractId_OpenedAt" ON "CalibrationRounds" ("TenantId", "ContractId", "OpenedAt");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122160634_InspectionsWeeksSeals') THEN
    CREATE INDEX "IX_Coachings_EvaluationId" ON "Coachings" ("EvaluationId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122160634_InspectionsWeeksSeals') THEN
    CREATE INDEX "IX_Coachings_TenantId_ContractId_State" ON "Coachings" ("TenantId", "ContractId", "State");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122160634_InspectionsWeeksSeals') THEN
    CREATE UNIQUE INDEX "IX_Coachings_TenantId_EvaluationId" ON "Coachings" ("TenantId", "EvaluationId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122160634_InspectionsWeeksSeals') THEN
    CREATE INDEX "IX_CorrectiveActions_ActionOwedId" ON "CorrectiveActions" ("ActionOwedId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122160634_InspectionsWeeksSeals') THEN
    CREATE INDEX "IX_CorrectiveActions_ContractId" ON "CorrectiveActions" ("ContractId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122160634_InspectionsWeeksSeals') THEN
    CREATE INDEX "IX_CorrectiveActions_PlanOwedId" ON "CorrectiveActions" ("PlanOwedId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122160634_InspectionsWeeksSeals') THEN
    CREATE INDEX "IX_CorrectiveActions_TenantId_ActionOwedId" ON "CorrectiveActions" ("TenantId", "ActionOwedId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122160634_InspectionsWeeksSeals') THEN
    CREATE INDEX "IX_CorrectiveActions_TenantId_ContractId_State" ON "CorrectiveActions" ("TenantId", "ContractId", "State");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122160634_InspectionsWeeksSeals') THEN
    CREATE UNIQUE INDEX "IX_CorrectiveActions_TenantId_Number" ON "CorrectiveActions" ("TenantId", "Number");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122160634_InspectionsWeeksSeals') THEN
    CREATE INDEX "IX_Evaluations_ContactId" ON "Evaluations" ("ContactId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122160634_InspectionsWeeksSeals') THEN
    CREATE INDEX "IX_Evaluations_FormId" ON "Evaluations" ("FormId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122160634_InspectionsWeeksSeals') THEN
    CREATE INDEX "IX_Evaluations_TenantId_CoachingId" ON "Evaluations" ("TenantId", "CoachingId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122160634_InspectionsWeeksSeals') THEN
    CREATE INDEX "IX_Evaluations_TenantId_ContactId" ON "Evaluations" ("TenantId", "ContactId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122160634_InspectionsWeeksSeals') THEN
    CREATE INDEX "IX_Evaluations_TenantId_ContractId_Month_State" ON "Evaluations" ("TenantId", "ContractId", "Month", "State");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122160634_InspectionsWeeksSeals') THEN
    CREATE INDEX "IX_Evaluations_TenantId_RoundId" ON "Evaluations" ("TenantId", "RoundId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122160634_InspectionsWeeksSeals') THEN
    CREATE INDEX "IX_ItemPlans_ContractId" ON "ItemPlans" ("ContractId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122160634_InspectionsWeeksSeals') THEN
    CREATE UNIQUE INDEX "IX_ItemPlans_TenantId_ContractId_Month_Code" ON "ItemPlans" ("TenantId", "ContractId", "Month", "Code");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122160634_InspectionsWeeksSeals') THEN
    CREATE INDEX "IX_QaContacts_AgentId" ON "QaContacts" ("AgentId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122160634_InspectionsWeeksSeals') THEN
    CREATE INDEX "IX_QaContacts_ContractId" ON "QaContacts" ("ContractId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122160634_InspectionsWeeksSeals') THEN
    CREATE INDEX "IX_QaContacts_TenantId_ContractId_Date" ON "QaContacts" ("TenantId", "ContractId", "Date");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122160634_InspectionsWeeksSeals') THEN
    CREATE UNIQUE INDEX "IX_QaContacts_TenantId_ContractId_ExternalId" ON "QaContacts" ("TenantId", "ContractId", "ExternalId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122160634_InspectionsWeeksSeals') THEN
    CREATE UNIQUE INDEX "IX_QaForms_TenantId_Number" ON "QaForms" ("TenantId", "Number");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122160634_InspectionsWeeksSeals') THEN
    CREATE INDEX "IX_SampleDraws_ContractId" ON "SampleDraws" ("ContractId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122160634_InspectionsWeeksSeals') THEN
    CREATE UNIQUE INDEX "IX_SampleDraws_TenantId_ContractId_Month_Number" ON "SampleDraws" ("TenantId", "ContractId", "Month", "Number");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122160634_InspectionsWeeksSeals') THEN
    INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
    VALUES ('20261122160634_InspectionsWeeksSeals', '10.0.14');
    END IF;
END $EF$;
COMMIT;

START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122193034_ReviewsRetentionSessions') THEN
    DROP INDEX "IX_AuditEntries_TenantId_Sequence";
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122193034_ReviewsRetentionSessions') THEN
    ALTER TABLE "Tenants" ADD "RequiresSecondStep" boolean NOT NULL DEFAULT FALSE;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122193034_ReviewsRetentionSessions') THEN
    ALTER TABLE "Scorecards" ADD "CorrectedAt" timestamp with time zone;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122193034_ReviewsRetentionSessions') THEN
    ALTER TABLE "Scorecards" ADD "ReviewClosedAt" timestamp with time zone;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122193034_ReviewsRetentionSessions') THEN
    ALTER TABLE "Scorecards" ADD "ReviewDueAt" timestamp with time zone;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122193034_ReviewsRetentionSessions') THEN
    ALTER TABLE "Scorecards" ADD "ReviewOpenedAt" timestamp with time zone;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122193034_ReviewsRetentionSessions') THEN
    ALTER TABLE "Scorecards" ADD "RulingDueAt" timestamp with time zone;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122193034_ReviewsRetentionSessions') THEN
    ALTER TABLE "QaContacts" ADD "ForgottenAt" timestamp with time zone;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122193034_ReviewsRetentionSessions') THEN
    ALTER TABLE "Notices" ALTER COLUMN "IssueId" DROP NOT NULL;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122193034_ReviewsRetentionSessions') THEN
    ALTER TABLE "Notices" ADD "ContractId" uuid;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122193034_ReviewsRetentionSessions') THEN
    ALTER TABLE "Notices" ADD "Number" character varying(120);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122193034_ReviewsRetentionSessions') THEN
    ALTER TABLE "Notices" ADD "OutletId" uuid;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122193034_ReviewsRetentionSessions') THEN
    ALTER TABLE "Notices" ADD "Subject" character varying(40) NOT NULL DEFAULT '';
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122193034_ReviewsRetentionSessions') THEN
    ALTER TABLE "Notices" ADD "SubjectId" uuid;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122193034_ReviewsRetentionSessions') THEN
    ALTER TABLE "DraftFiles" ADD "ForEvaluationId" uuid;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122193034_ReviewsRetentionSessions') THEN
    ALTER TABLE "CorrectiveActions" ADD "EvaluationId" uuid;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122193034_ReviewsRetentionSessions') THEN
    ALTER TABLE "Coachings" ADD "RemindedAt" timestamp with time zone;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122193034_ReviewsRetentionSessions') THEN
    ALTER TABLE "Attachments" ADD "RemovedAt" timestamp with time zone;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122193034_ReviewsRetentionSessions') THEN
    CREATE TABLE "AuditHeads" (
        "TenantId" uuid NOT NULL,
        "Sequence" bigint NOT NULL,
        "Hash" character varying(64) NOT NULL,
        "KeptAfter" bigint NOT NULL,
        "KeptAfterHash" character varying(64) NOT NULL,
        "Version" integer NOT NULL,
        CONSTRAINT "PK_AuditHeads" PRIMARY KEY ("TenantId")
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122193034_ReviewsRetentionSessions') THEN
    CREATE TABLE "CreditClaims" (
        "Id" uuid NOT NULL,
        "TenantId" uuid NOT NULL,
        "VendorId" uuid NOT NULL,
        "ContractId" uuid NOT NULL,
        "ScorecardId" uuid NOT NULL,
        "Month" character varying(7) NOT NULL,
        "Revision" integer NOT NULL,
        "Currency" character varying(3) NOT NULL,
        "Amount" numeric(18,4) NOT NULL,
        "SettledAmount" numeric(18,4) NOT NULL,
        "State" character varying(40) NOT NULL,
        "ClaimedAt" timestamp with time zone NOT NULL,
        "AgreedAt" timestamp with time zone,
        "AgreedBy" character varying(120),
        "SettledAt" timestamp with time zone,
        "SettledBy" character varying(120),
        "InvoiceReference" character varying(80),
        "Version" integer NOT NULL,
        CONSTRAINT "PK_CreditClaims" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_CreditClaims_Scorecards_ScorecardId" FOREIGN KEY ("ScorecardId") REFERENCES "Scorecards" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122193034_ReviewsRetentionSessions') THEN
    CREATE TABLE "LegalHolds" (
        "Id" uuid NOT NULL,
        "TenantId" uuid NOT NULL,
        "IssueId" uuid,
        "ContractId" uuid,
        "Reason" character varying(400) NOT NULL,
        "PlacedBy" character varying(120) NOT NULL,
        "PlacedAt" timestamp with time zone NOT NULL,
        "ReleasedBy" character varying(120),
        "ReleasedAt" timestamp with time zone,
        CONSTRAINT "PK_LegalHolds" PRIMARY KEY ("Id")
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122193034_ReviewsRetentionSessions') THEN
    CREATE TABLE "RetentionSettings" (
        "TenantId" uuid NOT NULL,
        "Recordings" integer NOT NULL,
        "Evidence" integer NOT NULL,
        "Customers" integer NOT NULL,
        "Assessments" integer NOT NULL,
        "Audit" integer NOT NULL,
        "Version" integer NOT NULL,
        CONSTRAINT "PK_RetentionSettings" PRIMARY KEY ("TenantId")
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122193034_ReviewsRetentionSessions') THEN
    CREATE TABLE "ScorecardAppeals" (
        "Id" uuid NOT NULL,
        "TenantId" uuid NOT NULL,
        "VendorId" uuid NOT NULL,
        "ContractId" uuid NOT NULL,
        "ScorecardId" uuid NOT NULL,
        "Month" character varying(7) NOT NULL,
        "Code" character varying(8) NOT NULL,
        "ObligationId" uuid,
        "ObligationKind" character varying(40),
        "Reference" character varying(60),
        "Grounds" character varying(1000) NOT NULL,
        "ClaimedNumerator" numeric(18,4),
        "ClaimedDenominator" numeric(18,4),
        "Evidence" text,
        "State" character varying(40) NOT NULL,
        "FiledBy" character varying(120) NOT NULL,
        "FiledAt" timestamp with time zone NOT NULL,
        "DueAt" timestamp with time zone NOT NULL,
        "Outcome" character varying(40),
        "RuledNumerator" numeric(18,4),
        "RuledDenominator" numeric(18,4),
        "Ruling" character varying(1000),
        "RuledBy" character varying(120),
        "RuledAt" timestamp with time zone,
        "Effect" text,
        "Version" integer NOT NULL,
        CONSTRAINT "PK_ScorecardAppeals" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_ScorecardAppeals_Scorecards_ScorecardId" FOREIGN KEY ("ScorecardId") REFERENCES "Scorecards" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122193034_ReviewsRetentionSessions') THEN
    CREATE TABLE "ScorecardEvents" (
        "Id" uuid NOT NULL,
        "TenantId" uuid NOT NULL,
        "VendorId" uuid NOT NULL,
        "ContractId" uuid NOT NULL,
        "ScorecardId" uuid NOT NULL,
        "Kind" character varying(40) NOT NULL,
        "ActorId" uuid,
        "ByName" character varying(120) NOT NULL,
        "At" timestamp with time zone NOT NULL,
        "Code" character varying(8),
        "Words" character varying(1000),
        "Side" character varying(40),
        "ToldAt" timestamp with time zone,
        CONSTRAINT "PK_ScorecardEvents" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_ScorecardEvents_Scorecards_ScorecardId" FOREIGN KEY ("ScorecardId") REFERENCES "Scorecards" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122193034_ReviewsRetentionSessions') THEN
    CREATE TABLE "ScorecardRhythms" (
        "Id" uuid NOT NULL,
        "TenantId" uuid NOT NULL,
        "DraftingDay" integer NOT NULL,
        "HoldDays" integer NOT NULL,
        "ReviewDays" integer NOT NULL,
        "RulingDays" integer NOT NULL,
        "Version" integer NOT NULL,
        CONSTRAINT "PK_ScorecardRhythms" PRIMARY KEY ("Id")
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122193034_ReviewsRetentionSessions') THEN
    CREATE TABLE "SignInEvents" (
        "Id" uuid NOT NULL,
        "UserId" uuid,
        "At" timestamp with time zone NOT NULL,
        "Outcome" character varying(40) NOT NULL,
        "Address" character varying(45) NOT NULL,
        "Device" character varying(60) NOT NULL,
        CONSTRAINT "PK_SignInEvents" PRIMARY KEY ("Id")
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122193034_ReviewsRetentionSessions') THEN
    CREATE TABLE "SurveyAnswers" (
        "Id" uuid NOT NULL,
        "TenantId" uuid NOT NULL,
        "VendorId" uuid NOT NULL,
        "ContractId" uuid NOT NULL,
        "OutletId" uuid NOT NULL,
        "ExternalId" character varying(80) NOT NULL,
        "Source" character varying(40) NOT NULL,
        "Channel" character varying(40) NOT NULL,
        "ContactAt" timestamp with time zone NOT NULL,
        "Date" date NOT NULL,
        "Score" integer NOT NULL,
        "ContactExternalId" character varying(80),
        "Agent" character varying(40),
        "Waybill" character varying(40),
        "Comment" character varying(400),
        "EvaluationId" uuid,
        "AddedBy" character varying(120) NOT NULL,
        "AddedAt" timestamp with time zone NOT NULL,
        CONSTRAINT "PK_SurveyAnswers" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_SurveyAnswers_Contracts_ContractId" FOREIGN KEY ("ContractId") REFERENCES "Contracts" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122193034_ReviewsRetentionSessions') THEN
    CREATE TABLE "UserSessions" (
        "Id" uuid NOT NULL,
        "UserId" uuid NOT NULL,
        "ActsIn" uuid,
        "CreatedAt" timestamp with time zone NOT NULL,
        "LastSeenAt" timestamp with time zone NOT NULL,
        "Address" character varying(45) NOT NULL,
        "Device" character varying(60) NOT NULL,
        "EndedAt" timestamp with time zone,
        CONSTRAINT "PK_UserSessions" PRIMARY KEY ("Id")
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122193034_ReviewsRetentionSessions') THEN
    CREATE TABLE "WorkNews" (
        "Id" uuid NOT NULL,
        "TenantId" uuid NOT NULL,
        "VendorId" uuid NOT NULL,
        "ContractId" uuid NOT NULL,
        "OutletId" uuid,
        "Subject" character varying(40) NOT NULL,
        "SubjectId" uuid NOT NULL,
        "Kind" character varying(40) NOT NULL,
        "What" character varying(40) NOT NULL,
        "Mark" integer NOT NULL,
        "ActorId" uuid,
        "ByName" character varying(120),
        "At" timestamp with time zone NOT NULL,
        CONSTRAINT "PK_WorkNews" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_WorkNews_Contracts_ContractId" FOREIGN KEY ("ContractId") REFERENCES "Contracts" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122193034_ReviewsRetentionSessions') THEN
    CREATE INDEX "IX_Notices_TenantId_SubjectId_At" ON "Notices" ("TenantId", "SubjectId", "At");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122193034_ReviewsRetentionSessions') THEN
    CREATE INDEX "IX_CorrectiveActions_TenantId_EvaluationId" ON "CorrectiveActions" ("TenantId", "EvaluationId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122193034_ReviewsRetentionSessions') THEN
    CREATE INDEX "IX_AuditEntries_TenantId_At" ON "AuditEntries" ("TenantId", "At");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122193034_ReviewsRetentionSessions') THEN
    CREATE UNIQUE INDEX "IX_AuditEntries_TenantId_Sequence" ON "AuditEntries" ("TenantId", "Sequence");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122193034_ReviewsRetentionSessions') THEN
    CREATE INDEX "IX_CreditClaims_ScorecardId" ON "CreditClaims" ("ScorecardId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122193034_ReviewsRetentionSessions') THEN
    CREATE UNIQUE INDEX "IX_CreditClaims_TenantId_ContractId_Month" ON "CreditClaims" ("TenantId", "ContractId", "Month");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122193034_ReviewsRetentionSessions') THEN
    CREATE INDEX "IX_CreditClaims_TenantId_State" ON "CreditClaims" ("TenantId", "State");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122193034_ReviewsRetentionSessions') THEN
    CREATE INDEX "IX_LegalHolds_TenantId_ReleasedAt" ON "LegalHolds" ("TenantId", "ReleasedAt");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122193034_ReviewsRetentionSessions') THEN
    CREATE INDEX "IX_ScorecardAppeals_ContractId_Month" ON "ScorecardAppeals" ("ContractId", "Month");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122193034_ReviewsRetentionSessions') THEN
    CREATE INDEX "IX_ScorecardAppeals_ScorecardId" ON "ScorecardAppeals" ("ScorecardId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122193034_ReviewsRetentionSessions') THEN
    CREATE INDEX "IX_ScorecardAppeals_TenantId_State_DueAt" ON "ScorecardAppeals" ("TenantId", "State", "DueAt");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122193034_ReviewsRetentionSessions') THEN
    CREATE INDEX "IX_ScorecardEvents_ScorecardId_At" ON "ScorecardEvents" ("ScorecardId", "At");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122193034_ReviewsRetentionSessions') THEN
    CREATE INDEX "IX_ScorecardEvents_TenantId_ToldAt" ON "ScorecardEvents" ("TenantId", "ToldAt");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122193034_ReviewsRetentionSessions') THEN
    CREATE UNIQUE INDEX "IX_ScorecardRhythms_TenantId" ON "ScorecardRhythms" ("TenantId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122193034_ReviewsRetentionSessions') THEN
    CREATE INDEX "IX_SignInEvents_At" ON "SignInEvents" ("At");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122193034_ReviewsRetentionSessions') THEN
    CREATE INDEX "IX_SignInEvents_UserId_At" ON "SignInEvents" ("UserId", "At");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122193034_ReviewsRetentionSessions') THEN
    CREATE INDEX "IX_SurveyAnswers_ContractId" ON "SurveyAnswers" ("ContractId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122193034_ReviewsRetentionSessions') THEN
    CREATE INDEX "IX_SurveyAnswers_TenantId_ContractId_Date" ON "SurveyAnswers" ("TenantId", "ContractId", "Date");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122193034_ReviewsRetentionSessions') THEN
    CREATE UNIQUE INDEX "IX_SurveyAnswers_TenantId_ContractId_Source_ExternalId" ON "SurveyAnswers" ("TenantId", "ContractId", "Source", "ExternalId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122193034_ReviewsRetentionSessions') THEN
    CREATE INDEX "IX_UserSessions_CreatedAt" ON "UserSessions" ("CreatedAt");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122193034_ReviewsRetentionSessions') THEN
    CREATE INDEX "IX_UserSessions_UserId_EndedAt" ON "UserSessions" ("UserId", "EndedAt");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122193034_ReviewsRetentionSessions') THEN
    CREATE INDEX "IX_WorkNews_ContractId" ON "WorkNews" ("ContractId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122193034_ReviewsRetentionSessions') THEN
    CREATE INDEX "IX_WorkNews_TenantId_At" ON "WorkNews" ("TenantId", "At");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122193034_ReviewsRetentionSessions') THEN
    INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
    VALUES ('20261122193034_ReviewsRetentionSessions', '10.0.14');
    END IF;
END $EF$;
COMMIT;

START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122235315_RanksFatalIssuesPasskeys') THEN
    DROP INDEX "IX_Obligations_IssueId";
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122235315_RanksFatalIssuesPasskeys') THEN
    DROP INDEX "IX_Issues_TenantId_OutletId_State";
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122235315_RanksFatalIssuesPasskeys') THEN
    DROP INDEX "IX_Issues_TenantId_ProblemType_State";
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122235315_RanksFatalIssuesPasskeys') THEN
    DROP INDEX "IX_Issues_TenantId_VendorId_State";
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122235315_RanksFatalIssuesPasskeys') THEN
    ALTER TABLE "NoticeSettings" ADD "Known" text;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122235315_RanksFatalIssuesPasskeys') THEN
    ALTER TABLE "Issues" ADD "AwaitsAnswer" boolean NOT NULL DEFAULT FALSE;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122235315_RanksFatalIssuesPasskeys') THEN
    ALTER TABLE "Issues" ADD "FatalAt" timestamp with time zone;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122235315_RanksFatalIssuesPasskeys') THEN
    ALTER TABLE "Issues" ADD "FatalLiftedAt" timestamp with time zone;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122235315_RanksFatalIssuesPasskeys') THEN
    ALTER TABLE "Issues" ADD "NearestDueAt" timestamp with time zone;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122235315_RanksFatalIssuesPasskeys') THEN
    ALTER TABLE "Issues" ADD "Rank" integer NOT NULL DEFAULT 0;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122235315_RanksFatalIssuesPasskeys') THEN
    CREATE TABLE "AspNetUserPasskeys" (
        "CredentialId" bytea NOT NULL,
        "UserId" uuid NOT NULL,
        "Data" text NOT NULL,
        CONSTRAINT "PK_AspNetUserPasskeys" PRIMARY KEY ("CredentialId"),
        CONSTRAINT "FK_AspNetUserPasskeys_AspNetUsers_UserId" FOREIGN KEY ("UserId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122235315_RanksFatalIssuesPasskeys') THEN
    CREATE INDEX "IX_Obligations_IssueId_TenantId_State_DueAt" ON "Obligations" ("IssueId", "TenantId", "State", "DueAt");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122235315_RanksFatalIssuesPasskeys') THEN
    CREATE INDEX "IX_Issues_TenantId_OutletId_Rank_NearestDueAt" ON "Issues" ("TenantId", "OutletId", "Rank", "NearestDueAt");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122235315_RanksFatalIssuesPasskeys') THEN
    CREATE INDEX "IX_Issues_TenantId_OutletId_UpdatedAt" ON "Issues" ("TenantId", "OutletId", "UpdatedAt");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122235315_RanksFatalIssuesPasskeys') THEN
    CREATE INDEX "IX_Issues_TenantId_ProblemType_UpdatedAt" ON "Issues" ("TenantId", "ProblemType", "UpdatedAt");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122235315_RanksFatalIssuesPasskeys') THEN
    CREATE INDEX "IX_Issues_TenantId_Rank_NearestDueAt_Id" ON "Issues" ("TenantId", "Rank", "NearestDueAt", "Id");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122235315_RanksFatalIssuesPasskeys') THEN
    CREATE INDEX "IX_Issues_TenantId_UpdatedAt" ON "Issues" ("TenantId", "UpdatedAt");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122235315_RanksFatalIssuesPasskeys') THEN
    CREATE INDEX "IX_Issues_TenantId_VendorId_Rank_NearestDueAt" ON "Issues" ("TenantId", "VendorId", "Rank", "NearestDueAt");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122235315_RanksFatalIssuesPasskeys') THEN
    CREATE INDEX "IX_Issues_TenantId_VendorId_UpdatedAt" ON "Issues" ("TenantId", "VendorId", "UpdatedAt");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122235315_RanksFatalIssuesPasskeys') THEN
    CREATE INDEX "IX_AspNetUserPasskeys_UserId" ON "AspNetUserPasskeys" ("UserId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122235315_RanksFatalIssuesPasskeys') THEN
    INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
    VALUES ('20261122235315_RanksFatalIssuesPasskeys', '10.0.14');
    END IF;
END $EF$;
COMMIT;

START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261123032251_CompanySignIn') THEN
    CREATE TABLE "OpenIdProviders" (
        "TenantId" uuid NOT NULL,
        "Authority" character varying(256) NOT NULL,
        "ClientName" character varying(200) NOT NULL,
        "SealedSecret" character varying(2000),
        "Active" boolean NOT NULL,
        "OnlyThis" boolean NOT NULL,
        "Version" integer NOT NULL,
        CONSTRAINT "PK_OpenIdProviders" PRIMARY KEY ("TenantId")
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261123032251_CompanySignIn') THEN
    INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
    VALUES ('20261123032251_CompanySignIn', '10.0.14');
    END IF;
END $EF$;
COMMIT;

START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261123234354_ExactKeys') THEN
    TRUNCATE TABLE "SearchGrams";
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261123234354_ExactKeys') THEN
    ALTER TABLE "SearchGrams" ALTER COLUMN "Gram" TYPE character varying(4);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261123234354_ExactKeys') THEN
    INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
    VALUES ('20261123234354_ExactKeys', '10.0.14');
    END IF;
END $EF$;
COMMIT;

