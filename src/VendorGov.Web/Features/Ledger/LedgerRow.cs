using Microsoft.EntityFrameworkCore;
using VendorGov.Domain.Cases;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Shared;
using VendorGov.Web.Shared.Cases;

namespace VendorGov.Web.Features.Ledger;

/// <summary>A complaint as the ledger shows it. The customer is masked before it leaves here.</summary>
public sealed record LedgerRow(
    IssueId Id, string Number, string? ExternalKey, string Title, string Description, Severity Severity, IssueState State, int Level,
    EmergencyKind? Emergency, Attribution? Attribution, IReadOnlyList<string> Waybills, string? CustomerName, string? CustomerPhone,
    VendorId Vendor, OutletId Outlet, string FiledBy, string? HandledBy, DateTimeOffset FiledAt, DateTimeOffset? AnsweredAt,
    DateTimeOffset? ResolvedAt, DateTimeOffset? ClosedAt, CustomerNotice? Notice, ComplaintFacts? Facts, DateTimeOffset? LegalDue, ClockState? Legal,
    CustomerTier? Tier)
{
    /// <summary>The stored state is as old as the last sweep; a deadline that has passed since counts at once.</summary>
    public ClockState? LegalAt(DateTimeOffset now) => Legal == ClockState.Running && LegalDue < now ? ClockState.Breached : Legal;

    public static async Task<IReadOnlyList<LedgerRow>> ReadAsync(IQueryable<LedgerLine> lines, CancellationToken cancel)
    {
        var found = await lines.AsNoTracking().Select(l => new
        {
            l.Issue.Id, l.Issue.Number, l.Issue.ExternalKey, l.Issue.Title, l.Issue.Description, l.Issue.Severity, l.Issue.State,
            l.Issue.EscalationLevel, l.Issue.Emergency, l.Issue.Attribution, l.Issue.Waybills, l.Issue.CustomerName, l.Issue.CustomerPhone,
            l.Issue.VendorId, l.Issue.OutletId, l.Issue.FiledByName, l.Issue.VendorContactName, l.Issue.FiledAt, l.Issue.RespondedAt,
            l.Issue.ResolvedAt, l.Issue.ClosedAt, l.Issue.Notice, l.Issue.CustomerTier, l.Entry,
            Legal = l.Issue.Obligations.Where(o => o.Kind == ObligationKind.CustomerTold).Select(o => new { o.DueAt, o.State }).FirstOrDefault(),
        }).ToListAsync(cancel);
        return [.. found.Select(f => new LedgerRow(
            f.Id, f.Number, f.ExternalKey, f.Title, f.Description, f.Severity, f.State, f.EscalationLevel, f.Emergency, f.Attribution, f.Waybills,
            PersonalData.MaskName(f.CustomerName), PersonalData.MaskPhone(f.CustomerPhone), f.VendorId, f.OutletId, f.FiledByName, f.VendorContactName,
            f.FiledAt, f.RespondedAt, f.ResolvedAt, f.ClosedAt, f.Notice, f.Entry?.Facts, f.Legal?.DueAt, f.Legal?.State,
            f.CustomerTier))];
    }

    public static readonly string[] Heads =
    [
        "number", "key", "filed", "channel", "category", "customer", "tier", "phone", "waybills", "title", "content", "demand", "outlet", "vendor", "severity",
        "state", "level", "attribution", "answered", "legalDue", "legal", "told", "toldHow", "toldBy", "toldProof", "resolved", "closed", "result",
        "compensation", "handler", "filedBy", "remark",
    ];

    /// <summary>The cells of an export, in the order of <see cref="Heads"/>; times on the reader's wall clock.</summary>
    public IReadOnlyList<object?> Cells(CaseParties parties, Text text, DateTimeOffset now)
    {
        DateTime? Wall(DateTimeOffset? at) => at is { } x ? TimeZoneInfo.ConvertTime(x, text.Zone).DateTime : null;
        return
        [
            Number, ExternalKey, Wall(FiledAt), text.Of(Facts?.Channel), text.Of(Facts?.Category), CustomerName, text.Of(Tier), CustomerPhone, string.Join(' ', Waybills),
            Title, Description, Facts?.Demand, parties.Of(Outlet), parties.Of(Vendor), Severity.ToString(), text.Of(State), $"L{Level}",
            text.Of(Attribution), Wall(AnsweredAt), Wall(LegalDue), text.Of(LegalAt(now)), Wall(Notice?.At), Notice is null ? null : text.Of(Notice.How),
            Notice?.By, Notice?.Words, Wall(ResolvedAt), Wall(ClosedAt), Facts?.Result, Facts?.Compensation, HandledBy, FiledBy, Facts?.Remark,
        ];
    }
}
