using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Tenancy;
using VendorGov.Domain.Training;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Training;

/// <summary>Proposes knowledge articles and decides on them, with the outlet's clock of each proposal.</summary>
public sealed class KnowledgeDesk(AppDb db, ClockFacesLoader clocks)
{
    public async Task<KnowledgeArticle> ProposeAsync(StaffContract desk, OutletId outlet, IssueId? issue, KnowledgeText text, CancellationToken cancel)
    {
        var faces = await clocks.SinceAsync(desk.Contract.Id, desk.Now, cancel);
        var (article, owed) = KnowledgeArticle.Propose(desk.Contract, outlet, issue, text, faces, db.Scope.ActorName, desk.Now);
        db.AddRange(owed, article);
        await db.SaveChangesAsync(cancel);
        return article;
    }

    public async Task ReviseAsync(StaffContract desk, KnowledgeArticle article, KnowledgeText text, CancellationToken cancel)
    {
        db.Add(article.Revise(text, await clocks.SinceAsync(desk.Contract.Id, desk.Now, cancel), db.Scope.ActorName, desk.Now));
        await db.SaveChangesAsync(cancel);
    }

    public Task ApproveAsync(StaffContract desk, KnowledgeArticle article, CancellationToken cancel) => DecideAsync(
        article, (owed, faces) => article.Approve(owed, faces, db.Scope.ActorName, desk.Now), cancel);

    public Task ReturnAsync(StaffContract desk, KnowledgeArticle article, string? reason, CancellationToken cancel) => DecideAsync(
        article, (owed, faces) => article.Return(reason, owed, faces, db.Scope.ActorName, desk.Now), cancel);

    public async Task RetireAsync(StaffContract desk, KnowledgeArticle article, CancellationToken cancel)
    {
        article.Retire(desk.Now);
        await db.SaveChangesAsync(cancel);
    }

    private async Task DecideAsync(KnowledgeArticle article, Action<Obligation, ClockFaces> decide, CancellationToken cancel)
    {
        var key = article.Versions.Single(v => v.Number == article.Latest).ObligationId;
        var owed = await db.Obligations.SingleAsync(o => o.Id == key, cancel);
        decide(owed, await clocks.SinceAsync(article.ContractId, owed.StartedAt, cancel));
        await db.SaveChangesAsync(cancel);
    }
}
