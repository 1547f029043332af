using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Documents.Reading;
using VendorGov.Documents.Tables;
using VendorGov.Domain;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Staffing;
using VendorGov.Web.Shared;
using VendorGov.Web.Shared.Sheets;

namespace VendorGov.Web.Features.Staffing;

public enum AgentChange
{
    New,
    Changed,
    Unchanged,
}

/// <summary>What one row of the file does.</summary>
public sealed record AgentEffect(int Row, string Number, string Name, AgentChange Kind);

/// <summary>
/// Takes agents and their certificates from a table into the tracked context, without saving: a preview throws the context away, applying
/// saves it. So the preview is what happens, and nothing is half accepted.
/// </summary>
public sealed class AgentImport(AppDb db, Text text)
{
    public static readonly SheetForm Form = new("人员", "Agents",
    [
        new("agent", "工号", "Agent", true), new("name", "姓名", "Name", true), new("phone", "手机号", "Phone"), new("channels", "渠道", "Channels", true),
        new("skills", "技能", "Skills"), new("joined", "入职日期", "Joined", true, TemplateKind.Date), new("left", "离职日期", "Left", Kind: TemplateKind.Date),
        new("certificate", "上岗证名称", "Certificate"), new("validFrom", "上岗证生效", "Valid from", Kind: TemplateKind.Date), new("validUntil", "上岗证到期", "Valid until", Kind: TemplateKind.Date),
    ]);

    public List<SheetProblem> Problems { get; } = [];

    public List<AgentEffect> Effects { get; } = [];

    public async Task RunAsync(StaffContract desk, TabularFile file, CancellationToken cancel)
    {
        var vendor = desk.Contract.VendorId;
        var known = await db.Agents.Where(a => a.VendorId == vendor).ToDictionaryAsync(a => a.Number, StringComparer.OrdinalIgnoreCase, cancel);
        var held = (await db.Certificates.AsNoTracking().Where(c => c.VendorId == vendor && c.Kind == CertificateKind.Contacts)
            .Select(c => new { c.AgentId, c.ValidFrom, c.ValidUntil }).ToListAsync(cancel)).ToLookup(c => c.AgentId, c => (c.ValidFrom, c.ValidUntil));
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in Form.Rows(file, Problems, text))
        {
            var before = Problems.Count;
            var entry = Read(row, desk);
            if (entry.Details.Number.Length > 0 && !seen.Add(entry.Details.Number))
            {
                row.Problem("agent", "sheets.problem.twice");
            }

            if (Problems.Count == before)
            {
                Take(row, entry, desk, known, held);
            }
        }
    }

    private sealed record Entry(AgentDetails Details, DateOnly? Joined, DateOnly? Left, string? Certificate, DateOnly? From, DateOnly? Until);

    private static Entry Read(SheetRow row, StaffContract desk)
    {
        var channels = new List<Channel>();
        foreach (var name in row.List("channels"))
        {
            if (SheetRow.Named<Channel>(name) is { } channel && desk.Contract.Channels.Contains(channel))
            {
                channels.Add(channel);
            }
            else
            {
                row.Problem("channels", "staffing.upload.channel");
            }
        }

        if (!row.Has("channels"))
        {
            row.Problem("channels", "sheets.problem.missing");
        }

        var entry = new Entry(
            new AgentDetails(
                row.Demand("agent", Agent.LongestNumber), row.Demand("name", Agent.LongestName), row.Optional("phone", 30), [.. channels.Distinct()],
                [.. row.List("skills").Distinct()]),
            row.Date("joined", required: true), row.Date("left"), row.Optional("certificate", 120),
            row.Date("validFrom"), row.Date("validUntil"));
        if (entry.Left < entry.Joined)
        {
            row.Problem("left", "staffing.upload.leftFirst");
        }

        if (entry.Certificate is not null && (entry.From is null || entry.Until is null || entry.Until < entry.From))
        {
            row.Problem("validUntil", "staffing.upload.certificate");
        }

        return entry;
    }

    private void Take(SheetRow row, Entry entry, StaffContract desk, Dictionary<string, Agent> known, ILookup<Guid, (DateOnly, DateOnly)> held)
    {
        var fresh = !known.TryGetValue(entry.Details.Number, out var agent);
        try
        {
            if (fresh)
            {
                agent = known[entry.Details.Number] = new Agent(desk.Contract, entry.Details, entry.Joined!.Value, desk.Now);
                db.Agents.Add(agent);
            }
            else
            {
                agent!.Change(Merged(agent, entry.Details));
                agent.Join(entry.Joined!.Value, desk.Now);
            }

            if (entry.Left is { } last)
            {
                agent.Leave(last, agent.LeaveReason ?? LeaveReason.Other, desk.Now);
            }
        }
        catch (RuleViolationException e)
        {
            row.Problem("agent", $"rule.{e.Rule}", [.. e.Arguments]);
            return;
        }

        var certified = entry is { Certificate: { } title, From: { } from, Until: { } until } && !held[agent.Id].Contains((from, until));
        if (certified)
        {
            db.Certificates.Add(new Certificate(agent, CertificateKind.Contacts, entry.Certificate!, entry.From!.Value, entry.Until!.Value, db.Scope.ActorName, desk.Now));
        }

        db.ChangeTracker.DetectChanges();
        var changed = certified || db.Entry(agent).State != EntityState.Unchanged;
        Effects.Add(new AgentEffect(row.Number, agent.Number, agent.Name, fresh ? AgentChange.New : changed ? AgentChange.Changed : AgentChange.Unchanged));
    }

    /// <summary>Lists that say the same stay the same object, so that a row that changes nothing is seen to change nothing; no phone leaves the known one.</summary>
    private static AgentDetails Merged(Agent agent, AgentDetails details) => details with
    {
        Phone = details.Phone ?? agent.Phone,
        Channels = details.Channels.SequenceEqual(agent.Channels) ? agent.Channels : details.Channels,
        Skills = details.Skills.SequenceEqual(agent.Skills) ? agent.Skills : details.Skills,
    };
}
