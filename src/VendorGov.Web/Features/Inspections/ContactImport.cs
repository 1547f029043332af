using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Documents.Reading;
using VendorGov.Documents.Tables;
using VendorGov.Domain;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Inspections;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Shared;
using VendorGov.Web.Shared.Sheets;

namespace VendorGov.Web.Features.Inspections;

/// <summary>Contacts from a table, whole or not at all. A number that is known already is left as it is.</summary>
public sealed class ContactImport(AppDb db, Text text, TimeProvider clock)
{
    public static readonly SheetForm Form = new("质检联络", "Contacts",
    [
        new("id", "通话编号", "Contact", true), new("outlet", "网点编码", "Outlet", true), new("agent", "工号", "Agent", true), new("channel", "渠道", "Channel", true),
        new("startedAt", "开始时间", "Started", true), new("seconds", "时长（秒）", "Seconds", Kind: TemplateKind.Whole), new("reason", "来电原因", "Reason"),
        new("waybill", "运单号", "Waybill"), new("transcript", "转写", "Transcript"),
    ]);

    public List<SheetProblem> Problems { get; } = [];

    /// <summary>Contacts that were new; nothing is tracked where there are problems.</summary>
    public List<QaContact> Added { get; } = [];

    public int Known { get; private set; }

    public async Task RunAsync(StaffContract desk, TabularFile file, CancellationToken cancel)
    {
        var (id, vendor) = (desk.Contract.Id, desk.Contract.VendorId);
        var ids = (await db.QaContacts.AsNoTracking().Where(c => c.ContractId == id).Select(c => c.ExternalId).ToListAsync(cancel)).ToHashSet(StringComparer.Ordinal);
        var outlets = await db.Outlets.AsNoTracking().ToDictionaryAsync(o => o.Code, o => o.Id, StringComparer.OrdinalIgnoreCase, cancel);
        var agents = await db.Agents.AsNoTracking().Where(a => a.VendorId == vendor).ToDictionaryAsync(a => a.Number, a => a.Id, StringComparer.OrdinalIgnoreCase, cancel);
        foreach (var row in Form.Rows(file, Problems, text))
        {
            var before = Problems.Count;
            var (number, facts) = Read(row, desk, outlets, agents);
            if (Problems.Count > before)
            {
                continue;
            }

            if (!ids.Add(number))
            {
                Known++;
                continue;
            }

            Take(row, desk, number, facts!);
        }

        if (Problems.Count == 0)
        {
            db.QaContacts.AddRange(Added);
        }
    }

    private (string Number, ContactFacts? Facts) Read(SheetRow row, StaffContract desk, Dictionary<string, OutletId> outlets, Dictionary<string, Guid> agents)
    {
        var (number, agent) = (row.Demand("id", QaContact.LongestId), row.Demand("agent", 40));
        if (!outlets.TryGetValue(row.Of("outlet"), out var outlet) || desk.Contract.Outlets.All(o => o.OutletId != outlet))
        {
            row.Problem("outlet", "inspections.upload.outlet");
        }

        var (channel, at) = (row.Choice<Channel>("channel"), row.Time("startedAt", desk.Zone));
        if (at is null || at > desk.Now)
        {
            row.Problem("startedAt", "inspections.upload.time");
        }

        var facts = at is null || channel is null ? null : new ContactFacts(
            outlet, agent, agents.TryGetValue(agent, out var known) ? known : null, channel.Value, at.Value, row.Optional("reason", 80), row.Optional("waybill", 40),
            row.Whole("seconds", 0, 36_000));
        return (number, facts);
    }

    private void Take(SheetRow row, StaffContract desk, string number, ContactFacts facts)
    {
        try
        {
            var kind = facts.Channel == Channel.Voice ? InspectionKind.Recording : InspectionKind.Chat;
            var contact = new QaContact(desk.Contract, facts, desk.Zone, kind, ContactSource.Import, number, db.Scope.ActorName, clock.GetUtcNow());
            if (row.Of("transcript") is { Length: > 0 } said)
            {
                contact.Transcribe(TranscriptReader.Read(said));
            }

            Added.Add(contact);
        }
        catch (RuleViolationException e)
        {
            row.Problem("id", $"rule.{e.Rule}", [.. e.Arguments]);
        }
    }
}
