using System.Globalization;
using VendorGov.Domain.Calendars;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Obligations;

namespace VendorGov.Domain.Reports;

/// <summary>
/// The duty to deliver the monthly report (SLA semantics 1.5 and 2): it starts when the month is over, ends at a fixed instant,
/// never pauses, and is settled by the first accepted upload.
/// </summary>
public static class ReportDelivery
{
    private const int ResubmissionDays = 2;

    /// <summary>The first instant after the month on the wall clock of the contract.</summary>
    public static DateTimeOffset StartOf(Contract contract, YearMonth month) =>
        Instant(month.AddMonths(1).FirstDay, 0, contract);

    /// <summary>The Nth working day of the following month by the office calendar, at the agreed time in the contract's zone.</summary>
    public static DateTimeOffset DueOf(Contract contract, ReportSchedule schedule, YearMonth month, BusinessCalendar office)
    {
        var day = office.WorkingDayAfter(month.LastDay, schedule.WorkingDay);
        var time = TimeOnly.ParseExact(schedule.LocalTime, "H:mm", CultureInfo.InvariantCulture);
        return Instant(day, (time.Hour * 60) + time.Minute, contract);
    }

    /// <summary>Starts the duty. Throws <see cref="RuleViolationException"/> where the terms agree on no report.</summary>
    public static Obligation Owe(Contract contract, Terms terms, YearMonth month, ClockFaces faces, DateTimeOffset now)
    {
        var schedule = terms.MonthlyReport ?? throw new RuleViolationException("report-not-agreed");
        return Owe(contract, ReportKind.Data, schedule, month, faces, now);
    }

    /// <summary>Starts the duty to hand in the data or a document of a month.</summary>
    public static Obligation Owe(
        Contract contract, ReportKind kind, ReportSchedule schedule, YearMonth month, ClockFaces faces, DateTimeOffset now)
    {
        var owner = new ObligationOwner(contract.TenantId, contract.VendorId, contract.Id, ReportMonth: month, ReportKind: kind);
        return Obligation.Start(
            owner, ObligationKind.DeliverReport, Target.FixedInstant(), StartOf(contract, month), faces, now,
            DueOf(contract, schedule, month, faces.Office));
    }

    /// <summary>
    /// What an accepted report changes: the duty stops at the acceptance if it still runs (late stays late, and a later version
    /// changes nothing), and the version before it steps back.
    /// </summary>
    public static void Settle(VendorReport accepted, VendorReport? before, Obligation owed, ClockFaces faces)
    {
        if (accepted.AcceptedAt is not { } at)
        {
            throw new RuleViolationException("report-not-accepted");
        }

        before?.Supersede();
        owed.Stop(at, faces, at);
    }

    /// <summary>
    /// A corrected version is owed within 2 working days (SLA semantics 2). While the delivery's own deadline still lies ahead a
    /// refused upload owes nothing more: trying early must cost nothing.
    /// </summary>
    public static Obligation OweAgain(Contract contract, YearMonth month, DateTimeOffset from, ClockFaces faces, DateTimeOffset now) =>
        Obligation.Start(
            new ObligationOwner(contract.TenantId, contract.VendorId, contract.Id, ReportMonth: month), ObligationKind.ResubmitReport,
            new Target(ResubmissionDays, TargetUnit.WorkingDays), from, faces, now);

    private static DateTimeOffset Instant(DateOnly day, int minute, Contract contract) => new(
        SpanCompiler.Instant(day, minute, TimeZoneInfo.FindSystemTimeZoneById(contract.TimeZone), closing: true), TimeSpan.Zero);
}
