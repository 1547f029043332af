using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;

namespace VendorGov.Web.Features.Exemptions;

/// <summary>Decides requests. An approval adds the window and derives every clock that ran in it anew, in one save.</summary>
public sealed class ExemptDesk(AppDb db, CurrentUser user, ClockFacesLoader clocks, TimeProvider clock)
{
    public Author Me => new(user.Id, user.Name, user.Side);

    public bool IsHeadquarters => user.Role == Role.Headquarters;

    public bool MayDecide(ExemptRequest request) => user.Can(Permission.DecideExemption) && request.MayDecide(user.Side, IsHeadquarters);

    /// <summary>Tells how many clocks moved.</summary>
    public async Task<int> ApproveAsync(ExemptRequest request, string? note, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var contract = await db.Contracts.AsNoTracking().SingleAsync(c => c.Id == request.ContractId, cancel);
        var window = request.Approve(contract, note, Me, IsHeadquarters, now);
        db.ExemptWindows.Add(window);
        var (moved, withWindow) = (0, new Dictionary<TermsVersionId, ClockFaces>());
        foreach (var (obligation, terms) in await RunningInAsync(window, cancel))
        {
            if (!withWindow.TryGetValue(terms, out var faces))
            {
                faces = (await clocks.OfAsync(contract.Id, terms, cancel)).With(window.From, window.To, window.OutletIds);
                withWindow.Add(terms, faces);
            }

            var before = (obligation.DueAt, obligation.State);
            obligation.Refresh(faces, now);
            moved += before == (obligation.DueAt, obligation.State) ? 0 : 1;
        }

        await db.SaveChangesAsync(cancel);
        clocks.Forget();
        return moved;
    }

    public async Task RefuseAsync(ExemptRequest request, string? note, CancellationToken cancel)
    {
        request.Refuse(note, Me, IsHeadquarters, clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
    }

    public async Task WithdrawAsync(ExemptRequest request, CancellationToken cancel)
    {
        request.Withdraw(Me, clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
    }

    private async Task<List<(Obligation Obligation, TermsVersionId Terms)>> RunningInAsync(ExemptWindow window, CancellationToken cancel)
    {
        var (from, to) = (window.From, window.To);
        ClockState[] ended = [ClockState.Waived, ClockState.Cancelled];
        var found = await db.Obligations.Where(o => o.ContractId == window.ContractId && !ended.Contains(o.State)
            && o.StartedAt < to && (o.StoppedAt == null || o.StoppedAt > from || o.DueAt > from)).ToListAsync(cancel);
        var issues = found.Select(o => o.IssueId).OfType<IssueId>().Distinct().ToList();
        var pins = await db.Issues.AsNoTracking().Where(i => issues.Contains(i.Id)).ToDictionaryAsync(i => i.Id, i => i.TermsVersionId, cancel);
        var result = new List<(Obligation, TermsVersionId)>();
        foreach (var o in found)
        {
            result.Add((o, o.IssueId is { } issue ? pins[issue]
                : (await clocks.TermsOnAsync(o.ContractId, DateOnly.FromDateTime(o.StartedAt.UtcDateTime), cancel)).Id));
        }

        return result;
    }
}
