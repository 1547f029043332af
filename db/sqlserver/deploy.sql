SET ANSI_NULLS, QUOTED_IDENTIFIER ON;
GO
IF OBJECT_ID(N'[__EFMigrationsHistory]') IS NULL
BEGIN
    CREATE TABLE [__EFMigrationsHistory] (
        [MigrationId] nvarchar(150) NOT NULL,
        [ProductVersion] nvarchar(32) NOT NULL,
        CONSTRAINT [PK___EFMigrationsHistory] PRIMARY KEY ([MigrationId])
    );
END;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053727_Initial'
)
BEGIN
    CREATE TABLE [AspNetUsers] (
        [Id] uniqueidentifier NOT NULL,
        [DisplayName] nvarchar(120) NOT NULL,
        [Language] nvarchar(10) NULL,
        [IsPlatformAdministrator] bit NOT NULL,
        [LastMembershipId] uniqueidentifier NULL,
        [CreatedAt] datetime2 NOT NULL,
        [UserName] nvarchar(256) NULL,
        [NormalizedUserName] nvarchar(256) NULL,
        [Email] nvarchar(256) NULL,
        [NormalizedEmail] nvarchar(256) NULL,
        [EmailConfirmed] bit NOT NULL,
        [PasswordHash] nvarchar(max) NULL,
        [SecurityStamp] nvarchar(max) NULL,
        [ConcurrencyStamp] nvarchar(max) NULL,
        [PhoneNumber] nvarchar(max) NULL,
        [PhoneNumberConfirmed] bit NOT NULL,
        [TwoFactorEnabled] bit NOT NULL,
        [LockoutEnd] datetime2 NULL,
        [LockoutEnabled] bit NOT NULL,
        [AccessFailedCount] int NOT NULL,
        CONSTRAINT [PK_AspNetUsers] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053727_Initial'
)
BEGIN
    CREATE TABLE [AuditEntries] (
        [Id] uniqueidentifier NOT NULL,
        [TenantId] uniqueidentifier NOT NULL,
        [At] datetime2 NOT NULL,
        [ActorId] uniqueidentifier NULL,
        [ActorName] nvarchar(120) NOT NULL,
        [Action] nvarchar(40) NOT NULL,
        [Subject] nvarchar(60) NOT NULL,
        [SubjectId] nvarchar(120) NOT NULL,
        [Changes] nvarchar(max) NOT NULL,
        [Sequence] bigint NULL,
        [Hash] varchar(64) NULL,
        CONSTRAINT [PK_AuditEntries] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053727_Initial'
)
BEGIN
    CREATE TABLE [CalendarVersions] (
        [Id] uniqueidentifier NOT NULL,
        [TenantId] uniqueidentifier NOT NULL,
        [Name] nvarchar(120) NOT NULL,
        [Number] int NOT NULL,
        [Definition] nvarchar(max) NOT NULL,
        [CreatedAt] datetime2 NOT NULL,
        CONSTRAINT [PK_CalendarVersions] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053727_Initial'
)
BEGIN
    CREATE TABLE [DataProtectionKeys] (
        [Id] uniqueidentifier NOT NULL,
        [FriendlyName] nvarchar(200) NOT NULL,
        [Xml] nvarchar(max) NOT NULL,
        CONSTRAINT [PK_DataProtectionKeys] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053727_Initial'
)
BEGIN
    CREATE TABLE [ImportBatches] (
        [Id] uniqueidentifier NOT NULL,
        [TenantId] uniqueidentifier NOT NULL,
        [Profile] nvarchar(60) NOT NULL,
        [FileName] nvarchar(200) NOT NULL,
        [CreateMissing] bit NOT NULL,
        [StartedBy] nvarchar(120) NOT NULL,
        [StartedAt] datetime2 NOT NULL,
        [FinishedAt] datetime2 NULL,
        [State] varchar(40) NOT NULL,
        [IncidentsDone] int NOT NULL,
        [IncidentsTotal] int NOT NULL,
        [Counts] nvarchar(800) NOT NULL,
        [FileHash] varchar(64) NULL,
        [ContentHash] varchar(64) NULL,
        [Problem] nvarchar(60) NULL,
        [ProblemArgument] nvarchar(200) NULL,
        CONSTRAINT [PK_ImportBatches] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053727_Initial'
)
BEGIN
    CREATE TABLE [ImportedIncidents] (
        [Id] uniqueidentifier NOT NULL,
        [TenantId] uniqueidentifier NOT NULL,
        [Profile] nvarchar(60) NOT NULL,
        [Key] nvarchar(120) NOT NULL,
        [IssueId] uniqueidentifier NOT NULL,
        [ContentHash] varchar(64) NOT NULL,
        [Rows] nvarchar(max) NOT NULL,
        [BatchId] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_ImportedIncidents] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053727_Initial'
)
BEGIN
    CREATE TABLE [ImportProfiles] (
        [Id] uniqueidentifier NOT NULL,
        [TenantId] uniqueidentifier NOT NULL,
        [Name] nvarchar(60) NOT NULL,
        [Json] nvarchar(max) NOT NULL,
        [ChangedAt] datetime2 NOT NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_ImportProfiles] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053727_Initial'
)
BEGIN
    CREATE TABLE [Installations] (
        [Id] int NOT NULL,
        [CreatedAt] datetime2 NOT NULL,
        [IsDemo] bit NOT NULL,
        CONSTRAINT [PK_Installations] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053727_Initial'
)
BEGIN
    CREATE TABLE [Invitations] (
        [Id] uniqueidentifier NOT NULL,
        [TenantId] uniqueidentifier NOT NULL,
        [Email] nvarchar(256) NOT NULL,
        [DisplayName] nvarchar(120) NOT NULL,
        [Role] varchar(40) NOT NULL,
        [RegionId] uniqueidentifier NULL,
        [OutletId] uniqueidentifier NULL,
        [VendorId] uniqueidentifier NULL,
        [TokenHash] varchar(64) NOT NULL,
        [InvitedBy] nvarchar(120) NOT NULL,
        [SentAt] datetime2 NOT NULL,
        [ExpiresAt] datetime2 NOT NULL,
        [AcceptedAt] datetime2 NULL,
        [WithdrawnAt] datetime2 NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_Invitations] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053727_Initial'
)
BEGIN
    CREATE TABLE [Memberships] (
        [Id] uniqueidentifier NOT NULL,
        [TenantId] uniqueidentifier NOT NULL,
        [UserId] uniqueidentifier NOT NULL,
        [DisplayName] nvarchar(120) NOT NULL,
        [Email] nvarchar(256) NOT NULL,
        [Role] varchar(40) NOT NULL,
        [RegionId] uniqueidentifier NULL,
        [OutletId] uniqueidentifier NULL,
        [VendorId] uniqueidentifier NULL,
        [JoinedAt] datetime2 NOT NULL,
        [DeactivatedAt] datetime2 NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_Memberships] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053727_Initial'
)
BEGIN
    CREATE TABLE [Outbox] (
        [Id] uniqueidentifier NOT NULL,
        [TenantId] uniqueidentifier NULL,
        [Recipient] nvarchar(256) NOT NULL,
        [Title] nvarchar(200) NOT NULL,
        [Body] nvarchar(max) NOT NULL,
        [CreatedAt] datetime2 NOT NULL,
        [NextAttemptAt] datetime2 NOT NULL,
        [Attempts] int NOT NULL,
        [DeliveredAt] datetime2 NULL,
        [LastError] nvarchar(400) NULL,
        CONSTRAINT [PK_Outbox] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053727_Initial'
)
BEGIN
    CREATE TABLE [Regions] (
        [Id] uniqueidentifier NOT NULL,
        [TenantId] uniqueidentifier NOT NULL,
        [Code] nvarchar(40) NOT NULL,
        [Name] nvarchar(120) NOT NULL,
        CONSTRAINT [PK_Regions] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053727_Initial'
)
BEGIN
    CREATE TABLE [Tenants] (
        [Id] uniqueidentifier NOT NULL,
        [Code] nvarchar(40) NOT NULL,
        [Name] nvarchar(120) NOT NULL,
        [TimeZone] nvarchar(60) NOT NULL,
        [Language] nvarchar(10) NOT NULL,
        [CreatedAt] datetime2 NOT NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_Tenants] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053727_Initial'
)
BEGIN
    CREATE TABLE [Vendors] (
        [Id] uniqueidentifier NOT NULL,
        [TenantId] uniqueidentifier NOT NULL,
        [Code] nvarchar(40) NOT NULL,
        [Name] nvarchar(120) NOT NULL,
        [ContactName] nvarchar(120) NULL,
        [ContactEmail] nvarchar(256) NULL,
        [Active] bit NOT NULL,
        [Unassigned] bit NOT NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_Vendors] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053727_Initial'
)
BEGIN
    CREATE TABLE [AspNetUserClaims] (
        [Id] int NOT NULL,
        [UserId] uniqueidentifier NOT NULL,
        [ClaimType] nvarchar(max) NULL,
        [ClaimValue] nvarchar(max) NULL,
        CONSTRAINT [PK_AspNetUserClaims] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_AspNetUserClaims_AspNetUsers_UserId] FOREIGN KEY ([UserId]) REFERENCES [AspNetUsers] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053727_Initial'
)
BEGIN
    CREATE TABLE [AspNetUserLogins] (
        [LoginProvider] nvarchar(128) NOT NULL,
        [ProviderKey] nvarchar(128) NOT NULL,
        [ProviderDisplayName] nvarchar(max) NULL,
        [UserId] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_AspNetUserLogins] PRIMARY KEY ([LoginProvider], [ProviderKey]),
        CONSTRAINT [FK_AspNetUserLogins_AspNetUsers_UserId] FOREIGN KEY ([UserId]) REFERENCES [AspNetUsers] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053727_Initial'
)
BEGIN
    CREATE TABLE [AspNetUserTokens] (
        [UserId] uniqueidentifier NOT NULL,
        [LoginProvider] nvarchar(128) NOT NULL,
        [Name] nvarchar(128) NOT NULL,
        [Value] nvarchar(max) NULL,
        CONSTRAINT [PK_AspNetUserTokens] PRIMARY KEY ([UserId], [LoginProvider], [Name]),
        CONSTRAINT [FK_AspNetUserTokens_AspNetUsers_UserId] FOREIGN KEY ([UserId]) REFERENCES [AspNetUsers] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053727_Initial'
)
BEGIN
    CREATE TABLE [ImportRefusedRows] (
        [Id] uniqueidentifier NOT NULL,
        [TenantId] uniqueidentifier NOT NULL,
        [BatchId] uniqueidentifier NOT NULL,
        [Row] int NOT NULL,
        [Column] nvarchar(120) NOT NULL,
        [Value] nvarchar(120) NOT NULL,
        [Reason] varchar(40) NOT NULL,
        CONSTRAINT [PK_ImportRefusedRows] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_ImportRefusedRows_ImportBatches_BatchId] FOREIGN KEY ([BatchId]) REFERENCES [ImportBatches] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053727_Initial'
)
BEGIN
    CREATE TABLE [Outlets] (
        [Id] uniqueidentifier NOT NULL,
        [TenantId] uniqueidentifier NOT NULL,
        [RegionId] uniqueidentifier NULL,
        [Code] nvarchar(40) NOT NULL,
        [Name] nvarchar(120) NOT NULL,
        [LeadName] nvarchar(120) NULL,
        [Active] bit NOT NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_Outlets] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Outlets_Regions_RegionId] FOREIGN KEY ([RegionId]) REFERENCES [Regions] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053727_Initial'
)
BEGIN
    CREATE TABLE [Contracts] (
        [Id] uniqueidentifier NOT NULL,
        [TenantId] uniqueidentifier NOT NULL,
        [VendorId] uniqueidentifier NOT NULL,
        [Number] nvarchar(60) NOT NULL,
        [Title] nvarchar(200) NOT NULL,
        [StartsOn] date NOT NULL,
        [EndsOn] date NULL,
        [TimeZone] nvarchar(60) NOT NULL,
        [MonthlyCharge] decimal(18,4) NOT NULL,
        [Currency] varchar(3) NOT NULL,
        [Channels] nvarchar(200) NOT NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_Contracts] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Contracts_Vendors_VendorId] FOREIGN KEY ([VendorId]) REFERENCES [Vendors] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053727_Initial'
)
BEGIN
    CREATE TABLE [ContractOutlets] (
        [ContractId] uniqueidentifier NOT NULL,
        [OutletId] uniqueidentifier NOT NULL,
        [TenantId] uniqueidentifier NOT NULL,
        [VendorId] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_ContractOutlets] PRIMARY KEY ([ContractId], [OutletId]),
        CONSTRAINT [FK_ContractOutlets_Contracts_ContractId] FOREIGN KEY ([ContractId]) REFERENCES [Contracts] ([Id]) ON DELETE CASCADE,
        CONSTRAINT [FK_ContractOutlets_Outlets_OutletId] FOREIGN KEY ([OutletId]) REFERENCES [Outlets] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053727_Initial'
)
BEGIN
    CREATE TABLE [ExemptWindows] (
        [Id] uniqueidentifier NOT NULL,
        [TenantId] uniqueidentifier NOT NULL,
        [VendorId] uniqueidentifier NOT NULL,
        [ContractId] uniqueidentifier NOT NULL,
        [From] datetime2 NOT NULL,
        [To] datetime2 NOT NULL,
        [Reason] nvarchar(400) NOT NULL,
        [ApprovedBy] nvarchar(120) NOT NULL,
        [ApprovedAt] datetime2 NOT NULL,
        CONSTRAINT [PK_ExemptWindows] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_ExemptWindows_Contracts_ContractId] FOREIGN KEY ([ContractId]) REFERENCES [Contracts] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053727_Initial'
)
BEGIN
    CREATE TABLE [Scorecards] (
        [Id] uniqueidentifier NOT NULL,
        [TenantId] uniqueidentifier NOT NULL,
        [VendorId] uniqueidentifier NOT NULL,
        [ContractId] uniqueidentifier NOT NULL,
        [TermsVersionId] uniqueidentifier NOT NULL,
        [Month] varchar(7) NOT NULL,
        [Revision] int NOT NULL,
        [State] varchar(40) NOT NULL,
        [Score] decimal(18,4) NULL,
        [Grade] varchar(40) NULL,
        [FactCount] int NOT NULL,
        [CreditAmount] decimal(18,4) NOT NULL,
        [Charge] decimal(18,4) NOT NULL,
        [EnteredCharge] decimal(18,4) NULL,
        [Content] nvarchar(max) NOT NULL,
        [Summary] nvarchar(max) NOT NULL,
        [DraftedAt] datetime2 NOT NULL,
        [PublishedAt] datetime2 NULL,
        [PublishedBy] nvarchar(120) NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_Scorecards] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Scorecards_Contracts_ContractId] FOREIGN KEY ([ContractId]) REFERENCES [Contracts] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053727_Initial'
)
BEGIN
    CREATE TABLE [TermsVersions] (
        [Id] uniqueidentifier NOT NULL,
        [TenantId] uniqueidentifier NOT NULL,
        [VendorId] uniqueidentifier NOT NULL,
        [ContractId] uniqueidentifier NOT NULL,
        [Number] int NOT NULL,
        [EffectiveFrom] date NOT NULL,
        [Terms] nvarchar(max) NOT NULL,
        [ServiceCalendarId] uniqueidentifier NOT NULL,
        [OfficeCalendarId] uniqueidentifier NOT NULL,
        [CreatedAt] datetime2 NOT NULL,
        CONSTRAINT [PK_TermsVersions] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_TermsVersions_CalendarVersions_OfficeCalendarId] FOREIGN KEY ([OfficeCalendarId]) REFERENCES [CalendarVersions] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_TermsVersions_CalendarVersions_ServiceCalendarId] FOREIGN KEY ([ServiceCalendarId]) REFERENCES [CalendarVersions] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_TermsVersions_Contracts_ContractId] FOREIGN KEY ([ContractId]) REFERENCES [Contracts] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053727_Initial'
)
BEGIN
    CREATE TABLE [VendorReports] (
        [Id] uniqueidentifier NOT NULL,
        [TenantId] uniqueidentifier NOT NULL,
        [VendorId] uniqueidentifier NOT NULL,
        [ContractId] uniqueidentifier NOT NULL,
        [Month] varchar(7) NOT NULL,
        [VersionNumber] int NOT NULL,
        [FileName] nvarchar(200) NOT NULL,
        [FileSha256] varchar(64) NOT NULL,
        [FileSize] bigint NOT NULL,
        [SecondFileName] nvarchar(200) NULL,
        [SecondFileSha256] varchar(64) NULL,
        [SecondFileSize] bigint NULL,
        [UploadedAt] datetime2 NOT NULL,
        [UploadedByName] nvarchar(120) NOT NULL,
        [Accepted] bit NOT NULL,
        [AcceptedAt] datetime2 NULL,
        [State] varchar(40) NOT NULL,
        [FindingsJson] nvarchar(max) NOT NULL,
        [RejectCount] int NOT NULL,
        [ExplainCount] int NOT NULL,
        [WarnCount] int NOT NULL,
        [RowCount] int NOT NULL,
        [Totals] nvarchar(max) NOT NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_VendorReports] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_VendorReports_Contracts_ContractId] FOREIGN KEY ([ContractId]) REFERENCES [Contracts] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053727_Initial'
)
BEGIN
    CREATE TABLE [Issues] (
        [Id] uniqueidentifier NOT NULL,
        [TenantId] uniqueidentifier NOT NULL,
        [VendorId] uniqueidentifier NOT NULL,
        [OutletId] uniqueidentifier NOT NULL,
        [ContractId] uniqueidentifier NOT NULL,
        [TermsVersionId] uniqueidentifier NOT NULL,
        [TimeZone] nvarchar(60) NOT NULL,
        [Number] nvarchar(60) NOT NULL,
        [ProblemType] varchar(40) NOT NULL,
        [Severity] varchar(40) NOT NULL,
        [Title] nvarchar(200) NOT NULL,
        [Description] nvarchar(max) NOT NULL,
        [State] varchar(40) NOT NULL,
        [Waybills] nvarchar(max) NOT NULL,
        [CustomerName] nvarchar(120) NULL,
        [CustomerPhone] nvarchar(40) NULL,
        [FiledById] uniqueidentifier NULL,
        [FiledByName] nvarchar(120) NOT NULL,
        [FiledAt] datetime2 NOT NULL,
        [AcknowledgedAt] datetime2 NULL,
        [RespondedAt] datetime2 NULL,
        [ResolvedAt] datetime2 NULL,
        [ClosedAt] datetime2 NULL,
        [WithdrawnReason] nvarchar(1000) NULL,
        [EscalationLevel] int NOT NULL,
        [Source] nvarchar(60) NULL,
        [ExternalKey] nvarchar(120) NULL,
        [UpdatedAt] datetime2 NOT NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_Issues] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Issues_Contracts_ContractId] FOREIGN KEY ([ContractId]) REFERENCES [Contracts] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Issues_Outlets_OutletId] FOREIGN KEY ([OutletId]) REFERENCES [Outlets] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Issues_TermsVersions_TermsVersionId] FOREIGN KEY ([TermsVersionId]) REFERENCES [TermsVersions] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Issues_Vendors_VendorId] FOREIGN KEY ([VendorId]) REFERENCES [Vendors] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053727_Initial'
)
BEGIN
    CREATE TABLE [VendorReportRows] (
        [ReportId] uniqueidentifier NOT NULL,
        [Number] int NOT NULL,
        [TenantId] uniqueidentifier NOT NULL,
        [VendorId] uniqueidentifier NOT NULL,
        [ContractId] uniqueidentifier NOT NULL,
        [OutletId] uniqueidentifier NOT NULL,
        [Sheet] varchar(20) NOT NULL,
        [SheetRow] int NOT NULL,
        [Date] date NULL,
        [Channel] varchar(40) NULL,
        [Figures] nvarchar(max) NOT NULL,
        CONSTRAINT [PK_VendorReportRows] PRIMARY KEY ([ReportId], [Number]),
        CONSTRAINT [FK_VendorReportRows_Outlets_OutletId] FOREIGN KEY ([OutletId]) REFERENCES [Outlets] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_VendorReportRows_VendorReports_ReportId] FOREIGN KEY ([ReportId]) REFERENCES [VendorReports] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053727_Initial'
)
BEGIN
    CREATE TABLE [IssueEvents] (
        [Id] uniqueidentifier NOT NULL,
        [TenantId] uniqueidentifier NOT NULL,
        [VendorId] uniqueidentifier NOT NULL,
        [OutletId] uniqueidentifier NOT NULL,
        [IssueId] uniqueidentifier NOT NULL,
        [Kind] varchar(40) NOT NULL,
        [At] datetime2 NOT NULL,
        [ByName] nvarchar(120) NULL,
        [Detail] nvarchar(max) NULL,
        CONSTRAINT [PK_IssueEvents] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_IssueEvents_Issues_IssueId] FOREIGN KEY ([IssueId]) REFERENCES [Issues] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053727_Initial'
)
BEGIN
    CREATE TABLE [IssueMessages] (
        [Id] uniqueidentifier NOT NULL,
        [TenantId] uniqueidentifier NOT NULL,
        [VendorId] uniqueidentifier NOT NULL,
        [OutletId] uniqueidentifier NOT NULL,
        [IssueId] uniqueidentifier NOT NULL,
        [AuthorId] uniqueidentifier NULL,
        [AuthorName] nvarchar(120) NOT NULL,
        [Side] varchar(40) NOT NULL,
        [IsInternal] bit NOT NULL,
        [Body] nvarchar(max) NOT NULL,
        [At] datetime2 NOT NULL,
        CONSTRAINT [PK_IssueMessages] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_IssueMessages_Issues_IssueId] FOREIGN KEY ([IssueId]) REFERENCES [Issues] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053727_Initial'
)
BEGIN
    CREATE TABLE [Obligations] (
        [Id] uniqueidentifier NOT NULL,
        [TenantId] uniqueidentifier NOT NULL,
        [VendorId] uniqueidentifier NOT NULL,
        [ContractId] uniqueidentifier NOT NULL,
        [OutletId] uniqueidentifier NULL,
        [IssueId] uniqueidentifier NULL,
        [ReportMonth] varchar(7) NULL,
        [Kind] varchar(40) NOT NULL,
        [TargetAmount] int NOT NULL,
        [TargetUnit] varchar(40) NOT NULL,
        [TargetBusiness] bit NOT NULL,
        [Calendar] varchar(40) NOT NULL,
        [TargetSeconds] bigint NOT NULL,
        [StartedAt] datetime2 NOT NULL,
        [Events] nvarchar(max) NOT NULL,
        [DueAt] datetime2 NULL,
        [StoppedAt] datetime2 NULL,
        [State] varchar(40) NOT NULL,
        [ElapsedSeconds] bigint NOT NULL,
        [CurrentTargetSeconds] bigint NOT NULL,
        [NextCheckAt] datetime2 NULL,
        [WarnedAt] int NOT NULL,
        [Provisional] bit NOT NULL,
        [WaivedReason] nvarchar(400) NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_Obligations] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Obligations_Contracts_ContractId] FOREIGN KEY ([ContractId]) REFERENCES [Contracts] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Obligations_Issues_IssueId] FOREIGN KEY ([IssueId]) REFERENCES [Issues] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053727_Initial'
)
BEGIN
    CREATE INDEX [IX_AspNetUserClaims_UserId] ON [AspNetUserClaims] ([UserId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053727_Initial'
)
BEGIN
    CREATE INDEX [IX_AspNetUserLogins_UserId] ON [AspNetUserLogins] ([UserId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053727_Initial'
)
BEGIN
    CREATE INDEX [EmailIndex] ON [AspNetUsers] ([NormalizedEmail]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053727_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [UserNameIndex] ON [AspNetUsers] ([NormalizedUserName]) WHERE [NormalizedUserName] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053727_Initial'
)
BEGIN
    CREATE INDEX [IX_AuditEntries_TenantId_Sequence] ON [AuditEntries] ([TenantId], [Sequence]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053727_Initial'
)
BEGIN
    CREATE INDEX [IX_AuditEntries_TenantId_Subject_SubjectId] ON [AuditEntries] ([TenantId], [Subject], [SubjectId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053727_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_CalendarVersions_TenantId_Name_Number] ON [CalendarVersions] ([TenantId], [Name], [Number]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053727_Initial'
)
BEGIN
    CREATE INDEX [IX_ContractOutlets_OutletId] ON [ContractOutlets] ([OutletId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053727_Initial'
)
BEGIN
    CREATE INDEX [IX_ContractOutlets_TenantId_OutletId] ON [ContractOutlets] ([TenantId], [OutletId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053727_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Contracts_TenantId_Number] ON [Contracts] ([TenantId], [Number]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053727_Initial'
)
BEGIN
    CREATE INDEX [IX_Contracts_TenantId_VendorId] ON [Contracts] ([TenantId], [VendorId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053727_Initial'
)
BEGIN
    CREATE INDEX [IX_Contracts_VendorId] ON [Contracts] ([VendorId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053727_Initial'
)
BEGIN
    CREATE INDEX [IX_ExemptWindows_ContractId] ON [ExemptWindows] ([ContractId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053727_Initial'
)
BEGIN
    CREATE INDEX [IX_ExemptWindows_TenantId_ContractId_From] ON [ExemptWindows] ([TenantId], [ContractId], [From]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053727_Initial'
)
BEGIN
    CREATE INDEX [IX_ImportBatches_TenantId_StartedAt] ON [ImportBatches] ([TenantId], [StartedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053727_Initial'
)
BEGIN
    CREATE INDEX [IX_ImportedIncidents_TenantId_IssueId] ON [ImportedIncidents] ([TenantId], [IssueId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053727_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_ImportedIncidents_TenantId_Profile_Key] ON [ImportedIncidents] ([TenantId], [Profile], [Key]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053727_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_ImportProfiles_TenantId_Name] ON [ImportProfiles] ([TenantId], [Name]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053727_Initial'
)
BEGIN
    CREATE INDEX [IX_ImportRefusedRows_BatchId] ON [ImportRefusedRows] ([BatchId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053727_Initial'
)
BEGIN
    CREATE INDEX [IX_ImportRefusedRows_TenantId_BatchId_Row] ON [ImportRefusedRows] ([TenantId], [BatchId], [Row]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053727_Initial'
)
BEGIN
    CREATE INDEX [IX_Invitations_TenantId_SentAt] ON [Invitations] ([TenantId], [SentAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053727_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Invitations_TokenHash] ON [Invitations] ([TokenHash]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053727_Initial'
)
BEGIN
    CREATE INDEX [IX_IssueEvents_IssueId_At] ON [IssueEvents] ([IssueId], [At]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053727_Initial'
)
BEGIN
    CREATE INDEX [IX_IssueMessages_IssueId_At] ON [IssueMessages] ([IssueId], [At]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053727_Initial'
)
BEGIN
    CREATE INDEX [IX_Issues_ContractId] ON [Issues] ([ContractId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053727_Initial'
)
BEGIN
    CREATE INDEX [IX_Issues_OutletId] ON [Issues] ([OutletId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053727_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Issues_TenantId_Number] ON [Issues] ([TenantId], [Number]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053727_Initial'
)
BEGIN
    CREATE INDEX [IX_Issues_TenantId_OutletId_State] ON [Issues] ([TenantId], [OutletId], [State]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053727_Initial'
)
BEGIN
    CREATE INDEX [IX_Issues_TenantId_Source_ExternalKey] ON [Issues] ([TenantId], [Source], [ExternalKey]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053727_Initial'
)
BEGIN
    CREATE INDEX [IX_Issues_TenantId_State_UpdatedAt] ON [Issues] ([TenantId], [State], [UpdatedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053727_Initial'
)
BEGIN
    CREATE INDEX [IX_Issues_TenantId_VendorId_State] ON [Issues] ([TenantId], [VendorId], [State]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053727_Initial'
)
BEGIN
    CREATE INDEX [IX_Issues_TermsVersionId] ON [Issues] ([TermsVersionId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053727_Initial'
)
BEGIN
    CREATE INDEX [IX_Issues_VendorId] ON [Issues] ([VendorId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053727_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Memberships_TenantId_UserId] ON [Memberships] ([TenantId], [UserId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053727_Initial'
)
BEGIN
    CREATE INDEX [IX_Memberships_UserId] ON [Memberships] ([UserId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053727_Initial'
)
BEGIN
    CREATE INDEX [IX_Obligations_ContractId] ON [Obligations] ([ContractId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053727_Initial'
)
BEGIN
    CREATE INDEX [IX_Obligations_IssueId] ON [Obligations] ([IssueId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053727_Initial'
)
BEGIN
    CREATE INDEX [IX_Obligations_TenantId_ContractId_DueAt] ON [Obligations] ([TenantId], [ContractId], [DueAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053727_Initial'
)
BEGIN
    CREATE INDEX [IX_Obligations_TenantId_ContractId_ReportMonth] ON [Obligations] ([TenantId], [ContractId], [ReportMonth]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053727_Initial'
)
BEGIN
    CREATE INDEX [IX_Obligations_TenantId_NextCheckAt] ON [Obligations] ([TenantId], [NextCheckAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053727_Initial'
)
BEGIN
    CREATE INDEX [IX_Obligations_TenantId_State_DueAt] ON [Obligations] ([TenantId], [State], [DueAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053727_Initial'
)
BEGIN
    CREATE INDEX [IX_Outbox_DeliveredAt_NextAttemptAt] ON [Outbox] ([DeliveredAt], [NextAttemptAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053727_Initial'
)
BEGIN
    CREATE INDEX [IX_Outlets_RegionId] ON [Outlets] ([RegionId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053727_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Outlets_TenantId_Code] ON [Outlets] ([TenantId], [Code]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053727_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Regions_TenantId_Code] ON [Regions] ([TenantId], [Code]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053727_Initial'
)
BEGIN
    CREATE INDEX [IX_Scorecards_ContractId] ON [Scorecards] ([ContractId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053727_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Scorecards_TenantId_ContractId_Month_Revision] ON [Scorecards] ([TenantId], [ContractId], [Month], [Revision]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053727_Initial'
)
BEGIN
    CREATE INDEX [IX_Scorecards_TenantId_Month_State] ON [Scorecards] ([TenantId], [Month], [State]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053727_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Tenants_Code] ON [Tenants] ([Code]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053727_Initial'
)
BEGIN
    CREATE INDEX [IX_TermsVersions_ContractId] ON [TermsVersions] ([ContractId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053727_Initial'
)
BEGIN
    CREATE INDEX [IX_TermsVersions_OfficeCalendarId] ON [TermsVersions] ([OfficeCalendarId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053727_Initial'
)
BEGIN
    CREATE INDEX [IX_TermsVersions_ServiceCalendarId] ON [TermsVersions] ([ServiceCalendarId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053727_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_TermsVersions_TenantId_ContractId_Number] ON [TermsVersions] ([TenantId], [ContractId], [Number]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053727_Initial'
)
BEGIN
    CREATE INDEX [IX_VendorReportRows_OutletId] ON [VendorReportRows] ([OutletId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053727_Initial'
)
BEGIN
    CREATE INDEX [IX_VendorReportRows_TenantId_ContractId_Date] ON [VendorReportRows] ([TenantId], [ContractId], [Date]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053727_Initial'
)
BEGIN
    CREATE INDEX [IX_VendorReports_ContractId] ON [VendorReports] ([ContractId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053727_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_VendorReports_TenantId_ContractId_Month_VersionNumber] ON [VendorReports] ([TenantId], [ContractId], [Month], [VersionNumber]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053727_Initial'
)
BEGIN
    CREATE INDEX [IX_VendorReports_TenantId_Month_State] ON [VendorReports] ([TenantId], [Month], [State]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053727_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Vendors_TenantId_Code] ON [Vendors] ([TenantId], [Code]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053727_Initial'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261122053727_Initial', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122075335_TermsAmendments'
)
BEGIN
    DECLARE @var nvarchar(max);
    SELECT @var = QUOTENAME([d].[name])
    FROM [sys].[default_constraints] [d]
    INNER JOIN [sys].[columns] [c] ON [d].[parent_column_id] = [c].[column_id] AND [d].[parent_object_id] = [c].[object_id]
    WHERE ([d].[parent_object_id] = OBJECT_ID(N'[ExemptWindows]') AND [c].[name] = N'Reason');
    IF @var IS NOT NULL EXEC(N'ALTER TABLE [ExemptWindows] DROP CONSTRAINT ' + @var + ';');
    ALTER TABLE [ExemptWindows] ALTER COLUMN [Reason] nvarchar(1000) NOT NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122075335_TermsAmendments'
)
BEGIN
    ALTER TABLE [ExemptWindows] ADD [OutletIds] nvarchar(max) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122075335_TermsAmendments'
)
BEGIN
    ALTER TABLE [Contracts] ADD [Contacts] nvarchar(max) NOT NULL DEFAULT N'[]';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122075335_TermsAmendments'
)
BEGIN
    CREATE TABLE [Amendments] (
        [Id] uniqueidentifier NOT NULL,
        [TenantId] uniqueidentifier NOT NULL,
        [VendorId] uniqueidentifier NOT NULL,
        [ContractId] uniqueidentifier NOT NULL,
        [BasedOn] uniqueidentifier NOT NULL,
        [EffectiveFrom] date NOT NULL,
        [Terms] nvarchar(max) NOT NULL,
        [ServiceCalendarId] uniqueidentifier NOT NULL,
        [OfficeCalendarId] uniqueidentifier NOT NULL,
        [Note] nvarchar(1000) NOT NULL,
        [ProposedBySide] varchar(40) NOT NULL,
        [ProposedById] uniqueidentifier NULL,
        [ProposedBy] nvarchar(120) NOT NULL,
        [ProposedAt] datetime2 NOT NULL,
        [State] varchar(40) NOT NULL,
        [DecidedBy] nvarchar(120) NULL,
        [DecidedAt] datetime2 NULL,
        [Reason] nvarchar(1000) NULL,
        [AgreedNumber] int NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_Amendments] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Amendments_CalendarVersions_OfficeCalendarId] FOREIGN KEY ([OfficeCalendarId]) REFERENCES [CalendarVersions] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Amendments_CalendarVersions_ServiceCalendarId] FOREIGN KEY ([ServiceCalendarId]) REFERENCES [CalendarVersions] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Amendments_Contracts_ContractId] FOREIGN KEY ([ContractId]) REFERENCES [Contracts] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Amendments_TermsVersions_BasedOn] FOREIGN KEY ([BasedOn]) REFERENCES [TermsVersions] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122075335_TermsAmendments'
)
BEGIN
    CREATE TABLE [ExemptRequests] (
        [Id] uniqueidentifier NOT NULL,
        [TenantId] uniqueidentifier NOT NULL,
        [VendorId] uniqueidentifier NOT NULL,
        [ContractId] uniqueidentifier NOT NULL,
        [From] datetime2 NOT NULL,
        [To] datetime2 NOT NULL,
        [Cause] varchar(40) NOT NULL,
        [Reason] nvarchar(1000) NOT NULL,
        [OutletIds] nvarchar(max) NULL,
        [Proof] nvarchar(1000) NULL,
        [AskedBySide] varchar(40) NOT NULL,
        [AskedByHeadquarters] bit NOT NULL,
        [AskedById] uniqueidentifier NULL,
        [AskedBy] nvarchar(120) NOT NULL,
        [AskedAt] datetime2 NOT NULL,
        [State] varchar(40) NOT NULL,
        [DecidedBy] nvarchar(120) NULL,
        [DecidedAt] datetime2 NULL,
        [DecisionNote] nvarchar(1000) NULL,
        [WindowId] uniqueidentifier NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_ExemptRequests] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_ExemptRequests_Contracts_ContractId] FOREIGN KEY ([ContractId]) REFERENCES [Contracts] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_ExemptRequests_ExemptWindows_WindowId] FOREIGN KEY ([WindowId]) REFERENCES [ExemptWindows] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122075335_TermsAmendments'
)
BEGIN
    CREATE TABLE [ProtectionRecords] (
        [Id] uniqueidentifier NOT NULL,
        [TenantId] uniqueidentifier NOT NULL,
        [VendorId] uniqueidentifier NOT NULL,
        [ContractId] uniqueidentifier NOT NULL,
        [Kind] varchar(40) NOT NULL,
        [HeldOn] date NOT NULL,
        [Outcome] varchar(40) NOT NULL,
        [Findings] nvarchar(4000) NOT NULL,
        [NextDueOn] date NULL,
        [RecordedBy] nvarchar(120) NOT NULL,
        [RecordedAt] datetime2 NOT NULL,
        CONSTRAINT [PK_ProtectionRecords] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_ProtectionRecords_Contracts_ContractId] FOREIGN KEY ([ContractId]) REFERENCES [Contracts] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122075335_TermsAmendments'
)
BEGIN
    CREATE INDEX [IX_Amendments_BasedOn] ON [Amendments] ([BasedOn]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122075335_TermsAmendments'
)
BEGIN
    CREATE INDEX [IX_Amendments_ContractId] ON [Amendments] ([ContractId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122075335_TermsAmendments'
)
BEGIN
    CREATE INDEX [IX_Amendments_OfficeCalendarId] ON [Amendments] ([OfficeCalendarId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122075335_TermsAmendments'
)
BEGIN
    CREATE INDEX [IX_Amendments_ServiceCalendarId] ON [Amendments] ([ServiceCalendarId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122075335_TermsAmendments'
)
BEGIN
    CREATE INDEX [IX_Amendments_TenantId_ContractId_State] ON [Amendments] ([TenantId], [ContractId], [State]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122075335_TermsAmendments'
)
BEGIN
    CREATE INDEX [IX_ExemptRequests_ContractId] ON [ExemptRequests] ([ContractId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122075335_TermsAmendments'
)
BEGIN
    CREATE INDEX [IX_ExemptRequests_TenantId_ContractId] ON [ExemptRequests] ([TenantId], [ContractId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122075335_TermsAmendments'
)
BEGIN
    CREATE INDEX [IX_ExemptRequests_TenantId_State_AskedAt] ON [ExemptRequests] ([TenantId], [State], [AskedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122075335_TermsAmendments'
)
BEGIN
    CREATE INDEX [IX_ExemptRequests_WindowId] ON [ExemptRequests] ([WindowId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122075335_TermsAmendments'
)
BEGIN
    CREATE INDEX [IX_ProtectionRecords_ContractId] ON [ProtectionRecords] ([ContractId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122075335_TermsAmendments'
)
BEGIN
    CREATE INDEX [IX_ProtectionRecords_TenantId_ContractId_HeldOn] ON [ProtectionRecords] ([TenantId], [ContractId], [HeldOn]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122075335_TermsAmendments'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261122075335_TermsAmendments', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122085935_IssueHandling'
)
BEGIN
    ALTER TABLE [Issues] ADD [Attribution] varchar(40) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122085935_IssueHandling'
)
BEGIN
    ALTER TABLE [Issues] ADD [AttributionReason] nvarchar(1000) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122085935_IssueHandling'
)
BEGIN
    ALTER TABLE [Issues] ADD [BuyerContactId] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122085935_IssueHandling'
)
BEGIN
    ALTER TABLE [Issues] ADD [BuyerContactName] nvarchar(120) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122085935_IssueHandling'
)
BEGIN
    ALTER TABLE [Issues] ADD [Contest] nvarchar(max) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122085935_IssueHandling'
)
BEGIN
    ALTER TABLE [Issues] ADD [ContestState] varchar(40) NOT NULL DEFAULT '';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122085935_IssueHandling'
)
BEGIN
    ALTER TABLE [Issues] ADD [Emergency] varchar(40) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122085935_IssueHandling'
)
BEGIN
    ALTER TABLE [Issues] ADD [FiledBySide] varchar(40) NOT NULL DEFAULT '';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122085935_IssueHandling'
)
BEGIN
    ALTER TABLE [Issues] ADD [RegulatorNumber] nvarchar(60) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122085935_IssueHandling'
)
BEGIN
    ALTER TABLE [Issues] ADD [ReplyBy] date NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122085935_IssueHandling'
)
BEGIN
    ALTER TABLE [Issues] ADD [SilenceRemindedAt] datetime2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122085935_IssueHandling'
)
BEGIN
    ALTER TABLE [Issues] ADD [VendorContactId] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122085935_IssueHandling'
)
BEGIN
    ALTER TABLE [Issues] ADD [VendorContactName] nvarchar(120) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122085935_IssueHandling'
)
BEGIN
    CREATE TABLE [Attachments] (
        [Id] uniqueidentifier NOT NULL,
        [TenantId] uniqueidentifier NOT NULL,
        [VendorId] uniqueidentifier NOT NULL,
        [OutletId] uniqueidentifier NOT NULL,
        [IssueId] uniqueidentifier NOT NULL,
        [MessageId] uniqueidentifier NULL,
        [Side] varchar(40) NOT NULL,
        [IsInternal] bit NOT NULL,
        [AddedByName] nvarchar(120) NOT NULL,
        [At] datetime2 NOT NULL,
        [Name] nvarchar(200) NOT NULL,
        [Sha256] varchar(64) NOT NULL,
        [Bytes] bigint NOT NULL,
        [Kind] varchar(40) NOT NULL,
        CONSTRAINT [PK_Attachments] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Attachments_Issues_IssueId] FOREIGN KEY ([IssueId]) REFERENCES [Issues] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122085935_IssueHandling'
)
BEGIN
    CREATE TABLE [ChecklistItems] (
        [Id] uniqueidentifier NOT NULL,
        [TenantId] uniqueidentifier NOT NULL,
        [VendorId] uniqueidentifier NOT NULL,
        [OutletId] uniqueidentifier NOT NULL,
        [IssueId] uniqueidentifier NOT NULL,
        [Kind] varchar(40) NOT NULL,
        [Position] int NOT NULL,
        [Code] varchar(20) NOT NULL,
        [Owner] varchar(40) NOT NULL,
        [NeedsProof] bit NOT NULL,
        [DueAt] datetime2 NULL,
        [DoneAt] datetime2 NULL,
        [DoneByName] nvarchar(120) NULL,
        [Proof] nvarchar(2000) NULL,
        [Overruled] bit NOT NULL,
        CONSTRAINT [PK_ChecklistItems] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_ChecklistItems_Issues_IssueId] FOREIGN KEY ([IssueId]) REFERENCES [Issues] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122085935_IssueHandling'
)
BEGIN
    CREATE TABLE [ClockWaivers] (
        [Id] uniqueidentifier NOT NULL,
        [TenantId] uniqueidentifier NOT NULL,
        [VendorId] uniqueidentifier NOT NULL,
        [OutletId] uniqueidentifier NOT NULL,
        [IssueId] uniqueidentifier NOT NULL,
        [ObligationId] uniqueidentifier NOT NULL,
        [Kind] varchar(40) NOT NULL,
        [Reason] nvarchar(400) NOT NULL,
        [AskedByName] nvarchar(120) NOT NULL,
        [AskedAt] datetime2 NOT NULL,
        [Approved] bit NULL,
        [DecidedByName] nvarchar(120) NULL,
        [DecidedAt] datetime2 NULL,
        [DecisionWords] nvarchar(1000) NULL,
        CONSTRAINT [PK_ClockWaivers] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_ClockWaivers_Issues_IssueId] FOREIGN KEY ([IssueId]) REFERENCES [Issues] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122085935_IssueHandling'
)
BEGIN
    CREATE TABLE [DraftFiles] (
        [Id] uniqueidentifier NOT NULL,
        [TenantId] uniqueidentifier NOT NULL,
        [UserId] uniqueidentifier NOT NULL,
        [ForIssueId] uniqueidentifier NULL,
        [At] datetime2 NOT NULL,
        [Name] nvarchar(200) NOT NULL,
        [Sha256] varchar(64) NOT NULL,
        [Bytes] bigint NOT NULL,
        [Kind] varchar(40) NOT NULL,
        CONSTRAINT [PK_DraftFiles] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122085935_IssueHandling'
)
BEGIN
    CREATE TABLE [EmergencyDrills] (
        [Id] uniqueidentifier NOT NULL,
        [TenantId] uniqueidentifier NOT NULL,
        [VendorId] uniqueidentifier NOT NULL,
        [ContractId] uniqueidentifier NOT NULL,
        [HeldOn] date NOT NULL,
        [Scenario] nvarchar(1000) NOT NULL,
        [Participants] nvarchar(1000) NOT NULL,
        [MinutesToReport] int NOT NULL,
        [Findings] nvarchar(2000) NOT NULL,
        [RecordedByName] nvarchar(120) NOT NULL,
        [RecordedAt] datetime2 NOT NULL,
        CONSTRAINT [PK_EmergencyDrills] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_EmergencyDrills_Contracts_ContractId] FOREIGN KEY ([ContractId]) REFERENCES [Contracts] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122085935_IssueHandling'
)
BEGIN
    CREATE TABLE [IssueFollowers] (
        [Id] uniqueidentifier NOT NULL,
        [TenantId] uniqueidentifier NOT NULL,
        [VendorId] uniqueidentifier NOT NULL,
        [OutletId] uniqueidentifier NOT NULL,
        [IssueId] uniqueidentifier NOT NULL,
        [UserId] uniqueidentifier NOT NULL,
        [Name] nvarchar(120) NOT NULL,
        [Side] varchar(40) NOT NULL,
        [Watches] bit NOT NULL,
        [MentionedAt] datetime2 NULL,
        [ToldAt] datetime2 NULL,
        [FirstReadAt] datetime2 NULL,
        [LastReadAt] datetime2 NULL,
        CONSTRAINT [PK_IssueFollowers] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_IssueFollowers_Issues_IssueId] FOREIGN KEY ([IssueId]) REFERENCES [Issues] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122085935_IssueHandling'
)
BEGIN
    CREATE TABLE [PersonalNotes] (
        [Id] uniqueidentifier NOT NULL,
        [TenantId] uniqueidentifier NOT NULL,
        [UserId] uniqueidentifier NOT NULL,
        [Kind] varchar(40) NOT NULL,
        [Title] nvarchar(80) NOT NULL,
        [Body] nvarchar(2000) NOT NULL,
        CONSTRAINT [PK_PersonalNotes] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122085935_IssueHandling'
)
BEGIN
    CREATE TABLE [WaybillParts] (
        [IssueId] uniqueidentifier NOT NULL,
        [Part] varchar(8) NOT NULL,
        [TenantId] uniqueidentifier NOT NULL,
        [VendorId] uniqueidentifier NOT NULL,
        [OutletId] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_WaybillParts] PRIMARY KEY ([IssueId], [Part]),
        CONSTRAINT [FK_WaybillParts_Issues_IssueId] FOREIGN KEY ([IssueId]) REFERENCES [Issues] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122085935_IssueHandling'
)
BEGIN
    CREATE INDEX [IX_Issues_TenantId_ContestState] ON [Issues] ([TenantId], [ContestState]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122085935_IssueHandling'
)
BEGIN
    CREATE INDEX [IX_Attachments_IssueId_At] ON [Attachments] ([IssueId], [At]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122085935_IssueHandling'
)
BEGIN
    CREATE INDEX [IX_Attachments_TenantId_Sha256] ON [Attachments] ([TenantId], [Sha256]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122085935_IssueHandling'
)
BEGIN
    CREATE INDEX [IX_ChecklistItems_IssueId_Position] ON [ChecklistItems] ([IssueId], [Position]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122085935_IssueHandling'
)
BEGIN
    CREATE INDEX [IX_ChecklistItems_TenantId_DoneAt_DueAt] ON [ChecklistItems] ([TenantId], [DoneAt], [DueAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122085935_IssueHandling'
)
BEGIN
    CREATE INDEX [IX_ClockWaivers_IssueId] ON [ClockWaivers] ([IssueId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122085935_IssueHandling'
)
BEGIN
    CREATE INDEX [IX_ClockWaivers_TenantId_Approved] ON [ClockWaivers] ([TenantId], [Approved]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122085935_IssueHandling'
)
BEGIN
    CREATE INDEX [IX_DraftFiles_TenantId_Sha256] ON [DraftFiles] ([TenantId], [Sha256]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122085935_IssueHandling'
)
BEGIN
    CREATE INDEX [IX_DraftFiles_TenantId_UserId_ForIssueId] ON [DraftFiles] ([TenantId], [UserId], [ForIssueId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122085935_IssueHandling'
)
BEGIN
    CREATE INDEX [IX_EmergencyDrills_ContractId] ON [EmergencyDrills] ([ContractId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122085935_IssueHandling'
)
BEGIN
    CREATE INDEX [IX_EmergencyDrills_TenantId_ContractId_HeldOn] ON [EmergencyDrills] ([TenantId], [ContractId], [HeldOn]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122085935_IssueHandling'
)
BEGIN
    CREATE UNIQUE INDEX [IX_IssueFollowers_IssueId_UserId] ON [IssueFollowers] ([IssueId], [UserId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122085935_IssueHandling'
)
BEGIN
    CREATE INDEX [IX_IssueFollowers_TenantId_UserId_Watches] ON [IssueFollowers] ([TenantId], [UserId], [Watches]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122085935_IssueHandling'
)
BEGIN
    CREATE INDEX [IX_PersonalNotes_TenantId_UserId_Kind] ON [PersonalNotes] ([TenantId], [UserId], [Kind]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122085935_IssueHandling'
)
BEGIN
    CREATE INDEX [IX_WaybillParts_TenantId_Part] ON [WaybillParts] ([TenantId], [Part]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122085935_IssueHandling'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261122085935_IssueHandling', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122090702_Feed'
)
BEGIN
    CREATE TABLE [ApiKeys] (
        [Id] uniqueidentifier NOT NULL,
        [TenantId] uniqueidentifier NOT NULL,
        [VendorId] uniqueidentifier NULL,
        [OutletId] uniqueidentifier NULL,
        [Name] nvarchar(80) NOT NULL,
        [Prefix] varchar(20) NOT NULL,
        [SecretHash] varchar(64) NOT NULL,
        [Scopes] nvarchar(400) NOT NULL,
        [CreatedBy] nvarchar(120) NOT NULL,
        [CreatedAt] datetime2 NOT NULL,
        [ExpiresAt] datetime2 NOT NULL,
        [RevokedAt] datetime2 NULL,
        [RevokedBy] nvarchar(120) NULL,
        [LastUsedAt] datetime2 NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_ApiKeys] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122090702_Feed'
)
BEGIN
    CREATE TABLE [FeedBatches] (
        [Id] uniqueidentifier NOT NULL,
        [TenantId] uniqueidentifier NOT NULL,
        [VendorId] uniqueidentifier NULL,
        [OutletId] uniqueidentifier NULL,
        [Kind] varchar(40) NOT NULL,
        [Source] varchar(40) NOT NULL,
        [KeyId] uniqueidentifier NULL,
        [SentBy] nvarchar(120) NOT NULL,
        [Format] varchar(10) NOT NULL,
        [FileName] nvarchar(200) NULL,
        [Bytes] bigint NOT NULL,
        [BodySha256] varchar(64) NOT NULL,
        [ReceivedAt] datetime2 NOT NULL,
        [FinishedAt] datetime2 NULL,
        [State] varchar(40) NOT NULL,
        [Received] int NOT NULL,
        [Added] int NOT NULL,
        [Updated] int NOT NULL,
        [Unchanged] int NOT NULL,
        [Refused] int NOT NULL,
        CONSTRAINT [PK_FeedBatches] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122090702_Feed'
)
BEGIN
    CREATE TABLE [FeedContacts] (
        [Id] uniqueidentifier NOT NULL,
        [Channel] varchar(40) NOT NULL,
        [StartedAt] datetime2 NOT NULL,
        [InHours] bit NOT NULL,
        [Handled] bit NOT NULL,
        [ByBot] bit NOT NULL,
        [Agent] nvarchar(40) NULL,
        [WaitSeconds] int NULL,
        [FirstReplySeconds] int NULL,
        [Rounds] int NULL,
        [RoundsInTime] int NULL,
        [TalkSeconds] int NULL,
        [HoldSeconds] int NULL,
        [WrapSeconds] int NULL,
        [Waybill] nvarchar(40) NULL,
        [Reason] nvarchar(60) NULL,
        [RepeatEndsAt] datetime2 NULL,
        [TenantId] uniqueidentifier NOT NULL,
        [VendorId] uniqueidentifier NOT NULL,
        [OutletId] uniqueidentifier NOT NULL,
        [ContractId] uniqueidentifier NOT NULL,
        [SenderId] uniqueidentifier NOT NULL,
        [SenderSide] varchar(40) NOT NULL,
        [Kind] varchar(40) NOT NULL,
        [ExternalId] nvarchar(80) NOT NULL,
        [Date] date NOT NULL,
        [BatchId] uniqueidentifier NOT NULL,
        [ReceivedAt] datetime2 NOT NULL,
        CONSTRAINT [PK_FeedContacts] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122090702_Feed'
)
BEGIN
    CREATE TABLE [FeedPresences] (
        [Id] uniqueidentifier NOT NULL,
        [Agent] nvarchar(40) NOT NULL,
        [State] varchar(40) NOT NULL,
        [StartsAt] datetime2 NOT NULL,
        [EndsAt] datetime2 NOT NULL,
        [Channel] varchar(40) NULL,
        [TenantId] uniqueidentifier NOT NULL,
        [VendorId] uniqueidentifier NOT NULL,
        [OutletId] uniqueidentifier NOT NULL,
        [ContractId] uniqueidentifier NOT NULL,
        [SenderId] uniqueidentifier NOT NULL,
        [SenderSide] varchar(40) NOT NULL,
        [Kind] varchar(40) NOT NULL,
        [ExternalId] nvarchar(80) NOT NULL,
        [Date] date NOT NULL,
        [BatchId] uniqueidentifier NOT NULL,
        [ReceivedAt] datetime2 NOT NULL,
        CONSTRAINT [PK_FeedPresences] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122090702_Feed'
)
BEGIN
    CREATE TABLE [FeedSurveys] (
        [Id] uniqueidentifier NOT NULL,
        [Channel] varchar(40) NOT NULL,
        [ContactAt] datetime2 NOT NULL,
        [ContactExternalId] nvarchar(64) NULL,
        [RespondedAt] datetime2 NULL,
        [Score] int NULL,
        [Satisfied] bit NULL,
        [TenantId] uniqueidentifier NOT NULL,
        [VendorId] uniqueidentifier NOT NULL,
        [OutletId] uniqueidentifier NOT NULL,
        [ContractId] uniqueidentifier NOT NULL,
        [SenderId] uniqueidentifier NOT NULL,
        [SenderSide] varchar(40) NOT NULL,
        [Kind] varchar(40) NOT NULL,
        [ExternalId] nvarchar(80) NOT NULL,
        [Date] date NOT NULL,
        [BatchId] uniqueidentifier NOT NULL,
        [ReceivedAt] datetime2 NOT NULL,
        CONSTRAINT [PK_FeedSurveys] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122090702_Feed'
)
BEGIN
    CREATE TABLE [IdempotentAnswers] (
        [Id] uniqueidentifier NOT NULL,
        [TenantId] uniqueidentifier NOT NULL,
        [VendorId] uniqueidentifier NULL,
        [OutletId] uniqueidentifier NULL,
        [KeyId] uniqueidentifier NOT NULL,
        [Key] nvarchar(120) NOT NULL,
        [BodySha256] varchar(64) NOT NULL,
        [StartedAt] datetime2 NOT NULL,
        [ExpiresAt] datetime2 NOT NULL,
        [Status] int NULL,
        [ContentType] varchar(60) NOT NULL,
        [Body] nvarchar(max) NOT NULL,
        CONSTRAINT [PK_IdempotentAnswers] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_IdempotentAnswers_ApiKeys_KeyId] FOREIGN KEY ([KeyId]) REFERENCES [ApiKeys] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122090702_Feed'
)
BEGIN
    CREATE TABLE [FeedRefusals] (
        [Id] uniqueidentifier NOT NULL,
        [TenantId] uniqueidentifier NOT NULL,
        [VendorId] uniqueidentifier NULL,
        [OutletId] uniqueidentifier NULL,
        [BatchId] uniqueidentifier NOT NULL,
        [Line] int NOT NULL,
        [Field] varchar(40) NOT NULL,
        [Code] varchar(40) NOT NULL,
        [Value] nvarchar(120) NOT NULL,
        [Argument] nvarchar(120) NOT NULL,
        CONSTRAINT [PK_FeedRefusals] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_FeedRefusals_FeedBatches_BatchId] FOREIGN KEY ([BatchId]) REFERENCES [FeedBatches] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122090702_Feed'
)
BEGIN
    CREATE UNIQUE INDEX [IX_ApiKeys_SecretHash] ON [ApiKeys] ([SecretHash]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122090702_Feed'
)
BEGIN
    CREATE INDEX [IX_ApiKeys_TenantId_CreatedAt] ON [ApiKeys] ([TenantId], [CreatedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122090702_Feed'
)
BEGIN
    CREATE INDEX [IX_FeedBatches_TenantId_ReceivedAt] ON [FeedBatches] ([TenantId], [ReceivedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122090702_Feed'
)
BEGIN
    CREATE INDEX [IX_FeedContacts_TenantId_ContractId_Date] ON [FeedContacts] ([TenantId], [ContractId], [Date]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122090702_Feed'
)
BEGIN
    CREATE INDEX [IX_FeedContacts_TenantId_ContractId_Waybill_StartedAt] ON [FeedContacts] ([TenantId], [ContractId], [Waybill], [StartedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122090702_Feed'
)
BEGIN
    CREATE UNIQUE INDEX [IX_FeedContacts_TenantId_SenderId_Kind_ExternalId] ON [FeedContacts] ([TenantId], [SenderId], [Kind], [ExternalId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122090702_Feed'
)
BEGIN
    CREATE INDEX [IX_FeedPresences_TenantId_ContractId_Date] ON [FeedPresences] ([TenantId], [ContractId], [Date]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122090702_Feed'
)
BEGIN
    CREATE UNIQUE INDEX [IX_FeedPresences_TenantId_SenderId_Kind_ExternalId] ON [FeedPresences] ([TenantId], [SenderId], [Kind], [ExternalId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122090702_Feed'
)
BEGIN
    CREATE INDEX [IX_FeedRefusals_BatchId] ON [FeedRefusals] ([BatchId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122090702_Feed'
)
BEGIN
    CREATE INDEX [IX_FeedRefusals_TenantId_BatchId_Line] ON [FeedRefusals] ([TenantId], [BatchId], [Line]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122090702_Feed'
)
BEGIN
    CREATE INDEX [IX_FeedSurveys_TenantId_ContractId_Date] ON [FeedSurveys] ([TenantId], [ContractId], [Date]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122090702_Feed'
)
BEGIN
    CREATE UNIQUE INDEX [IX_FeedSurveys_TenantId_SenderId_Kind_ExternalId] ON [FeedSurveys] ([TenantId], [SenderId], [Kind], [ExternalId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122090702_Feed'
)
BEGIN
    CREATE UNIQUE INDEX [IX_IdempotentAnswers_KeyId_Key] ON [IdempotentAnswers] ([KeyId], [Key]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122090702_Feed'
)
BEGIN
    CREATE INDEX [IX_IdempotentAnswers_TenantId_ExpiresAt] ON [IdempotentAnswers] ([TenantId], [ExpiresAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122090702_Feed'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261122090702_Feed', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122104613_Reconciliation'
)
BEGIN
    DROP INDEX [IX_Obligations_TenantId_ContractId_ReportMonth] ON [Obligations];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122104613_Reconciliation'
)
BEGIN
    ALTER TABLE [VendorReports] ADD [CaseCount] int NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122104613_Reconciliation'
)
BEGIN
    ALTER TABLE [Obligations] ADD [RemindedAt] datetime2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122104613_Reconciliation'
)
BEGIN
    ALTER TABLE [Obligations] ADD [ReportKind] varchar(40) NOT NULL DEFAULT 'Data';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122104613_Reconciliation'
)
BEGIN
    CREATE TABLE [DocumentDemands] (
        [Id] uniqueidentifier NOT NULL,
        [TenantId] uniqueidentifier NOT NULL,
        [VendorId] uniqueidentifier NOT NULL,
        [ContractId] uniqueidentifier NOT NULL,
        [Kind] varchar(40) NOT NULL,
        [From] varchar(7) NOT NULL,
        [WorkingDay] int NOT NULL,
        [LocalTime] varchar(5) NOT NULL,
        [CreatedAt] datetime2 NOT NULL,
        [EndedAt] datetime2 NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_DocumentDemands] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_DocumentDemands_Contracts_ContractId] FOREIGN KEY ([ContractId]) REFERENCES [Contracts] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122104613_Reconciliation'
)
BEGIN
    CREATE TABLE [OwedDocuments] (
        [Id] uniqueidentifier NOT NULL,
        [TenantId] uniqueidentifier NOT NULL,
        [VendorId] uniqueidentifier NOT NULL,
        [ContractId] uniqueidentifier NOT NULL,
        [ObligationId] uniqueidentifier NOT NULL,
        [Kind] varchar(40) NOT NULL,
        [Month] varchar(7) NOT NULL,
        [State] varchar(40) NOT NULL,
        [Round] int NOT NULL,
        [FileName] nvarchar(200) NULL,
        [FileSha256] varchar(64) NULL,
        [FileSize] bigint NULL,
        [SubmittedBy] nvarchar(120) NULL,
        [SubmittedAt] datetime2 NULL,
        [DecidedBy] nvarchar(120) NULL,
        [DecidedAt] datetime2 NULL,
        [Reason] nvarchar(1000) NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_OwedDocuments] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_OwedDocuments_Contracts_ContractId] FOREIGN KEY ([ContractId]) REFERENCES [Contracts] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_OwedDocuments_Obligations_ObligationId] FOREIGN KEY ([ObligationId]) REFERENCES [Obligations] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122104613_Reconciliation'
)
BEGIN
    CREATE TABLE [Reconciliations] (
        [Id] uniqueidentifier NOT NULL,
        [TenantId] uniqueidentifier NOT NULL,
        [VendorId] uniqueidentifier NOT NULL,
        [ContractId] uniqueidentifier NOT NULL,
        [ReportId] uniqueidentifier NOT NULL,
        [Month] varchar(7) NOT NULL,
        [RunAt] datetime2 NOT NULL,
        [State] varchar(40) NOT NULL,
        [Lines] nvarchar(max) NOT NULL,
        [Fields] int NOT NULL,
        [Within] int NOT NULL,
        [IssueId] uniqueidentifier NULL,
        [Explanation] nvarchar(2000) NULL,
        [ExplainedBy] nvarchar(120) NULL,
        [ExplainedAt] datetime2 NULL,
        [Decision] nvarchar(1000) NULL,
        [DecidedBy] nvarchar(120) NULL,
        [DecidedAt] datetime2 NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_Reconciliations] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Reconciliations_Contracts_ContractId] FOREIGN KEY ([ContractId]) REFERENCES [Contracts] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Reconciliations_Issues_IssueId] FOREIGN KEY ([IssueId]) REFERENCES [Issues] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Reconciliations_VendorReports_ReportId] FOREIGN KEY ([ReportId]) REFERENCES [VendorReports] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122104613_Reconciliation'
)
BEGIN
    CREATE TABLE [VendorReportCases] (
        [ReportId] uniqueidentifier NOT NULL,
        [Number] int NOT NULL,
        [TenantId] uniqueidentifier NOT NULL,
        [VendorId] uniqueidentifier NOT NULL,
        [ContractId] uniqueidentifier NOT NULL,
        [OutletId] uniqueidentifier NOT NULL,
        [Kind] varchar(40) NOT NULL,
        [SheetRow] int NOT NULL,
        [Waybill] nvarchar(40) NOT NULL,
        [Ticket] nvarchar(60) NULL,
        [Channel] varchar(40) NULL,
        [ReceivedAt] datetime2 NOT NULL,
        [ReportedAt] datetime2 NULL,
        [ClosedAt] datetime2 NULL,
        [ToldAt] datetime2 NULL,
        [Escalated] bit NULL,
        [Reason] nvarchar(200) NULL,
        CONSTRAINT [PK_VendorReportCases] PRIMARY KEY ([ReportId], [Number]),
        CONSTRAINT [FK_VendorReportCases_Outlets_OutletId] FOREIGN KEY ([OutletId]) REFERENCES [Outlets] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_VendorReportCases_VendorReports_ReportId] FOREIGN KEY ([ReportId]) REFERENCES [VendorReports] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122104613_Reconciliation'
)
BEGIN
    CREATE TABLE [TicketTraces] (
        [ReportId] uniqueidentifier NOT NULL,
        [Number] int NOT NULL,
        [TenantId] uniqueidentifier NOT NULL,
        [VendorId] uniqueidentifier NOT NULL,
        [OutletId] uniqueidentifier NOT NULL,
        [Place] int NOT NULL,
        [Result] varchar(40) NULL,
        [Note] nvarchar(400) NULL,
        [TracedBy] nvarchar(120) NULL,
        [TracedAt] datetime2 NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_TicketTraces] PRIMARY KEY ([ReportId], [Number]),
        CONSTRAINT [FK_TicketTraces_VendorReportCases_ReportId_Number] FOREIGN KEY ([ReportId], [Number]) REFERENCES [VendorReportCases] ([ReportId], [Number]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122104613_Reconciliation'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_Obligations_TenantId_ContractId_ReportMonth_ReportKind] ON [Obligations] ([TenantId], [ContractId], [ReportMonth], [ReportKind]) WHERE "Kind" = ''DeliverReport'' AND "ReportMonth" IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122104613_Reconciliation'
)
BEGIN
    CREATE INDEX [IX_DocumentDemands_ContractId] ON [DocumentDemands] ([ContractId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122104613_Reconciliation'
)
BEGIN
    CREATE INDEX [IX_DocumentDemands_TenantId_ContractId_Kind] ON [DocumentDemands] ([TenantId], [ContractId], [Kind]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122104613_Reconciliation'
)
BEGIN
    CREATE INDEX [IX_OwedDocuments_ContractId] ON [OwedDocuments] ([ContractId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122104613_Reconciliation'
)
BEGIN
    CREATE INDEX [IX_OwedDocuments_ObligationId] ON [OwedDocuments] ([ObligationId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122104613_Reconciliation'
)
BEGIN
    CREATE UNIQUE INDEX [IX_OwedDocuments_TenantId_ContractId_Month_Kind] ON [OwedDocuments] ([TenantId], [ContractId], [Month], [Kind]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122104613_Reconciliation'
)
BEGIN
    CREATE INDEX [IX_Reconciliations_ContractId] ON [Reconciliations] ([ContractId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122104613_Reconciliation'
)
BEGIN
    CREATE INDEX [IX_Reconciliations_IssueId] ON [Reconciliations] ([IssueId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122104613_Reconciliation'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Reconciliations_ReportId] ON [Reconciliations] ([ReportId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122104613_Reconciliation'
)
BEGIN
    CREATE INDEX [IX_Reconciliations_TenantId_ContractId_Month] ON [Reconciliations] ([TenantId], [ContractId], [Month]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122104613_Reconciliation'
)
BEGIN
    CREATE UNIQUE INDEX [IX_TicketTraces_TenantId_ReportId_Place] ON [TicketTraces] ([TenantId], [ReportId], [Place]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122104613_Reconciliation'
)
BEGIN
    CREATE INDEX [IX_VendorReportCases_OutletId] ON [VendorReportCases] ([OutletId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122104613_Reconciliation'
)
BEGIN
    CREATE INDEX [IX_VendorReportCases_TenantId_ContractId_Waybill] ON [VendorReportCases] ([TenantId], [ContractId], [Waybill]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122104613_Reconciliation'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261122104613_Reconciliation', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122122409_CasesAndNotices'
)
BEGIN
    ALTER TABLE [Outbox] ADD [CallId] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122122409_CasesAndNotices'
)
BEGIN
    ALTER TABLE [Outbox] ADD [Count] int NOT NULL DEFAULT 0;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122122409_CasesAndNotices'
)
BEGIN
    ALTER TABLE [Outbox] ADD [DeadAt] datetime2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122122409_CasesAndNotices'
)
BEGIN
    ALTER TABLE [Outbox] ADD [DiscardedAt] datetime2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122122409_CasesAndNotices'
)
BEGIN
    ALTER TABLE [Outbox] ADD [FoldKey] varchar(120) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122122409_CasesAndNotices'
)
BEGIN
    ALTER TABLE [Outbox] ADD [LastAttemptAt] datetime2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122122409_CasesAndNotices'
)
BEGIN
    ALTER TABLE [Outbox] ADD [Link] nvarchar(400) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122122409_CasesAndNotices'
)
BEGIN
    ALTER TABLE [Outbox] ADD [RobotId] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122122409_CasesAndNotices'
)
BEGIN
    ALTER TABLE [Outbox] ADD [Urgent] bit NOT NULL DEFAULT CAST(0 AS bit);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122122409_CasesAndNotices'
)
BEGIN
    ALTER TABLE [Issues] ADD [CustomerTier] varchar(40) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122122409_CasesAndNotices'
)
BEGIN
    ALTER TABLE [Issues] ADD [Notice] nvarchar(max) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122122409_CasesAndNotices'
)
BEGIN
    CREATE TABLE [Callbacks] (
        [Id] uniqueidentifier NOT NULL,
        [TenantId] uniqueidentifier NOT NULL,
        [VendorId] uniqueidentifier NOT NULL,
        [OutletId] uniqueidentifier NOT NULL,
        [IssueId] uniqueidentifier NULL,
        [Reason] varchar(40) NOT NULL,
        [OriginId] uniqueidentifier NOT NULL,
        [CustomerName] nvarchar(120) NULL,
        [CustomerPhone] nvarchar(40) NULL,
        [Waybill] nvarchar(60) NULL,
        [Topic] nvarchar(2000) NOT NULL,
        [PlannedByName] nvarchar(120) NULL,
        [PlannedAt] datetime2 NOT NULL,
        [DueAt] datetime2 NOT NULL,
        [DueMonth] varchar(7) NOT NULL,
        [TimeZone] nvarchar(60) NOT NULL,
        [State] varchar(40) NOT NULL,
        [Attempts] nvarchar(max) NOT NULL,
        [WasLate] bit NOT NULL,
        [Satisfaction] int NULL,
        [Result] nvarchar(2000) NULL,
        [DoneAt] datetime2 NULL,
        [DoneByName] nvarchar(120) NULL,
        [ClaimedById] uniqueidentifier NULL,
        [ClaimedUntil] datetime2 NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_Callbacks] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Callbacks_Issues_IssueId] FOREIGN KEY ([IssueId]) REFERENCES [Issues] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122122409_CasesAndNotices'
)
BEGIN
    CREATE TABLE [ComplaintChases] (
        [Id] uniqueidentifier NOT NULL,
        [TenantId] uniqueidentifier NOT NULL,
        [VendorId] uniqueidentifier NOT NULL,
        [OutletId] uniqueidentifier NOT NULL,
        [IssueId] uniqueidentifier NOT NULL,
        [Day] int NOT NULL,
        [PassedOver] bit NOT NULL,
        [At] datetime2 NOT NULL,
        CONSTRAINT [PK_ComplaintChases] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_ComplaintChases_Issues_IssueId] FOREIGN KEY ([IssueId]) REFERENCES [Issues] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122122409_CasesAndNotices'
)
BEGIN
    CREATE TABLE [Complaints] (
        [IssueId] uniqueidentifier NOT NULL,
        [TenantId] uniqueidentifier NOT NULL,
        [VendorId] uniqueidentifier NOT NULL,
        [OutletId] uniqueidentifier NOT NULL,
        [Channel] varchar(40) NOT NULL,
        [Category] varchar(40) NULL,
        [Demand] nvarchar(2000) NULL,
        [Result] nvarchar(2000) NULL,
        [Compensation] decimal(18,4) NULL,
        [Remark] nvarchar(2000) NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_Complaints] PRIMARY KEY ([IssueId]),
        CONSTRAINT [FK_Complaints_Issues_IssueId] FOREIGN KEY ([IssueId]) REFERENCES [Issues] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122122409_CasesAndNotices'
)
BEGIN
    CREATE TABLE [Faults] (
        [IssueId] uniqueidentifier NOT NULL,
        [TenantId] uniqueidentifier NOT NULL,
        [VendorId] uniqueidentifier NOT NULL,
        [OutletId] uniqueidentifier NOT NULL,
        [Kind] varchar(40) NOT NULL,
        [StartedAt] datetime2 NOT NULL,
        [EndedAt] datetime2 NULL,
        [LearnedAt] datetime2 NULL,
        [UsersAffected] int NULL,
        [Workaround] nvarchar(2000) NULL,
        [ContactTier] int NULL,
        [Cause] nvarchar(4000) NULL,
        [CauseStatedBy] nvarchar(120) NULL,
        [CauseStatedAt] datetime2 NULL,
        [Side] varchar(40) NOT NULL,
        [ReportedByName] nvarchar(120) NOT NULL,
        [ReportedAt] datetime2 NOT NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_Faults] PRIMARY KEY ([IssueId]),
        CONSTRAINT [FK_Faults_Issues_IssueId] FOREIGN KEY ([IssueId]) REFERENCES [Issues] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122122409_CasesAndNotices'
)
BEGIN
    CREATE TABLE [InvestigationDrafts] (
        [Id] uniqueidentifier NOT NULL,
        [IssueId] uniqueidentifier NOT NULL,
        [TenantId] uniqueidentifier NOT NULL,
        [VendorId] uniqueidentifier NULL,
        [OutletId] uniqueidentifier NULL,
        [Form] nvarchar(max) NOT NULL,
        [SavedByName] nvarchar(120) NOT NULL,
        [SavedAt] datetime2 NOT NULL,
        CONSTRAINT [PK_InvestigationDrafts] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_InvestigationDrafts_Issues_IssueId] FOREIGN KEY ([IssueId]) REFERENCES [Issues] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122122409_CasesAndNotices'
)
BEGIN
    CREATE TABLE [Investigations] (
        [IssueId] uniqueidentifier NOT NULL,
        [TenantId] uniqueidentifier NOT NULL,
        [VendorId] uniqueidentifier NOT NULL,
        [OutletId] uniqueidentifier NOT NULL,
        [State] varchar(40) NOT NULL,
        [Rounds] nvarchar(max) NOT NULL,
        [SubmittedAt] datetime2 NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_Investigations] PRIMARY KEY ([IssueId]),
        CONSTRAINT [FK_Investigations_Issues_IssueId] FOREIGN KEY ([IssueId]) REFERENCES [Issues] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122122409_CasesAndNotices'
)
BEGIN
    CREATE TABLE [MissedContacts] (
        [Id] uniqueidentifier NOT NULL,
        [TenantId] uniqueidentifier NOT NULL,
        [VendorId] uniqueidentifier NOT NULL,
        [OutletId] uniqueidentifier NOT NULL,
        [IssueId] uniqueidentifier NOT NULL,
        [At] datetime2 NOT NULL,
        [CustomerPhone] nvarchar(40) NOT NULL,
        [CustomerName] nvarchar(120) NULL,
        [Waybill] nvarchar(60) NULL,
        [AddedByName] nvarchar(120) NOT NULL,
        [AddedAt] datetime2 NOT NULL,
        [CalledAt] datetime2 NULL,
        [CalledByName] nvarchar(120) NULL,
        [Result] varchar(40) NULL,
        [Words] nvarchar(1000) NULL,
        CONSTRAINT [PK_MissedContacts] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_MissedContacts_Issues_IssueId] FOREIGN KEY ([IssueId]) REFERENCES [Issues] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122122409_CasesAndNotices'
)
BEGIN
    CREATE TABLE [NoticeEvents] (
        [Id] uniqueidentifier NOT NULL,
        [TenantId] uniqueidentifier NOT NULL,
        [VendorId] uniqueidentifier NOT NULL,
        [OutletId] uniqueidentifier NOT NULL,
        [IssueId] uniqueidentifier NOT NULL,
        [Kind] varchar(40) NOT NULL,
        [What] varchar(40) NOT NULL,
        [Clock] varchar(40) NULL,
        [Mark] int NOT NULL,
        [ActorId] uniqueidentifier NULL,
        [ByName] nvarchar(120) NULL,
        [OnlySide] varchar(40) NULL,
        [ForId] uniqueidentifier NULL,
        [At] datetime2 NOT NULL,
        CONSTRAINT [PK_NoticeEvents] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_NoticeEvents_Issues_IssueId] FOREIGN KEY ([IssueId]) REFERENCES [Issues] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122122409_CasesAndNotices'
)
BEGIN
    CREATE TABLE [Notices] (
        [Id] uniqueidentifier NOT NULL,
        [TenantId] uniqueidentifier NOT NULL,
        [UserId] uniqueidentifier NOT NULL,
        [IssueId] uniqueidentifier NOT NULL,
        [Kind] varchar(40) NOT NULL,
        [What] varchar(40) NOT NULL,
        [Clock] varchar(40) NULL,
        [Mark] int NOT NULL,
        [ByName] nvarchar(120) NULL,
        [At] datetime2 NOT NULL,
        [Count] int NOT NULL,
        [InPage] bit NOT NULL,
        [ReadAt] datetime2 NULL,
        [MailAt] datetime2 NULL,
        [MailedAt] datetime2 NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_Notices] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Notices_Issues_IssueId] FOREIGN KEY ([IssueId]) REFERENCES [Issues] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122122409_CasesAndNotices'
)
BEGIN
    CREATE TABLE [NoticeSettings] (
        [Id] uniqueidentifier NOT NULL,
        [TenantId] uniqueidentifier NOT NULL,
        [UserId] uniqueidentifier NOT NULL,
        [TimeZone] nvarchar(60) NOT NULL,
        [Page] nvarchar(max) NOT NULL,
        [Mail] nvarchar(max) NOT NULL,
        [Quiet] bit NOT NULL,
        [QuietFrom] int NOT NULL,
        [QuietTo] int NOT NULL,
        [Digest] bit NOT NULL,
        [DigestAt] int NOT NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_NoticeSettings] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122122409_CasesAndNotices'
)
BEGIN
    CREATE TABLE [Promises] (
        [Id] uniqueidentifier NOT NULL,
        [TenantId] uniqueidentifier NOT NULL,
        [VendorId] uniqueidentifier NOT NULL,
        [OutletId] uniqueidentifier NOT NULL,
        [IssueId] uniqueidentifier NOT NULL,
        [What] nvarchar(2000) NOT NULL,
        [PromisedByName] nvarchar(120) NOT NULL,
        [Side] varchar(40) NOT NULL,
        [RecordedByName] nvarchar(120) NOT NULL,
        [RecordedAt] datetime2 NOT NULL,
        [DueAt] datetime2 NOT NULL,
        [DueMonth] varchar(7) NOT NULL,
        [State] varchar(40) NOT NULL,
        [InTime] bit NOT NULL,
        [SettledAt] datetime2 NULL,
        [SettledByName] nvarchar(120) NULL,
        [Proof] nvarchar(2000) NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_Promises] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Promises_Issues_IssueId] FOREIGN KEY ([IssueId]) REFERENCES [Issues] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122122409_CasesAndNotices'
)
BEGIN
    CREATE TABLE [Referrals] (
        [Id] uniqueidentifier NOT NULL,
        [TenantId] uniqueidentifier NOT NULL,
        [VendorId] uniqueidentifier NOT NULL,
        [OutletId] uniqueidentifier NOT NULL,
        [IssueId] uniqueidentifier NOT NULL,
        [Department] varchar(40) NOT NULL,
        [Person] nvarchar(120) NULL,
        [Finding] nvarchar(2000) NOT NULL,
        [Side] varchar(40) NOT NULL,
        [ReferredByName] nvarchar(120) NOT NULL,
        [ReferredAt] datetime2 NOT NULL,
        [WorkingDays] int NOT NULL,
        [DueAt] datetime2 NOT NULL,
        [State] varchar(40) NOT NULL,
        [Level] int NOT NULL,
        [NextClimbAt] datetime2 NULL,
        [Answer] nvarchar(2000) NULL,
        [AnsweredBy] nvarchar(120) NULL,
        [RecordedByName] nvarchar(120) NULL,
        [AnsweredAt] datetime2 NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_Referrals] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Referrals_Issues_IssueId] FOREIGN KEY ([IssueId]) REFERENCES [Issues] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122122409_CasesAndNotices'
)
BEGIN
    CREATE TABLE [Robots] (
        [Id] uniqueidentifier NOT NULL,
        [TenantId] uniqueidentifier NOT NULL,
        [VendorId] uniqueidentifier NULL,
        [OutletId] uniqueidentifier NULL,
        [Name] nvarchar(80) NOT NULL,
        [Platform] varchar(40) NOT NULL,
        [Host] nvarchar(120) NOT NULL,
        [SealedAddress] varchar(2000) NOT NULL,
        [SealedSecret] varchar(1000) NULL,
        [Language] varchar(40) NOT NULL,
        [Kinds] nvarchar(max) NOT NULL,
        [Active] bit NOT NULL,
        [CreatedByName] nvarchar(120) NOT NULL,
        [CreatedAt] datetime2 NOT NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_Robots] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122122409_CasesAndNotices'
)
BEGIN
    CREATE TABLE [SearchEntries] (
        [Id] uniqueidentifier NOT NULL,
        [RowKey] bigint NOT NULL,
        [TenantId] uniqueidentifier NOT NULL,
        [VendorId] uniqueidentifier NOT NULL,
        [OutletId] uniqueidentifier NOT NULL,
        [IssueId] uniqueidentifier NOT NULL,
        [OnlySide] varchar(40) NULL,
        [Text] nvarchar(max) NOT NULL,
        [At] datetime2 NOT NULL,
        CONSTRAINT [PK_SearchEntries] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_SearchEntries_Issues_IssueId] FOREIGN KEY ([IssueId]) REFERENCES [Issues] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122122409_CasesAndNotices'
)
BEGIN
    CREATE TABLE [SearchGrams] (
        [EntryId] uniqueidentifier NOT NULL,
        [Gram] nvarchar(2) NOT NULL,
        [TenantId] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_SearchGrams] PRIMARY KEY ([EntryId], [Gram]),
        CONSTRAINT [FK_SearchGrams_SearchEntries_EntryId] FOREIGN KEY ([EntryId]) REFERENCES [SearchEntries] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122122409_CasesAndNotices'
)
BEGIN
    CREATE INDEX [IX_Outbox_RobotId_LastAttemptAt] ON [Outbox] ([RobotId], [LastAttemptAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122122409_CasesAndNotices'
)
BEGIN
    CREATE INDEX [IX_Outbox_TenantId_DeadAt] ON [Outbox] ([TenantId], [DeadAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122122409_CasesAndNotices'
)
BEGIN
    CREATE INDEX [IX_Issues_TenantId_ProblemType_State] ON [Issues] ([TenantId], [ProblemType], [State]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122122409_CasesAndNotices'
)
BEGIN
    CREATE INDEX [IX_Callbacks_IssueId] ON [Callbacks] ([IssueId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122122409_CasesAndNotices'
)
BEGIN
    CREATE INDEX [IX_Callbacks_TenantId_DueMonth] ON [Callbacks] ([TenantId], [DueMonth]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122122409_CasesAndNotices'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Callbacks_TenantId_Reason_OriginId] ON [Callbacks] ([TenantId], [Reason], [OriginId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122122409_CasesAndNotices'
)
BEGIN
    CREATE INDEX [IX_Callbacks_TenantId_State_DueAt] ON [Callbacks] ([TenantId], [State], [DueAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122122409_CasesAndNotices'
)
BEGIN
    CREATE UNIQUE INDEX [IX_ComplaintChases_IssueId_Day] ON [ComplaintChases] ([IssueId], [Day]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122122409_CasesAndNotices'
)
BEGIN
    CREATE INDEX [IX_Complaints_TenantId_Category] ON [Complaints] ([TenantId], [Category]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122122409_CasesAndNotices'
)
BEGIN
    CREATE INDEX [IX_Faults_TenantId_StartedAt] ON [Faults] ([TenantId], [StartedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122122409_CasesAndNotices'
)
BEGIN
    CREATE UNIQUE INDEX [IX_InvestigationDrafts_IssueId] ON [InvestigationDrafts] ([IssueId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122122409_CasesAndNotices'
)
BEGIN
    CREATE INDEX [IX_InvestigationDrafts_TenantId] ON [InvestigationDrafts] ([TenantId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122122409_CasesAndNotices'
)
BEGIN
    CREATE INDEX [IX_Investigations_TenantId_State] ON [Investigations] ([TenantId], [State]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122122409_CasesAndNotices'
)
BEGIN
    CREATE UNIQUE INDEX [IX_MissedContacts_IssueId_CustomerPhone_At] ON [MissedContacts] ([IssueId], [CustomerPhone], [At]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122122409_CasesAndNotices'
)
BEGIN
    CREATE INDEX [IX_MissedContacts_TenantId_IssueId_CalledAt] ON [MissedContacts] ([TenantId], [IssueId], [CalledAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122122409_CasesAndNotices'
)
BEGIN
    CREATE INDEX [IX_NoticeEvents_IssueId] ON [NoticeEvents] ([IssueId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122122409_CasesAndNotices'
)
BEGIN
    CREATE INDEX [IX_NoticeEvents_TenantId_At] ON [NoticeEvents] ([TenantId], [At]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122122409_CasesAndNotices'
)
BEGIN
    CREATE INDEX [IX_Notices_IssueId_At] ON [Notices] ([IssueId], [At]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122122409_CasesAndNotices'
)
BEGIN
    CREATE INDEX [IX_Notices_TenantId_MailAt] ON [Notices] ([TenantId], [MailAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122122409_CasesAndNotices'
)
BEGIN
    CREATE INDEX [IX_Notices_TenantId_UserId_ReadAt_At] ON [Notices] ([TenantId], [UserId], [ReadAt], [At]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122122409_CasesAndNotices'
)
BEGIN
    CREATE UNIQUE INDEX [IX_NoticeSettings_TenantId_UserId] ON [NoticeSettings] ([TenantId], [UserId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122122409_CasesAndNotices'
)
BEGIN
    CREATE INDEX [IX_Promises_IssueId] ON [Promises] ([IssueId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122122409_CasesAndNotices'
)
BEGIN
    CREATE INDEX [IX_Promises_TenantId_DueMonth] ON [Promises] ([TenantId], [DueMonth]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122122409_CasesAndNotices'
)
BEGIN
    CREATE INDEX [IX_Promises_TenantId_State_DueAt] ON [Promises] ([TenantId], [State], [DueAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122122409_CasesAndNotices'
)
BEGIN
    CREATE INDEX [IX_Referrals_IssueId] ON [Referrals] ([IssueId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122122409_CasesAndNotices'
)
BEGIN
    CREATE INDEX [IX_Referrals_TenantId_NextClimbAt] ON [Referrals] ([TenantId], [NextClimbAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122122409_CasesAndNotices'
)
BEGIN
    CREATE INDEX [IX_Referrals_TenantId_State_DueAt] ON [Referrals] ([TenantId], [State], [DueAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122122409_CasesAndNotices'
)
BEGIN
    CREATE INDEX [IX_Robots_TenantId_Active] ON [Robots] ([TenantId], [Active]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122122409_CasesAndNotices'
)
BEGIN
    CREATE INDEX [IX_SearchEntries_IssueId] ON [SearchEntries] ([IssueId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122122409_CasesAndNotices'
)
BEGIN
    CREATE UNIQUE INDEX [IX_SearchEntries_RowKey] ON [SearchEntries] ([RowKey]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122122409_CasesAndNotices'
)
BEGIN
    CREATE INDEX [IX_SearchEntries_TenantId_At] ON [SearchEntries] ([TenantId], [At]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122122409_CasesAndNotices'
)
BEGIN
    CREATE INDEX [IX_SearchGrams_TenantId_Gram] ON [SearchGrams] ([TenantId], [Gram]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122122409_CasesAndNotices'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261122122409_CasesAndNotices', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122150007_Staffing'
)
BEGIN
    CREATE TABLE [AgentDays] (
        [Id] uniqueidentifier NOT NULL,
        [TenantId] uniqueidentifier NOT NULL,
        [VendorId] uniqueidentifier NOT NULL,
        [ContractId] uniqueidentifier NOT NULL,
        [AgentId] uniqueidentifier NOT NULL,
        [Date] date NOT NULL,
        [Revision] int NOT NULL,
        [Channel] varchar(40) NOT NULL,
        [Scheduled] bigint NOT NULL,
        [Present] varchar(600) NULL,
        [Breaks] varchar(600) NULL,
        [InSince] int NULL,
        [BreakSince] int NULL,
        [RecordedBy] nvarchar(120) NOT NULL,
        [RecordedAt] datetime2 NOT NULL,
        [SupersededAt] datetime2 NULL,
        CONSTRAINT [PK_AgentDays] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122150007_Staffing'
)
BEGIN
    CREATE TABLE [Agents] (
        [Id] uniqueidentifier NOT NULL,
        [TenantId] uniqueidentifier NOT NULL,
        [VendorId] uniqueidentifier NOT NULL,
        [ContractId] uniqueidentifier NOT NULL,
        [Number] nvarchar(40) NOT NULL,
        [Name] nvarchar(80) NOT NULL,
        [Phone] nvarchar(30) NULL,
        [Channels] nvarchar(200) NOT NULL,
        [Skills] nvarchar(1000) NOT NULL,
        [JoinedOn] date NOT NULL,
        [LeftOn] date NULL,
        [LeaveReason] varchar(40) NULL,
        [Tenures] nvarchar(max) NOT NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_Agents] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Agents_Contracts_ContractId] FOREIGN KEY ([ContractId]) REFERENCES [Contracts] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122150007_Staffing'
)
BEGIN
    CREATE TABLE [BrandPacks] (
        [Id] uniqueidentifier NOT NULL,
        [TenantId] uniqueidentifier NOT NULL,
        [VendorId] uniqueidentifier NOT NULL,
        [ContractId] uniqueidentifier NOT NULL,
        [Number] int NOT NULL,
        [Title] nvarchar(160) NOT NULL,
        [Rules] nvarchar(max) NOT NULL,
        [FileName] nvarchar(200) NULL,
        [FileSha256] varchar(64) NULL,
        [FileSize] bigint NULL,
        [SignBy] date NOT NULL,
        [PublishedBy] nvarchar(120) NOT NULL,
        [PublishedAt] datetime2 NOT NULL,
        [SignedBy] nvarchar(120) NULL,
        [SignedAt] datetime2 NULL,
        [SupersededAt] datetime2 NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_BrandPacks] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_BrandPacks_Contracts_ContractId] FOREIGN KEY ([ContractId]) REFERENCES [Contracts] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122150007_Staffing'
)
BEGIN
    CREATE TABLE [BrandQuarters] (
        [Id] uniqueidentifier NOT NULL,
        [TenantId] uniqueidentifier NOT NULL,
        [VendorId] uniqueidentifier NOT NULL,
        [ContractId] uniqueidentifier NOT NULL,
        [ObligationId] uniqueidentifier NOT NULL,
        [From] date NOT NULL,
        [Agents] int NOT NULL,
        [Passed] int NOT NULL,
        [CompletedAt] datetime2 NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_BrandQuarters] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_BrandQuarters_Contracts_ContractId] FOREIGN KEY ([ContractId]) REFERENCES [Contracts] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_BrandQuarters_Obligations_ObligationId] FOREIGN KEY ([ObligationId]) REFERENCES [Obligations] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122150007_Staffing'
)
BEGIN
    CREATE TABLE [Briefings] (
        [Id] uniqueidentifier NOT NULL,
        [TenantId] uniqueidentifier NOT NULL,
        [VendorId] uniqueidentifier NOT NULL,
        [ContractId] uniqueidentifier NOT NULL,
        [Title] nvarchar(160) NOT NULL,
        [Body] nvarchar(4000) NOT NULL,
        [ReadBy] date NOT NULL,
        [Side] varchar(40) NOT NULL,
        [PublishedBy] nvarchar(120) NOT NULL,
        [PublishedAt] datetime2 NOT NULL,
        CONSTRAINT [PK_Briefings] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Briefings_Contracts_ContractId] FOREIGN KEY ([ContractId]) REFERENCES [Contracts] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122150007_Staffing'
)
BEGIN
    CREATE TABLE [Courses] (
        [Id] uniqueidentifier NOT NULL,
        [TenantId] uniqueidentifier NOT NULL,
        [VendorId] uniqueidentifier NOT NULL,
        [ContractId] uniqueidentifier NOT NULL,
        [Title] nvarchar(120) NOT NULL,
        [Kind] varchar(40) NOT NULL,
        [PassMark] int NOT NULL,
        [ValidMonths] int NOT NULL,
        [CreatedAt] datetime2 NOT NULL,
        [RetiredAt] datetime2 NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_Courses] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Courses_Contracts_ContractId] FOREIGN KEY ([ContractId]) REFERENCES [Contracts] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122150007_Staffing'
)
BEGIN
    CREATE TABLE [KnowledgeArticles] (
        [Id] uniqueidentifier NOT NULL,
        [TenantId] uniqueidentifier NOT NULL,
        [VendorId] uniqueidentifier NOT NULL,
        [ContractId] uniqueidentifier NOT NULL,
        [OutletId] uniqueidentifier NOT NULL,
        [IssueId] uniqueidentifier NULL,
        [Title] nvarchar(160) NOT NULL,
        [Body] nvarchar(max) NOT NULL,
        [Keywords] nvarchar(200) NULL,
        [State] varchar(40) NOT NULL,
        [Latest] int NOT NULL,
        [InForce] int NULL,
        [ChangedAt] datetime2 NOT NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_KnowledgeArticles] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_KnowledgeArticles_Contracts_ContractId] FOREIGN KEY ([ContractId]) REFERENCES [Contracts] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_KnowledgeArticles_Issues_IssueId] FOREIGN KEY ([IssueId]) REFERENCES [Issues] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_KnowledgeArticles_Outlets_OutletId] FOREIGN KEY ([OutletId]) REFERENCES [Outlets] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122150007_Staffing'
)
BEGIN
    CREATE TABLE [RequirementDays] (
        [Id] uniqueidentifier NOT NULL,
        [TenantId] uniqueidentifier NOT NULL,
        [VendorId] uniqueidentifier NOT NULL,
        [ContractId] uniqueidentifier NOT NULL,
        [OutletId] uniqueidentifier NOT NULL,
        [Channel] varchar(40) NOT NULL,
        [Date] date NOT NULL,
        [Revision] int NOT NULL,
        [Volumes] varchar(400) NULL,
        [Required] varchar(400) NOT NULL,
        [Assumption] varchar(300) NULL,
        [Actual] varchar(400) NULL,
        [RecordedBy] nvarchar(120) NOT NULL,
        [RecordedAt] datetime2 NOT NULL,
        [SupersededAt] datetime2 NULL,
        CONSTRAINT [PK_RequirementDays] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_RequirementDays_Contracts_ContractId] FOREIGN KEY ([ContractId]) REFERENCES [Contracts] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_RequirementDays_Outlets_OutletId] FOREIGN KEY ([OutletId]) REFERENCES [Outlets] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122150007_Staffing'
)
BEGIN
    CREATE TABLE [ShiftChecks] (
        [Id] uniqueidentifier NOT NULL,
        [TenantId] uniqueidentifier NOT NULL,
        [VendorId] uniqueidentifier NOT NULL,
        [ContractId] uniqueidentifier NOT NULL,
        [Date] date NOT NULL,
        [Lines] nvarchar(max) NOT NULL,
        [CheckedBy] nvarchar(120) NOT NULL,
        [CheckedAt] datetime2 NOT NULL,
        [IssueId] uniqueidentifier NULL,
        CONSTRAINT [PK_ShiftChecks] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_ShiftChecks_Contracts_ContractId] FOREIGN KEY ([ContractId]) REFERENCES [Contracts] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_ShiftChecks_Issues_IssueId] FOREIGN KEY ([IssueId]) REFERENCES [Issues] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122150007_Staffing'
)
BEGIN
    CREATE TABLE [ShortfallAlarms] (
        [Id] uniqueidentifier NOT NULL,
        [TenantId] uniqueidentifier NOT NULL,
        [VendorId] uniqueidentifier NOT NULL,
        [ContractId] uniqueidentifier NOT NULL,
        [Channel] varchar(40) NOT NULL,
        [Date] date NOT NULL,
        [Interval] int NOT NULL,
        [Required] int NOT NULL,
        [Scheduled] int NOT NULL,
        [Present] int NOT NULL,
        [RaisedAt] datetime2 NOT NULL,
        [Answer] nvarchar(400) NULL,
        [AnsweredBy] nvarchar(120) NULL,
        [AnsweredAt] datetime2 NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_ShortfallAlarms] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_ShortfallAlarms_Contracts_ContractId] FOREIGN KEY ([ContractId]) REFERENCES [Contracts] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122150007_Staffing'
)
BEGIN
    CREATE TABLE [Certificates] (
        [Id] uniqueidentifier NOT NULL,
        [TenantId] uniqueidentifier NOT NULL,
        [VendorId] uniqueidentifier NOT NULL,
        [ContractId] uniqueidentifier NOT NULL,
        [AgentId] uniqueidentifier NOT NULL,
        [Kind] varchar(40) NOT NULL,
        [Title] nvarchar(120) NOT NULL,
        [ValidFrom] date NOT NULL,
        [ValidUntil] date NOT NULL,
        [TestId] uniqueidentifier NULL,
        [IssuedBy] nvarchar(120) NOT NULL,
        [RecordedAt] datetime2 NOT NULL,
        [WithdrawnFrom] date NULL,
        [WithdrawnAt] datetime2 NULL,
        [WithdrawnBy] nvarchar(120) NULL,
        [WithdrawnReason] nvarchar(400) NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_Certificates] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Certificates_Agents_AgentId] FOREIGN KEY ([AgentId]) REFERENCES [Agents] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122150007_Staffing'
)
BEGIN
    CREATE TABLE [ReplacementRequests] (
        [Id] uniqueidentifier NOT NULL,
        [TenantId] uniqueidentifier NOT NULL,
        [VendorId] uniqueidentifier NOT NULL,
        [ContractId] uniqueidentifier NOT NULL,
        [OutletId] uniqueidentifier NULL,
        [ObligationId] uniqueidentifier NOT NULL,
        [LeaverId] uniqueidentifier NULL,
        [Reason] varchar(40) NOT NULL,
        [Note] nvarchar(1000) NULL,
        [Handover] nvarchar(2000) NOT NULL,
        [State] varchar(40) NOT NULL,
        [AskedBy] nvarchar(120) NOT NULL,
        [AskedAt] datetime2 NOT NULL,
        [SuccessorId] uniqueidentifier NULL,
        [FilledBy] nvarchar(120) NULL,
        [FilledAt] datetime2 NULL,
        [WithdrawnReason] nvarchar(400) NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_ReplacementRequests] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_ReplacementRequests_Agents_LeaverId] FOREIGN KEY ([LeaverId]) REFERENCES [Agents] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_ReplacementRequests_Agents_SuccessorId] FOREIGN KEY ([SuccessorId]) REFERENCES [Agents] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_ReplacementRequests_Contracts_ContractId] FOREIGN KEY ([ContractId]) REFERENCES [Contracts] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_ReplacementRequests_Obligations_ObligationId] FOREIGN KEY ([ObligationId]) REFERENCES [Obligations] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122150007_Staffing'
)
BEGIN
    CREATE TABLE [BriefingReceipts] (
        [BriefingId] uniqueidentifier NOT NULL,
        [AgentId] uniqueidentifier NOT NULL,
        [TenantId] uniqueidentifier NOT NULL,
        [VendorId] uniqueidentifier NOT NULL,
        [ContractId] uniqueidentifier NOT NULL,
        [Witness] nvarchar(120) NOT NULL,
        [ReadAt] datetime2 NOT NULL,
        CONSTRAINT [PK_BriefingReceipts] PRIMARY KEY ([BriefingId], [AgentId]),
        CONSTRAINT [FK_BriefingReceipts_Agents_AgentId] FOREIGN KEY ([AgentId]) REFERENCES [Agents] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_BriefingReceipts_Briefings_BriefingId] FOREIGN KEY ([BriefingId]) REFERENCES [Briefings] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122150007_Staffing'
)
BEGIN
    CREATE TABLE [TrainingOrders] (
        [Id] uniqueidentifier NOT NULL,
        [TenantId] uniqueidentifier NOT NULL,
        [VendorId] uniqueidentifier NOT NULL,
        [ContractId] uniqueidentifier NOT NULL,
        [OutletId] uniqueidentifier NULL,
        [IssueId] uniqueidentifier NULL,
        [ObligationId] uniqueidentifier NOT NULL,
        [CourseId] uniqueidentifier NOT NULL,
        [Cause] varchar(40) NOT NULL,
        [CauseId] uniqueidentifier NULL,
        [Topic] nvarchar(160) NOT NULL,
        [Note] nvarchar(1000) NULL,
        [DueOn] date NOT NULL,
        [State] varchar(40) NOT NULL,
        [OrderedBy] nvarchar(120) NOT NULL,
        [OrderedAt] datetime2 NOT NULL,
        [OrderedOn] date NOT NULL,
        [DoneAt] datetime2 NULL,
        [WithdrawnReason] nvarchar(400) NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_TrainingOrders] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_TrainingOrders_Contracts_ContractId] FOREIGN KEY ([ContractId]) REFERENCES [Contracts] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_TrainingOrders_Courses_CourseId] FOREIGN KEY ([CourseId]) REFERENCES [Courses] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_TrainingOrders_Issues_IssueId] FOREIGN KEY ([IssueId]) REFERENCES [Issues] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_TrainingOrders_Obligations_ObligationId] FOREIGN KEY ([ObligationId]) REFERENCES [Obligations] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122150007_Staffing'
)
BEGIN
    CREATE TABLE [TrainingSessions] (
        [Id] uniqueidentifier NOT NULL,
        [TenantId] uniqueidentifier NOT NULL,
        [VendorId] uniqueidentifier NOT NULL,
        [ContractId] uniqueidentifier NOT NULL,
        [CourseId] uniqueidentifier NOT NULL,
        [Date] date NOT NULL,
        [Minutes] int NOT NULL,
        [Trainer] nvarchar(80) NOT NULL,
        [Place] nvarchar(120) NULL,
        [CreatedAt] datetime2 NOT NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_TrainingSessions] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_TrainingSessions_Courses_CourseId] FOREIGN KEY ([CourseId]) REFERENCES [Courses] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122150007_Staffing'
)
BEGIN
    CREATE TABLE [KnowledgeVersions] (
        [Id] uniqueidentifier NOT NULL,
        [TenantId] uniqueidentifier NOT NULL,
        [VendorId] uniqueidentifier NOT NULL,
        [ContractId] uniqueidentifier NOT NULL,
        [ArticleId] uniqueidentifier NOT NULL,
        [Number] int NOT NULL,
        [ObligationId] uniqueidentifier NOT NULL,
        [Title] nvarchar(160) NOT NULL,
        [Body] nvarchar(max) NOT NULL,
        [Keywords] nvarchar(200) NULL,
        [State] varchar(40) NOT NULL,
        [ProposedBy] nvarchar(120) NOT NULL,
        [ProposedAt] datetime2 NOT NULL,
        [DecidedBy] nvarchar(120) NULL,
        [DecidedAt] datetime2 NULL,
        [Reason] nvarchar(1000) NULL,
        CONSTRAINT [PK_KnowledgeVersions] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_KnowledgeVersions_KnowledgeArticles_ArticleId] FOREIGN KEY ([ArticleId]) REFERENCES [KnowledgeArticles] ([Id]) ON DELETE CASCADE,
        CONSTRAINT [FK_KnowledgeVersions_Obligations_ObligationId] FOREIGN KEY ([ObligationId]) REFERENCES [Obligations] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122150007_Staffing'
)
BEGIN
    CREATE TABLE [TrainingOrderAgents] (
        [OrderId] uniqueidentifier NOT NULL,
        [AgentId] uniqueidentifier NOT NULL,
        [TenantId] uniqueidentifier NOT NULL,
        [VendorId] uniqueidentifier NOT NULL,
        [ContractId] uniqueidentifier NOT NULL,
        [SessionId] uniqueidentifier NULL,
        [PassedOn] date NULL,
        [Score] int NULL,
        [Excused] bit NOT NULL,
        CONSTRAINT [PK_TrainingOrderAgents] PRIMARY KEY ([OrderId], [AgentId]),
        CONSTRAINT [FK_TrainingOrderAgents_Agents_AgentId] FOREIGN KEY ([AgentId]) REFERENCES [Agents] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_TrainingOrderAgents_TrainingOrders_OrderId] FOREIGN KEY ([OrderId]) REFERENCES [TrainingOrders] ([Id]) ON DELETE CASCADE,
        CONSTRAINT [FK_TrainingOrderAgents_TrainingSessions_SessionId] FOREIGN KEY ([SessionId]) REFERENCES [TrainingSessions] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122150007_Staffing'
)
BEGIN
    CREATE TABLE [TrainingResults] (
        [Id] uniqueidentifier NOT NULL,
        [TenantId] uniqueidentifier NOT NULL,
        [VendorId] uniqueidentifier NOT NULL,
        [ContractId] uniqueidentifier NOT NULL,
        [SessionId] uniqueidentifier NOT NULL,
        [AgentId] uniqueidentifier NOT NULL,
        [Attended] bit NOT NULL,
        [Score] int NULL,
        [Passed] bit NOT NULL,
        [RecordedBy] nvarchar(120) NOT NULL,
        [RecordedAt] datetime2 NOT NULL,
        CONSTRAINT [PK_TrainingResults] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_TrainingResults_Agents_AgentId] FOREIGN KEY ([AgentId]) REFERENCES [Agents] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_TrainingResults_TrainingSessions_SessionId] FOREIGN KEY ([SessionId]) REFERENCES [TrainingSessions] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122150007_Staffing'
)
BEGIN
    CREATE UNIQUE INDEX [IX_AgentDays_TenantId_AgentId_Date_Revision] ON [AgentDays] ([TenantId], [AgentId], [Date], [Revision]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122150007_Staffing'
)
BEGIN
    CREATE INDEX [IX_AgentDays_TenantId_ContractId_Date] ON [AgentDays] ([TenantId], [ContractId], [Date]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122150007_Staffing'
)
BEGIN
    CREATE INDEX [IX_Agents_ContractId] ON [Agents] ([ContractId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122150007_Staffing'
)
BEGIN
    CREATE INDEX [IX_Agents_TenantId_ContractId] ON [Agents] ([TenantId], [ContractId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122150007_Staffing'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Agents_TenantId_VendorId_Number] ON [Agents] ([TenantId], [VendorId], [Number]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122150007_Staffing'
)
BEGIN
    CREATE INDEX [IX_BrandPacks_ContractId] ON [BrandPacks] ([ContractId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122150007_Staffing'
)
BEGIN
    CREATE UNIQUE INDEX [IX_BrandPacks_TenantId_ContractId_Number] ON [BrandPacks] ([TenantId], [ContractId], [Number]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122150007_Staffing'
)
BEGIN
    CREATE INDEX [IX_BrandQuarters_ContractId] ON [BrandQuarters] ([ContractId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122150007_Staffing'
)
BEGIN
    CREATE INDEX [IX_BrandQuarters_ObligationId] ON [BrandQuarters] ([ObligationId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122150007_Staffing'
)
BEGIN
    CREATE UNIQUE INDEX [IX_BrandQuarters_TenantId_ContractId_From] ON [BrandQuarters] ([TenantId], [ContractId], [From]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122150007_Staffing'
)
BEGIN
    CREATE INDEX [IX_BriefingReceipts_AgentId] ON [BriefingReceipts] ([AgentId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122150007_Staffing'
)
BEGIN
    CREATE INDEX [IX_BriefingReceipts_TenantId_AgentId] ON [BriefingReceipts] ([TenantId], [AgentId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122150007_Staffing'
)
BEGIN
    CREATE INDEX [IX_Briefings_ContractId] ON [Briefings] ([ContractId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122150007_Staffing'
)
BEGIN
    CREATE INDEX [IX_Briefings_TenantId_ContractId_PublishedAt] ON [Briefings] ([TenantId], [ContractId], [PublishedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122150007_Staffing'
)
BEGIN
    CREATE INDEX [IX_Certificates_AgentId] ON [Certificates] ([AgentId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122150007_Staffing'
)
BEGIN
    CREATE INDEX [IX_Certificates_TenantId_AgentId_ValidUntil] ON [Certificates] ([TenantId], [AgentId], [ValidUntil]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122150007_Staffing'
)
BEGIN
    CREATE INDEX [IX_Certificates_TenantId_ContractId_ValidUntil] ON [Certificates] ([TenantId], [ContractId], [ValidUntil]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122150007_Staffing'
)
BEGIN
    CREATE INDEX [IX_Courses_ContractId] ON [Courses] ([ContractId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122150007_Staffing'
)
BEGIN
    CREATE INDEX [IX_Courses_TenantId_ContractId_Title] ON [Courses] ([TenantId], [ContractId], [Title]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122150007_Staffing'
)
BEGIN
    CREATE INDEX [IX_KnowledgeArticles_ContractId] ON [KnowledgeArticles] ([ContractId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122150007_Staffing'
)
BEGIN
    CREATE INDEX [IX_KnowledgeArticles_IssueId] ON [KnowledgeArticles] ([IssueId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122150007_Staffing'
)
BEGIN
    CREATE INDEX [IX_KnowledgeArticles_OutletId] ON [KnowledgeArticles] ([OutletId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122150007_Staffing'
)
BEGIN
    CREATE INDEX [IX_KnowledgeArticles_TenantId_ContractId_ChangedAt] ON [KnowledgeArticles] ([TenantId], [ContractId], [ChangedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122150007_Staffing'
)
BEGIN
    CREATE INDEX [IX_KnowledgeVersions_ArticleId] ON [KnowledgeVersions] ([ArticleId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122150007_Staffing'
)
BEGIN
    CREATE INDEX [IX_KnowledgeVersions_ObligationId] ON [KnowledgeVersions] ([ObligationId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122150007_Staffing'
)
BEGIN
    CREATE UNIQUE INDEX [IX_KnowledgeVersions_TenantId_ArticleId_Number] ON [KnowledgeVersions] ([TenantId], [ArticleId], [Number]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122150007_Staffing'
)
BEGIN
    CREATE INDEX [IX_ReplacementRequests_ContractId] ON [ReplacementRequests] ([ContractId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122150007_Staffing'
)
BEGIN
    CREATE INDEX [IX_ReplacementRequests_LeaverId] ON [ReplacementRequests] ([LeaverId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122150007_Staffing'
)
BEGIN
    CREATE INDEX [IX_ReplacementRequests_ObligationId] ON [ReplacementRequests] ([ObligationId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122150007_Staffing'
)
BEGIN
    CREATE INDEX [IX_ReplacementRequests_SuccessorId] ON [ReplacementRequests] ([SuccessorId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122150007_Staffing'
)
BEGIN
    CREATE INDEX [IX_ReplacementRequests_TenantId_ContractId_AskedAt] ON [ReplacementRequests] ([TenantId], [ContractId], [AskedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122150007_Staffing'
)
BEGIN
    CREATE INDEX [IX_RequirementDays_ContractId] ON [RequirementDays] ([ContractId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122150007_Staffing'
)
BEGIN
    CREATE INDEX [IX_RequirementDays_OutletId] ON [RequirementDays] ([OutletId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122150007_Staffing'
)
BEGIN
    CREATE UNIQUE INDEX [IX_RequirementDays_TenantId_ContractId_Date_OutletId_Channel_Revision] ON [RequirementDays] ([TenantId], [ContractId], [Date], [OutletId], [Channel], [Revision]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122150007_Staffing'
)
BEGIN
    CREATE INDEX [IX_ShiftChecks_ContractId] ON [ShiftChecks] ([ContractId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122150007_Staffing'
)
BEGIN
    CREATE INDEX [IX_ShiftChecks_IssueId] ON [ShiftChecks] ([IssueId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122150007_Staffing'
)
BEGIN
    CREATE INDEX [IX_ShiftChecks_TenantId_ContractId_CheckedAt] ON [ShiftChecks] ([TenantId], [ContractId], [CheckedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122150007_Staffing'
)
BEGIN
    CREATE INDEX [IX_ShortfallAlarms_ContractId] ON [ShortfallAlarms] ([ContractId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122150007_Staffing'
)
BEGIN
    CREATE UNIQUE INDEX [IX_ShortfallAlarms_TenantId_ContractId_Date_Channel_Interval] ON [ShortfallAlarms] ([TenantId], [ContractId], [Date], [Channel], [Interval]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122150007_Staffing'
)
BEGIN
    CREATE INDEX [IX_TrainingOrderAgents_AgentId] ON [TrainingOrderAgents] ([AgentId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122150007_Staffing'
)
BEGIN
    CREATE INDEX [IX_TrainingOrderAgents_SessionId] ON [TrainingOrderAgents] ([SessionId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122150007_Staffing'
)
BEGIN
    CREATE INDEX [IX_TrainingOrderAgents_TenantId_AgentId] ON [TrainingOrderAgents] ([TenantId], [AgentId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122150007_Staffing'
)
BEGIN
    CREATE INDEX [IX_TrainingOrders_ContractId] ON [TrainingOrders] ([ContractId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122150007_Staffing'
)
BEGIN
    CREATE INDEX [IX_TrainingOrders_CourseId] ON [TrainingOrders] ([CourseId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122150007_Staffing'
)
BEGIN
    CREATE INDEX [IX_TrainingOrders_IssueId] ON [TrainingOrders] ([IssueId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122150007_Staffing'
)
BEGIN
    CREATE INDEX [IX_TrainingOrders_ObligationId] ON [TrainingOrders] ([ObligationId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122150007_Staffing'
)
BEGIN
    CREATE INDEX [IX_TrainingOrders_TenantId_ContractId_OrderedAt] ON [TrainingOrders] ([TenantId], [ContractId], [OrderedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122150007_Staffing'
)
BEGIN
    CREATE INDEX [IX_TrainingOrders_TenantId_IssueId] ON [TrainingOrders] ([TenantId], [IssueId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122150007_Staffing'
)
BEGIN
    CREATE INDEX [IX_TrainingResults_AgentId] ON [TrainingResults] ([AgentId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122150007_Staffing'
)
BEGIN
    CREATE INDEX [IX_TrainingResults_SessionId] ON [TrainingResults] ([SessionId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122150007_Staffing'
)
BEGIN
    CREATE UNIQUE INDEX [IX_TrainingResults_TenantId_SessionId_AgentId] ON [TrainingResults] ([TenantId], [SessionId], [AgentId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122150007_Staffing'
)
BEGIN
    CREATE INDEX [IX_TrainingSessions_CourseId] ON [TrainingSessions] ([CourseId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122150007_Staffing'
)
BEGIN
    CREATE INDEX [IX_TrainingSessions_TenantId_ContractId_Date] ON [TrainingSessions] ([TenantId], [ContractId], [Date]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122150007_Staffing'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261122150007_Staffing', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122160617_InspectionsWeeksSeals'
)
BEGIN
    DROP INDEX [IX_Scorecards_ContractId] ON [Scorecards];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122160617_InspectionsWeeksSeals'
)
BEGIN
    DROP INDEX [IX_VendorReports_TenantId_ContractId_Month_VersionNumber] ON [VendorReports];
    DROP INDEX [IX_VendorReports_TenantId_Month_State] ON [VendorReports];
    DECLARE @var1 nvarchar(max);
    SELECT @var1 = QUOTENAME([d].[name])
    FROM [sys].[default_constraints] [d]
    INNER JOIN [sys].[columns] [c] ON [d].[parent_column_id] = [c].[column_id] AND [d].[parent_object_id] = [c].[object_id]
    WHERE ([d].[parent_object_id] = OBJECT_ID(N'[VendorReports]') AND [c].[name] = N'Month');
    IF @var1 IS NOT NULL EXEC(N'ALTER TABLE [VendorReports] DROP CONSTRAINT ' + @var1 + ';');
    ALTER TABLE [VendorReports] ALTER COLUMN [Month] varchar(8) NOT NULL;
    CREATE UNIQUE INDEX [IX_VendorReports_TenantId_ContractId_Month_VersionNumber] ON [VendorReports] ([TenantId], [ContractId], [Month], [VersionNumber]);
    CREATE INDEX [IX_VendorReports_TenantId_Month_State] ON [VendorReports] ([TenantId], [Month], [State]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122160617_InspectionsWeeksSeals'
)
BEGIN
    ALTER TABLE [Scorecards] ADD [CheckCode] varchar(32) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122160617_InspectionsWeeksSeals'
)
BEGIN
    ALTER TABLE [Scorecards] ADD [RevisionReason] nvarchar(500) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122160617_InspectionsWeeksSeals'
)
BEGIN
    ALTER TABLE [Scorecards] ADD [Seal] varchar(64) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122160617_InspectionsWeeksSeals'
)
BEGIN
    ALTER TABLE [Scorecards] ADD [SealNumber] int NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122160617_InspectionsWeeksSeals'
)
BEGIN
    DROP INDEX [IX_Reconciliations_TenantId_ContractId_Month] ON [Reconciliations];
    DECLARE @var2 nvarchar(max);
    SELECT @var2 = QUOTENAME([d].[name])
    FROM [sys].[default_constraints] [d]
    INNER JOIN [sys].[columns] [c] ON [d].[parent_column_id] = [c].[column_id] AND [d].[parent_object_id] = [c].[object_id]
    WHERE ([d].[parent_object_id] = OBJECT_ID(N'[Reconciliations]') AND [c].[name] = N'Month');
    IF @var2 IS NOT NULL EXEC(N'ALTER TABLE [Reconciliations] DROP CONSTRAINT ' + @var2 + ';');
    ALTER TABLE [Reconciliations] ALTER COLUMN [Month] varchar(8) NOT NULL;
    CREATE INDEX [IX_Reconciliations_TenantId_ContractId_Month] ON [Reconciliations] ([TenantId], [ContractId], [Month]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122160617_InspectionsWeeksSeals'
)
BEGIN
    DROP INDEX [IX_OwedDocuments_TenantId_ContractId_Month_Kind] ON [OwedDocuments];
    DECLARE @var3 nvarchar(max);
    SELECT @var3 = QUOTENAME([d].[name])
    FROM [sys].[default_constraints] [d]
    INNER JOIN [sys].[columns] [c] ON [d].[parent_column_id] = [c].[column_id] AND [d].[parent_object_id] = [c].[object_id]
    WHERE ([d].[parent_object_id] = OBJECT_ID(N'[OwedDocuments]') AND [c].[name] = N'Month');
    IF @var3 IS NOT NULL EXEC(N'ALTER TABLE [OwedDocuments] DROP CONSTRAINT ' + @var3 + ';');
    ALTER TABLE [OwedDocuments] ALTER COLUMN [Month] varchar(8) NOT NULL;
    CREATE UNIQUE INDEX [IX_OwedDocuments_TenantId_ContractId_Month_Kind] ON [OwedDocuments] ([TenantId], [ContractId], [Month], [Kind]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122160617_InspectionsWeeksSeals'
)
BEGIN
    DROP INDEX [IX_Obligations_TenantId_ContractId_ReportMonth_ReportKind] ON [Obligations];
    DECLARE @var4 nvarchar(max);
    SELECT @var4 = QUOTENAME([d].[name])
    FROM [sys].[default_constraints] [d]
    INNER JOIN [sys].[columns] [c] ON [d].[parent_column_id] = [c].[column_id] AND [d].[parent_object_id] = [c].[object_id]
    WHERE ([d].[parent_object_id] = OBJECT_ID(N'[Obligations]') AND [c].[name] = N'ReportMonth');
    IF @var4 IS NOT NULL EXEC(N'ALTER TABLE [Obligations] DROP CONSTRAINT ' + @var4 + ';');
    ALTER TABLE [Obligations] ALTER COLUMN [ReportMonth] varchar(8) NULL;
    EXEC(N'CREATE UNIQUE INDEX [IX_Obligations_TenantId_ContractId_ReportMonth_ReportKind] ON [Obligations] ([TenantId], [ContractId], [ReportMonth], [ReportKind]) WHERE "Kind" = ''DeliverReport'' AND "ReportMonth" IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122160617_InspectionsWeeksSeals'
)
BEGIN
    DECLARE @var5 nvarchar(max);
    SELECT @var5 = QUOTENAME([d].[name])
    FROM [sys].[default_constraints] [d]
    INNER JOIN [sys].[columns] [c] ON [d].[parent_column_id] = [c].[column_id] AND [d].[parent_object_id] = [c].[object_id]
    WHERE ([d].[parent_object_id] = OBJECT_ID(N'[DocumentDemands]') AND [c].[name] = N'From');
    IF @var5 IS NOT NULL EXEC(N'ALTER TABLE [DocumentDemands] DROP CONSTRAINT ' + @var5 + ';');
    ALTER TABLE [DocumentDemands] ALTER COLUMN [From] varchar(8) NOT NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122160617_InspectionsWeeksSeals'
)
BEGIN
    CREATE TABLE [CorrectiveActions] (
        [Id] uniqueidentifier NOT NULL,
        [TenantId] uniqueidentifier NOT NULL,
        [VendorId] uniqueidentifier NOT NULL,
        [ContractId] uniqueidentifier NOT NULL,
        [Number] nvarchar(20) NOT NULL,
        [Demand] nvarchar(max) NOT NULL,
        [Origin] varchar(40) NOT NULL,
        [Title] nvarchar(200) NOT NULL,
        [MetricCode] varchar(10) NULL,
        [Month] varchar(7) NULL,
        [Until] date NOT NULL,
        [State] varchar(40) NOT NULL,
        [PlanOwedId] uniqueidentifier NOT NULL,
        [ActionOwedId] uniqueidentifier NOT NULL,
        [Plan] nvarchar(max) NULL,
        [Notes] nvarchar(max) NOT NULL,
        [Verifications] nvarchar(max) NOT NULL,
        [DemandedBy] nvarchar(120) NOT NULL,
        [DemandedAt] datetime2 NOT NULL,
        [Level] int NOT NULL,
        [NextClimbAt] datetime2 NULL,
        [ClosedAt] datetime2 NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_CorrectiveActions] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_CorrectiveActions_Contracts_ContractId] FOREIGN KEY ([ContractId]) REFERENCES [Contracts] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_CorrectiveActions_Obligations_ActionOwedId] FOREIGN KEY ([ActionOwedId]) REFERENCES [Obligations] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_CorrectiveActions_Obligations_PlanOwedId] FOREIGN KEY ([PlanOwedId]) REFERENCES [Obligations] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122160617_InspectionsWeeksSeals'
)
BEGIN
    CREATE TABLE [ItemPlans] (
        [Id] uniqueidentifier NOT NULL,
        [TenantId] uniqueidentifier NOT NULL,
        [VendorId] uniqueidentifier NOT NULL,
        [ContractId] uniqueidentifier NOT NULL,
        [Code] nvarchar(4) NOT NULL,
        [Month] varchar(7) NOT NULL,
        [BeforeFull] int NOT NULL,
        [BeforeScored] int NOT NULL,
        [OpenedAt] datetime2 NOT NULL,
        [Measure] nvarchar(1000) NULL,
        [TrainedOn] date NULL,
        [PlannedBy] nvarchar(120) NULL,
        [ClosedAt] datetime2 NULL,
        [AfterFull] int NOT NULL,
        [AfterScored] int NOT NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_ItemPlans] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_ItemPlans_Contracts_ContractId] FOREIGN KEY ([ContractId]) REFERENCES [Contracts] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122160617_InspectionsWeeksSeals'
)
BEGIN
    CREATE TABLE [QaContacts] (
        [Id] uniqueidentifier NOT NULL,
        [TenantId] uniqueidentifier NOT NULL,
        [VendorId] uniqueidentifier NOT NULL,
        [OutletId] uniqueidentifier NOT NULL,
        [ContractId] uniqueidentifier NOT NULL,
        [Agent] nvarchar(40) NOT NULL,
        [AgentId] uniqueidentifier NULL,
        [Channel] varchar(40) NOT NULL,
        [StartedAt] datetime2 NOT NULL,
        [Date] date NOT NULL,
        [Hour] int NOT NULL,
        [Reason] nvarchar(80) NULL,
        [Waybill] nvarchar(40) NULL,
        [DurationSeconds] int NULL,
        [Kind] varchar(40) NOT NULL,
        [Source] varchar(40) NOT NULL,
        [ExternalId] nvarchar(80) NOT NULL,
        [Recording] nvarchar(max) NULL,
        [Transcript] nvarchar(max) NOT NULL,
        [AddedBy] nvarchar(120) NOT NULL,
        [AddedAt] datetime2 NOT NULL,
        [ShownAt] datetime2 NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_QaContacts] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_QaContacts_Agents_AgentId] FOREIGN KEY ([AgentId]) REFERENCES [Agents] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_QaContacts_Contracts_ContractId] FOREIGN KEY ([ContractId]) REFERENCES [Contracts] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122160617_InspectionsWeeksSeals'
)
BEGIN
    CREATE TABLE [QaForms] (
        [Id] uniqueidentifier NOT NULL,
        [TenantId] uniqueidentifier NOT NULL,
        [Number] int NOT NULL,
        [Body] nvarchar(max) NOT NULL,
        [ChangedBy] nvarchar(120) NOT NULL,
        [ChangedAt] datetime2 NOT NULL,
        [PublishedAt] datetime2 NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_QaForms] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122160617_InspectionsWeeksSeals'
)
BEGIN
    CREATE TABLE [SampleDraws] (
        [Id] uniqueidentifier NOT NULL,
        [TenantId] uniqueidentifier NOT NULL,
        [VendorId] uniqueidentifier NOT NULL,
        [ContractId] uniqueidentifier NOT NULL,
        [Month] varchar(7) NOT NULL,
        [Number] int NOT NULL,
        [Seed] varchar(64) NOT NULL,
        [Plan] nvarchar(max) NOT NULL,
        [Frame] varbinary(max) NOT NULL,
        [FrameCount] int NOT NULL,
        [FrameSha256] varchar(64) NOT NULL,
        [Picks] nvarchar(max) NOT NULL,
        [DrawnBy] nvarchar(120) NOT NULL,
        [DrawnAt] datetime2 NOT NULL,
        CONSTRAINT [PK_SampleDraws] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_SampleDraws_Contracts_ContractId] FOREIGN KEY ([ContractId]) REFERENCES [Contracts] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122160617_InspectionsWeeksSeals'
)
BEGIN
    CREATE TABLE [CalibrationRounds] (
        [Id] uniqueidentifier NOT NULL,
        [TenantId] uniqueidentifier NOT NULL,
        [VendorId] uniqueidentifier NOT NULL,
        [ContractId] uniqueidentifier NOT NULL,
        [Title] nvarchar(120) NOT NULL,
        [FormId] uniqueidentifier NOT NULL,
        [Contacts] nvarchar(max) NOT NULL,
        [Reviewers] nvarchar(max) NOT NULL,
        [OpenedBy] nvarchar(120) NOT NULL,
        [OpenedAt] datetime2 NOT NULL,
        [ClosedAt] datetime2 NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_CalibrationRounds] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_CalibrationRounds_Contracts_ContractId] FOREIGN KEY ([ContractId]) REFERENCES [Contracts] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_CalibrationRounds_QaForms_FormId] FOREIGN KEY ([FormId]) REFERENCES [QaForms] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122160617_InspectionsWeeksSeals'
)
BEGIN
    CREATE TABLE [Evaluations] (
        [Id] uniqueidentifier NOT NULL,
        [TenantId] uniqueidentifier NOT NULL,
        [VendorId] uniqueidentifier NOT NULL,
        [OutletId] uniqueidentifier NOT NULL,
        [ContractId] uniqueidentifier NOT NULL,
        [ContactId] uniqueidentifier NOT NULL,
        [Agent] nvarchar(40) NOT NULL,
        [AgentId] uniqueidentifier NULL,
        [Month] varchar(7) NOT NULL,
        [FormId] uniqueidentifier NOT NULL,
        [Purpose] varchar(40) NOT NULL,
        [Stratum] nvarchar(160) NULL,
        [DrawId] uniqueidentifier NULL,
        [RoundId] uniqueidentifier NULL,
        [CoachingId] uniqueidentifier NULL,
        [OriginalId] uniqueidentifier NULL,
        [Reason] nvarchar(400) NULL,
        [State] varchar(40) NOT NULL,
        [OpenedAt] datetime2 NOT NULL,
        [ReviewerId] uniqueidentifier NULL,
        [ReviewerName] nvarchar(120) NULL,
        [ReviewerSide] varchar(40) NULL,
        [Answers] nvarchar(max) NOT NULL,
        [Summary] nvarchar(2000) NULL,
        [DraftedAt] datetime2 NULL,
        [SubmittedAt] datetime2 NULL,
        [SkippedReason] nvarchar(400) NULL,
        [ShownAt] datetime2 NULL,
        [Rulings] nvarchar(max) NOT NULL,
        [Raw] decimal(18,4) NULL,
        [Score] decimal(18,4) NULL,
        [Passed] bit NOT NULL,
        [HasFatal] bit NOT NULL,
        [CapsGrade] bit NOT NULL,
        [BrandFull] int NOT NULL,
        [BrandScored] int NOT NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_Evaluations] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Evaluations_QaContacts_ContactId] FOREIGN KEY ([ContactId]) REFERENCES [QaContacts] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Evaluations_QaForms_FormId] FOREIGN KEY ([FormId]) REFERENCES [QaForms] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122160617_InspectionsWeeksSeals'
)
BEGIN
    CREATE TABLE [Appeals] (
        [Id] uniqueidentifier NOT NULL,
        [TenantId] uniqueidentifier NOT NULL,
        [VendorId] uniqueidentifier NOT NULL,
        [OutletId] uniqueidentifier NOT NULL,
        [ContractId] uniqueidentifier NOT NULL,
        [EvaluationId] uniqueidentifier NOT NULL,
        [Code] nvarchar(4) NOT NULL,
        [Given] varchar(40) NULL,
        [Wanted] varchar(40) NULL,
        [Reason] nvarchar(1000) NOT NULL,
        [Evidence] nvarchar(max) NULL,
        [State] varchar(40) NOT NULL,
        [FiledBy] nvarchar(120) NOT NULL,
        [FiledAt] datetime2 NOT NULL,
        [DueAt] datetime2 NOT NULL,
        [Climbs] int NOT NULL,
        [Answer] nvarchar(1000) NULL,
        [AnsweredById] uniqueidentifier NULL,
        [AnsweredBy] nvarchar(120) NULL,
        [AnsweredAt] datetime2 NULL,
        [FinalReason] nvarchar(1000) NULL,
        [FinalAnswer] nvarchar(1000) NULL,
        [FinalBy] nvarchar(120) NULL,
        [FinalAt] datetime2 NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_Appeals] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Appeals_Evaluations_EvaluationId] FOREIGN KEY ([EvaluationId]) REFERENCES [Evaluations] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122160617_InspectionsWeeksSeals'
)
BEGIN
    CREATE TABLE [Coachings] (
        [Id] uniqueidentifier NOT NULL,
        [TenantId] uniqueidentifier NOT NULL,
        [VendorId] uniqueidentifier NOT NULL,
        [ContractId] uniqueidentifier NOT NULL,
        [EvaluationId] uniqueidentifier NOT NULL,
        [Agent] nvarchar(40) NOT NULL,
        [AgentId] uniqueidentifier NULL,
        [State] varchar(40) NOT NULL,
        [OpenedAt] datetime2 NOT NULL,
        [DueAt] datetime2 NULL,
        [HeldAt] datetime2 NULL,
        [Coach] nvarchar(80) NULL,
        [Notes] nvarchar(2000) NULL,
        [AcknowledgedAt] datetime2 NULL,
        [Witness] nvarchar(120) NULL,
        [Resampled] int NOT NULL,
        [ResamplePassed] int NOT NULL,
        [ClosedAt] datetime2 NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_Coachings] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Coachings_Evaluations_EvaluationId] FOREIGN KEY ([EvaluationId]) REFERENCES [Evaluations] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122160617_InspectionsWeeksSeals'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_Scorecards_CheckCode] ON [Scorecards] ([CheckCode]) WHERE [CheckCode] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122160617_InspectionsWeeksSeals'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_Scorecards_ContractId_SealNumber] ON [Scorecards] ([ContractId], [SealNumber]) WHERE [SealNumber] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122160617_InspectionsWeeksSeals'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_Amendments_TenantId_ContractId] ON [Amendments] ([TenantId], [ContractId]) WHERE "State" = ''Proposed''');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122160617_InspectionsWeeksSeals'
)
BEGIN
    CREATE INDEX [IX_Appeals_EvaluationId] ON [Appeals] ([EvaluationId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122160617_InspectionsWeeksSeals'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Appeals_TenantId_EvaluationId_Code] ON [Appeals] ([TenantId], [EvaluationId], [Code]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122160617_InspectionsWeeksSeals'
)
BEGIN
    CREATE INDEX [IX_Appeals_TenantId_State_DueAt] ON [Appeals] ([TenantId], [State], [DueAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122160617_InspectionsWeeksSeals'
)
BEGIN
    CREATE INDEX [IX_CalibrationRounds_ContractId] ON [CalibrationRounds] ([ContractId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122160617_InspectionsWeeksSeals'
)
BEGIN
    CREATE INDEX [IX_CalibrationRounds_FormId] ON [CalibrationRounds] ([FormId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122160617_InspectionsWeeksSeals'
)
BEGIN
    CREATE INDEX [IX_CalibrationRounds_TenantId_ContractId_OpenedAt] ON [CalibrationRounds] ([TenantId], [ContractId], [OpenedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122160617_InspectionsWeeksSeals'
)
BEGIN
    CREATE INDEX [IX_Coachings_EvaluationId] ON [Coachings] ([EvaluationId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122160617_InspectionsWeeksSeals'
)
BEGIN
    CREATE INDEX [IX_Coachings_TenantId_ContractId_State] ON [Coachings] ([TenantId], [ContractId], [State]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122160617_InspectionsWeeksSeals'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Coachings_TenantId_EvaluationId] ON [Coachings] ([TenantId], [EvaluationId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122160617_InspectionsWeeksSeals'
)
BEGIN
    CREATE INDEX [IX_CorrectiveActions_ActionOwedId] ON [CorrectiveActions] ([ActionOwedId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122160617_InspectionsWeeksSeals'
)
BEGIN
    CREATE INDEX [IX_CorrectiveActions_ContractId] ON [CorrectiveActions] ([ContractId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122160617_InspectionsWeeksSeals'
)
BEGIN
    CREATE INDEX [IX_CorrectiveActions_PlanOwedId] ON [CorrectiveActions] ([PlanOwedId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122160617_InspectionsWeeksSeals'
)
BEGIN
    CREATE INDEX [IX_CorrectiveActions_TenantId_ActionOwedId] ON [CorrectiveActions] ([TenantId], [ActionOwedId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122160617_InspectionsWeeksSeals'
)
BEGIN
    CREATE INDEX [IX_CorrectiveActions_TenantId_ContractId_State] ON [CorrectiveActions] ([TenantId], [ContractId], [State]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122160617_InspectionsWeeksSeals'
)
BEGIN
    CREATE UNIQUE INDEX [IX_CorrectiveActions_TenantId_Number] ON [CorrectiveActions] ([TenantId], [Number]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122160617_InspectionsWeeksSeals'
)
BEGIN
    CREATE INDEX [IX_Evaluations_ContactId] ON [Evaluations] ([ContactId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122160617_InspectionsWeeksSeals'
)
BEGIN
    CREATE INDEX [IX_Evaluations_FormId] ON [Evaluations] ([FormId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122160617_InspectionsWeeksSeals'
)
BEGIN
    CREATE INDEX [IX_Evaluations_TenantId_CoachingId] ON [Evaluations] ([TenantId], [CoachingId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122160617_InspectionsWeeksSeals'
)
BEGIN
    CREATE INDEX [IX_Evaluations_TenantId_ContactId] ON [Evaluations] ([TenantId], [ContactId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122160617_InspectionsWeeksSeals'
)
BEGIN
    CREATE INDEX [IX_Evaluations_TenantId_ContractId_Month_State] ON [Evaluations] ([TenantId], [ContractId], [Month], [State]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122160617_InspectionsWeeksSeals'
)
BEGIN
    CREATE INDEX [IX_Evaluations_TenantId_RoundId] ON [Evaluations] ([TenantId], [RoundId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122160617_InspectionsWeeksSeals'
)
BEGIN
    CREATE INDEX [IX_ItemPlans_ContractId] ON [ItemPlans] ([ContractId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122160617_InspectionsWeeksSeals'
)
BEGIN
    CREATE UNIQUE INDEX [IX_ItemPlans_TenantId_ContractId_Month_Code] ON [ItemPlans] ([TenantId], [ContractId], [Month], [Code]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122160617_InspectionsWeeksSeals'
)
BEGIN
    CREATE INDEX [IX_QaContacts_AgentId] ON [QaContacts] ([AgentId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122160617_InspectionsWeeksSeals'
)
BEGIN
    CREATE INDEX [IX_QaContacts_ContractId] ON [QaContacts] ([ContractId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122160617_InspectionsWeeksSeals'
)
BEGIN
    CREATE INDEX [IX_QaContacts_TenantId_ContractId_Date] ON [QaContacts] ([TenantId], [ContractId], [Date]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122160617_InspectionsWeeksSeals'
)
BEGIN
    CREATE UNIQUE INDEX [IX_QaContacts_TenantId_ContractId_ExternalId] ON [QaContacts] ([TenantId], [ContractId], [ExternalId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122160617_InspectionsWeeksSeals'
)
BEGIN
    CREATE UNIQUE INDEX [IX_QaForms_TenantId_Number] ON [QaForms] ([TenantId], [Number]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122160617_InspectionsWeeksSeals'
)
BEGIN
    CREATE INDEX [IX_SampleDraws_ContractId] ON [SampleDraws] ([ContractId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122160617_InspectionsWeeksSeals'
)
BEGIN
    CREATE UNIQUE INDEX [IX_SampleDraws_TenantId_ContractId_Month_Number] ON [SampleDraws] ([TenantId], [ContractId], [Month], [Number]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122160617_InspectionsWeeksSeals'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261122160617_InspectionsWeeksSeals', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122193021_ReviewsRetentionSessions'
)
BEGIN
    DROP INDEX [IX_AuditEntries_TenantId_Sequence] ON [AuditEntries];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122193021_ReviewsRetentionSessions'
)
BEGIN
    ALTER TABLE [Tenants] ADD [RequiresSecondStep] bit NOT NULL DEFAULT CAST(0 AS bit);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122193021_ReviewsRetentionSessions'
)
BEGIN
    ALTER TABLE [Scorecards] ADD [CorrectedAt] datetime2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122193021_ReviewsRetentionSessions'
)
BEGIN
    ALTER TABLE [Scorecards] ADD [ReviewClosedAt] datetime2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122193021_ReviewsRetentionSessions'
)
BEGIN
    ALTER TABLE [Scorecards] ADD [ReviewDueAt] datetime2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122193021_ReviewsRetentionSessions'
)
BEGIN
    ALTER TABLE [Scorecards] ADD [ReviewOpenedAt] datetime2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122193021_ReviewsRetentionSessions'
)
BEGIN
    ALTER TABLE [Scorecards] ADD [RulingDueAt] datetime2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122193021_ReviewsRetentionSessions'
)
BEGIN
    ALTER TABLE [QaContacts] ADD [ForgottenAt] datetime2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122193021_ReviewsRetentionSessions'
)
BEGIN
    DECLARE @var6 nvarchar(max);
    SELECT @var6 = QUOTENAME([d].[name])
    FROM [sys].[default_constraints] [d]
    INNER JOIN [sys].[columns] [c] ON [d].[parent_column_id] = [c].[column_id] AND [d].[parent_object_id] = [c].[object_id]
    WHERE ([d].[parent_object_id] = OBJECT_ID(N'[Notices]') AND [c].[name] = N'IssueId');
    IF @var6 IS NOT NULL EXEC(N'ALTER TABLE [Notices] DROP CONSTRAINT ' + @var6 + ';');
    ALTER TABLE [Notices] ALTER COLUMN [IssueId] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122193021_ReviewsRetentionSessions'
)
BEGIN
    ALTER TABLE [Notices] ADD [ContractId] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122193021_ReviewsRetentionSessions'
)
BEGIN
    ALTER TABLE [Notices] ADD [Number] nvarchar(120) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122193021_ReviewsRetentionSessions'
)
BEGIN
    ALTER TABLE [Notices] ADD [OutletId] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122193021_ReviewsRetentionSessions'
)
BEGIN
    ALTER TABLE [Notices] ADD [Subject] varchar(40) NOT NULL DEFAULT '';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122193021_ReviewsRetentionSessions'
)
BEGIN
    ALTER TABLE [Notices] ADD [SubjectId] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122193021_ReviewsRetentionSessions'
)
BEGIN
    ALTER TABLE [DraftFiles] ADD [ForEvaluationId] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122193021_ReviewsRetentionSessions'
)
BEGIN
    ALTER TABLE [CorrectiveActions] ADD [EvaluationId] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122193021_ReviewsRetentionSessions'
)
BEGIN
    ALTER TABLE [Coachings] ADD [RemindedAt] datetime2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122193021_ReviewsRetentionSessions'
)
BEGIN
    ALTER TABLE [Attachments] ADD [RemovedAt] datetime2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122193021_ReviewsRetentionSessions'
)
BEGIN
    CREATE TABLE [AuditHeads] (
        [TenantId] uniqueidentifier NOT NULL,
        [Sequence] bigint NOT NULL,
        [Hash] varchar(64) NOT NULL,
        [KeptAfter] bigint NOT NULL,
        [KeptAfterHash] varchar(64) NOT NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_AuditHeads] PRIMARY KEY ([TenantId])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122193021_ReviewsRetentionSessions'
)
BEGIN
    CREATE TABLE [CreditClaims] (
        [Id] uniqueidentifier NOT NULL,
        [TenantId] uniqueidentifier NOT NULL,
        [VendorId] uniqueidentifier NOT NULL,
        [ContractId] uniqueidentifier NOT NULL,
        [ScorecardId] uniqueidentifier NOT NULL,
        [Month] varchar(7) NOT NULL,
        [Revision] int NOT NULL,
        [Currency] varchar(3) NOT NULL,
        [Amount] decimal(18,4) NOT NULL,
        [SettledAmount] decimal(18,4) NOT NULL,
        [State] varchar(40) NOT NULL,
        [ClaimedAt] datetime2 NOT NULL,
        [AgreedAt] datetime2 NULL,
        [AgreedBy] nvarchar(120) NULL,
        [SettledAt] datetime2 NULL,
        [SettledBy] nvarchar(120) NULL,
        [InvoiceReference] nvarchar(80) NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_CreditClaims] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_CreditClaims_Scorecards_ScorecardId] FOREIGN KEY ([ScorecardId]) REFERENCES [Scorecards] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122193021_ReviewsRetentionSessions'
)
BEGIN
    CREATE TABLE [LegalHolds] (
        [Id] uniqueidentifier NOT NULL,
        [TenantId] uniqueidentifier NOT NULL,
        [IssueId] uniqueidentifier NULL,
        [ContractId] uniqueidentifier NULL,
        [Reason] nvarchar(400) NOT NULL,
        [PlacedBy] nvarchar(120) NOT NULL,
        [PlacedAt] datetime2 NOT NULL,
        [ReleasedBy] nvarchar(120) NULL,
        [ReleasedAt] datetime2 NULL,
        CONSTRAINT [PK_LegalHolds] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122193021_ReviewsRetentionSessions'
)
BEGIN
    CREATE TABLE [RetentionSettings] (
        [TenantId] uniqueidentifier NOT NULL,
        [Recordings] int NOT NULL,
        [Evidence] int NOT NULL,
        [Customers] int NOT NULL,
        [Assessments] int NOT NULL,
        [Audit] int NOT NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_RetentionSettings] PRIMARY KEY ([TenantId])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122193021_ReviewsRetentionSessions'
)
BEGIN
    CREATE TABLE [ScorecardAppeals] (
        [Id] uniqueidentifier NOT NULL,
        [TenantId] uniqueidentifier NOT NULL,
        [VendorId] uniqueidentifier NOT NULL,
        [ContractId] uniqueidentifier NOT NULL,
        [ScorecardId] uniqueidentifier NOT NULL,
        [Month] varchar(7) NOT NULL,
        [Code] varchar(8) NOT NULL,
        [ObligationId] uniqueidentifier NULL,
        [ObligationKind] varchar(40) NULL,
        [Reference] nvarchar(60) NULL,
        [Grounds] nvarchar(1000) NOT NULL,
        [ClaimedNumerator] decimal(18,4) NULL,
        [ClaimedDenominator] decimal(18,4) NULL,
        [Evidence] nvarchar(max) NULL,
        [State] varchar(40) NOT NULL,
        [FiledBy] nvarchar(120) NOT NULL,
        [FiledAt] datetime2 NOT NULL,
        [DueAt] datetime2 NOT NULL,
        [Outcome] varchar(40) NULL,
        [RuledNumerator] decimal(18,4) NULL,
        [RuledDenominator] decimal(18,4) NULL,
        [Ruling] nvarchar(1000) NULL,
        [RuledBy] nvarchar(120) NULL,
        [RuledAt] datetime2 NULL,
        [Effect] nvarchar(max) NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_ScorecardAppeals] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_ScorecardAppeals_Scorecards_ScorecardId] FOREIGN KEY ([ScorecardId]) REFERENCES [Scorecards] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122193021_ReviewsRetentionSessions'
)
BEGIN
    CREATE TABLE [ScorecardEvents] (
        [Id] uniqueidentifier NOT NULL,
        [TenantId] uniqueidentifier NOT NULL,
        [VendorId] uniqueidentifier NOT NULL,
        [ContractId] uniqueidentifier NOT NULL,
        [ScorecardId] uniqueidentifier NOT NULL,
        [Kind] varchar(40) NOT NULL,
        [ActorId] uniqueidentifier NULL,
        [ByName] nvarchar(120) NOT NULL,
        [At] datetime2 NOT NULL,
        [Code] varchar(8) NULL,
        [Words] nvarchar(1000) NULL,
        [Side] varchar(40) NULL,
        [ToldAt] datetime2 NULL,
        CONSTRAINT [PK_ScorecardEvents] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_ScorecardEvents_Scorecards_ScorecardId] FOREIGN KEY ([ScorecardId]) REFERENCES [Scorecards] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122193021_ReviewsRetentionSessions'
)
BEGIN
    CREATE TABLE [ScorecardRhythms] (
        [Id] uniqueidentifier NOT NULL,
        [TenantId] uniqueidentifier NOT NULL,
        [DraftingDay] int NOT NULL,
        [HoldDays] int NOT NULL,
        [ReviewDays] int NOT NULL,
        [RulingDays] int NOT NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_ScorecardRhythms] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122193021_ReviewsRetentionSessions'
)
BEGIN
    CREATE TABLE [SignInEvents] (
        [Id] uniqueidentifier NOT NULL,
        [UserId] uniqueidentifier NULL,
        [At] datetime2 NOT NULL,
        [Outcome] varchar(40) NOT NULL,
        [Address] nvarchar(45) NOT NULL,
        [Device] nvarchar(60) NOT NULL,
        CONSTRAINT [PK_SignInEvents] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122193021_ReviewsRetentionSessions'
)
BEGIN
    CREATE TABLE [SurveyAnswers] (
        [Id] uniqueidentifier NOT NULL,
        [TenantId] uniqueidentifier NOT NULL,
        [VendorId] uniqueidentifier NOT NULL,
        [ContractId] uniqueidentifier NOT NULL,
        [OutletId] uniqueidentifier NOT NULL,
        [ExternalId] nvarchar(80) NOT NULL,
        [Source] varchar(40) NOT NULL,
        [Channel] varchar(40) NOT NULL,
        [ContactAt] datetime2 NOT NULL,
        [Date] date NOT NULL,
        [Score] int NOT NULL,
        [ContactExternalId] nvarchar(80) NULL,
        [Agent] nvarchar(40) NULL,
        [Waybill] nvarchar(40) NULL,
        [Comment] nvarchar(400) NULL,
        [EvaluationId] uniqueidentifier NULL,
        [AddedBy] nvarchar(120) NOT NULL,
        [AddedAt] datetime2 NOT NULL,
        CONSTRAINT [PK_SurveyAnswers] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_SurveyAnswers_Contracts_ContractId] FOREIGN KEY ([ContractId]) REFERENCES [Contracts] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122193021_ReviewsRetentionSessions'
)
BEGIN
    CREATE TABLE [UserSessions] (
        [Id] uniqueidentifier NOT NULL,
        [UserId] uniqueidentifier NOT NULL,
        [ActsIn] uniqueidentifier NULL,
        [CreatedAt] datetime2 NOT NULL,
        [LastSeenAt] datetime2 NOT NULL,
        [Address] nvarchar(45) NOT NULL,
        [Device] nvarchar(60) NOT NULL,
        [EndedAt] datetime2 NULL,
        CONSTRAINT [PK_UserSessions] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122193021_ReviewsRetentionSessions'
)
BEGIN
    CREATE TABLE [WorkNews] (
        [Id] uniqueidentifier NOT NULL,
        [TenantId] uniqueidentifier NOT NULL,
        [VendorId] uniqueidentifier NOT NULL,
        [ContractId] uniqueidentifier NOT NULL,
        [OutletId] uniqueidentifier NULL,
        [Subject] varchar(40) NOT NULL,
        [SubjectId] uniqueidentifier NOT NULL,
        [Kind] varchar(40) NOT NULL,
        [What] varchar(40) NOT NULL,
        [Mark] int NOT NULL,
        [ActorId] uniqueidentifier NULL,
        [ByName] nvarchar(120) NULL,
        [At] datetime2 NOT NULL,
        CONSTRAINT [PK_WorkNews] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_WorkNews_Contracts_ContractId] FOREIGN KEY ([ContractId]) REFERENCES [Contracts] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122193021_ReviewsRetentionSessions'
)
BEGIN
    CREATE INDEX [IX_Notices_TenantId_SubjectId_At] ON [Notices] ([TenantId], [SubjectId], [At]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122193021_ReviewsRetentionSessions'
)
BEGIN
    CREATE INDEX [IX_CorrectiveActions_TenantId_EvaluationId] ON [CorrectiveActions] ([TenantId], [EvaluationId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122193021_ReviewsRetentionSessions'
)
BEGIN
    CREATE INDEX [IX_AuditEntries_TenantId_At] ON [AuditEntries] ([TenantId], [At]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122193021_ReviewsRetentionSessions'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_AuditEntries_TenantId_Sequence] ON [AuditEntries] ([TenantId], [Sequence]) WHERE [Sequence] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122193021_ReviewsRetentionSessions'
)
BEGIN
    CREATE INDEX [IX_CreditClaims_ScorecardId] ON [CreditClaims] ([ScorecardId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122193021_ReviewsRetentionSessions'
)
BEGIN
    CREATE UNIQUE INDEX [IX_CreditClaims_TenantId_ContractId_Month] ON [CreditClaims] ([TenantId], [ContractId], [Month]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122193021_ReviewsRetentionSessions'
)
BEGIN
    CREATE INDEX [IX_CreditClaims_TenantId_State] ON [CreditClaims] ([TenantId], [State]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122193021_ReviewsRetentionSessions'
)
BEGIN
    CREATE INDEX [IX_LegalHolds_TenantId_ReleasedAt] ON [LegalHolds] ([TenantId], [ReleasedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122193021_ReviewsRetentionSessions'
)
BEGIN
    CREATE INDEX [IX_ScorecardAppeals_ContractId_Month] ON [ScorecardAppeals] ([ContractId], [Month]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122193021_ReviewsRetentionSessions'
)
BEGIN
    CREATE INDEX [IX_ScorecardAppeals_ScorecardId] ON [ScorecardAppeals] ([ScorecardId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122193021_ReviewsRetentionSessions'
)
BEGIN
    CREATE INDEX [IX_ScorecardAppeals_TenantId_State_DueAt] ON [ScorecardAppeals] ([TenantId], [State], [DueAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122193021_ReviewsRetentionSessions'
)
BEGIN
    CREATE INDEX [IX_ScorecardEvents_ScorecardId_At] ON [ScorecardEvents] ([ScorecardId], [At]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122193021_ReviewsRetentionSessions'
)
BEGIN
    CREATE INDEX [IX_ScorecardEvents_TenantId_ToldAt] ON [ScorecardEvents] ([TenantId], [ToldAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122193021_ReviewsRetentionSessions'
)
BEGIN
    CREATE UNIQUE INDEX [IX_ScorecardRhythms_TenantId] ON [ScorecardRhythms] ([TenantId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122193021_ReviewsRetentionSessions'
)
BEGIN
    CREATE INDEX [IX_SignInEvents_At] ON [SignInEvents] ([At]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122193021_ReviewsRetentionSessions'
)
BEGIN
    CREATE INDEX [IX_SignInEvents_UserId_At] ON [SignInEvents] ([UserId], [At]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122193021_ReviewsRetentionSessions'
)
BEGIN
    CREATE INDEX [IX_SurveyAnswers_ContractId] ON [SurveyAnswers] ([ContractId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122193021_ReviewsRetentionSessions'
)
BEGIN
    CREATE INDEX [IX_SurveyAnswers_TenantId_ContractId_Date] ON [SurveyAnswers] ([TenantId], [ContractId], [Date]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122193021_ReviewsRetentionSessions'
)
BEGIN
    CREATE UNIQUE INDEX [IX_SurveyAnswers_TenantId_ContractId_Source_ExternalId] ON [SurveyAnswers] ([TenantId], [ContractId], [Source], [ExternalId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122193021_ReviewsRetentionSessions'
)
BEGIN
    CREATE INDEX [IX_UserSessions_CreatedAt] ON [UserSessions] ([CreatedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122193021_ReviewsRetentionSessions'
)
BEGIN
    CREATE INDEX [IX_UserSessions_UserId_EndedAt] ON [UserSessions] ([UserId], [EndedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122193021_ReviewsRetentionSessions'
)
BEGIN
    CREATE INDEX [IX_WorkNews_ContractId] ON [WorkNews] ([ContractId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122193021_ReviewsRetentionSessions'
)
BEGIN
    CREATE INDEX [IX_WorkNews_TenantId_At] ON [WorkNews] ([TenantId], [At]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122193021_ReviewsRetentionSessions'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261122193021_ReviewsRetentionSessions', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122235251_RanksFatalIssuesPasskeys'
)
BEGIN
    DROP INDEX [IX_Obligations_IssueId] ON [Obligations];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122235251_RanksFatalIssuesPasskeys'
)
BEGIN
    DROP INDEX [IX_Issues_TenantId_OutletId_State] ON [Issues];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122235251_RanksFatalIssuesPasskeys'
)
BEGIN
    DROP INDEX [IX_Issues_TenantId_ProblemType_State] ON [Issues];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122235251_RanksFatalIssuesPasskeys'
)
BEGIN
    DROP INDEX [IX_Issues_TenantId_VendorId_State] ON [Issues];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122235251_RanksFatalIssuesPasskeys'
)
BEGIN
    ALTER TABLE [NoticeSettings] ADD [Known] nvarchar(max) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122235251_RanksFatalIssuesPasskeys'
)
BEGIN
    ALTER TABLE [Issues] ADD [AwaitsAnswer] bit NOT NULL DEFAULT CAST(0 AS bit);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122235251_RanksFatalIssuesPasskeys'
)
BEGIN
    ALTER TABLE [Issues] ADD [FatalAt] datetime2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122235251_RanksFatalIssuesPasskeys'
)
BEGIN
    ALTER TABLE [Issues] ADD [FatalLiftedAt] datetime2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122235251_RanksFatalIssuesPasskeys'
)
BEGIN
    ALTER TABLE [Issues] ADD [NearestDueAt] datetime2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122235251_RanksFatalIssuesPasskeys'
)
BEGIN
    ALTER TABLE [Issues] ADD [Rank] int NOT NULL DEFAULT 0;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122235251_RanksFatalIssuesPasskeys'
)
BEGIN
    CREATE TABLE [AspNetUserPasskeys] (
        [CredentialId] varbinary(900) NOT NULL,
        [UserId] uniqueidentifier NOT NULL,
        [Data] nvarchar(max) NOT NULL,
        CONSTRAINT [PK_AspNetUserPasskeys] PRIMARY KEY ([CredentialId]),
        CONSTRAINT [FK_AspNetUserPasskeys_AspNetUsers_UserId] FOREIGN KEY ([UserId]) REFERENCES [AspNetUsers] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122235251_RanksFatalIssuesPasskeys'
)
BEGIN
    CREATE INDEX [IX_Obligations_IssueId_TenantId_State_DueAt] ON [Obligations] ([IssueId], [TenantId], [State], [DueAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122235251_RanksFatalIssuesPasskeys'
)
BEGIN
    CREATE INDEX [IX_Issues_TenantId_OutletId_Rank_NearestDueAt] ON [Issues] ([TenantId], [OutletId], [Rank], [NearestDueAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122235251_RanksFatalIssuesPasskeys'
)
BEGIN
    CREATE INDEX [IX_Issues_TenantId_OutletId_UpdatedAt] ON [Issues] ([TenantId], [OutletId], [UpdatedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122235251_RanksFatalIssuesPasskeys'
)
BEGIN
    CREATE INDEX [IX_Issues_TenantId_ProblemType_UpdatedAt] ON [Issues] ([TenantId], [ProblemType], [UpdatedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122235251_RanksFatalIssuesPasskeys'
)
BEGIN
    CREATE INDEX [IX_Issues_TenantId_Rank_NearestDueAt_Id] ON [Issues] ([TenantId], [Rank], [NearestDueAt], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122235251_RanksFatalIssuesPasskeys'
)
BEGIN
    CREATE INDEX [IX_Issues_TenantId_UpdatedAt] ON [Issues] ([TenantId], [UpdatedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122235251_RanksFatalIssuesPasskeys'
)
BEGIN
    CREATE INDEX [IX_Issues_TenantId_VendorId_Rank_NearestDueAt] ON [Issues] ([TenantId], [VendorId], [Rank], [NearestDueAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122235251_RanksFatalIssuesPasskeys'
)
BEGIN
    CREATE INDEX [IX_Issues_TenantId_VendorId_UpdatedAt] ON [Issues] ([TenantId], [VendorId], [UpdatedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122235251_RanksFatalIssuesPasskeys'
)
BEGIN
    CREATE INDEX [IX_AspNetUserPasskeys_UserId] ON [AspNetUserPasskeys] ([UserId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122235251_RanksFatalIssuesPasskeys'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261122235251_RanksFatalIssuesPasskeys', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123032228_CompanySignIn'
)
BEGIN
    CREATE TABLE [OpenIdProviders] (
        [TenantId] uniqueidentifier NOT NULL,
        [Authority] nvarchar(256) NOT NULL,
        [ClientName] nvarchar(200) NOT NULL,
        [SealedSecret] varchar(2000) NULL,
        [Active] bit NOT NULL,
        [OnlyThis] bit NOT NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_OpenIdProviders] PRIMARY KEY ([TenantId])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123032228_CompanySignIn'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261123032228_CompanySignIn', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123234342_ExactKeys'
)
BEGIN
    TRUNCATE TABLE [SearchGrams];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123234342_ExactKeys'
)
BEGIN
    DROP INDEX [IX_SurveyAnswers_TenantId_ContractId_Source_ExternalId] ON [SurveyAnswers];
    DECLARE @var7 nvarchar(max);
    SELECT @var7 = QUOTENAME([d].[name])
    FROM [sys].[default_constraints] [d]
    INNER JOIN [sys].[columns] [c] ON [d].[parent_column_id] = [c].[column_id] AND [d].[parent_object_id] = [c].[object_id]
    WHERE ([d].[parent_object_id] = OBJECT_ID(N'[SurveyAnswers]') AND [c].[name] = N'ExternalId');
    IF @var7 IS NOT NULL EXEC(N'ALTER TABLE [SurveyAnswers] DROP CONSTRAINT ' + @var7 + ';');
    ALTER TABLE [SurveyAnswers] ALTER COLUMN [ExternalId] nvarchar(80) COLLATE Latin1_General_100_BIN2 NOT NULL;
    CREATE UNIQUE INDEX [IX_SurveyAnswers_TenantId_ContractId_Source_ExternalId] ON [SurveyAnswers] ([TenantId], [ContractId], [Source], [ExternalId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123234342_ExactKeys'
)
BEGIN
    DECLARE @var8 nvarchar(max);
    SELECT @var8 = QUOTENAME([d].[name])
    FROM [sys].[default_constraints] [d]
    INNER JOIN [sys].[columns] [c] ON [d].[parent_column_id] = [c].[column_id] AND [d].[parent_object_id] = [c].[object_id]
    WHERE ([d].[parent_object_id] = OBJECT_ID(N'[SurveyAnswers]') AND [c].[name] = N'ContactExternalId');
    IF @var8 IS NOT NULL EXEC(N'ALTER TABLE [SurveyAnswers] DROP CONSTRAINT ' + @var8 + ';');
    ALTER TABLE [SurveyAnswers] ALTER COLUMN [ContactExternalId] nvarchar(80) COLLATE Latin1_General_100_BIN2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123234342_ExactKeys'
)
BEGIN
    ALTER TABLE [SearchGrams] DROP CONSTRAINT [PK_SearchGrams];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123234342_ExactKeys'
)
BEGIN
    DROP INDEX [IX_SearchGrams_TenantId_Gram] ON [SearchGrams];
    DECLARE @var9 nvarchar(max);
    SELECT @var9 = QUOTENAME([d].[name])
    FROM [sys].[default_constraints] [d]
    INNER JOIN [sys].[columns] [c] ON [d].[parent_column_id] = [c].[column_id] AND [d].[parent_object_id] = [c].[object_id]
    WHERE ([d].[parent_object_id] = OBJECT_ID(N'[SearchGrams]') AND [c].[name] = N'Gram');
    IF @var9 IS NOT NULL EXEC(N'ALTER TABLE [SearchGrams] DROP CONSTRAINT ' + @var9 + ';');
    ALTER TABLE [SearchGrams] ALTER COLUMN [Gram] nvarchar(4) COLLATE Latin1_General_100_BIN2 NOT NULL;
    CREATE INDEX [IX_SearchGrams_TenantId_Gram] ON [SearchGrams] ([TenantId], [Gram]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123234342_ExactKeys'
)
BEGIN
    ALTER TABLE [SearchGrams] ADD CONSTRAINT [PK_SearchGrams] PRIMARY KEY ([EntryId], [Gram]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123234342_ExactKeys'
)
BEGIN
    DROP INDEX [IX_QaContacts_TenantId_ContractId_ExternalId] ON [QaContacts];
    DECLARE @var10 nvarchar(max);
    SELECT @var10 = QUOTENAME([d].[name])
    FROM [sys].[default_constraints] [d]
    INNER JOIN [sys].[columns] [c] ON [d].[parent_column_id] = [c].[column_id] AND [d].[parent_object_id] = [c].[object_id]
    WHERE ([d].[parent_object_id] = OBJECT_ID(N'[QaContacts]') AND [c].[name] = N'ExternalId');
    IF @var10 IS NOT NULL EXEC(N'ALTER TABLE [QaContacts] DROP CONSTRAINT ' + @var10 + ';');
    ALTER TABLE [QaContacts] ALTER COLUMN [ExternalId] nvarchar(80) COLLATE Latin1_General_100_BIN2 NOT NULL;
    CREATE UNIQUE INDEX [IX_QaContacts_TenantId_ContractId_ExternalId] ON [QaContacts] ([TenantId], [ContractId], [ExternalId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123234342_ExactKeys'
)
BEGIN
    DROP INDEX [IX_ImportedIncidents_TenantId_Profile_Key] ON [ImportedIncidents];
    DECLARE @var11 nvarchar(max);
    SELECT @var11 = QUOTENAME([d].[name])
    FROM [sys].[default_constraints] [d]
    INNER JOIN [sys].[columns] [c] ON [d].[parent_column_id] = [c].[column_id] AND [d].[parent_object_id] = [c].[object_id]
    WHERE ([d].[parent_object_id] = OBJECT_ID(N'[ImportedIncidents]') AND [c].[name] = N'Key');
    IF @var11 IS NOT NULL EXEC(N'ALTER TABLE [ImportedIncidents] DROP CONSTRAINT ' + @var11 + ';');
    ALTER TABLE [ImportedIncidents] ALTER COLUMN [Key] nvarchar(120) COLLATE Latin1_General_100_BIN2 NOT NULL;
    CREATE UNIQUE INDEX [IX_ImportedIncidents_TenantId_Profile_Key] ON [ImportedIncidents] ([TenantId], [Profile], [Key]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123234342_ExactKeys'
)
BEGIN
    DROP INDEX [IX_IdempotentAnswers_KeyId_Key] ON [IdempotentAnswers];
    DECLARE @var12 nvarchar(max);
    SELECT @var12 = QUOTENAME([d].[name])
    FROM [sys].[default_constraints] [d]
    INNER JOIN [sys].[columns] [c] ON [d].[parent_column_id] = [c].[column_id] AND [d].[parent_object_id] = [c].[object_id]
    WHERE ([d].[parent_object_id] = OBJECT_ID(N'[IdempotentAnswers]') AND [c].[name] = N'Key');
    IF @var12 IS NOT NULL EXEC(N'ALTER TABLE [IdempotentAnswers] DROP CONSTRAINT ' + @var12 + ';');
    ALTER TABLE [IdempotentAnswers] ALTER COLUMN [Key] nvarchar(120) COLLATE Latin1_General_100_BIN2 NOT NULL;
    CREATE UNIQUE INDEX [IX_IdempotentAnswers_KeyId_Key] ON [IdempotentAnswers] ([KeyId], [Key]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123234342_ExactKeys'
)
BEGIN
    DROP INDEX [IX_FeedSurveys_TenantId_SenderId_Kind_ExternalId] ON [FeedSurveys];
    DECLARE @var13 nvarchar(max);
    SELECT @var13 = QUOTENAME([d].[name])
    FROM [sys].[default_constraints] [d]
    INNER JOIN [sys].[columns] [c] ON [d].[parent_column_id] = [c].[column_id] AND [d].[parent_object_id] = [c].[object_id]
    WHERE ([d].[parent_object_id] = OBJECT_ID(N'[FeedSurveys]') AND [c].[name] = N'ExternalId');
    IF @var13 IS NOT NULL EXEC(N'ALTER TABLE [FeedSurveys] DROP CONSTRAINT ' + @var13 + ';');
    ALTER TABLE [FeedSurveys] ALTER COLUMN [ExternalId] nvarchar(80) COLLATE Latin1_General_100_BIN2 NOT NULL;
    CREATE UNIQUE INDEX [IX_FeedSurveys_TenantId_SenderId_Kind_ExternalId] ON [FeedSurveys] ([TenantId], [SenderId], [Kind], [ExternalId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123234342_ExactKeys'
)
BEGIN
    DECLARE @var14 nvarchar(max);
    SELECT @var14 = QUOTENAME([d].[name])
    FROM [sys].[default_constraints] [d]
    INNER JOIN [sys].[columns] [c] ON [d].[parent_column_id] = [c].[column_id] AND [d].[parent_object_id] = [c].[object_id]
    WHERE ([d].[parent_object_id] = OBJECT_ID(N'[FeedSurveys]') AND [c].[name] = N'ContactExternalId');
    IF @var14 IS NOT NULL EXEC(N'ALTER TABLE [FeedSurveys] DROP CONSTRAINT ' + @var14 + ';');
    ALTER TABLE [FeedSurveys] ALTER COLUMN [ContactExternalId] nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123234342_ExactKeys'
)
BEGIN
    DROP INDEX [IX_FeedPresences_TenantId_SenderId_Kind_ExternalId] ON [FeedPresences];
    DECLARE @var15 nvarchar(max);
    SELECT @var15 = QUOTENAME([d].[name])
    FROM [sys].[default_constraints] [d]
    INNER JOIN [sys].[columns] [c] ON [d].[parent_column_id] = [c].[column_id] AND [d].[parent_object_id] = [c].[object_id]
    WHERE ([d].[parent_object_id] = OBJECT_ID(N'[FeedPresences]') AND [c].[name] = N'ExternalId');
    IF @var15 IS NOT NULL EXEC(N'ALTER TABLE [FeedPresences] DROP CONSTRAINT ' + @var15 + ';');
    ALTER TABLE [FeedPresences] ALTER COLUMN [ExternalId] nvarchar(80) COLLATE Latin1_General_100_BIN2 NOT NULL;
    CREATE UNIQUE INDEX [IX_FeedPresences_TenantId_SenderId_Kind_ExternalId] ON [FeedPresences] ([TenantId], [SenderId], [Kind], [ExternalId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123234342_ExactKeys'
)
BEGIN
    DROP INDEX [IX_FeedContacts_TenantId_SenderId_Kind_ExternalId] ON [FeedContacts];
    DECLARE @var16 nvarchar(max);
    SELECT @var16 = QUOTENAME([d].[name])
    FROM [sys].[default_constraints] [d]
    INNER JOIN [sys].[columns] [c] ON [d].[parent_column_id] = [c].[column_id] AND [d].[parent_object_id] = [c].[object_id]
    WHERE ([d].[parent_object_id] = OBJECT_ID(N'[FeedContacts]') AND [c].[name] = N'ExternalId');
    IF @var16 IS NOT NULL EXEC(N'ALTER TABLE [FeedContacts] DROP CONSTRAINT ' + @var16 + ';');
    ALTER TABLE [FeedContacts] ALTER COLUMN [ExternalId] nvarchar(80) COLLATE Latin1_General_100_BIN2 NOT NULL;
    CREATE UNIQUE INDEX [IX_FeedContacts_TenantId_SenderId_Kind_ExternalId] ON [FeedContacts] ([TenantId], [SenderId], [Kind], [ExternalId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123234342_ExactKeys'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261123234342_ExactKeys', N'10.0.14');
END;

COMMIT;
GO

