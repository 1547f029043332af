using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Tenancy;
using VendorGov.Domain.Training;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Training;

/// <summary>Keeps a check before a shift; what fails opens a technical issue in the same save. Numbers are taken at the save.</summary>
public sealed class ShiftCheckDesk(AppDb db, ClockFacesLoader clocks, IssueNumbers numbers)
{
    private const int Attempts = 4;

    /// <summary>The number of the issue that was opened; null where everything works.</summary>
    public async Task<string?> KeepAsync(StaffContract desk, IReadOnlyList<ShiftCheckLine> lines, OutletId outlet, Author by, Text words, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            var check = new ShiftCheck(desk.Contract, lines, desk.Today, by.Name, desk.Now);
            var issue = check.Failures.Any() ? await OpenAsync(desk, check, outlet, by, words, cancel) : null;
            db.ShiftChecks.Add(check);
            try
            {
                await db.SaveChangesAsync(cancel);
                return issue?.Number;
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                // Somebody took the number between the question and the save.
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<Issue> OpenAsync(StaffContract desk, ShiftCheck check, OutletId outlet, Author by, Text words, CancellationToken cancel)
    {
        var terms = await clocks.TermsOnAsync(desk.Contract.Id, desk.Today, cancel);
        var faces = await clocks.OfAsync(desk.Contract.Id, terms.Id, cancel);
        var failures = check.Failures.ToList();
        var severity = failures.Any(f => f.Item is ShiftCheckItem.Telephony or ShiftCheckItem.Network) ? Severity.S2 : Severity.S3;
        var report = new IssueReport(
            await numbers.NextAsync(desk.Today, cancel), ProblemType.TechnicalFault, severity,
            words["training.issue.title", string.Join(words.IsChinese ? "、" : ", ", failures.Select(f => words.Of(f.Item)))],
            words["training.issue.body", desk.Today, by.Name] + "\n" + string.Join('\n', failures.Select(f => $"- {words.Of(f.Item)}: {f.Note}")), []);
        var issue = Issue.Open(report, desk.Contract, outlet, terms, faces, by, desk.Now);
        db.Issues.Add(issue);
        check.Opened(issue.Id);
        return issue;
    }
}
