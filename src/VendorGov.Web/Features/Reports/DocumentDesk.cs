using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Documents.Reading;
using VendorGov.Domain;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Reports;

namespace VendorGov.Web.Features.Reports;

/// <summary>Documents owed beside the data: demanded by headquarters, started with the period, handed in, accepted or returned.</summary>
public sealed class DocumentDesk(AppDb db, ClockFacesLoader clocks, ReportFiles files, TenantScope scope, TimeProvider clock)
{
    public const long MaxBytes = 50L * 1024 * 1024;

    /// <summary>Starts what every demand asks for the month or week that ended last. Running it again starts none.</summary>
    public async Task<int> StartAllAsync(CancellationToken cancellation)
    {
        var started = 0;
        foreach (var demand in await db.DocumentDemands.AsNoTracking().Where(d => d.EndedAt == null).ToListAsync(cancellation))
        {
            var contract = await db.Contracts.SingleAsync(c => c.Id == demand.ContractId, cancellation);
            var period = ReportDelivery.LastEnded(contract, demand.Rhythm, clock.GetUtcNow());
            started += period >= demand.From && contract.InForceDuring(period) && await StartAsync(demand, contract, period, cancellation) ? 1 : 0;
        }

        return started;
    }

    public async Task<OwedDocument?> FindAsync(Guid id, CancellationToken cancellation) =>
        await db.OwedDocuments.SingleOrDefaultAsync(d => d.Id == id, cancellation);

    /// <summary>Throws <see cref="TabularRefusedException"/> for a file that is no plain PDF or docx.</summary>
    public async Task SubmitAsync(OwedDocument document, IFormFile upload, CancellationToken cancellation)
    {
        await using (var content = upload.OpenReadStream())
        {
            DocumentGate.Check(content, upload.FileName, MaxBytes);
        }

        document.Submit(await files.KeepAsync(upload, cancellation), scope.ActorName, clock.GetUtcNow());
        await db.SaveChangesAsync(cancellation);
    }

    public async Task AcceptAsync(OwedDocument document, CancellationToken cancellation)
    {
        var owed = await db.Obligations.SingleAsync(o => o.Id == document.ObligationId, cancellation);
        var terms = await clocks.TermsOnAsync(document.ContractId, document.Period.LastDay, cancellation);
        document.Accept(owed, await clocks.OfAsync(document.ContractId, terms.Id, cancellation), scope.ActorName, clock.GetUtcNow());
        await db.SaveChangesAsync(cancellation);
    }

    public async Task ReturnAsync(OwedDocument document, string? reason, CancellationToken cancellation)
    {
        document.Return(reason, scope.ActorName, clock.GetUtcNow());
        await db.SaveChangesAsync(cancellation);
    }

    private async Task<bool> StartAsync(DocumentDemand demand, Contract contract, ReportPeriod period, CancellationToken cancellation)
    {
        if (await db.OwedDocuments.AnyAsync(d => d.ContractId == contract.Id && d.Kind == demand.Kind && d.Period == period, cancellation))
        {
            return false;
        }

        var terms = await clocks.TermsOnAsync(contract.Id, period.LastDay, cancellation);
        var faces = await clocks.OfAsync(contract.Id, terms.Id, cancellation);
        var owed = ReportDelivery.Owe(contract, demand.Kind, demand.Schedule, period, faces, clock.GetUtcNow());
        db.Obligations.Add(owed);
        db.OwedDocuments.Add(new OwedDocument(owed));
        await db.SaveChangesAsync(cancellation);
        return true;
    }
}
