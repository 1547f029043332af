using VendorGov.Domain.Obligations;
using VendorGov.Domain.Scorecards;

namespace VendorGov.Documents.Pdf;

/// <summary>Page 3: what was missed, what did not count and why, and the service credit. Long lists state what they leave out.</summary>
internal static class ObligationsPage
{
    private const int MissedShown = 14, ExemptionsShown = 4, CausesShown = 6;

    private const double Left = Paper.Margin;

    public static void Draw(Booklet booklet)
    {
        var (paper, y) = booklet.Following(booklet.Words["pdf.missed"]);
        y = Missed(booklet, paper, y) + 6;
        y = Exemptions(booklet, paper, y) + 6;
        Credit(booklet, paper, y);
    }

    private static double Missed(Booklet booklet, Paper paper, double y)
    {
        var words = booklet.Words;
        var missed = booklet.Content.Obligations.Where(o => o is { Counted: true, Met: false })
            .OrderBy(o => o.Severity ?? (Domain.Issues.Severity)int.MaxValue).ThenByDescending(Over).ToList();
        y = paper.Section(words["pdf.missed"], y, words["pdf.missed-note", Figures.Count(missed.Count), Figures.Count(booklet.Content.Obligations.Count(o => o.Counted))]) + 1;
        if (missed.Count == 0)
        {
            paper.Text(words["pdf.missed-none"], Left, y + 5, 9.5, Ink.Second);
            return y + 7;
        }

        y = Causes(booklet, paper, y, missed) + 3;
        y = paper.Heads(
            y, (words["col.reference"], Left + 1.5, 25, Side.Left), (words["col.severity"], Left + 27, 9, Side.Left),
            (words["col.obligation"], Left + 35, 25, Side.Left), (words["col.title"], Left + 61, 32, Side.Left),
            (words["col.outlet"], Left + 94, 21, Side.Left), (words["col.due"], Left + 115, 24, Side.Right),
            (words["col.over"], Left + 140, 33, Side.Right));
        foreach (var fact in missed.Take(MissedShown))
        {
            y = MissedRow(booklet, paper, y, fact);
        }

        if (missed.Count > MissedShown)
        {
            paper.Text(words["pdf.missed-rest", Figures.Count(missed.Count - MissedShown)], Left + 1.5, y + 4.6, 8.5, Ink.Third);
            y += 6;
        }

        return y;
    }

    /// <summary>Where the misses come from: by type of problem at the left, by obligation at the right, most first.</summary>
    private static double Causes(Booklet booklet, Paper paper, double y, List<ObligationFact> missed)
    {
        var words = booklet.Words;
        var types = missed.GroupBy(o => o.ProblemType is { } type ? words.Of(type) : words["pdf.cause-none"]);
        var kinds = missed.GroupBy(o => words.Of(o.Kind));
        var left = Bars(paper, words["pdf.cause-type"], Left, y, Ranked(types), missed.Count);
        var right = Bars(paper, words["pdf.cause-kind"], Left + 90, y, Ranked(kinds), missed.Count);
        y = Math.Max(left, right);
        var blamed = missed.Where(o => o.IssueId is not null).GroupBy(o => o.Attribution is { } whom ? words.Of(whom) : words["pdf.cause-open"]);
        var told = string.Join(words["pdf.list-comma"], Ranked(blamed).Select(b => $"{b.Name} {b.Count}"));
        if (told.Length > 0)
        {
            paper.Text($"{words["pdf.cause-whom"]} {told}", Left + 1.5, y + 3.6, 8.5, Ink.Second, Paper.Inner - 3);
            y += 5;
        }

        return y;
    }

    private static List<(string Name, int Count)> Ranked(IEnumerable<IGrouping<string, ObligationFact>> groups) =>
        [.. groups.Select(g => (g.Key, Count: g.Count())).OrderByDescending(g => g.Count).ThenBy(g => g.Key, StringComparer.Ordinal).Take(CausesShown)];

    private static double Bars(Paper paper, string title, double x, double y, List<(string Name, int Count)> groups, int all)
    {
        const double Width = 26;
        paper.Text(title, x + 1.5, y + 4, 8, Ink.Third, 80, true);
        y += 5.4;
        foreach (var (name, count) in groups)
        {
            paper.Text(name, x + 1.5, y + 3.2, 8.5, Ink.Text, 36);
            paper.Fill(x + 39, y + 0.9, Width, 2.4, Ink.Line, 0.5);
            paper.Fill(x + 39, y + 0.9, Math.Max(0.8, Width * count / all), 2.4, Ink.BadFill, 0.5);
            paper.Text($"{count} · {Figures.Fixed(100m * count / all, 0)}%", x + 66, y + 3.2, 8.5, Ink.Second, 18, side: Side.Right);
            y += 4.8;
        }

        return y;
    }

