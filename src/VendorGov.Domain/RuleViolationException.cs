namespace VendorGov.Domain;

/// <summary>
/// A refused transition. <see cref="Rule"/> names the sentence for the user, found under the text key <c>rule.{Rule}</c>;
/// <see cref="Arguments"/> fill its placeholders.
/// </summary>
public sealed class RuleViolationException(string rule, params object[] arguments)
    : Exception($"rule.{rule}")
{
    public string Rule { get; } = rule;

    public IReadOnlyList<object> Arguments { get; } = arguments;
}
