using VendorGov.Domain.Obligations;

namespace VendorGov.Domain.Issues;

/// <summary>The customer's standing with the outlet: the fifth that brings four fifths of the parcels is A.</summary>
public enum CustomerTier
{
    A = 1,
    B = 2,
}

/// <summary>A complaint that is not resolved chases itself; the customer's tier says what goes first.</summary>
public sealed partial class Issue
{
    /// <summary>Working days of the contract's office calendar after the day of filing.</summary>
    public static IReadOnlyList<int> ChaseDays { get; } = [2, 4, 5];

    /// <summary>Null: not known.</summary>
    public CustomerTier? CustomerTier { get; private set; }

    public void SetTier(Author by, CustomerTier? tier, DateTimeOffset now)
    {
        Demand(by.Side == Side.Buyer, "buyer-acts");
        Demand(IsOpen, "issue-closed");
        Demand(tier != CustomerTier, "tier-unchanged");
        CustomerTier = tier;
        Log(IssueEventKind.TierChanged, now, by.Name, tier?.ToString());
        Touch(now);
    }

    public bool Chases => ProblemType == ProblemType.ComplaintMishandled && IsOpen && State != IssueState.Resolved && Source is null;

    /// <summary>When the office opens on that working day after the filing.</summary>
    public DateTimeOffset ChaseAt(int day, ClockFaces faces)
    {
        var office = faces.Office;
        return office.Add(office.Midnight(office.WorkingDayAfter(office.LocalDate(FiledAt), day)), 1);
    }

    /// <summary>
    /// The chases that are due and were not made. Where several are, as after an outage, one goes out and the earlier ones are kept as
    /// passed over.
    /// </summary>
    public IReadOnlyList<ComplaintChase> Chase(IReadOnlyCollection<int> made, ClockFaces faces, DateTimeOffset now)
    {
        if (!Chases)
        {
            return [];
        }

        var due = ChaseDays.Where(day => !made.Contains(day) && ChaseAt(day, faces) <= now).ToList();
        if (due.Count > 0)
        {
            Log(IssueEventKind.Chased, now, null, due[^1].ToString(System.Globalization.CultureInfo.InvariantCulture));
            Touch(now);
        }

        return due.ConvertAll(day => new ComplaintChase(this, day, day != due[^1], now));
    }
}
