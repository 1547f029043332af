using VendorGov.Domain.Contracts;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Staffing;

/// <summary>Where, for which channel and date an outlet says what it expects.</summary>
public sealed record RequirementPlace(Contract Contract, OutletId Outlet, Channel Channel, DateOnly Date);

/// <summary>
/// What one outlet expects and asks for on one date and channel, per half hour: contacts, and heads that were entered or computed from
/// them (<see cref="Assumption"/>). A change appends a row and supersedes the one before, so that any month can be counted again as it
/// was counted then. All outlets of the contract see it, as its agents are one desk.
/// </summary>
public sealed class RequirementDay : IContractOwned
{
    private RequirementDay()
    {
    }

    private RequirementDay(RequirementPlace place, IReadOnlyList<int>? volumes, IReadOnlyList<int> required, StaffAssumption? assumption, string by, DateTimeOffset now)
    {
        if (required.Count != HalfHours.PerDay || volumes is { Count: not HalfHours.PerDay }
            || required.Concat(volumes ?? []).Any(n => n is < 0 or > 10_000))
        {
            throw new RuleViolationException("requirement-figures");
        }

        if (place.Contract.Outlets.All(o => o.OutletId != place.Outlet))
        {
            throw new RuleViolationException("requirement-outlet");
        }

        Id = Keys.Next();
        (TenantId, VendorId, ContractId) = (place.Contract.TenantId, place.Contract.VendorId, place.Contract.Id);
        (OutletId, Channel, Date) = (place.Outlet, place.Channel, place.Date);
        (Volumes, Required, Assumption) = (volumes, required, assumption);
        (RecordedBy, RecordedAt) = (by, now);
    }

    public Guid Id { get; private set; }
    public TenantId TenantId { get; private set; }
    public VendorId VendorId { get; private set; }
    public ContractId ContractId { get; private set; }
    public OutletId OutletId { get; private set; }
    public Channel Channel { get; private set; }
    public DateOnly Date { get; private set; }

    /// <summary>Counts the rows of one place from 1; unique, so that two who change it at once cannot both win.</summary>
    public int Revision { get; private set; } = 1;

    /// <summary>Contacts expected per half hour; null where only heads were entered.</summary>
    public IReadOnlyList<int>? Volumes { get; private set; }

    /// <summary>Heads per half hour.</summary>
    public IReadOnlyList<int> Required { get; private set; } = [];

    /// <summary>What the heads were computed by; null: entered.</summary>
    public StaffAssumption? Assumption { get; private set; }

    /// <summary>Contacts that came, once the day was over and the feed told; null: not known.</summary>
    public IReadOnlyList<int>? Actual { get; private set; }
    public string RecordedBy { get; private set; } = "";
    public DateTimeOffset RecordedAt { get; private set; }
    public DateTimeOffset? SupersededAt { get; private set; }

    public RequirementFact Fact => new(Date, Channel, Required);

    public static RequirementDay Entered(
        RequirementPlace place, IReadOnlyList<int>? volumes, IReadOnlyList<int> required, string by, DateTimeOffset now) =>
        new(place, volumes, required, null, by, now);

    /// <summary>Heads by Erlang C from the contacts.</summary>
    public static RequirementDay Computed(
        RequirementPlace place, IReadOnlyList<int> volumes, StaffAssumption assumption, string by, DateTimeOffset now)
    {
        assumption.Demand();
        return new(place, volumes, [.. volumes.Select(v => ErlangC.Required(v, assumption))], assumption, by, now);
    }

    /// <summary>This row stands in place of that one from now on.</summary>
    public RequirementDay Instead(RequirementDay? before)
    {
        if (before is not null)
        {
            before.SupersededAt = RecordedAt;
            Revision = before.Revision + 1;
        }

        return this;
    }

    public bool Says(RequirementDay other) =>
        Required.SequenceEqual(other.Required) && Assumption == other.Assumption
        && (Volumes is null ? other.Volumes is null : other.Volumes is not null && Volumes.SequenceEqual(other.Volumes));

    public void Compare(IReadOnlyList<int> actual) => Actual = actual;

    /// <summary>Whether it came at least ten working days ahead (requirements 3); later ones count all the same and are marked.</summary>
    public bool IsLate(Calendars.BusinessCalendar office) => office.WorkingDayAfter(office.LocalDate(RecordedAt), WorkingDaysAhead) > Date;

    public const int WorkingDaysAhead = 10;
}

/// <summary>
/// How far a forecast was off. <paramref name="Expected"/> and <paramref name="Came"/> are contacts; <paramref name="Gap"/> is the sum of the
/// half hours' absolute differences.
/// </summary>
public sealed record ForecastError(int Expected, int Came, int Gap)
{
    /// <summary>Weighted absolute error in percent of what came; null where nothing came.</summary>
    public decimal? Percent => Came == 0 ? null : 100m * Gap / Came;

    /// <summary>Positive: more was expected than came, in percent of what came.</summary>
    public decimal? Bias => Came == 0 ? null : 100m * (Expected - Came) / Came;

    public static ForecastError Of(IEnumerable<RequirementDay> days)
    {
        var (expected, came, gap) = (0, 0, 0);
        foreach (var day in days.Where(d => d is { Volumes: not null, Actual: not null }))
        {
            expected += day.Volumes!.Sum();
            came += day.Actual!.Sum();
            gap += day.Volumes!.Zip(day.Actual!).Sum(p => Math.Abs(p.First - p.Second));
        }

        return new ForecastError(expected, came, gap);
    }
}
