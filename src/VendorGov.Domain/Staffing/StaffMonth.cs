using VendorGov.Domain.Contracts;
using VendorGov.Domain.Scorecards;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Staffing;

/// <summary>
/// What is known of a contract's staff in a month, as of <paramref name="At"/>. <paramref name="Days"/> and <paramref name="Requirements"/> are the rows that stood
/// then; <paramref name="Fed"/> reaches back to the day before. <paramref name="OutletCode"/> is that of the contract's only outlet, else empty.
/// </summary>
public sealed record StaffMonthInputs(
    ContractId Contract, YearMonth Month, TimeZoneInfo Zone, Channel FirstChannel, string OutletCode, DateTimeOffset At,
    IReadOnlyList<AgentDay> Days, IReadOnlyList<RequirementDay> Requirements, IEnumerable<PresenceSpan> Fed,
    IEnumerable<(string Number, DateOnly Date)> Contacts, IReadOnlyList<Agent> Agents, IReadOnlyList<Certificate> Certificates,
    IReadOnlyCollection<(DateTimeOffset From, DateTimeOffset To)> Exempt);

/// <summary>
/// A month's staffing as rows under the field names of the vendor's report, so that the same formulas fit: sheet <c>daily</c> and <c>monthly</c>
/// by the portal's own records, sheet <c>feed</c> by the direct feed. A source that knows nothing has no rows.
/// </summary>
public static class StaffMonth
{
    public static IReadOnlyList<ReportFact> Rows(StaffMonthInputs inputs)
    {
        var own = inputs.Days.Select(d => d.Fact(HalfHours.MinutesPerDay)).ToList();
        var fed = FedDays(inputs, own);
        var rows = Daily("daily", own, inputs).Concat(Daily(StaffMetrics.FeedSheet, fed, inputs));
        return Monthly(inputs, own, fed) is { Count: > 0 } figures
            ? [.. rows, new ReportFact("monthly", null, inputs.OutletCode, null, figures)]
            : [.. rows];
    }

    /// <summary>CERT of the month, with who broke the rule; null where no agent is entered or nobody is known to have taken contacts.</summary>
    public static CertificationMonth? Certification(StaffMonthInputs inputs)
    {
        var own = inputs.Days.Select(d => d.Fact(HalfHours.MinutesPerDay)).ToList();
        return Certification(inputs, own, FedDays(inputs, own));
    }

    private static CertificationMonth? Certification(StaffMonthInputs inputs, List<AgentDayFact> own, IReadOnlyList<AgentDayFact> fed)
    {
        var taken = Taken(inputs, own, fed);
        if (taken.Count == 0 || !inputs.Agents.Any(a => a.TenureAt(inputs.At) is { } t && t.Placements.Any(p => p.Contract == inputs.Contract.Value)))
        {
            return null;
        }

        var held = inputs.Certificates.Where(c => c.Kind == CertificateKind.Contacts).ToLookup(c => c.AgentId);
        return Staffing.Certification.Of(taken, (agent, day) => held[agent].Any(c => c.WasValidOn(day, inputs.At)));
    }

    /// <summary>The feed's contacts say who took them; where none names an agent, whoever was there did.</summary>
    private static List<ContactDays> Taken(StaffMonthInputs inputs, List<AgentDayFact> own, IReadOnlyList<AgentDayFact> fed)
    {
        var byNumber = inputs.Agents.ToDictionary(a => a.Number, a => a.Id, StringComparer.OrdinalIgnoreCase);
        var named = inputs.Contacts.GroupBy(c => c.Number, StringComparer.OrdinalIgnoreCase).ToList();
        if (named.Count > 0)
        {
            return [.. named.Select(g => new ContactDays(
                g.Key, byNumber.TryGetValue(g.Key, out var id) ? id : null, g.Select(c => c.Date).ToHashSet()))];
        }

        var numbers = inputs.Agents.ToDictionary(a => a.Id, a => a.Number);
        return [.. own.Concat(fed).Where(d => d.Present is { IsEmpty: false } && numbers.ContainsKey(d.AgentId)).GroupBy(d => d.AgentId)
            .Select(g => new ContactDays(numbers[g.Key], g.Key, g.Select(d => d.Date).ToHashSet()))];
    }

    /// <summary>Without plans of its own the feed's presence is held against the portal's roster.</summary>
    private static IReadOnlyList<AgentDayFact> FedDays(StaffMonthInputs inputs, List<AgentDayFact> own)
    {
        var byNumber = inputs.Agents.ToDictionary(a => a.Number, StringComparer.OrdinalIgnoreCase);
        var fed = FedPresence.Days(
            inputs.Fed, inputs.Zone, inputs.Month.FirstDay, inputs.Month.LastDay,
            number => byNumber.TryGetValue(number, out var a) ? a.Channels[0] : inputs.FirstChannel,
            number => byNumber.TryGetValue(number, out var a) ? a.Id : Guid.Empty);
        if (fed.Count == 0 || fed.Any(d => !d.Scheduled.IsEmpty))
        {
            return fed;
        }

        var there = fed.ToLookup(d => (d.AgentId, d.Date));
        var planned = own.Where(d => !d.Scheduled.IsEmpty).ToDictionary(d => (d.AgentId, d.Date));
        return [
            .. fed.Select(d => planned.TryGetValue((d.AgentId, d.Date), out var plan) && plan.Channel == d.Channel ? d with { Scheduled = plan.Scheduled } : d),
            .. planned.Values.Where(p => there[(p.AgentId, p.Date)].All(d => d.Channel != p.Channel)).Select(p => p with { Present = DaySpans.None, Breaks = null }),
        ];
    }

    private static IEnumerable<ReportFact> Daily(string sheet, IReadOnlyList<AgentDayFact> agents, StaffMonthInputs inputs)
    {
        var days = Coverage.Of(agents, inputs.Requirements.Select(r => r.Fact));
        if (!days.Any(d => d.HasPresence))
        {
            yield break;
        }

        var (required, planned) = (days.Any(d => d.HasRequirement), days.Any(d => d.HasRoster));
        foreach (var day in days)
        {
            var hours = day.Hours(Coverage.Exempt(day.Date, inputs.Zone, inputs.Exempt));
            var figures = new Dictionary<string, decimal>();
            if (required)
            {
                (figures["required_h"], figures["staffed_h"]) = (hours.Required, hours.Staffed);
            }

            if (planned)
            {
                (figures["scheduled_h"], figures["adherent_h"]) = (hours.Scheduled, hours.Adherent);
            }

            yield return new ReportFact(sheet, day.Date, inputs.OutletCode, day.Channel.ToString().ToLowerInvariant(), figures);
        }
    }

    private static Dictionary<string, decimal> Monthly(StaffMonthInputs inputs, List<AgentDayFact> own, IReadOnlyList<AgentDayFact> fed)
    {
        var figures = new Dictionary<string, decimal>();
        var heads = Attrition.Of(inputs.Month, inputs.Contract, inputs.Agents.Select(a => a.TenureAt(inputs.At)).OfType<Tenure>());
        if (heads.Start + heads.End > 0)
        {
            (figures["hc_start"], figures["hc_join"], figures["hc_leave"], figures["hc_end"]) = (heads.Start, heads.Joined, heads.Left, heads.End);
        }

        if (Certification(inputs, own, fed) is { } certified)
        {
            (figures["certified"], figures["on_contacts"]) = (certified.Certified, certified.OnContacts);
        }

        return figures;
    }
}
