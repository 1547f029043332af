using System.Reflection;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Auditing;
using VendorGov.Domain.Calendars;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Feed;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Issues.History;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Reports;
using VendorGov.Domain.Retention;
using VendorGov.Domain.Scorecards;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;

namespace VendorGov.IntegrationTests.Hosting;

/// <summary>
/// Gives a network one row at least of everything that a tenant can hold: an issue with its thread and clocks, a report with
/// a row, a published scorecard and a draft for each contract, and an import.
/// </summary>
internal sealed partial class NetworkHistory(AppDb db, TenantId tenant, string code, DateTimeOffset now)
{
    private static readonly YearMonth January = new(2026, 1);
    private static readonly YearMonth February = new(2026, 2);

    private readonly ClockFaces _faces = new(
        BusinessCalendar.Compile(DefaultCalendars.ChinaHotline), BusinessCalendar.Compile(DefaultCalendars.ChinaOffice), []);

    /// <summary>Evidence of every issue; <see cref="KeepRecordingAsync"/> puts its content into the store.</summary>
    private static EvidenceFile Recording { get; } = new(
        "通话.mp3", Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Sound)), Sound.Length, EvidenceKind.Mp3);

    private static byte[] Sound => [.. "ID3\x04\0\0\0\0\0\0"u8, .. new byte[400]];

    public static async Task KeepRecordingAsync(FileStore store)
    {
        foreach (var area in new[] { "evidence", "recordings" })
        {
            await using var arrival = await store.ReceiveAsync(area, new MemoryStream(Sound), 1024, CancellationToken.None);
            arrival.Keep();
        }
    }

    public void Tell(Contract contract, TermsVersion terms, Outlet outlet, Vendor vendor)
    {
        var issue = FileIssue(contract, terms, outlet, vendor);
        DeliverReport(contract, outlet);
        var published = Score(contract, terms, vendor, outlet, January);
        published.Publish(null, "总部", now);
        Score(contract, terms, vendor, outlet, February);
        CardHistory.Tell(db, contract, published, outlet, code, now);
        Import(vendor, issue);
        Negotiate(contract, terms);
        Feed(contract, outlet, vendor);
        new StaffHistory(db, code, now).Tell(contract, outlet, _faces);
        new InspectionHistory(db, code, Recording, now).Tell(contract, outlet, _faces);
        WorkCases(issue, contract, terms, outlet);
        NetworkNews.Tell(db, issue, outlet, vendor, code, now);
    }

    /// <summary>What the network itself has once: the head of its audit trail, periods and a hold that is over.</summary>
    public void Keep()
    {
        var hold = new LegalHold(tenant, IssueId.New(), null, $"{code} 诉讼", "总部", now.AddDays(-20));
        hold.Release("总部", now.AddDays(-10));
        var provider = new OpenIdProvider(tenant);
        provider.Change($"https://login.{code}.example", $"{code}-portal", "sealed", active: false, onlyThis: false);
        db.AddRange(new AuditHead(tenant), new RetentionSettings(tenant), hold, provider);
    }

    /// <summary>An amendment that was refused, so that tests may propose their own, and an impact assessment.</summary>
    private void Negotiate(Contract contract, TermsVersion terms)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var wished = terms.Agreed with { EffectiveFrom = today.AddMonths(1), Terms = terms.Terms with { MinimumFacts = 50 } };
        var amendment = Amendment.Propose(contract, terms, wished, $"{code} 事实数太少", new Author(null, "总部", Side.Buyer), today, now);
        amendment.Refuse($"{code} 暂不同意", new Author(null, "供应商", Side.Vendor), now);
        db.Add(amendment);
        var request = new ExemptRequest(
            contract, new ExemptAsk(now.AddDays(-3), now.AddDays(-2), ExemptCause.ForceMajeure, $"{code} 台风停电", null, null),
            new Author(null, "供应商", Side.Vendor), byHeadquarters: false, now.AddDays(-1));
        request.Refuse($"{code} 没有证明", new Author(null, "总部", Side.Buyer), headquarters: true, now);
        db.Add(request);
        db.Add(new ProtectionRecord(
            contract, ProtectionRecordKind.ImpactAssessment, today.AddDays(-30), ProtectionOutcome.WithConditions, $"{code} 号码须脱敏",
            today.AddYears(1), "总部", today, now));
    }

    /// <summary>A key, a batch with a refused row, and one fact of each kind.</summary>
    private void Feed(Contract contract, Outlet outlet, Vendor vendor)
    {
        var (key, _) = ApiKey.Create(
            tenant, new PartyKey(Vendor: vendor.Id), $"{code} 话务平台", [ApiScope.Calls], now.AddDays(90), "hq", now);
        var sender = new FeedSender(tenant, vendor.Id, null, FeedSource.Api, key.Id, $"{key.Prefix} {key.Name}");
        var batch = new FeedBatch(sender, FeedKind.Calls, "json", null, 100, new string('b', 64), now);
        batch.Finish(new FeedCounts(2, 1, 0, 0, 1), now);
        var place = new FeedPlace(
            outlet.Id, new FeedContract(
                contract.Id, contract.Number, vendor.Id, contract.Outlets.Select(o => o.OutletId).ToHashSet(), contract.Channels.ToHashSet(),
                contract.StartsOn, null, TimeZoneInfo.Utc, []),
            now.AddDays(-40), DateOnly.FromDateTime(now.AddDays(-40).UtcDateTime));
        var details = new ContactDetails(Channel.Voice, true, false, "1001", 9, null, null, null, 120, 0, 20, "YT1", "催件");
        db.AddRange(
            key, batch, new FeedRefusal(batch, new FeedProblem(3, "outlet", "unknown-outlet", "W9")),
            new IdempotentAnswer(sender, "first", new string('c', 64), now), new FeedContact(batch, place, "call-1", details),
            new FeedSurvey(batch, place, "survey-1", Channel.Voice, "call-1", now, 5, null),
            new FeedPresence(batch, place, "1001|Present", "1001", PresenceState.Present, now, null));
    }

    private Issue FileIssue(Contract contract, TermsVersion terms, Outlet outlet, Vendor vendor)
    {
        var (buyer, seller) = (new Author(null, $"{outlet.Name}店长", Side.Buyer), new Author(null, vendor.Name, Side.Vendor));
        var report = new IssueReport(
            $"{code}-{contract.Number}-1", ProblemType.SlowOrPoorService, Severity.S2, $"{outlet.Name}电话无人接听", "高峰时段接不通。", ["YT1234567890"]);
        var issue = Issue.Open(report, contract, outlet.Id, terms, _faces, buyer, now.AddHours(-5));
        issue.Acknowledge(seller, _faces, now.AddHours(-5).AddMinutes(5));
        issue.Write(seller, false, $"{vendor.Name}正在核查。", terms.Terms, _faces, now.AddHours(-4));
        issue.Write(buyer, true, $"{outlet.Name}内部记录", terms.Terms, _faces, now.AddHours(-4).AddMinutes(1));
        issue.Attach(buyer, Recording, null, now.AddHours(-5));
        issue.ContestIssue(seller, ContestGround.NotOurs, $"{vendor.Name}认为不属于我方", _faces, now.AddHours(-5).AddMinutes(10));
        var follower = new IssueFollower(issue, UserId.New(), vendor.Name, Side.Vendor);
        follower.Read(now);
        db.AddRange(
            issue, follower,
            issue.AskWaiver(seller, issue.Obligations.Single(o => o.Kind == ObligationKind.Resolve).Id, $"{vendor.Name}申请豁免", now),
            new DraftFile(tenant, UserId.New(), null, Recording, now),
            new PersonalNote(tenant, UserId.New(), PersonalNoteKind.Reply, "常用语", "已收到，正在核实。"),
            new EmergencyDrill(contract, new DateOnly(2026, 2, 10), "丢失高值件", "店长、客服主管", 18, "流程通畅", "总部", now));
        return issue;
    }

    private void DeliverReport(Contract contract, Outlet outlet)
    {
        var outcome = new ReportOutcome([], 0, 0, 0, 1, 0, []);
        var file = new UploadedFile($"{code}-{contract.Number}.xlsx", new string('a', 64), 1000);
        var earlier = new VendorReport(contract, January, 1, file, null, outcome, "供应商", now.AddHours(-1));
        earlier.Supersede();
        var report = new VendorReport(contract, January, 2, file, null, outcome, "供应商", now);
        var row = new VendorReportRow(
            report, 1, outlet.Id, "daily", 2, new DateOnly(2026, 1, 5), Channel.Voice, new Dictionary<string, decimal> { ["offered"] = 120 });
        var owed = Obligation.Start(
            new ObligationOwner(tenant, contract.VendorId, contract.Id, ReportPeriod: February), ObligationKind.DeliverReport,
            new Target(5, TargetUnit.WorkingDays), now.AddDays(-1), _faces, now, now.AddDays(5));
        db.AddRange(earlier, report, row, owed);
        Reconcile(contract, report, outlet);
        DemandDocument(contract);
    }

    private void Reconcile(Contract contract, VendorReport report, Outlet outlet)
    {
        var place = new ReportOutlet(outlet.Id, outlet.Code, outlet.Name);
        var ticket = new VendorReportCase(
            report, 1, new ReportedCase(CaseKind.Ticket, 2, place, "", $"{code}-T1", null, now.AddDays(-40), null, null, null, null, null));
        var record = new Reconciliation(report);
        record.Take([new ReconciliationLine("complaints", outlet.Id, null, Provenance.Portal, 1, 1, 0, Tolerance.Exact, true, [])], now);
        db.AddRange(ticket, new TicketTrace(ticket, 1), record);
    }

    private void DemandDocument(Contract contract)
    {
        var schedule = new ReportSchedule(10);
        var owed = ReportDelivery.Owe(contract, ReportKind.Quality, schedule, January, _faces, now);
        db.AddRange(new DocumentDemand(contract, ReportKind.Quality, February, schedule, now), owed, new OwedDocument(owed));
    }

    private Scorecard Score(Contract contract, TermsVersion terms, Vendor vendor, Outlet outlet, YearMonth month)
    {
        var facts = new ContractFacts(
            $"{code}网络", vendor.Code, vendor.Name, contract.Number, contract.Title, [new OutletRef(outlet.Code, outlet.Name, null)],
            contract.Channels.ToHashSet(), contract.TimeZone, 1, "客服热线", "办公", contract.Currency);
        var content = ScorecardCalculator.Calculate(new ScorecardInputs(
            facts, terms.Terms, month, 1, contract.MonthlyCharge, [], null, true, 26_040, [], null, RollingYear.None, []));
        var scorecard = new Scorecard(contract, terms.Id, month, 1);
        scorecard.Draft(content, terms.Id, now);
        db.Add(scorecard);
        return scorecard;
    }

    private void Import(Vendor vendor, Issue issue)
    {
        var batch = new ImportBatch(tenant, ImportProfile.ServiceNow, $"{code}-{vendor.Code}.csv", true, "hq", now);
        db.AddRange(
            batch, new ImportRefusedRow(batch, new ImportRefusal(7, "number", "", ImportRefusal.MissingKey)),
            new ImportedIncident(tenant, ImportProfile.ServiceNow, $"INC-{vendor.Code}", issue.Id));
    }

    /// <summary>The shipped profile, kept as the tenant's own.</summary>
    public void KeepProfile()
    {
        CardHistory.Tell(db, tenant);
        using var stream = Assembly.Load("VendorGov.Domain").GetManifestResourceStream($"{ImportProfile.ServiceNow}.json")!;
        using var reader = new StreamReader(stream);
        db.Add(new StoredImportProfile(tenant, reader.ReadToEnd(), now));
    }
}
