using System.Globalization;

namespace VendorGov.Domain.Obligations;

/// <summary>Targets as the playbooks and the contract template write them: <c>15 min</c>, <c>4 business hours</c>, <c>5 days</c>.</summary>
public static class TargetText
{
    /// <summary>
    /// Reads <c>N min</c>, <c>N h</c> (24x7), <c>N business min</c>, <c>N business hours</c>, <c>N working days</c>,
    /// <c>N days</c> (calendar days), singular or plural (SLA semantics 1.5). N is a whole number above 0.
    /// </summary>
    /// <exception cref="FormatException">The text is none of these.</exception>
    public static Target Parse(string text) =>
        TryParse(text, out var target) ? target : throw new FormatException($"Not a time target: '{text}'.");

    /// <summary>As <see cref="Parse"/>, without an exception; <paramref name="target"/> is null if the text is no target.</summary>
    public static bool TryParse(string? text, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Target? target)
    {
        target = null;
        var words = (text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words.Length < 2
            || !int.TryParse(words[0], NumberStyles.None, CultureInfo.InvariantCulture, out var amount)
            || amount == 0)
        {
            return false;
        }

        target = string.Join(' ', words[1..]).ToLowerInvariant() switch
        {
            "min" or "minute" or "minutes" => Target.Minutes(amount),
            "h" or "hour" or "hours" => Target.Hours(amount),
            "business min" or "business minute" or "business minutes" => Target.BusinessMinutes(amount),
            "business h" or "business hour" or "business hours" => Target.BusinessHours(amount),
            "working day" or "working days" => Target.WorkingDays(amount),
            "day" or "days" => Target.CalendarDays(amount),
            _ => null,
        };
        return target is not null;
    }

    /// <summary>The text that <see cref="Parse"/> reads back to the same target; a fixed instant has none.</summary>
    /// <exception cref="ArgumentException">The target is a fixed instant.</exception>
    public static string Format(Target target)
    {
        var unit = target.Unit switch
        {
            TargetUnit.Minutes => target.Business ? "business min" : "min",
            TargetUnit.Hours => target.Business ? "business hours" : "h",
            TargetUnit.WorkingDays => target.Amount == 1 ? "working day" : "working days",
            TargetUnit.CalendarDays => target.Amount == 1 ? "day" : "days",
            _ => throw new ArgumentException("A fixed instant has no text.", nameof(target)),
        };
        return string.Create(CultureInfo.InvariantCulture, $"{target.Amount} {unit}");
    }
}
