namespace VendorGov.Domain.Issues;

/// <summary>Personal data as it is shown by default: enough to recognise, too little to use.</summary>
public static class PersonalData
{
    /// <summary>The first character, such as 刘**; rare surnames take two places of a string.</summary>
    public static string? MaskName(string? name) =>
        string.IsNullOrEmpty(name) ? name : name[..(name.Length > 1 && char.IsSurrogatePair(name[0], name[1]) ? 2 : 1)] + "**";

    /// <summary>The words with every occurrence of a name or number replaced by what <paramref name="mask"/> is left of it.</summary>
    public static string Redact(string words, string find, string mask) => words.Replace(find, mask, StringComparison.OrdinalIgnoreCase);

    /// <summary>The first three and the last four digits, such as 138****2097; a short number shows its last two.</summary>
    public static string? MaskPhone(string? phone) => phone switch
    {
        null or "" => phone,
        { Length: >= 10 } => $"{phone[..3]}****{phone[^4..]}",
        _ => $"****{phone[Math.Max(0, phone.Length - 2)..]}",
    };
}
