using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data.Converters;
using VendorGov.Data.Identity;
using VendorGov.Data.Saving;
using VendorGov.Domain.Auditing;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Feed;
using VendorGov.Domain.Issues.History;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Notifications;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Reports;
using VendorGov.Domain.Retention;
using VendorGov.Domain.Scorecards;
using VendorGov.Domain.Staffing;
using VendorGov.Domain.Search;
using VendorGov.Domain.Tenancy;
using VendorGov.Domain.Training;

namespace VendorGov.Data;

/// <summary>
/// The one model. Queries pass two named filters, <c>Tenant</c> and <c>Party</c>, that read <see cref="TenantScope"/>;
/// saves pass <see cref="ScopeGuard"/>.
/// </summary>
public sealed partial class AppDb(DbContextOptions<AppDb> options, TenantScope scope, WriteGate gate, TimeProvider clock)
    : IdentityUserContext<AppUser, Guid>(options)
{
    public TenantScope Scope => scope;

    /// <summary>What the open connection was last told; null: it must be told again. See <see cref="Engines.WallTeller"/>.</summary>
    internal Engines.WallWord? WallTold { get; set; }

    public DbSet<Tenant> Tenants => Set<Tenant>();

    public DbSet<Region> Regions => Set<Region>();

    public DbSet<Outlet> Outlets => Set<Outlet>();

    public DbSet<Vendor> Vendors => Set<Vendor>();

    public DbSet<Membership> Memberships => Set<Membership>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<OpenIdProvider> OpenIdProviders => Set<OpenIdProvider>();

    public DbSet<Contract> Contracts => Set<Contract>();

    public DbSet<ContractOutlet> ContractOutlets => Set<ContractOutlet>();

    public DbSet<TermsVersion> TermsVersions => Set<TermsVersion>();

    public DbSet<Amendment> Amendments => Set<Amendment>();

    public DbSet<ProtectionRecord> ProtectionRecords => Set<ProtectionRecord>();

    public DbSet<CalendarVersion> CalendarVersions => Set<CalendarVersion>();

    public DbSet<ExemptRequest> ExemptRequests => Set<ExemptRequest>();

    public DbSet<ExemptWindow> ExemptWindows => Set<ExemptWindow>();

    public DbSet<Issue> Issues => Set<Issue>();

    public DbSet<IssueMessage> IssueMessages => Set<IssueMessage>();

    public DbSet<IssueEvent> IssueEvents => Set<IssueEvent>();

    public DbSet<Attachment> Attachments => Set<Attachment>();

    public DbSet<DraftFile> DraftFiles => Set<DraftFile>();

    public DbSet<ChecklistItem> ChecklistItems => Set<ChecklistItem>();

    public DbSet<ClockWaiver> ClockWaivers => Set<ClockWaiver>();

    public DbSet<IssueFollower> IssueFollowers => Set<IssueFollower>();

    public DbSet<EmergencyDrill> EmergencyDrills => Set<EmergencyDrill>();

    public DbSet<WaybillPart> WaybillParts => Set<WaybillPart>();

    public DbSet<PersonalNote> PersonalNotes => Set<PersonalNote>();

    public DbSet<Obligation> Obligations => Set<Obligation>();

    public DbSet<Scorecard> Scorecards => Set<Scorecard>();

    public DbSet<VendorReport> VendorReports => Set<VendorReport>();

    public DbSet<VendorReportRow> VendorReportRows => Set<VendorReportRow>();

    public DbSet<VendorReportCase> VendorReportCases => Set<VendorReportCase>();

    public DbSet<TicketTrace> TicketTraces => Set<TicketTrace>();

    public DbSet<Reconciliation> Reconciliations => Set<Reconciliation>();

    public DbSet<DocumentDemand> DocumentDemands => Set<DocumentDemand>();

    public DbSet<OwedDocument> OwedDocuments => Set<OwedDocument>();

    public DbSet<StoredImportProfile> ImportProfiles => Set<StoredImportProfile>();

    public DbSet<ImportBatch> ImportBatches => Set<ImportBatch>();

    public DbSet<ImportRefusedRow> ImportRefusedRows => Set<ImportRefusedRow>();

    public DbSet<ImportedIncident> ImportedIncidents => Set<ImportedIncident>();

    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();

    public DbSet<FeedBatch> FeedBatches => Set<FeedBatch>();

    public DbSet<FeedRefusal> FeedRefusals => Set<FeedRefusal>();

    public DbSet<IdempotentAnswer> IdempotentAnswers => Set<IdempotentAnswer>();

    /// <summary>Calls and conversations alike.</summary>
    public DbSet<FeedContact> FeedContacts => Set<FeedContact>();

    public DbSet<FeedSurvey> FeedSurveys => Set<FeedSurvey>();

    public DbSet<FeedPresence> FeedPresences => Set<FeedPresence>();

    public DbSet<Agent> Agents => Set<Agent>();

    public DbSet<Certificate> Certificates => Set<Certificate>();

    public DbSet<RequirementDay> RequirementDays => Set<RequirementDay>();

    public DbSet<AgentDay> AgentDays => Set<AgentDay>();

    public DbSet<ReplacementRequest> ReplacementRequests => Set<ReplacementRequest>();

    public DbSet<ShortfallAlarm> ShortfallAlarms => Set<ShortfallAlarm>();

    public DbSet<Course> Courses => Set<Course>();

    public DbSet<TrainingSession> TrainingSessions => Set<TrainingSession>();

    public DbSet<TrainingResult> TrainingResults => Set<TrainingResult>();

    public DbSet<Briefing> Briefings => Set<Briefing>();

    public DbSet<BriefingReceipt> BriefingReceipts => Set<BriefingReceipt>();

    public DbSet<ShiftCheck> ShiftChecks => Set<ShiftCheck>();

    public DbSet<BrandPack> BrandPacks => Set<BrandPack>();

    public DbSet<BrandQuarter> BrandQuarters => Set<BrandQuarter>();

    public DbSet<TrainingOrder> TrainingOrders => Set<TrainingOrder>();

    public DbSet<TrainingOrderAgent> TrainingOrderAgents => Set<TrainingOrderAgent>();

    public DbSet<KnowledgeArticle> KnowledgeArticles => Set<KnowledgeArticle>();

    public DbSet<KnowledgeVersion> KnowledgeVersions => Set<KnowledgeVersion>();

    public DbSet<RetentionSettings> RetentionSettings => Set<RetentionSettings>();

    public DbSet<LegalHold> LegalHolds => Set<LegalHold>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<AuditHead> AuditHeads => Set<AuditHead>();

    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();

    public DbSet<NoticeEvent> NoticeEvents => Set<NoticeEvent>();

    public DbSet<WorkNews> WorkNews => Set<WorkNews>();

    public DbSet<Notice> Notices => Set<Notice>();

    public DbSet<NoticeSettings> NoticeSettings => Set<NoticeSettings>();

    public DbSet<Robot> Robots => Set<Robot>();

    public DbSet<ComplaintChase> ComplaintChases => Set<ComplaintChase>();

    public DbSet<SearchEntry> SearchEntries => Set<SearchEntry>();

    public DbSet<SearchGram> SearchGrams => Set<SearchGram>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    public DbSet<UserSession> UserSessions => Set<UserSession>();

    public DbSet<SignInEvent> SignInEvents => Set<SignInEvent>();

    public DbSet<Installation> Installations => Set<Installation>();

    /// <summary>One save at a time on SQLite (see <see cref="WriteGate"/>); elsewhere the engine decides.</summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        ChangeTracker.DetectChanges();
        // What changed is known now; else each look at the tracker would compare every row anew.
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            ScopeGuard.Check(this, clock.GetUtcNow());
            var moved = MovedIssues();
            using var turn = await gate.EnterAsync(Database, cancellationToken);
            return moved.Count > 0 ? await SaveMovedAsync(moved, acceptAllChangesOnSuccess, cancellationToken)
                : await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        ChangeTracker.DetectChanges();
        ScopeGuard.Check(this, clock.GetUtcNow());
        if (MovedIssues().Count > 0)
        {
            throw new InvalidOperationException("Issues are saved by SaveChangesAsync, which keeps what lists sort by.");
        }

        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        Conventions.Apply(configurationBuilder);

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(AppDb).Assembly);
        ApplyWalls(builder);
        ApplyShape(builder);
    }
}
