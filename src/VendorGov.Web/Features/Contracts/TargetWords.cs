using VendorGov.Domain.Obligations;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Contracts;

/// <summary>How contract pages write a time target, and the units among which its form lets one choose.</summary>
public static class TargetWords
{
    /// <summary>Units as <see cref="TargetText"/> writes them.</summary>
    public static readonly IReadOnlyList<string> Units = ["min", "h", "business min", "business hours", "working days", "days"];

    public static string Of(Text text, Target? target) =>
        target is null ? Text.None : text[$"contracts.target.{Unit(target).Replace(' ', '-')}", target.Amount];

    public static string UnitName(Text text, string unit) => text[$"contracts.unit.{unit.Replace(' ', '-')}"];

    public static string Unit(Target target) => target.Unit switch
    {
        TargetUnit.Minutes => target.Business ? "business min" : "min",
        TargetUnit.Hours => target.Business ? "business hours" : "h",
        TargetUnit.WorkingDays => "working days",
        _ => "days",
    };
}
