using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using VendorGov.Domain.Cases;
using VendorGov.Domain.Contracts;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Faults;

/// <summary>The fields of a fault as a form holds them; times are local wall-clock time of the reader.</summary>
public sealed class FaultInput
{
    [Required, Display(Name = "faults.kind")]
    public FaultKind? Kind { get; set; }

    [Required, Display(Name = "faults.started")]
    public string? Started { get; set; }

    [Display(Name = "faults.learned")]
    public string? Learned { get; set; }

    public string? Ended { get; set; }

    [Range(0, 1_000_000), Display(Name = "faults.users")]
    public int? Users { get; set; }

    [StringLength(2000), Display(Name = "faults.workaround")]
    public string? Workaround { get; set; }

    [Range(1, EscalationContact.Highest), Display(Name = "faults.tier")]
    public int? Tier { get; set; }

    public static FaultInput Of(FaultFacts facts, TimeZoneInfo zone) => new()
    {
        Kind = facts.Kind, Started = LocalTime.Field(facts.StartedAt, zone), Learned = Field(facts.LearnedAt, zone), Ended = Field(facts.EndedAt, zone),
        Users = facts.UsersAffected, Workaround = facts.Workaround, Tier = facts.ContactTier,
    };

    /// <summary>Null, with errors beside the fields, where a time cannot be read.</summary>
    public FaultFacts? Read(ModelStateDictionary state, string prefix, TimeZoneInfo zone, DateTimeOffset now, Text text)
    {
        DateTimeOffset? Time(string name, string? field) => state.Time($"{prefix}.{name}", field, zone, text, now);

        var (started, learned, ended) = (Time(nameof(Started), Started), Time(nameof(Learned), Learned), Time(nameof(Ended), Ended));
        return state.IsValid && started is { } from ? new FaultFacts(Kind!.Value, from, learned, Users, Workaround, Tier, ended) : null;
    }

    private static string? Field(DateTimeOffset? at, TimeZoneInfo zone) => at is { } known ? LocalTime.Field(known, zone) : null;
}
