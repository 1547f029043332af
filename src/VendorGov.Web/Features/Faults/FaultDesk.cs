using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Cases;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;

namespace VendorGov.Web.Features.Faults;

/// <summary>Opens the issue of a technical fault. Numbers are taken at the save; who loses a race takes the next.</summary>
public sealed class FaultDesk(AppDb db, ClockFacesLoader faces, IssueNumbers numbers, TimeProvider clock, CurrentUser user)
{
    private const int Attempts = 4;

    public sealed record Place(ContractId Contract, OutletId Outlet, string OutletName, string Vendor, string Number)
    {
        public string Key => $"{Contract.Value:N}.{Outlet.Value:N}";
    }

    /// <summary>Outlets and contracts in force that the caller may report for.</summary>
    public async Task<IReadOnlyList<Place>> PlacesAsync(CancellationToken cancel)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), user.Zone).DateTime);
        return await (
            from cover in db.ContractOutlets.AsNoTracking()
            join contract in db.Contracts on cover.ContractId equals contract.Id
            join outlet in db.Outlets on cover.OutletId equals outlet.Id
            join vendor in db.Vendors on cover.VendorId equals vendor.Id
            where contract.StartsOn <= today && (contract.EndsOn == null || contract.EndsOn >= today) && outlet.Active
            orderby outlet.Name, vendor.Name
            select new Place(contract.Id, outlet.Id, outlet.Name, vendor.Name, contract.Number)).ToListAsync(cancel);
    }

    public async Task<Issue> OpenAsync(Place place, Severity severity, string title, string words, FaultFacts facts, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var by = new Author(user.Id, user.Name, user.Side);
        var contract = await db.Contracts.Include(c => c.Outlets).AsNoTracking().SingleAsync(c => c.Id == place.Contract, cancel);
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeBySystemTimeZoneId(now, contract.TimeZone).DateTime);
        var terms = await faces.TermsOnAsync(contract.Id, day, cancel);
        var face = await faces.OfAsync(contract.Id, terms.Id, cancel);
        for (var attempt = 1; ; attempt++)
        {
            var report = new IssueReport(await numbers.NextAsync(day, cancel), ProblemType.TechnicalFault, severity, title, words, []);
            var (issue, fault) = Issue.OpenFault(report, facts, contract, place.Outlet, terms, face, by, now);
            db.Issues.Add(issue);
            db.Faults.Add(fault);
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
