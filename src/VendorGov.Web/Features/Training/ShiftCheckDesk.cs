using VendorGov.Data;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Tenancy;
using VendorGov.Domain.Training;
using VendorGov.Web.Shared;
using VendorGov.Web.Shared.Filing;

namespace VendorGov.Web.Features.Training;

/// <summary>Keeps a check before a shift; what fails opens a technical issue in the same save.</summary>
public sealed class ShiftCheckDesk(AppDb db, IssueFiling filing)
{
    /// <summary>The number of the issue that was opened; null where everything works.</summary>
    public async Task<string?> KeepAsync(StaffContract desk, IReadOnlyList<ShiftCheckLine> lines, OutletId outlet, Author by, Text words, CancellationToken cancel)
    {
        var check = new ShiftCheck(desk.Contract, lines, desk.Today, by.Name, desk.Now);
        if (check.Failures.Any())
        {
            var issue = await filing.FileAsync(desk.Contract.Id, ground => Task.FromResult(Open(ground, check, outlet, by, words)), cancel);
            return issue.Number;
        }

        db.ShiftChecks.Add(check);
        await db.SaveChangesAsync(cancel);
        return null;
    }

    private Issue Open(FilingGround ground, ShiftCheck check, OutletId outlet, Author by, Text words)
    {
        var failures = check.Failures.ToList();
        var severity = failures.Any(f => f.Item is ShiftCheckItem.Telephony or ShiftCheckItem.Network) ? Severity.S2 : Severity.S3;
        var report = new IssueReport(
            ground.Number, ProblemType.TechnicalFault, severity,
            words["training.issue.title", string.Join(words.IsChinese ? "、" : ", ", failures.Select(f => words.Of(f.Item)))],
            words["training.issue.body", check.Date, by.Name] + "\n" + string.Join('\n', failures.Select(f => $"- {words.Of(f.Item)}: {f.Note}")), []);
        var issue = Issue.Open(report, ground.Contract, outlet, ground.Terms, ground.Faces, by, ground.Now);
        db.ShiftChecks.Add(check);
        check.Opened(issue.Id);
        return issue;
    }
}
