namespace VendorGov.Documents.Reading;

/// <summary>
/// A file that is not read further. <see cref="TextKey"/> names the sentence for the user (<c>file.*</c>);
/// <see cref="Arguments"/> fill its placeholders. Nothing of the file may be kept.
/// </summary>
public sealed class TabularRefusedException(string textKey, params object[] arguments) : Exception(textKey)
{
    public string TextKey { get; } = textKey;

    public IReadOnlyList<object> Arguments { get; } = arguments;
}
