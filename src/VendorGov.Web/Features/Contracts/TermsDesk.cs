using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;

namespace VendorGov.Web.Features.Contracts;

/// <summary>
/// How terms come into force. Until anything was measured under a contract, headquarters write its terms down as they were
/// signed; from then on one side proposes and the other agrees.
/// </summary>
public sealed class TermsDesk(AppDb db, CurrentUser user, TimeProvider clock)
{
    public Author Me => new(user.Id, user.Name, user.Side);

    public async Task<bool> MayWriteDirectlyAsync(ContractId contract, CancellationToken cancel) =>
        user.Can(Permission.ManageContracts)
        && !await db.Obligations.AnyAsync(o => o.ContractId == contract, cancel)
        && !await db.Scorecards.AnyAsync(s => s.ContractId == contract, cancel)
        && !await db.Amendments.AnyAsync(a => a.ContractId == contract && a.State == AmendmentState.Agreed, cancel);

    public Task<TermsVersion?> LatestAsync(ContractId contract, CancellationToken cancel) =>
        db.TermsVersions.AsNoTracking().Where(t => t.ContractId == contract).OrderByDescending(t => t.Number).FirstOrDefaultAsync(cancel);

    /// <summary>The next version, at once. Returns its number; saved.</summary>
    public async Task<int> WriteAsync(Contract contract, TermsVersion? latest, AgreedTerms terms, CancellationToken cancel)
    {
        var version = new TermsVersion(
            contract, (latest?.Number ?? 0) + 1, terms.EffectiveFrom, terms.Terms, terms.ServiceCalendarId, terms.OfficeCalendarId, clock.GetUtcNow());
        db.TermsVersions.Add(version);
        contract.TakeOver(version.Terms);
        await db.SaveChangesAsync(cancel);
        return version.Number;
    }

    /// <summary>Throws <see cref="RuleViolationException"/> where another proposal still waits for its answer.</summary>
    public async Task<Amendment> ProposeAsync(Contract contract, TermsVersion latest, AgreedTerms terms, string? note, CancellationToken cancel)
    {
        if (await db.Amendments.AnyAsync(a => a.ContractId == contract.Id && a.State == AmendmentState.Proposed, cancel))
        {
            throw new RuleViolationException("amendment-open");
        }

        var amendment = Amendment.Propose(contract, latest, terms, note ?? "", Me, Today(contract), clock.GetUtcNow());
        db.Amendments.Add(amendment);
        await db.SaveChangesAsync(cancel);
        return amendment;
    }

    /// <summary>Saved: the amendment decided, the next version, and the contract's charge and channels.</summary>
    public async Task AgreeAsync(Amendment amendment, CancellationToken cancel)
    {
        var contract = await db.Contracts.SingleAsync(c => c.Id == amendment.ContractId, cancel);
        var latest = (await LatestAsync(contract.Id, cancel))!;
        var version = amendment.Agree(contract, latest, Me, Today(contract), clock.GetUtcNow());
        db.TermsVersions.Add(version);
        contract.TakeOver(version.Terms);
        await db.SaveChangesAsync(cancel);
    }

    public DateOnly Today(Contract contract) => DateOnly.FromDateTime(
        TimeZoneInfo.ConvertTime(clock.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(contract.TimeZone)).DateTime);
}
