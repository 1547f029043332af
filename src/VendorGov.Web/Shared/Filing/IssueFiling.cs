using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Web.Shared.Filing;

/// <summary>What a new issue stands on: the contract, the terms of its local day, their calendars, its number and the time.</summary>
public sealed record FilingGround(Contract Contract, TermsVersion Terms, ClockFaces Faces, string Number, DateTimeOffset Now);

/// <summary>Files an issue. Numbers are taken at the save; who loses a race takes the next.</summary>
public sealed class IssueFiling(AppDb db, ClockFacesLoader faces, IssueNumbers numbers, IssueNumberHints hints, TimeProvider clock)
{
    private const int Attempts = 4;

    /// <param name="open">Opens the issue, and adds what is saved with it.</param>
    public async Task<Issue> FileAsync(ContractId contractId, Func<FilingGround, Task<Issue>> open, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var contract = await db.Contracts.Include(c => c.Outlets).AsNoTracking().SingleAsync(c => c.Id == contractId, cancel);
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeBySystemTimeZoneId(now, contract.TimeZone).DateTime);
        var terms = await faces.TermsOnAsync(contract.Id, day, cancel);
        var face = await faces.OfAsync(contract.Id, terms.Id, cancel);
        using var turn = await hints.TurnAsync(contract.TenantId, cancel);
        for (var attempt = 1; ; attempt++)
        {
            var issue = await open(new FilingGround(contract, terms, face, await numbers.NextAsync(day, cancel), now));
            db.Issues.Add(issue);
            try
            {
                await db.SaveChangesAsync(cancel);
                return issue;
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                // Somebody took the number between the question and the save.
                db.ChangeTracker.Clear();
            }
        }
    }
}
