using Microsoft.EntityFrameworkCore;
using VendorGov.Domain;

namespace VendorGov.Web.Shared;

/// <summary>What keeps a person's wish from being done and can be told in a sentence: a rule, or somebody who was faster.</summary>
public static class Refusal
{
    public static bool Is(Exception e) => e is RuleViolationException or DbUpdateException;

    /// <summary>The sentence for an exception of which <see cref="Is"/> is true.</summary>
    public static string Refused(this Text text, Exception e) => e is RuleViolationException violation ? text.Rule(violation) : text["shared.conflict"];

    /// <summary>The words as they are; refused where they are longer than what can be kept, since nobody's words are cut.</summary>
    public static string? Within(string? words, int longest) =>
        words?.Length > longest ? throw new RuleViolationException("text-too-long", longest) : words;
}
