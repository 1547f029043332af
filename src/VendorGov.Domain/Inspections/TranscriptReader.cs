using System.Text.RegularExpressions;

namespace VendorGov.Domain.Inspections;

/// <summary>
/// Text into utterances: one a line, <c>01:30 坐席：您好</c> or <c>00:01:30 agent: hello</c>. A line without a time follows the one before; one
/// without a speaker continues it.
/// </summary>
public static partial class TranscriptReader
{
    public const int MostLines = 2000;
    public const int LongestLine = 1000;

    private static readonly string[] Agents = ["坐席", "客服", "agent"];
    private static readonly string[] Customers = ["客户", "用户", "customer"];

    public static IReadOnlyList<TranscriptLine> Read(string text)
    {
        var lines = new List<TranscriptLine>();
        foreach (var raw in text.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0).Take(MostLines))
        {
            var match = Utterance().Match(raw);
            var at = match.Groups["m"].Success ? Seconds(match) : lines.LastOrDefault()?.AtSecond ?? 0;
            var said = Cut(match.Groups["text"].Value);
            if (SpeakerOf(match.Groups["who"].Value) is { } speaker)
            {
                lines.Add(new TranscriptLine(at, speaker, said));
            }
            else if (lines.Count > 0 && !match.Groups["m"].Success)
            {
                lines[^1] = lines[^1] with { Text = Cut(lines[^1].Text + "\n" + raw) };
            }
            else
            {
                lines.Add(new TranscriptLine(at, Speaker.Customer, said));
            }
        }

        return lines;
    }

    private static int Seconds(Match match) =>
        (match.Groups["h"].Success ? 3600 * int.Parse(match.Groups["h"].Value, System.Globalization.CultureInfo.InvariantCulture) : 0)
        + (60 * int.Parse(match.Groups["m"].Value, System.Globalization.CultureInfo.InvariantCulture))
        + int.Parse(match.Groups["s"].Value, System.Globalization.CultureInfo.InvariantCulture);

    private static Speaker? SpeakerOf(string word) =>
        Agents.Contains(word, StringComparer.OrdinalIgnoreCase) ? Speaker.Agent
        : Customers.Contains(word, StringComparer.OrdinalIgnoreCase) ? Speaker.Customer : null;

    private static string Cut(string text) => text.Length <= LongestLine ? text : text[..LongestLine];

    [GeneratedRegex(@"^(?:\[?(?:(?<h>\d{1,2}):)?(?<m>\d{1,3}):(?<s>\d{2})\]?\s+)?(?:(?<who>坐席|客服|客户|用户|agent|customer)\s*[:：]\s*)?(?<text>.*)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Utterance();
}
