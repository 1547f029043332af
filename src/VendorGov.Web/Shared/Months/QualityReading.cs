using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Inspections;
using VendorGov.Domain.Scorecards;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Web.Shared.Months;

/// <summary>Evaluations that QAP, FATAL and BRD of a month rest on, as they were known at an instant. Contracts without any have no entry.</summary>
internal static class QualityReading
{
    /// <summary>A contract with too few borrows from so many months before.</summary>
    private const int MonthsBack = 2;

    public static async Task<Dictionary<ContractId, IReadOnlyList<ReportFact>>> ReadAsync(
        AppDb db, YearMonth month, IReadOnlyList<ContractId> contracts, IReadOnlyDictionary<OutletId, OutletRef> outlets, DateTimeOffset now, CancellationToken cancel)
    {
        var months = Enumerable.Range(0, MonthsBack + 1).Select(i => month.AddMonths(-i)).ToList();
        var rows = await (from e in db.Evaluations.AsNoTracking()
                          join c in db.QaContacts.AsNoTracking() on e.ContactId equals c.Id
                          where contracts.Contains(e.ContractId) && months.Contains(e.Month) && e.State == EvaluationState.Submitted && e.ShownAt != null
                              && e.Purpose != EvaluationPurpose.Calibration
                          select new { e, c.Date, c.Channel }).ToListAsync(cancel);
        var ids = rows.Select(r => r.e.FormId).Distinct().ToList();
        var forms = ids.Count == 0 ? [] : await db.QaForms.AsNoTracking().Where(f => ids.Contains(f.Id)).ToDictionaryAsync(f => f.Id, f => f.Body, cancel);
        return rows.Where(r => outlets.ContainsKey(r.e.OutletId)).GroupBy(r => r.e.ContractId)
            .Select(g => (g.Key, Rows: QualityMonth.Rows(
                month, g.Select(r => new QualityFact(r.e, forms[r.e.FormId], r.Date, outlets[r.e.OutletId].Code, r.Channel.ToString().ToLowerInvariant())), now)))
            .Where(g => g.Rows.Count > 0).ToDictionary(g => g.Key, g => g.Rows);
    }
}
