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

/// <summary>Ratings from a table, whole or not at all. A number of a source that is known already is left as it is.</summary>
public sealed class SurveyImport(AppDb db, Text text)
{
    public static readonly SheetForm Form = new("满意度调查", "Surveys",
    [
        new("id", "调查编号", "Survey", true), new("source", "来源", "Source", true), new("outlet", "网点编码", "Outlet", true), new("channel", "渠道", "Channel", true),
        new("contactAt", "联络时间", "Contact time", true), new("score", "评分", "Score", true, TemplateKind.Whole), new("contact", "通话编号", "Contact"),
        new("agent", "工号", "Agent"), new("waybill", "运单号", "Waybill"), new("comment", "评语", "Comment"),
    ]);

    public List<SheetProblem> Problems { get; } = [];

    /// <summary>Ratings that were new; nothing is tracked where there are problems.</summary>
    public List<SurveyAnswer> Added { get; } = [];

    public int Known { get; private set; }

    public async Task RunAsync(StaffContract desk, IReadOnlyList<Outlet> outlets, TabularFile file, CancellationToken cancel)
    {
        var id = desk.Contract.Id;
        var known = (await db.SurveyAnswers.AsNoTracking().Where(s => s.ContractId == id).Select(s => new { s.Source, s.ExternalId }).ToListAsync(cancel))
            .Select(s => (s.Source, s.ExternalId)).ToHashSet();
        var codes = outlets.ToDictionary(o => o.Code, o => o.Id, StringComparer.OrdinalIgnoreCase);
        foreach (var row in Form.Rows(file, Problems, text))
        {
            var before = Problems.Count;
            var (number, facts) = Read(row, desk, codes);
            if (Problems.Count > before)
            {
                continue;
            }

            if (known.Add((facts!.Source, number)))
            {
                Take(row, desk, number, facts);
            }
            else
            {
                Known++;
            }
        }

        if (Problems.Count == 0)
        {
            db.SurveyAnswers.AddRange(Added);
        }
    }

    private static (string Number, SurveyFacts? Facts) Read(SheetRow row, StaffContract desk, Dictionary<string, OutletId> outlets)
    {
        var number = row.Demand("id", QaContact.LongestId);
        if (!outlets.TryGetValue(row.Of("outlet"), out var outlet))
        {
            row.Problem("outlet", "inspections.upload.outlet");
        }

        var (source, channel, at, score) = (row.Choice<SurveySource>("source"), row.Choice<Channel>("channel"), row.Time("contactAt", desk.Zone), row.Whole("score", 1, 5));
        foreach (var key in new[] { "source", "channel", "contactAt", "score" }.Where(key => !row.Has(key)))
        {
            row.Problem(key, "sheets.problem.missing");
        }

        if (at > desk.Now)
        {
            row.Problem("contactAt", "inspections.upload.time");
        }

        var facts = source is null || channel is null || at is null || score is null ? null : new SurveyFacts(
            outlet, source.Value, channel.Value, at.Value, score.Value, row.Optional("contact", QaContact.LongestId), row.Optional("agent", 40),
            row.Optional("waybill", 40), row.Optional("comment", SurveyAnswer.LongestComment));
        return (number, facts);
    }

    private void Take(SheetRow row, StaffContract desk, string number, SurveyFacts facts)
    {
        try
        {
            Added.Add(new SurveyAnswer(desk.Contract, facts, desk.Zone, number, db.Scope.ActorName, desk.Now));
        }
        catch (RuleViolationException e)
        {
            row.Problem(e.Rule == "survey-nameless" ? "agent" : "id", $"rule.{e.Rule}", [.. e.Arguments]);
        }
    }
}