    private static double MissedRow(Booklet booklet, Paper paper, double y, ObligationFact fact)
    {
        const double Height = 6;
        using var row = paper.Tags.Row();
        var line = y + 4.1;
        paper.Text(fact.Reference.Length == 0 ? Figures.None : fact.Reference, Left + 1.5, line, 8.5, Ink.Text, 25);
        paper.Text(fact.Severity?.ToString() ?? Figures.None, Left + 27, line, 8.5, fact.Severity is Domain.Issues.Severity.S1 ? Ink.Bad : Ink.Second, 9, true);
        paper.Text(booklet.Words.Of(fact.Kind), Left + 35, line, 8.5, Ink.Text, 25);
        paper.Text(fact.Title ?? Figures.None, Left + 61, line, 8.5, Ink.Second, 32);
        paper.Text(fact.OutletName ?? fact.OutletCode ?? Figures.None, Left + 94, line, 8.5, Ink.Second, 21);
        paper.Text(fact.DueAt is { } due ? booklet.Instant(due) : Figures.None, Left + 115, line, 8.5, Ink.Text, 24, side: Side.Right);
        paper.Text(OverText(booklet, fact), Left + 140, line, 8.5, Ink.Bad, 33, true, Side.Right);
        paper.Rule(Left, y + Height, Paper.Inner, Ink.Line, 0.4);
        return y + Height;
    }

    private static string OverText(Booklet booklet, ObligationFact fact) => Over(fact) switch
    {
        > 0 and var seconds => booklet.Words[fact.StoppedAt is null ? "pdf.over-open" : "pdf.over", booklet.Duration(seconds)],
        _ => booklet.Words["pdf.not-done"],
    };

    /// <summary>Seconds over the target on the obligation's own clock; a fixed instant has no target, its delay is on the wall clock.</summary>
    private static long Over(ObligationFact fact) => fact.TargetSeconds > 0
        ? fact.ElapsedSeconds - fact.TargetSeconds
        : fact is { StoppedAt: { } stopped, DueAt: { } due } ? (long)(stopped - due).TotalSeconds : 0;

    private static double Exemptions(Booklet booklet, Paper paper, double y)
    {
        var (content, words) = (booklet.Content, booklet.Words);
        int Excluded(ExclusionReason reason) => content.Obligations.Count(o => o.Excluded == reason);
        y = paper.Section(words["pdf.excluded"], y) + 5;
        paper.Text(
            words["pdf.excluded-counts", Figures.Count(Excluded(ExclusionReason.Waived)), Figures.Count(Excluded(ExclusionReason.Cancelled)), Figures.Count(Excluded(ExclusionReason.NotYetDue)), Figures.Count(Excluded(ExclusionReason.Appealed))],
            Left, y, 9.5, Ink.Text);
        y += 6;
        foreach (var window in content.Exemptions.OrderBy(e => e.From).Take(ExemptionsShown))
        {
            paper.Text($"{booklet.Instant(window.From)} – {booklet.Instant(window.To)}", Left, y, 8.5, Ink.Second, 56);
            paper.Text(window.Reason, Left + 58, y, 8.5, Ink.Text, Paper.Inner - 58);
            y += 5.4;
        }

        var rest = content.Exemptions.Count - ExemptionsShown;
        paper.Text(
            content.Exemptions.Count == 0 ? words["pdf.exempt-none"] : rest > 0 ? words["pdf.exempt-rest", rest] : "", Left, y, 8.5, Ink.Third);
        return rest > 0 || content.Exemptions.Count == 0 ? y + 1 : y - 4;
    }

    private static void Credit(Booklet booklet, Paper paper, double y)
    {
        var (credit, currency, words) = (booklet.Content.Credit, booklet.Content.Currency, booklet.Words);
        y = paper.Section(words["pdf.credit"], y) + 2;
        (string Label, string Text)[] lines =
        [
            (words["credit.points"], words["credit.points-text", Figures.Count(credit.Points)]),
            (words["credit.sum"], words["credit.sum-text", Figures.Count(credit.Points),
                credit.PercentPerPoint.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture),
                Figures.Money(credit.Charge, currency), Figures.Money(credit.Uncapped, currency)]),
            (words["credit.month-cap"], Figures.Money(credit.MonthlyCap, currency)),
            (words["credit.rolling"], Figures.Money(credit.RollingRoom, currency)),
        ];
        paper.Fill(Left, y, Paper.Inner, 31, Ink.Soft, 1.5);
        var line = y + 6.5;
        foreach (var (label, text) in lines)
        {
            paper.Text(label, Left + 4, line, 9, Ink.Third, 34);
            paper.Text(text, Left + 40, line, 9.5, Ink.Text, 84);
            line += 6.4;
        }

        paper.Text(words["credit.amount"], Left + 126, y + 11, 9, Ink.Third, 44, side: Side.Right);
        paper.Text(Figures.Money(credit.Amount, currency), Left + 112, y + 20, 18, Ink.Text, 58, true, Side.Right);
    }
}
