using VendorGov.Domain.Contracts;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Staffing;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Training;

/// <summary>
/// The brand course and quiz that a vendor owes each quarter (e5b): by its last day everybody who has been there for a month has sat in a
/// brand course and reached 80 points.
/// </summary>
public sealed class BrandQuarter : IContractOwned, IAudited, IVersioned
{
    /// <summary>Points of 100, whatever pass mark a course has.</summary>
    public const int PassMark = 80;

    /// <summary>Who joined later than so many days ago need not have passed yet.</summary>
    public const int NewcomerDays = 30;

    private BrandQuarter()
    {
    }

    public Guid Id { get; private set; }
    public TenantId TenantId { get; private set; }
    public VendorId VendorId { get; private set; }
    public ContractId ContractId { get; private set; }
    public ObligationId ObligationId { get; private set; }

    /// <summary>The first day of the quarter.</summary>
    public DateOnly From { get; private set; }

    /// <summary>Who had to pass and who did, when that was last looked at.</summary>
    public int Agents { get; private set; }
    public int Passed { get; private set; }
    public DateTimeOffset? CompletedAt { get; private set; }
    public int Version { get; private set; } = 1;

    public DateOnly LastDay => LastDayOf(From);

    public static DateOnly LastDayOf(DateOnly from) => from.AddMonths(3).AddDays(-1);

    public static DateOnly FirstDayOf(DateOnly day) => new(day.Year, ((day.Month - 1) / 3 * 3) + 1, 1);

    /// <summary>Owes the quarter that begins on <paramref name="from"/>, until its end on the clock of the contract.</summary>
    public static (BrandQuarter Quarter, Obligation Owed) Owe(Contract contract, DateOnly from, ClockFaces faces, DateTimeOffset now)
    {
        var start = from > contract.StartsOn ? from : contract.StartsOn;
        var owed = Obligation.Start(
            new ObligationOwner(contract.TenantId, contract.VendorId, contract.Id), ObligationKind.Training, Target.FixedInstant(),
            faces.Office.Midnight(start), faces, now, faces.Office.Midnight(LastDayOf(from).AddDays(1)));
        return (new BrandQuarter
        {
            Id = Keys.Next(),
            TenantId = contract.TenantId,
            VendorId = contract.VendorId,
            ContractId = contract.Id,
            ObligationId = owed.Id,
            From = from,
        }, owed);
    }

    /// <summary>Who has to pass.</summary>
    public static IReadOnlyList<Agent> Candidates(IEnumerable<Agent> team, DateOnly today) =>
        [.. team.Where(a => a.WorksOn(today) && a.JoinedOn <= today.AddDays(-NewcomerDays))];

    /// <summary>Counts again; once everybody has passed the clock stops. False where nothing changed.</summary>
    /// <param name="passed">Agents with <see cref="PassMark"/> or more in a brand course of the quarter, or one held later.</param>
    public bool Settle(IReadOnlyList<Agent> candidates, IReadOnlySet<Guid> passed, Obligation owed, ClockFaces faces, DateTimeOffset now)
    {
        if (CompletedAt is not null)
        {
            return false;
        }

        var before = (Agents, Passed);
        (Agents, Passed) = (candidates.Count, candidates.Count(a => passed.Contains(a.Id)));
        if (Agents > 0 && Passed == Agents)
        {
            CompletedAt = now;
            owed.Stop(now, faces, now);
        }

        return before != (Agents, Passed) || CompletedAt is not null;
    }
}
