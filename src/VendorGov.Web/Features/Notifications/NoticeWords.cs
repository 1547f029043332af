using VendorGov.Domain.Auditing;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Notifications;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Notifications;

/// <summary>The clock of an issue that is due next.</summary>
public sealed record NextClock(ObligationKind Kind, DateTimeOffset DueAt);

/// <summary>
/// News in words. What leaves the portal holds the issue's number, its type and severity, what happened, the clock and a link: nothing
/// that a person wrote, so neither a customer nor an internal note can leave with it.
/// </summary>
public static class NoticeWords
{
    /// <summary>What happened, such as 新消息 or 即将超时（75%）.</summary>
    public static string Happened(this Text text, string what, ObligationKind? clock, int mark) => clock is { } kind
        ? text["notices.what.Warned", text.Of(kind), mark]
        : text[text.Has($"notices.what.{what}") ? $"notices.what.{what}" : "notices.what.Other", mark];

    public static string Title(this Text text, NewsIssue issue, string what, ObligationKind? clock, int mark) =>
        $"{issue.Number} {text.Happened(what, clock, mark)}";

    /// <summary>The page that a notice leads to, within the portal.</summary>
    public static string Path(NoticeSubject subject, IssueId? issue, Guid? of, Guid? contract) => subject switch
    {
        NoticeSubject.Evaluation or NoticeSubject.Appeal => $"/Inspections/Details/{of}",
        NoticeSubject.Coaching => $"/Inspections/Coachings?contract={contract}",
        NoticeSubject.Action => $"/Improvement/Details/{of}",
        NoticeSubject.Report => $"/Reports/Details/{of}",
        NoticeSubject.ReportFile => "/Reports",
        NoticeSubject.Scorecard => $"/Scorecards/Details/{of}",
        _ => $"/Issues/Details/{issue?.Value}",
    };

    /// <summary>Type, severity and clock of the issue, a line each.</summary>
    public static string Facts(this Text text, NewsIssue issue, NextClock? next) => string.Join('\n',
        new[]
        {
            text["notices.mail.type", text.Of(issue.Type), issue.Severity.ToString()],
            next is null ? null : text["notices.mail.clock", text.Of(next.Kind), text.DayAndTime(next.DueAt)],
        }.OfType<string>());

    public static string Subject(this Text text, NewsIssue issue, Notice notice) =>
        text.Title(issue, notice.What, notice.Clock, notice.Mark) + (notice.Count > 1 ? $" ×{notice.Count}" : "");

    public static string Subject(this Text text, Notice notice) =>
        $"{text.Of(notice.Subject)} {notice.Number} {text.Happened(notice.What, null, notice.Mark)}" + (notice.Count > 1 ? $" ×{notice.Count}" : "");

    public static RobotNews ForRobot(IReadOnlyList<Text> texts, NoticeEvent happened, NewsIssue issue, NextClock? next, string? link) => new(
        string.Join(" / ", texts.Select((t, i) => i == 0 ? t.Title(issue, happened.What, happened.Clock, happened.Mark) : t.Happened(happened.What, happened.Clock, happened.Mark))),
        string.Join('\n', texts.Select(t => t.Facts(issue, next))), link, $"{issue.Id.Value:N}.{happened.Kind}", NoticeKinds.IsForced(happened.Kind));
}
