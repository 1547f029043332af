using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Staffing;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Staffing;

/// <summary>Asks for, fills and withdraws replacements, with the clock of each.</summary>
public sealed class ReplacementDesk(AppDb db, ClockFacesLoader clocks)
{
    public async Task AskAsync(StaffContract desk, ReplacementWish wish, CancellationToken cancel)
    {
        var (request, owed) = ReplacementRequest.Ask(desk.Contract, wish, await clocks.SinceAsync(desk.Contract.Id, desk.Now, cancel), db.Scope.ActorName, desk.Now);
        db.Obligations.Add(owed);
        db.ReplacementRequests.Add(request);
        await db.SaveChangesAsync(cancel);
    }

    public async Task FillAsync(StaffContract desk, ReplacementRequest request, Agent successor, CancellationToken cancel)
    {
        var certificates = await db.Certificates.AsNoTracking().Where(c => c.AgentId == successor.Id).ToListAsync(cancel);
        var owed = await OwedAsync(request, cancel);
        request.Fill(successor, certificates, desk.Today, owed, await clocks.SinceAsync(desk.Contract.Id, owed.StartedAt, cancel), db.Scope.ActorName, desk.Now);
        await db.SaveChangesAsync(cancel);
    }

    public async Task WithdrawAsync(StaffContract desk, ReplacementRequest request, string? reason, CancellationToken cancel)
    {
        var owed = await OwedAsync(request, cancel);
        request.Withdraw(reason, owed, await clocks.SinceAsync(desk.Contract.Id, owed.StartedAt, cancel), desk.Now);
        await db.SaveChangesAsync(cancel);
    }

    private Task<Obligation> OwedAsync(ReplacementRequest request, CancellationToken cancel) =>
        db.Obligations.SingleAsync(o => o.Id == request.ObligationId, cancel);
}
