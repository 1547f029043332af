using VendorGov.Domain;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Reports;
using VendorGov.Domain.Scorecards;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Home;

/// <summary>How many, at a glance. <see cref="Waiting"/> is what waits for the reader's own side.</summary>
public sealed record Figures(int Open, int Late, int DueSoon, int New, int Waiting, DecisionCounts Decisions, int Outlets, int Vendors);

/// <summary>What waits for headquarters' word.</summary>
public sealed class DecisionCounts
{
    public required int Drafts { get; init; }
    public required int Amendments { get; init; }
    public required int Exemptions { get; init; }
    public required int Waivers { get; init; }
    public required int Contests { get; init; }
    public required int Appeals { get; init; }
    public required int Plans { get; init; }

    /// <summary>Those of which there are some, the most urgent kind first.</summary>
    public IReadOnlyList<DecisionRow> Rows() =>
        [.. new DecisionRow[]
        {
            new("contests", Contests, "/Issues"), new("waivers", Waivers, "/Issues"), new("exemptions", Exemptions, "/Exemptions"),
            new("amendments", Amendments, "/Contracts"), new("appeals", Appeals, "/Inspections/Appeals"), new("plans", Plans, "/Improvement"),
            new("drafts", Drafts, "/Scorecards?state=Draft"),
        }.Where(r => r.Count > 0)];
}

/// <summary>Things of one kind that wait for a word. <paramref name="Key"/> names the text.</summary>
public sealed record DecisionRow(string Key, int Count, string Url);

/// <summary>A clock as the page writes it. Seconds of the clock's own time; negative <paramref name="Left"/> is overdue.</summary>
public sealed record ClockLine(
    ObligationKind Kind, ClockState State, DateTimeOffset? DueAt, long Left, long Used, long Target, TimeKind TimeKind, int? DaysLeft)
{
    public bool IsLate => State is ClockState.Breached;

    public bool IsDueSoon => State is ClockState.Running && Used * 4 >= Target * 3;

    /// <summary>Reads one obligation at an instant. Working days are told in days while at least one is left.</summary>
    public static ClockLine Of(Obligation obligation, ClockFaces faces, DateTimeOffset now)
    {
        var reading = obligation.Read(faces, now);
        var target = reading.TargetTicks / TimeSpan.TicksPerSecond;
        var left = target - reading.ElapsedSeconds;
        var kind = obligation.TargetUnit switch
        {
            TargetUnit.WorkingDays => TimeKind.WorkingDays,
            TargetUnit.CalendarDays => TimeKind.CalendarDays,
            _ => obligation.Calendar == ClockCalendar.Always ? TimeKind.Continuous : TimeKind.Business,
        };
        var days = kind is TimeKind.WorkingDays or TimeKind.CalendarDays && target > 0 ? (int)(left * obligation.TargetAmount / target) : 0;
        return new ClockLine(
            obligation.Kind, reading.State, reading.DueAt, left, reading.ElapsedSeconds, target,
            kind == TimeKind.WorkingDays && days < 1 ? TimeKind.Business : kind, days >= 1 ? days : null);
    }
}

public sealed record ClockRow(
    Guid IssueId, string Number, string Title, Severity Severity, int Level, string Outlet, string Vendor, ClockLine Clock);

public sealed record WaitingRow(
    Guid IssueId, string Number, string Title, Severity Severity, IssueState State, string Outlet, string Vendor, DateTimeOffset UpdatedAt);

public sealed record ReportRow(string Vendor, string Contract, ReportPeriod? Period, ReportKind Kind, DateTimeOffset? DueAt, bool Late);

/// <summary>The latest scorecard of a contract; <paramref name="Trend"/> holds up to six scores, oldest first.</summary>
public sealed record ScoreRow(
    Guid Id, string Vendor, string Contract, YearMonth Month, Grade? Grade, decimal? Score, decimal? Change, bool Draft,
    IReadOnlyList<decimal> Trend);

public enum DutyKind
{
    Promise,
    Callback,
    Referral,
}

/// <summary>Something around a case that is overdue. <paramref name="Level"/> is that of a referral, else 0.</summary>
public sealed record DutyRow(DutyKind Kind, Guid Id, string What, DateTimeOffset DueAt, int Level)
{
    public string Url => Kind switch
    {
        DutyKind.Promise => $"/Promises/Details/{Id}",
        DutyKind.Callback => $"/Callbacks/Call/{Id}",
        _ => $"/Referrals/Details/{Id}",
    };
}
