using System.Globalization;
using VendorGov.Domain.Calendars;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Obligations;

namespace VendorGov.Domain.Reports;

/// <summary>
/// The duty to deliver a month's or a week's report (SLA semantics 1.5 and 2): it starts when the period is over, ends at a fixed instant,
/// never pauses, and is settled by the first accepted upload.
/// </summary>
public static class ReportDelivery
{
    private const int ResubmissionDays = 2;

    /// <summary>The first instant after the period on the wall clock of the contract.</summary>
    public static DateTimeOffset StartOf(Contract contract, ReportPeriod period) =>
        Instant(period.LastDay.AddDays(1), 0, contract);

    /// <summary>The Nth working day after the period by the office calendar, at the agreed time in the contract's zone.</summary>
    public static DateTimeOffset DueOf(Contract contract, ReportSchedule schedule, ReportPeriod period, BusinessCalendar office)
    {
        var day = office.WorkingDayAfter(period.LastDay, schedule.WorkingDay);
        var time = TimeOnly.ParseExact(schedule.LocalTime, "H:mm", CultureInfo.InvariantCulture);
        return Instant(day, (time.Hour * 60) + time.Minute, contract);
    }

    /// <summary>The month or week that ended last on the wall clock of the contract.</summary>
    public static ReportPeriod LastEnded(Contract contract, ReportRhythm rhythm, DateTimeOffset now)
    {
        var local = TimeZoneInfo.ConvertTime(now, TimeZoneInfo.FindSystemTimeZoneById(contract.TimeZone)).DateTime;
        return ReportPeriod.Of(rhythm, DateOnly.FromDateTime(local)).Add(-1);
    }

    /// <summary>Starts the duty. Throws <see cref="RuleViolationException"/> where the terms agree on no report.</summary>
    public static Obligation Owe(Contract contract, Terms terms, ReportPeriod period, ClockFaces faces, DateTimeOffset now)
    {
        var schedule = terms.ReportOf(period.Rhythm) ?? throw new RuleViolationException("report-not-agreed");
        return Owe(contract, ReportKind.Data, schedule, period, faces, now);
    }

    /// <summary>Starts the duty to hand in the data or a document of a month or week.</summary>
    public static Obligation Owe(
        Contract contract, ReportKind kind, ReportSchedule schedule, ReportPeriod period, ClockFaces faces, DateTimeOffset now)
    {
        var owner = new ObligationOwner(contract.TenantId, contract.VendorId, contract.Id, ReportPeriod: period, ReportKind: kind);
        return Obligation.Start(
            owner, ObligationKind.DeliverReport, Target.FixedInstant(), StartOf(contract, period), faces, now,
            DueOf(contract, schedule, period, faces.Office));
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
    public static Obligation OweAgain(Contract contract, ReportPeriod period, DateTimeOffset from, ClockFaces faces, DateTimeOffset now) =>
        Obligation.Start(
            new ObligationOwner(contract.TenantId, contract.VendorId, contract.Id, ReportPeriod: period), ObligationKind.ResubmitReport,
            new Target(ResubmissionDays, TargetUnit.WorkingDays), from, faces, now);

    private static DateTimeOffset Instant(DateOnly day, int minute, Contract contract) => new(
        SpanCompiler.Instant(day, minute, TimeZoneInfo.FindSystemTimeZoneById(contract.TimeZone), closing: true), TimeSpan.Zero);
}
