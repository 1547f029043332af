using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Scorecards;
using VendorGov.Domain.Staffing;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Shared;
using VendorGov.Web.Shared.Months;

namespace VendorGov.Web.Features.Training;

/// <summary>
/// Who took contacts in a month without a valid certificate, as CERT counts it, and who is rostered in the next days without one.
/// </summary>
public sealed record CertificateReport(CertificationMonth? Month, IReadOnlyList<CertificateViolation> Ahead, IReadOnlyDictionary<Guid, string> Names);

/// <summary>Finds breaches of the rule that nobody takes contacts without a certificate, from rosters, presence and feed (e3c).</summary>
public sealed class ViolationReader(AppDb db)
{
    private const int DaysAhead = 14;

    public async Task<CertificateReport> ReadAsync(StaffContract desk, YearMonth month, CancellationToken cancel)
    {
        var none = Enumerable.Empty<Domain.Contracts.ExemptWindow>().ToLookup(w => w.ContractId);
        var inputs = await StaffingReading.InputsAsync(db, month, [desk.Contract], new Dictionary<OutletId, OutletRef>(), none, desk.Now, cancel);
        if (inputs.Count == 0)
        {
            return new CertificateReport(null, [], new Dictionary<Guid, string>());
        }

        var agents = inputs[0].Agents.ToDictionary(a => a.Id);
        return new CertificateReport(
            StaffMonth.Certification(inputs[0]), await AheadAsync(desk, agents, cancel), agents.Values.ToDictionary(a => a.Id, a => a.Name));
    }

    private async Task<IReadOnlyList<CertificateViolation>> AheadAsync(
        StaffContract desk, IReadOnlyDictionary<Guid, Agent> agents, CancellationToken cancel)
    {
        var (id, from, to) = (desk.Contract.Id, desk.Today, desk.Today.AddDays(DaysAhead));
        var days = await StaffingFacts.DaysAsync(db, [id], from, to, desk.Now, cancel);
        var held = (await db.Certificates.AsNoTracking().Where(c => c.VendorId == desk.Contract.VendorId && c.Kind == CertificateKind.Contacts && c.ValidUntil >= from)
            .ToListAsync(cancel)).ToLookup(c => c.AgentId);
        var planned = days.Where(d => !d.Scheduled.IsEmpty && agents.ContainsKey(d.AgentId)).GroupBy(d => d.AgentId)
            .Select(g => new ContactDays(agents[g.Key].Number, g.Key, g.Select(d => d.Date).ToHashSet()));
        return Certification.Of(planned, (agent, day) => held[agent].Any(c => c.IsValidOn(day))).Violations;
    }
}
